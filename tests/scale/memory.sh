#!/usr/bin/env bash
# Measures the peak memory of one worker for two sizes of a day. The difference must be at most 10 %.
# Usage: tests/scale/memory.sh [SMALL, 100000 by default] [LARGE, 2000000 by default]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
small=${1:-100000} large=${2:-2000000}
build

# measure SESSIONS: sets $measured to the peak resident memory of the worker in MiB.
measure() {
  rm -f "$work/serve.in"
  serve "$1" 0
  "$worker" --output "$work/sessions-$1" --day 2026-04-09 >/dev/null 2>"$work/worker.log" 8>&- &
  local id=$! peak=0 line
  started+=("$id")
  while line=$(grep VmHWM "/proc/$id/status" 2>/dev/null); do
    peak=$(awk '{ print int($2 / 1024) }' <<<"$line")
    sleep 0.05
  done
  wait "$id" || fail "$(tail -n 2 "$work/worker.log")"
  exec 8>&-
  result=$("$tool" verify "$work/sessions-$1" "$work/truth.csv") || fail "$result"
  measured=$peak
}

measure "$small"; low=$measured
measure "$large"; high=$measured
echo "Peak memory: $low MiB at $small sessions, $high MiB at $large sessions."
awk "BEGIN { exit !($high <= 1.10 * $low) }" || fail 'The difference is more than 10 %.'
