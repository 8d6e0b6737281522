#!/usr/bin/env bash
# Installs Trunk and runs it as a Leptos developer does: without our wrapper scripts and environment variables. Then
# runs the browser tests tagged @trunk on the builds that Trunk made (tests/e2e/app/trunk.spec.ts, gallery.spec.ts).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/env.sh"
cd "$root"

trunk_version=$(sed -n 's/^trunk-version = "^\(.*\)"/\1/p' Trunk.toml)
# This script installs wasm-bindgen, because Trunk would otherwise download it in each build and would need a network.
bindgen_version=$(sed -n 's/^wasm-bindgen-cli-support = "=\(.*\)"/\1/p' tools/build/Cargo.toml)

# Installs a program from crates.io, into a folder named after its version.
install_program() { # program package version options-for-cargo-install…
  local home=$MOTCUA_TOOLS/$2-$3
  export TRUNK_PATH=$home/bin:${TRUNK_PATH:-}
  [ -x "$home/bin/$1" ] && return
  echo "trunk: building $2 $3 (once, some minutes)" >&2
  CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_TARGET_DIR=$MOTCUA_TOOLS/trunk-target cargo install --root "$home" "$2" --version "$3" "${@:4}"
}
"$here/setup.sh" rust
. "$here/env.sh"
install_program trunk trunk "$trunk_version" --locked
install_program wasm-bindgen wasm-bindgen-cli "$bindgen_version"
rm -rf "$MOTCUA_TOOLS/trunk-target"

# Runs a command with the environment of a developer's shell, without the variables that env.sh sets.
plain() {
  env -i HOME="$HOME" PATH="$TRUNK_PATH$PATH" ${RUSTUP_TOOLCHAIN:+RUSTUP_TOOLCHAIN="$RUSTUP_TOOLCHAIN"} \
    ${CARGO_HOME:+CARGO_HOME="$CARGO_HOME"} ${RUSTUP_HOME:+RUSTUP_HOME="$RUSTUP_HOME"} "$@"
}

plain trunk build --release
plain trunk build --features gallery --dist dist-gallery
export MOTCUA_TRUNK=$root/dist-trunk MOTCUA_GALLERY=$root/dist-gallery PATH=$TRUNK_PATH$PATH
cd tests/e2e
TIER=trunk playwright test
