#!/bin/sh
# Prints all style sheets, one after the other, in the order of the cascade. The build writes them into one file, so
# that the browser needs one request instead of many before the first screen. The order of the files in ui/ doesn't
# matter, because a component's style sheet depends only on tokens.css.
set -eu
cd "$(dirname "$0")"
cat tokens.css base.css layout/*.css ui/*.css journey/*.css print.css
# public/boot.js looks for this property to tell whether the browser has read the style sheet to its end.
printf ':root { --style-end: 1; }\n'
