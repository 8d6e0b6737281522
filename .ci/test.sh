#!/usr/bin/env bash
# Runs the given make targets one after the other, even when one of them fails, and prints a summary. The run fails if
# the exit code of any target is not 0. The numbers of passed and failed tests are only information.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

# Adds up the numbers of tests in a log. Reads the lines of cargo ("test result: ok. 12 passed; 1 failed;") and of
# Playwright ("  1 failed", "  31 passed (4.0m)").
count() { # passed|failed log
  sed 's/\x1b\[[0-9;]*m//g' "$2" |
    awk -v word="$1" '
      /^test result:/ { for (i = 2; i <= NF; i++) if ($i ~ "^" word) sum += $(i - 1) }
      /^ +[0-9]+ / && $2 == word { sum += $1 }
      END { print sum + 0 }'
}

# CI makes a new clone for each run. A target folder outside the clone keeps 300 compiled crates from one run to the
# next. The lock allows only one run at a time to use that folder, because two runs would overwrite each other's
# programs.
if [ "${CI:-}" = true ]; then
  export CARGO_INCREMENTAL=0
  kept=${MOTCUA_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/motcua}
  mkdir -p "$kept"
  exec 9>"$kept/target.lock"
  if [ -z "${CARGO_TARGET_DIR:-}" ] && flock -n 9; then export CARGO_TARGET_DIR=$kept/target; fi
fi

passed=0 failed=0 report=""
for step in "$@"; do
  printf '\n=== %s\n' "$step"
  begun=$SECONDS
  make --no-print-directory "$step" </dev/null 2>&1 9>&- | tee "$logs/$step"
  code=${PIPESTATUS[0]}
  good=$(count passed "$logs/$step") bad=$(count failed "$logs/$step")
  if [ "$code" != 0 ]; then
    verdict=FAILED
    [ "$bad" = 0 ] && bad=1
  else
    verdict=ok
    [ "$good" = 0 ] && good=1
  fi
  passed=$((passed + good)) failed=$((failed + bad))
  report+=$(printf '%-10s %-7s %5d s' "$step" "$verdict" $((SECONDS - begun)))$'\n'
  # A skipped check doesn't fail the target. The summary repeats the message of the skipped check.
  report+=$(sed -n 's/^skipped: /           skipped: /p' "$logs/$step")
  report=${report%$'\n'}$'\n'
done

printf '\n%s\n%d passed, %d failed\n' "$report" "$passed" "$failed"
[ "$failed" = 0 ]
