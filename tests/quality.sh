#!/usr/bin/env bash
# Measures the tests: the lines they cover (coverage), and the mutants they kill (mutation). Results: artifacts/quality.
#   tests/quality.sh             both
#   tests/quality.sh coverage    takes a few minutes
#   tests/quality.sh mutation    takes long; passes other arguments to Stryker, such as --mutate '**/Query/*.cs'
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

  local met=0
  dotnet reportgenerator "-reports:$results/coverage/*.xml" "-targetdir:$results/coverage" \
    "-reporttypes:TextSummary;Html;Cobertura" minimumCoverageThresholds:lineCoverage=95 -verbosity:Warning || met=$?
  sed -n '/^  Line coverage/,/^  Method coverage/p' "$results/coverage/Summary.txt"

  printf '\nLines that no test covers:\n'
  awk -F'"' '/<class /  { for (i = 1; i < NF; i++) if ($i ~ / filename=$/) file = $(i + 1); sub(/.*\/src\//, "", file) }
             /<line /   { if ($0 ~ / hits="0"/) print "  " file ":" $2 }' "$results/coverage/Cobertura.xml" | sort -u -t: -k1,1 -k2,2n
  return "$met"
}

# Mutants run against the tests of their folder and of the folders that depend on it.
# The pagination tests are too slow for the other folders.
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
