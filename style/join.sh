#!/bin/sh
# Joins the style sheets in cascade order into the one that index.html names.
# Components depend on nothing but the tokens, so their own order is of no account.
set -eu
cd "$(dirname "$0")"

cat tokens.css base.css layout/*.css ui/*.css journey/*.css print.css
