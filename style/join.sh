#!/bin/sh
# Prints the style sheets, joined in cascade order: one request before the first screen shows.
# Components depend on nothing but the tokens, so their own order is of no account.
set -eu
cd "$(dirname "$0")"
cat tokens.css base.css layout/*.css ui/*.css journey/*.css print.css
