#!/usr/bin/env bash
# Builds the app in dist/ and the reference backend in parallel, and prints the progress.
#   build.sh app | backend | app backend
# Installs missing tools first. A step that takes less than three seconds prints nothing.
# Written for bash 3.2, the version of macOS.
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

# The two functions below print how many seconds a step is expected to take: `seconds_from_nothing` for the first build
# on this machine, `seconds_again` for a later build. The seconds were measured on two cores, with one step at a time.
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

# `state` is a folder of small files that record the state of each step: STEP.seconds contains the expected duration,
# STEP.begun contains the start time, and STEP.done exists when the step is done.
state=$(mktemp -d)
begun=$SECONDS
# Each background job gets its own process group, so that stopping the job also stops its compiler.
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

# Estimates how many minutes the build still needs, from the expected seconds of the remaining steps and from the fact
# that two steps run at a time. Compares the expected and the real time of the compiling steps, to find out how fast
# this machine is. Downloads don't count, because their time depends on the network.
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
  # Corrects the estimated time left by the speed of this machine. In the first minute, too little is compiled to
  # measure that speed.
  if [ "$spent" -gt 60 ] && [ "$compiled" -gt 30 ]; then
    left=$((left * spent / compiled))
  else
    left=$((left * 6 / 10))
  fi
  left=$(((left + 59) / 60))
  # As long as the build runs, the estimate is at least one minute.
  echo $((left > 0 ? left : 1))
}

say() { printf 'build: %s\n' "$*" >&2; }

# Runs a step and writes its output to a log file. Prints the end of the log file if the step fails.
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
  [ ! -e "$state/$step.printed" ] || say "$(name "$step"): done in $((SECONDS - since)) s"
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

# Prints each step once it has run for three seconds. Also prints the progress of the build every 30 seconds.
print_progress() {
  local step running=""
  for step in $steps; do
    is_running "$step" || continue
    running="$running${running:+; }$(title "$step")"
    if [ ! -e "$state/$step.printed" ] && [ $((SECONDS - $(<"$state/$step.begun"))) -ge 3 ]; then
      touch "$state/$step.printed"
      say "$(name "$step") (about $(minutes_left) min left in all)"
      last_printed=$SECONDS
    fi
  done
  if [ $((SECONDS - last_printed)) -ge 30 ]; then
    say "$((SECONDS - begun)) s: $running (about $(minutes_left) min left in all)"
    last_printed=$SECONDS
  fi
}

# Waits until the given steps are done. If the job of a step fails, the build ends, and the trap stops the other job.
wait_for() { # steps
  until is_done "$@"; do
    if [ -e "$state/failed" ] || [ -z "$(jobs -r)" ]; then
      is_done "$@" && break
      exit 1
    fi
    print_progress
    sleep 0.2
  done
}

last_printed=$SECONDS
prepare &
if is_wanted node; then wait_for rust node crates; else wait_for rust crates; fi
# Reads env.sh again, because the step `rust` has chosen the toolchain in the meantime.
. "$here/env.sh"
compiling_since=$SECONDS
if is_wanted wasm; then compile_app & fi
compile_programs &
wait_for $steps
