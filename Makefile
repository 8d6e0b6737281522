# `make serve` starts the app and the backend, `make check` is for before a commit, `make test` runs every check.
# `make help` lists the single steps. Each step installs the tools that it needs (.ci/setup.sh) and runs with them on
# the PATH (.ci/with).

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.NOTPARALLEL:
.DEFAULT_GOAL := help

PORT ?= 8080
with := .ci/with
build_tool := --locked --release --manifest-path tools/build/Cargo.toml

.PHONY: help serve serve-sso check test soak fmt clippy native build-tool suite build app backend sizes contract openapi
.PHONY: e2e mail soak-native soak-e2e load bench bench-page sizes-release trunk picture deny clean setup-rust setup-node
.PHONY: setup-browser setup-bench-page setup-schemathesis setup-mail setup-suite setup-deny

help: ## print this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "%-14s%s\n", $$1, $$2 }' Makefile

serve: build ## build the app and the reference backend and serve both (PORT=8080) in demo mode
	@exec $(with) sh -c 'exec "$$MOTCUA_BACKEND" --listen 127.0.0.1:$(PORT) --data demo-data --app "$$MOTCUA_APP" --demo'

serve-sso: build ## the same with a test identity provider that has invented citizens (PORT=8080)
	@exec $(with) tests/kit/serve_sso.sh $(PORT)

check: ## run the checks before a commit: formatting, lints, native tests
	@.ci/test.sh fmt clippy native

test: ## run every check of the project and print a summary
	@.ci/test.sh fmt clippy native build-tool suite deny build sizes contract mail e2e

soak: ## run long property tests, random walks and benchmarks: before an issue is closed, not in CI
	@.ci/test.sh soak-native soak-e2e bench

fmt: setup-rust ## check the formatting
	$(with) cargo fmt --all -- --check
	$(with) cargo fmt --manifest-path tools/build/Cargo.toml -- --check

clippy: setup-rust ## run clippy; a warning is an error
	$(with) cargo clippy --locked --workspace --all-targets --all-features -- -D warnings

native: setup-rust ## run the tests that need no browser
	$(with) cargo test --locked --workspace

build-tool: setup-rust ## run the lints and tests of tools/build
	$(with) sh -c 'CARGO_TARGET_DIR=$$MOTCUA_BUILD_TARGET exec cargo clippy $(build_tool) --all-targets -- -D warnings'
	$(with) sh -c 'CARGO_TARGET_DIR=$$MOTCUA_BUILD_TARGET exec cargo test $(build_tool)'

suite: setup-rust setup-suite ## run the official JSON Schema test suite against the form engine
	$(with) cargo test --locked --package domain official_suite -- --ignored --nocapture

deny: setup-rust setup-deny ## check crates: licences, sources, bans, duplicate versions, known vulnerabilities
	$(with) .ci/deny.sh

build: ## build the app in dist/ and the reference backend; PORTAL_SETTINGS= is the file of another portal's settings
	@.ci/build.sh app backend

app: ## build only the app
	@.ci/build.sh app

backend: ## build only the reference backend
	@.ci/build.sh backend

sizes: app ## compare the sizes of the app with the budgets and with the last release
	$(with) sh -c '"$$MOTCUA_BUILDER" sizes --wasm "$$MOTCUA_WASM"'

sizes-release: app ## note the present sizes as those of the last release
	$(with) sh -c '"$$MOTCUA_BUILDER" sizes-release --wasm "$$MOTCUA_WASM"'

contract: backend setup-schemathesis ## test the reference backend against openapi.json with schemathesis
	$(with) tests/schemathesis.sh

mail: backend setup-mail ## test e-mails against a real SMTP server
	$(with) tests/mail.sh

e2e: build setup-browser ## run the browser tests
	cd tests/e2e && ../../$(with) playwright test

soak-native: setup-rust ## run the property tests with up to ten times the cases
	PROPTEST_CASES=2560 $(with) cargo test --locked --package domain --package backend --lib

soak-e2e: build setup-browser ## run long random walks in the browser
	cd tests/e2e && TIER=soak ../../$(with) playwright test

load: backend ## measure the backend under load: requests, sign-ins, uploads and wrong passwords at once; fails over a goal
	$(with) cargo test --locked --package backend --test backend load -- --ignored --nocapture

bench: build setup-browser ## measure on a slowed CPU: typing among 200 questions, a list of 19 members and of 500 dossiers, a long history
	cd tests/e2e && TIER=bench ../../$(with) playwright test --project=desktop

bench-page: build setup-bench-page ## measure the first screen beside bare HTML and React; ROUNDS=, ONLY="A B tasks memory half journeys"
	cd tests/e2e && ../../$(with) playwright test --config ../bench

picture: build setup-browser ## take the picture in README.md again
	cd tests/e2e && TIER=picture ../../$(with) playwright test --project=phone

trunk: build setup-browser ## test `trunk serve` and `trunk build --release` in a browser; installs Trunk
	@.ci/trunk.sh

openapi: setup-rust ## generate public/openapi.json from crates/contract
	@mkdir -p target
	$(with) cargo run --locked --quiet --package backend -- openapi > target/openapi.json
	mv target/openapi.json public/openapi.json

clean: ## remove everything that was built; the tools stay
	rm -rf target dist dist.* dist-trunk dist-gallery

setup-rust setup-node setup-browser setup-bench-page setup-schemathesis setup-mail setup-suite setup-deny:
	@.ci/setup.sh $(@:setup-%=%)
