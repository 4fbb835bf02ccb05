# Functions for the scripts in this folder. Do not run this file.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
configuration=${CONFIGURATION:-Release}
tools=${SCALE_TOOLS:-$HOME/.cache/session-list-scale} # keeps npm packages between runs
work=$(mktemp -d)
started=() # ids of the processes to kill at the end

worker=$PWD/samples/NightlyExport/bin/$configuration/net10.0/nightly-export
tool=$PWD/tests/scale/ScaleTool/bin/$configuration/net10.0/scale-tool

clean_up() {
  local id
  exec 8>&- 9>&-
  for id in "${started[@]}"; do kill -KILL "$id" 2>/dev/null || true; done
  for id in "${started[@]}"; do wait "$id" 2>/dev/null || true; done
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 143' INT TERM

fail() { echo "FAILED: $*" >&2; exit 1; }

# Builds the programs. With NO_BUILD=1 they must be built already.
build() {
  [ -n "${NO_BUILD:-}" ] && return
  dotnet build -c "$configuration" -v q samples/NightlyExport >/dev/null || fail 'The build of the worker failed.'
  dotnet build -c "$configuration" -v q tests/scale/ScaleTool >/dev/null || fail 'The build of the tool failed.'
}

# install_npm PACKAGE...
install_npm() {
  mkdir -p "$tools"
  npm install --prefix "$tools" --no-audit --no-fund --silent "$@" >/dev/null || fail "npm could not install $*."
}

# wait_for FILE TEXT SECONDS: waits until a line of the file contains the text.
wait_for() {
  local tries
  for ((tries = 0; tries < $3 * 10; tries++)); do
    grep -q "$2" "$1" 2>/dev/null && return
    sleep 0.1
  done
  fail "'$2' did not appear in time: $(tail -n 3 "$1" 2>/dev/null)"
}

# serve COUNT LATENCY_MS: starts the service and writes the expected results to $work/truth.csv.
serve() {
  mkfifo "$work/serve.in"
  "$tool" serve "$1" "$2" "$work/truth.csv" <"$work/serve.in" >"$work/serve.out" 2>&1 &
  started+=($!)
  exec 8>"$work/serve.in"
  wait_for "$work/serve.out" '^http' 600
  export MediaMelon__BaseAddress MediaMelon__CustomerId=199493832 MediaMelon__ApiKey=emulator-key
  MediaMelon__BaseAddress=$(head -n 1 "$work/serve.out")
}

now() { date +%s.%N; }
seconds_since() { awk "BEGIN { printf \"%.1f\", $(now) - $1 }"; }
