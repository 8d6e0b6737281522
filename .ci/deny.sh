#!/usr/bin/env bash
# Holds the crates of both lock files to deny.toml. The list of known weaknesses is kept elsewhere: where it can't be reached,
# that check is left out, and this says so.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

deny() { cargo-deny --locked --workspace --config deny.toml --manifest-path "$@"; }

deny Cargo.toml check licenses bans sources
# Nothing of these crates is in what is sent or run: they may come in two versions.
deny tools/build/Cargo.toml check --allow license-not-encountered licenses sources
if deny Cargo.toml fetch db; then
  deny Cargo.toml check advisories
  deny tools/build/Cargo.toml check advisories
else
  echo "skipped: known weaknesses of crates, because their database can't be reached from here"
fi
