#!/usr/bin/env bash
# Tests the e-mails of the reference backend against a real SMTP server, in a folder that is removed afterwards.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$MOTCUA_MAIL/bin/python" tests/mail/mail_test.py "${MOTCUA_BACKEND:-target/backend/backend}" "$work"
