#!/usr/bin/env bash
# Four shards export a day to Azurite. Two of them are killed and restarted. A reader reads the container during the export.
# Usage: tests/scale/azurite.sh [SESSIONS, 2000000 by default]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
sessions=${1:-2000000}
build
install_npm azurite

port=$((20000 + RANDOM % 20000))
"$tools/node_modules/.bin/azurite-blob" --blobHost 127.0.0.1 --blobPort $port --location "$work/azurite" \
  --skipApiVersionCheck --disableTelemetry >"$work/azurite.out" 2>&1 &
started+=($!)
wait_for "$work/azurite.out" 'successfully listen' 60

# The documented default account and key of Azurite. They are not secrets.
key='Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='
export AZURE_STORAGE_CONNECTION_STRING="DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=$key;BlobEndpoint=http://127.0.0.1:$port/devstoreaccount1;"
target=http://127.0.0.1:$port/devstoreaccount1/sessions/day

serve "$sessions" 0
mkfifo "$work/watch.in"
"$tool" watch sessions <"$work/watch.in" >"$work/watch.out" 2>&1 8>&- &
watcher=$!
started+=("$watcher")
exec 9>"$work/watch.in"
wait_for "$work/watch.out" watching 60

# shard I LOG: starts one of the four processes and sets $shard to its id.
shard() {
  JOB_COMPLETION_INDEX=$1 "$worker" --output "$target" --day 2026-04-09 --shard auto/4 --hours-at-a-time 2 \
    >/dev/null 2>"$work/$2" 8>&- 9>&- &
  shard=$!
  started+=("$shard")
}

begin=$(now)
shard 0 shard-0.log; zero=$shard
shard 1 shard-1.log; one=$shard
shard 2 shard-2.log; two=$shard
shard 3 shard-3.log; three=$shard
for doomed in 1 2; do
  wait_for "$work/shard-$doomed.log" 'Wrote dt=' 600
  [ $doomed = 1 ] && kill -9 "$one" || kill -9 "$two"
done
wait "$one" && fail 'Shard 1 ended before it was killed.'
wait "$two" && fail 'Shard 2 ended before it was killed.'
shard 1 shard-1-again.log; one=$shard
shard 2 shard-2-again.log; two=$shard
for id in "$zero" "$one" "$two" "$three"; do
  wait "$id" || fail "A shard failed: $(tail -n 2 "$work"/shard-*.log)"
done
duration=$(seconds_since "$begin")

# Two workers export the same hours concurrently. Each hour is written by one of them, and both must succeed.
hours="--from 2026-04-09T00:00Z --to 2026-04-09T04:00Z"
"$worker" --output "$target-twice" $hours >/dev/null 2>"$work/twin-1.log" 8>&- 9>&- & one=$!
"$worker" --output "$target-twice" $hours >/dev/null 2>"$work/twin-2.log" 8>&- 9>&- & two=$!
started+=("$one" "$two")
wait "$one" || fail "One of two concurrent workers failed: $(cat "$work/twin-1.log")"
wait "$two" || fail "One of two concurrent workers failed: $(cat "$work/twin-2.log")"
wrote=$(cat "$work"/twin-*.log | grep -c 'Wrote dt=') || true
[ "$wrote" = 4 ] || fail "Two workers wrote $wrote files for 4 hours. Expected: 4."

echo >&9
wait "$watcher" || fail "The reader failed: $(cat "$work/watch.out")"
"$tool" fetch sessions "$work/data"
result=$("$tool" verify "$work/data/day" "$work/truth.csv") || fail "$result"

echo "Azurite, 4 shards, 2 of them killed: $result."
echo "Two workers on the same 4 hours: $wrote files written, $(cat "$work"/twin-*.log | grep -c 'Another worker' || true) times the other was first."
echo "Reader: $(tail -n 1 "$work/watch.out")."
echo "Time: $duration s for $sessions sessions."
