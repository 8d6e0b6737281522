#!/usr/bin/env bash
# Compiles the app into dist/ and the reference backend, side by side, and says how far it is.
#   build.sh app | backend | app backend
# Installs what is missing first. A step that has nothing to do takes a second and says nothing.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/env.sh"
cd "$root"

# Each step: seconds it takes from nothing, and after a change; measured alone on two cores (make timings).
declare -A first=([rust]=15 [node]=20 [crates]=15 [wasm]=135 [builder]=130 [backend]=240 [dist]=65)
declare -A again=([rust]=1 [node]=1 [crates]=1 [wasm]=65 [builder]=1 [backend]=60 [dist]=65)
declare -A title=(
  [rust]="a Rust compiler that builds for browsers"
  [node]="wasm-opt and the browser tests' packages, from npm"
  [crates]="fetching crates"
  [wasm]="compiling the app to WebAssembly"
  [builder]="compiling tools/build, which makes dist/"
  [backend]="compiling the reference backend"
  [dist]="making dist/: chunks, wasm-opt, compression"
)
builder=$MOTCUA_BUILD_TARGET/release/motcua-build

run_rust() { "$here/setup.sh" rust; }
run_node() { "$here/setup.sh" node; }
run_crates() { "$here/setup.sh" crates; }
run_builder() {
  CARGO_TARGET_DIR=$MOTCUA_BUILD_TARGET cargo build --locked --release --manifest-path tools/build/Cargo.toml
}
run_wasm() {
  CARGO_TARGET_DIR=$MOTCUA_WASM_TARGET cargo build --locked --release --package motcua \
    --target wasm32-unknown-unknown --features split --config tools/build/split.toml
}
run_backend() { cargo build --locked --package backend --profile backend; }
run_dist() { "$builder" app --wasm "$MOTCUA_WASM" ${PORTAL_SETTINGS:+--portal "$PORTAL_SETTINGS"}; }

# made STEP: whether the step has been done here before, so that little or nothing is left to do.
made() {
  case $1 in
    rust) [ -f "$MOTCUA_TOOLS/toolchain" ] ;;
    node) [ -d tests/e2e/node_modules ] ;;
    crates) [ -d "${CARGO_HOME:-$HOME/.cargo}/registry/src" ] ;;
    wasm) [ -f "$MOTCUA_WASM" ] ;;
    builder) [ -x "$builder" ] ;;
    backend) [ -x "$MOTCUA_BACKEND" ] ;;
    dist) [ -f dist/index.html ] ;;
  esac
}

wanted=" $* "
steps=(rust crates)
case $wanted in *" app "*) steps=(rust node crates builder wasm dist) ;; esac
case $wanted in *" backend "*) steps+=(backend) ;; esac

state=$(mktemp -d)
begun=$SECONDS
trap 'exit 130' INT TERM
# Each lane is a process group of its own, so that stopping it stops the compiler that it runs.
set -m
reporter=
trap 'for job in $(jobs -p) $reporter; do kill -- "-$job" 2>/dev/null || true; done; rm -rf "$state"' EXIT

# What is known of each step before anything starts.
declare -A seconds number
count=0
for step in "${steps[@]}"; do
  count=$((count + 1))
  number[$step]=$count
  if made "$step"; then seconds[$step]=${again[$step]}; else seconds[$step]=${first[$step]}; fi
done

# Minutes left, from the measured shares of what isn't done. Two steps run at a time; how fast this machine is shows in
# what has been compiled so far. Downloads say nothing of that.
compiling_since=
minutes_left() {
  local step share running left=0 compiled=0 spent=0
  for step in "${steps[@]}"; do
    share=${seconds[$step]} running=0
    if [ -e "$state/$step.done" ]; then
      running=$share
    elif [ -e "$state/$step.begun" ]; then
      running=$((SECONDS - $(<"$state/$step.begun")))
      [ "$running" -le "$share" ] || running=$share
    fi
    left=$((left + share - running))
    case $step in wasm | builder | backend | dist) compiled=$((compiled + running)) ;; esac
  done
  [ -z "$compiling_since" ] || spent=$((SECONDS - compiling_since))
  # Within the first minute the measured seconds are the better guess.
  if [ "$spent" -gt 60 ] && [ "$compiled" -gt 30 ]; then
    left=$((left * spent / compiled))
  else
    left=$((left * 6 / 10))
  fi
  # It is never done before it is done.
  left=$(((left + 59) / 60))
  echo $((left > 0 ? left : 1))
}

say() { printf 'build: %s\n' "$*" >&2; }

# do_step STEP: runs it with its output in a file, and shows that only if it fails.
do_step() {
  local step=$1 since=$SECONDS
  echo "$SECONDS" >"$state/$step.begun"
  if [ "${seconds[$step]}" -gt 2 ]; then
    say "[${number[$step]}/$count] ${title[$step]} (about $(minutes_left) min left in all)"
  fi
  if ! "run_$step" >"$state/$step.log" 2>&1; then
    say "[${number[$step]}/$count] ${title[$step]}: FAILED"
    tail -n 60 "$state/$step.log" >&2
    rm "$state/$step.begun"
    touch "$state/failed"
    return 1
  fi
  touch "$state/$step.done"
  [ $((SECONDS - since)) -lt 5 ] || say "[${number[$step]}/$count] ${title[$step]}: done in $((SECONDS - since)) s"
}

wait_for() { # step
  while [ ! -e "$state/$1.done" ]; do
    [ ! -e "$state/failed" ] || return 1
    sleep 1
  done
}

# A word now and then, so that nobody thinks it hangs.
say_how_far() {
  while sleep 30; do
    local step running=""
    for step in "${steps[@]}"; do
      if [ -e "$state/$step.begun" ] && [ ! -e "$state/$step.done" ]; then running+="${running:+; }${title[$step]}"; fi
    done
    say "$((SECONDS - begun)) s: $running (about $(minutes_left) min left in all)"
  done
}

has() { [ -n "${number[$1]:-}" ]; }

do_step rust
# The toolchain is known only now.
. "$here/env.sh"
if has node; then do_step node; fi
do_step crates
compiling_since=$SECONDS
say_how_far &
reporter=$!
disown "$reporter"
if has dist; then
  { do_step wasm && wait_for builder && do_step dist; } &
fi
{ { ! has builder || do_step builder; } && { ! has backend || do_step backend; }; } &
# The first lane that fails ends the build; the trap stops the other.
lanes=1
if has dist; then lanes=2; fi
while [ "$lanes" -gt 0 ]; do
  wait -n || exit 1
  lanes=$((lanes - 1))
done
