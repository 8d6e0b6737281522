#!/usr/bin/env bash
# Checks the crates of both lock files against deny.toml: their licences, their sources, duplicate versions and known
# vulnerabilities. The database of known vulnerabilities is downloaded. Without a network the script skips the check for
# vulnerabilities and prints a message.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

deny() { cargo-deny --locked --workspace --config deny.toml --manifest-path "$@"; }

deny Cargo.toml check licenses bans sources
# The crates of tools/build don't become part of the app or the backend, so duplicate versions are allowed there.
deny tools/build/Cargo.toml check --allow license-not-encountered licenses sources
if deny Cargo.toml fetch db; then
  deny Cargo.toml check advisories
  deny tools/build/Cargo.toml check advisories
else
  echo "skipped: known vulnerabilities of crates, because their database can't be reached"
fi
