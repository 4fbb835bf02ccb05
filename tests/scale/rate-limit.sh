#!/usr/bin/env bash
# Three shards export concurrently from a service with a rate limit, once with a client-side limit and once without.
# Usage: tests/scale/rate-limit.sh [SESSIONS, 20000 by default] [REQUESTS_PER_SECOND, 20 by default]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
sessions=${1:-20000} rate=${2:-20}
explorer=$PWD/samples/SessionExplorer/bin/$configuration/net10.0/session-explorer
build
[ -n "${NO_BUILD:-}" ] || dotnet build -c "$configuration" -v q samples/SessionExplorer >/dev/null || fail 'The build of the explorer failed.'

# The day ends with the synthetic sessions, so that they match the expected results.
SESSIONEXPLORER_NOW=2026-04-10T00:00:00Z SESSIONEXPLORER_SESSIONS=$sessions \
  "$explorer" serve --port 0 --requests-per-second "$rate" >"$work/serve.out" 2>&1 &
started+=($!)
"$tool" truth "$sessions" "$work/truth.csv"
wait_for "$work/serve.out" 'Ctrl+C ends it' 60
export MediaMelon__BaseAddress MediaMelon__CustomerId=199493832 MediaMelon__ApiKey=emulator-key
export MediaMelon__Paging__PageSize=500
MediaMelon__BaseAddress=$(sed -n 's/^export MEDIAMELON_BASE_URL=//p' "$work/serve.out")

# run NAME OPTION...: runs three concurrent shards. The data set must contain each session once.
run() {
  local name=$1 ids=() shard id begin result
  shift
  begin=$(now)
  for shard in 0 1 2; do
    "$worker" --output "$work/$name" --day 2026-04-09 \
      --shard "$shard/3" "$@" >"$work/$name-$shard.out" 2>"$work/$name-$shard.log" &
    ids+=($!)
  done
  started+=("${ids[@]}")
  for id in "${ids[@]}"; do wait "$id" || fail "A shard failed: $(tail -n 2 "$work/$name"-*.log)"; done
  result=$("$tool" verify "$work/$name" "$work/truth.csv") || fail "$result"
  echo "3 shards, $rate requests per second, $name: $result. Time: $(seconds_since "$begin") s."
}

run limited --max-requests-per-second "$rate"
run unlimited
