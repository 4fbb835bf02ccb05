#!/usr/bin/env bash
# ClickHouse (in process, from npm) and DuckDB read the same data set. Both must return the expected results.
# Usage: tests/scale/clickhouse.sh [SESSIONS, 2000000 by default]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
sessions=${1:-2000000}
build
install_npm chdb
serve "$sessions" 0
"$worker" --output "$work/sessions" --day 2026-04-09 >/dev/null 2>"$work/worker.log" 8>&- || fail "$(tail -n 2 "$work/worker.log")"

duckdb=$("$tool" verify "$work/sessions" "$work/truth.csv") || fail "DuckDB: $duckdb"
clickhouse=$(NODE_PATH=$tools/node_modules node tests/scale/clickhouse.js "$work/sessions" "$work/truth.csv") || fail "ClickHouse: $clickhouse"
echo "DuckDB: $duckdb."
echo "ClickHouse: $clickhouse."
