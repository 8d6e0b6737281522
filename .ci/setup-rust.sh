# Finds or installs a Rust compiler that can build for browsers, and stores the name of its toolchain for env.sh.
# setup.sh sources this file. It uses rustup if rustup can download. Otherwise it uses Debian's compiler and builds the
# wasm standard library for that compiler once.

rust_version=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' "$root/Cargo.toml")
# The Rust version that the project was tested with. A newer compiler works too, but its clippy may print new warnings,
# and a warning fails the tests.
rust_tested=1.96.0

# in_toolchain NAME COMMAND…: runs a command with the toolchain of this name. With an empty name it uses the active
# toolchain. Without rustup it uses the cargo on the PATH.
in_toolchain() {
  local name=$1
  shift
  if [ -n "$name" ]; then RUSTUP_TOOLCHAIN=$name RUSTUP_AUTO_INSTALL=0 "$@"; else RUSTUP_AUTO_INSTALL=0 "$@"; fi
}

version_of() { in_toolchain "$1" rustc --version 2>/dev/null | cut -d' ' -f2; } # toolchain

in_order() { printf '%s\n' "$@" | sort -CV; } # versions

new_enough() { # toolchain
  local version
  version=$(version_of "$1") && [ -n "$version" ] && in_order "$rust_version" "$version"
}

tested() { in_order "$(version_of "$1")" "${rust_tested%.*}.99"; } # toolchain

# Tests whether the toolchain can build for browsers, by compiling one line of Rust. Looking for the wasm library isn't
# enough, because a library that an older compiler left behind exists but doesn't work.
builds_wasm() { # toolchain
  local made code=0
  # Compile into a new folder. rustc replaces its output file, so as root it would replace /dev/null.
  made=$(mktemp -d)
  echo 'pub fn greet(name: &str) -> String { name.to_owned() }' |
    in_toolchain "$1" rustc --crate-type rlib --target wasm32-unknown-unknown --emit metadata --out-dir "$made" - 2>/dev/null ||
    code=$?
  rm -rf "$made"
  return "$code"
}

usable() { # toolchain
  new_enough "$1" && builds_wasm "$1" && in_toolchain "$1" cargo clippy --version >/dev/null 2>&1 &&
    in_toolchain "$1" cargo fmt --version >/dev/null 2>&1
}

choose() { # toolchain
  printf '%s' "$1" >"$MOTCUA_TOOLS/toolchain"
  if [ -n "$1" ]; then export RUSTUP_TOOLCHAIN=$1; fi
}

rust_tools() {
  # Rust needs a C compiler as its linker.
  if ! has cc; then
    has apt-get || stop "xcode-select --install   # a C compiler"
    apt gcc libc6-dev
  fi
  if [ -n "${RUSTUP_TOOLCHAIN:-}" ] || [ -f "$MOTCUA_TOOLS/toolchain" ]; then
    usable "${RUSTUP_TOOLCHAIN:-}" && return
  fi
  if [ "${RUSTUP_TOOLCHAIN:-}" != "$chosen_toolchain" ]; then
    stop "unset RUSTUP_TOOLCHAIN   # $RUSTUP_TOOLCHAIN is older than $rust_version, or has no wasm target, clippy or rustfmt"
  fi
  unset RUSTUP_TOOLCHAIN
  local name
  for name in "" "$rust_tested" debian; do
    if usable "$name" && tested "$name"; then choose "$name"; return; fi
  done
  if has rustup && by_rustup; then return; fi
  for name in "" debian; do
    if usable "$name"; then choose "$name"; return; fi
  done
  if has apt-get && grep -qx 'ID=debian' /etc/os-release; then by_debian; return; fi
  stop "curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y   # then open a new shell"
}

by_rustup() {
  if new_enough "" && tested ""; then
    say "rustup target add wasm32-unknown-unknown"
    if rustup target add wasm32-unknown-unknown >&2 && rustup component add clippy rustfmt >&2 && usable ""; then
      choose ""
      return
    fi
  fi
  say "rustup toolchain install $rust_tested"
  rustup toolchain install "$rust_tested" --no-self-update --profile minimal \
    -c clippy -c rustfmt -t wasm32-unknown-unknown >&2 || return 1
  usable "$rust_tested" && choose "$rust_tested"
}

by_debian() {
  if [ "$(id -u)" != 0 ]; then
    stop "curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y   # then open a new shell"
  fi
  say "installing the compiler of Debian"
  apt gcc libc6-dev rustc-web cargo-web rust-web-src rust-web-llvm lld-22 rust-web-clippy rustfmt-web
  local name=""
  if has rustup; then
    name=debian
    rustup toolchain link debian /usr
  fi
  builds_wasm "$name" || build_wasm_library
  usable "$name" || { say "Debian's compiler is installed and can't build for wasm"; exit 1; }
  choose "$name"
}

# Builds the wasm standard library, because Debian's package has none for this compiler version. Without
# -Cembed-bitcode, link-time optimisation would fail.
build_wasm_library() {
  say "building the wasm standard library (once, a minute)"
  local crate libraries=/usr/lib/rustlib/wasm32-unknown-unknown/lib
  crate=$(mktemp -d)
  mkdir "$crate/src"
  printf '[package]\nname = "nothing"\nversion = "0.0.0"\nedition = "2024"\n' >"$crate/Cargo.toml"
  : >"$crate/src/lib.rs"
  (
    cd "$crate" || exit
    env -u RUSTUP_TOOLCHAIN -u CARGO_TARGET_DIR RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes \
      /usr/bin/cargo build --release --target wasm32-unknown-unknown -Zbuild-std=std,panic_abort >&2
  )
  rm -rf "$libraries"
  mkdir -p "$libraries"
  cp "$crate"/target/wasm32-unknown-unknown/release/deps/*.rlib "$libraries"
  rm -rf "$libraries"/libnothing-*.rlib "$crate"
}
