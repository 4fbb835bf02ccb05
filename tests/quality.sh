#!/usr/bin/env bash
# How good the tests are: which lines they reach (coverage), and which mistakes they notice (mutation). Results: artifacts/quality.
#   tests/quality.sh             both
#   tests/quality.sh coverage    a few minutes
#   tests/quality.sh mutation    long; further arguments go to Stryker, such as --mutate '**/Query/*.cs'
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

  printf '\nLines that no test reaches:\n'
  awk -F'"' '/<class /  { for (i = 1; i < NF; i++) if ($i ~ / filename=$/) file = $(i + 1); sub(/.*\/src\//, "", file) }
             /<line /   { if ($0 ~ / hits="0"/) print "  " file ":" $2 }' "$results/coverage/Cobertura.xml" | sort -u -t: -k1,1 -k2,2n
  return "$met"
}

# Mutants meet the tests of their folder and of what stands on it; the walk's tests would be too slow for those of the others.
mutation() {
  local values='FullyQualifiedName~.Fields.|FullyQualifiedName~.Values.|FullyQualifiedName~.Query.|FullyQualifiedName~.Sessions.|FullyQualifiedName~.CustomRows.|FullyQualifiedName~PageDecoder'
  local walk='FullyQualifiedName~.Paging.|FullyQualifiedName~.CustomRows.|FullyQualifiedName~.Telemetry.'
  cd tests
  if [ $# -gt 0 ]; then
    stryker chosen "$values|$walk" "$@"
  else
    stryker columns-query-sessions "$values" --mutate '**/Fields/*.cs' --mutate '**/Values/*.cs' --mutate '**/Query/*.cs' --mutate '**/Sessions/*.cs'
    stryker paging "$walk" --mutate '**/Paging/*.cs'
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
