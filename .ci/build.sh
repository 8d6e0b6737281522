#!/usr/bin/env bash
# Compiles the app into dist/ and the reference backend, side by side, and says how far it is.
#   build.sh app | backend | app backend
# Installs what is missing first. What takes less than three seconds says nothing.
# Written for bash 3.2, which macOS has.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/env.sh"
cd "$root"

case " $* " in
  *" app "*) steps="rust node crates builder wasm dist" ;;
  *) steps="rust crates" ;;
esac
case " $* " in *" backend "*) steps="$steps backend" ;; esac

title() { # step
  case $1 in
    rust) echo "a Rust compiler that builds for browsers" ;;
    node) echo "wasm-opt and the browser tests' packages, from npm" ;;
    crates) echo "fetching crates" ;;
    wasm) echo "compiling the app to WebAssembly" ;;
    builder) echo "compiling tools/build, which makes dist/" ;;
    backend) echo "compiling the reference backend" ;;
    dist) echo "making dist/: chunks, wasm-opt, compression" ;;
  esac
}

# Seconds of a step from nothing, and of one that was done here before; measured alone on two cores.
seconds_from_nothing() { # step
  case $1 in rust) echo 15 ;; node) echo 20 ;; crates) echo 15 ;; wasm) echo 135 ;; builder) echo 130 ;; backend) echo 200 ;; dist) echo 40 ;; esac
}
seconds_again() { # step
  case $1 in wasm) echo 55 ;; backend) echo 45 ;; dist) echo 40 ;; *) echo 1 ;; esac
}
was_done_here() { # step
  case $1 in
    rust) [ -f "$MOTCUA_TOOLS/toolchain" ] ;;
    node) [ -d tests/e2e/node_modules ] ;;
    crates) [ -d "${CARGO_HOME:-$HOME/.cargo}/registry/src" ] ;;
    wasm) [ -f "$MOTCUA_WASM" ] ;;
    builder) [ -x "$MOTCUA_BUILDER" ] ;;
    backend) [ -x "$MOTCUA_BACKEND" ] ;;
    dist) [ -f dist/index.html ] ;;
  esac
}

run_rust() { "$here/setup.sh" rust; }
run_node() { "$here/setup.sh" node; }
run_crates() { "$here/setup.sh" crates; }
run_builder() {
  CARGO_TARGET_DIR=$MOTCUA_BUILD_TARGET cargo build --locked --release --manifest-path tools/build/Cargo.toml &&
    mkdir -p "$CARGO_TARGET_DIR" && cp "$MOTCUA_BUILD_TARGET/release/motcua-build" "$MOTCUA_BUILDER"
}
run_wasm() {
  CARGO_TARGET_DIR=$MOTCUA_WASM_TARGET cargo build --locked --release --package motcua \
    --target wasm32-unknown-unknown --features split --config tools/build/split.toml
}
run_backend() { cargo build --locked --package backend --profile backend; }
run_dist() { "$MOTCUA_BUILDER" app --wasm "$MOTCUA_WASM" ${PORTAL_SETTINGS:+--portal "$PORTAL_SETTINGS"}; }

# What is known of the steps: STEP.seconds is what it should take, STEP.begun when it began, STEP.done that it is done.
state=$(mktemp -d)
begun=$SECONDS
# Each background job is a process group of its own, so that stopping it stops the compiler that it runs.
set -m
stop_jobs() {
  local job
  for job in $(jobs -p); do kill -- "-$job" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$state"
}
trap stop_jobs EXIT
trap 'exit 130' INT TERM

count=0
for step in $steps; do
  count=$((count + 1))
  echo "$count" >"$state/$step.number"
  if was_done_here "$step"; then seconds_again "$step"; else seconds_from_nothing "$step"; fi >"$state/$step.seconds"
done

# Minutes left, from the measured seconds of what isn't done. Two steps run at a time; how fast this machine is shows in
# what has been compiled so far. Downloads say nothing of that.
compiling_since=
minutes_left() {
  local step share passed left=0 compiled=0 spent=0
  for step in $steps; do
    share=$(<"$state/$step.seconds") passed=0
    if [ -e "$state/$step.done" ]; then
      passed=$share
    elif [ -e "$state/$step.begun" ]; then
      passed=$((SECONDS - $(<"$state/$step.begun")))
      [ "$passed" -le "$share" ] || passed=$share
    fi
    left=$((left + share - passed))
    case $step in wasm | builder | backend | dist) compiled=$((compiled + passed)) ;; esac
  done
  [ -z "$compiling_since" ] || spent=$((SECONDS - compiling_since))
  # Within the first minute the measured seconds are the better guess.
  if [ "$spent" -gt 60 ] && [ "$compiled" -gt 30 ]; then
    left=$((left * spent / compiled))
  else
    left=$((left * 6 / 10))
  fi
  left=$(((left + 59) / 60))
  # It is never done before it is done.
  echo $((left > 0 ? left : 1))
}

say() { printf 'build: %s\n' "$*" >&2; }

# Runs a step with its output in a file, and shows that only if it fails.
do_step() { # step
  local step=$1 since=$SECONDS
  echo "$SECONDS" >"$state/$step.begun"
  if ! "run_$step" >"$state/$step.log" 2>&1; then
    say "$(name "$step"): FAILED"
    tail -n 60 "$state/$step.log" >&2
    touch "$state/failed"
    return 1
  fi
  touch "$state/$step.done"
  [ ! -e "$state/$step.told" ] || say "$(name "$step"): done in $((SECONDS - since)) s"
}

name() { echo "[$(<"$state/$1.number")/$count] $(title "$1")"; } # step

is_wanted() { [ -e "$state/$1.number" ]; } # step

prepare() {
  do_step rust || return
  if is_wanted node; then do_step node || return; fi
  do_step crates
}

compile_app() {
  do_step wasm || return
  while [ ! -e "$state/builder.done" ]; do sleep 1; done
  do_step dist
}

compile_programs() {
  if is_wanted builder; then do_step builder || return; fi
  if is_wanted backend; then do_step backend; fi
}

is_running() { [ -e "$state/$1.begun" ] && [ ! -e "$state/$1.done" ]; } # step

is_done() { # steps
  local step
  for step in "$@"; do [ -e "$state/$step.done" ] || return 1; done
}

# Says which steps have begun, once each is known to take its time, and a word now and then, so that nobody thinks it hangs.
say_how_far() {
  local step running=""
  for step in $steps; do
    is_running "$step" || continue
    running="$running${running:+; }$(title "$step")"
    if [ ! -e "$state/$step.told" ] && [ $((SECONDS - $(<"$state/$step.begun"))) -ge 3 ]; then
      touch "$state/$step.told"
      say "$(name "$step") (about $(minutes_left) min left in all)"
      last_word=$SECONDS
    fi
  done
  if [ $((SECONDS - last_word)) -ge 30 ]; then
    say "$((SECONDS - begun)) s: $running (about $(minutes_left) min left in all)"
    last_word=$SECONDS
  fi
}

# Waits until the steps are done. The first job that fails ends the build, and the trap stops the other.
wait_for() { # steps
  until is_done "$@"; do
    if [ -e "$state/failed" ] || [ -z "$(jobs -r)" ]; then
      is_done "$@" && break
      exit 1
    fi
    say_how_far
    sleep 0.2
  done
}

last_word=$SECONDS
prepare &
if is_wanted node; then wait_for rust node crates; else wait_for rust crates; fi
# The toolchain is known only now.
. "$here/env.sh"
compiling_since=$SECONDS
if is_wanted wasm; then compile_app & fi
compile_programs &
wait_for $steps
