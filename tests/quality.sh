#!/usr/bin/env bash
# Measures line coverage and mutation coverage of the tests. The results are in artifacts/quality.
#   tests/quality.sh             both
#   tests/quality.sh coverage    a few minutes
#   tests/quality.sh mutation    slow; more arguments are passed to Stryker, such as --mutate '**/Query/*.cs'
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
usage=$PWD/tests/quality.sh
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
results=$PWD/artifacts/quality

coverage() {
  rm -rf "$results/coverage"
  for project in MediaMelon.SessionList.Tests MediaMelon.SessionList.WireTests; do
    dotnet build "tests/$project"
    dotnet test --project "tests/$project" --no-build --coverage --coverage-output-format cobertura \
      --coverage-output "$results/coverage/$project.xml" --coverage-settings "$PWD/tests/coverage.settings.xml"
  done

  local status=0
  dotnet reportgenerator "-reports:$results/coverage/*.xml" "-targetdir:$results/coverage" \
    "-reporttypes:TextSummary;Html;Cobertura" minimumCoverageThresholds:lineCoverage=95 -verbosity:Warning || status=$?
  sed -n '/^  Line coverage/,/^  Method coverage/p' "$results/coverage/Summary.txt"

  printf '\nUncovered lines:\n'
  awk -F'"' '/<class /  { for (i = 1; i < NF; i++) if ($i ~ / filename=$/) file = $(i + 1); sub(/.*\/src\//, "", file) }
             /<line /   { if ($0 ~ / hits="0"/) print "  " file ":" $2 }' "$results/coverage/Cobertura.xml" | sort -u -t: -k1,1 -k2,2n
  return "$status"
}

# Each group of mutants runs the tests of its folder and of dependent folders. The pagination tests are too slow for other groups.
mutation() {
  local values='FullyQualifiedName~.Fields.|FullyQualifiedName~.Values.|FullyQualifiedName~.Query.|FullyQualifiedName~.Sessions.|FullyQualifiedName~.CustomRows.|FullyQualifiedName~PageDecoder'
  local paging='FullyQualifiedName~.Paging.|FullyQualifiedName~.CustomRows.|FullyQualifiedName~.Telemetry.'
  cd tests
  if [ $# -gt 0 ]; then
    stryker chosen "$values|$paging" "$@"
  else
    stryker columns-query-sessions "$values" --mutate '**/Fields/*.cs' --mutate '**/Values/*.cs' --mutate '**/Query/*.cs' --mutate '**/Sessions/*.cs'
    stryker paging "$paging" --mutate '**/Paging/*.cs'
  fi
}

stryker() { # NAME TESTS OPTION...
  TESTING_MUTANTS=true dotnet stryker --config-file stryker-config.json --skip-version-check --output "$results/$1" --test-case-filter "$2" "${@:3}"
}

dotnet tool restore
case "${1:-both}" in
  both)
    coverage
    mutation
    ;;
  coverage) coverage ;;
  mutation)
    shift
    mutation "$@"
    ;;
  *)
    sed -n '2,5s/^# *//p' "$usage"
    exit 2
    ;;
esac
