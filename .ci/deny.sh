#!/usr/bin/env bash
# Checks the crates of both lock files against deny.toml. The database of known vulnerabilities is on the network: if it
# can't be reached, that check is skipped with a message.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

deny() { cargo-deny --locked --workspace --config deny.toml --manifest-path "$@"; }

deny Cargo.toml check licenses bans sources
# These crates are only used while building, so duplicate versions are allowed.
deny tools/build/Cargo.toml check --allow license-not-encountered licenses sources
if deny Cargo.toml fetch db; then
  deny Cargo.toml check advisories
  deny tools/build/Cargo.toml check advisories
else
  echo "skipped: known vulnerabilities of crates, because their database can't be reached"
fi
