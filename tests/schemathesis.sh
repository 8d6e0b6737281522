#!/usr/bin/env bash
# Tests a newly started reference backend against public/openapi.json. Schemathesis generates the requests, valid and
# invalid ones. EXAMPLES= sets the number of requests for each operation. SEED= makes Schemathesis generate other
# requests. PHASES= selects the phases of the test.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

examples=${EXAMPLES:-30}
seed=${SEED:-20261122}
backend=${MOTCUA_BACKEND:-target/backend/backend}
kit=$PWD/tests/schemathesis
work=$(mktemp -d)
pid=

# Stops the backend by its process id, never by its name, because other backends may run on this machine.
stop() {
  if [ -n "$pid" ]; then
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap stop EXIT

: >"$work/out"

"$backend" --listen 127.0.0.1:0 --data "$work/data" --demo >"$work/out" 2>"$work/log" &
pid=$!
for _ in $(seq 600); do
  grep -q '^Ready account' "$work/out" && break
  kill -0 "$pid" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
  sleep 0.1
done
MOTCUA_URL=$(sed -n 's|^Một Cửa: \(http://[^/]*\)/$|\1|p' "$work/out")
[ -n "$MOTCUA_URL" ] || { echo "the backend didn't print its address" >&2; exit 1; }
MOTCUA_READY=$(sed -n 's/^Ready account: //p' "$work/out")
export MOTCUA_URL MOTCUA_READY

# Over plain http the session cookie has the name `sid` instead of `__Host-sid`.
sed 's/"__Host-sid"/"sid"/' public/openapi.json >"$work/openapi.json"

status=0
PYTHONPATH=$kit SCHEMATHESIS_HOOKS=hooks schemathesis --config-file "$kit/schemathesis.toml" \
  run --url "$MOTCUA_URL/api" --checks all --seed "$seed" --max-examples "$examples" \
  --continue-on-failure ${PHASES:+--phases "$PHASES"} "$work/openapi.json" || status=$?
if grep -q ERROR "$work/log"; then
  echo "The backend logged errors:" >&2
  grep ERROR "$work/log" | sort | uniq -c | sort -rn | head -20 >&2
  status=1
fi
exit "$status"
