#!/bin/sh
# Prints all style sheets in cascade order, to be one file: one request instead of many before the first screen.
# A component uses nothing but the tokens, so the order of the components doesn't matter.
set -eu
cd "$(dirname "$0")"
cat tokens.css base.css layout/*.css ui/*.css journey/*.css print.css
