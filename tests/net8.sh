#!/usr/bin/env bash
# Runs the tests on .NET 8. The published program contains the runtime, so only the SDK of global.json must be installed.
# Prints the version of the runtime and "N passed, N failed". The exit code is 0 if no test failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
program=MediaMelon.SessionList.Net8Tests
output=artifacts/net8

stop() { printf '\n%s\n0 passed, 1 failed\n' "$1"; exit 1; }

rm -rf "$output"
dotnet publish "tests/$program" -c Debug -o "$output" ||
  stop 'The tests could not be published for .NET 8.'

log=$(mktemp); trap 'rm -f "$log"' EXIT
"$output/$program" -noColor 2>&1 | tee "$log"
code=${PIPESTATUS[0]}

version=$(sed -nE 's/.*\(64-bit \.NET ([0-9.]+)\).*/\1/p' "$log" | head -n 1)
case "$version" in
  8.0.*) printf '\nThe tests ran on .NET %s.\n' "$version" ;;
  *) stop "The tests did not run on .NET 8, but on '$version'." ;;
esac

# Total: 1, Errors: 2, Failed: 3, Skipped: 4, Not Run: 5
read -r total errors failed skipped rest < <(
  sed -nE 's/.*Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+), Not Run: ([0-9]+).*/\1 \2 \3 \4 \5/p' "$log" | tail -n 1)
[ -n "${total:-}" ] || stop 'The tests ended without a summary.'
printf '%s passed, %s failed\n' "$((total - failed - skipped - rest))" "$((failed + errors))"
exit "$code"
