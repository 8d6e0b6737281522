#!/usr/bin/env bash
# `make serve-sso` runs this script. It starts the backend in demo mode and an identity provider with invented citizens.
# When the backend ends, the script also stops the provider.
set -euo pipefail
port=$1
settings=demo-data/identity-providers.json
mkdir -p -m 700 demo-data
rm -f "$settings"
node "$(dirname "$0")/oidc_provider.mjs" "http://127.0.0.1:$port" "$settings" "$((port + 10))" 2>/dev/null &
provider=$!
trap 'kill "$provider" 2>/dev/null' EXIT
until [ -s "$settings" ]; do
  kill -0 "$provider" || { echo "the identity provider did not start; is port $((port + 10)) free?" >&2; exit 1; }
  sleep 0.2
done
"$MOTCUA_BACKEND" --listen "127.0.0.1:$port" --data demo-data --app "$MOTCUA_APP" --demo --identity-providers "$settings"
