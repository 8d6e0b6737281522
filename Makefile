# `make serve` shows the app, `make check` is for before a commit, `make test` guards everything.
# `make help` lists the single steps. Each installs what it needs (.ci/setup.sh) and runs where the tools are (.ci/with).

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.NOTPARALLEL:
.DEFAULT_GOAL := help

PORT ?= 8080
with := .ci/with
build_tool := --locked --release --manifest-path tools/build/Cargo.toml

.PHONY: help serve serve-sso check test soak fmt clippy native build-tool suite build app backend sizes contract openapi
.PHONY: e2e soak-native soak-e2e bench trunk picture deny clean setup-rust setup-node setup-browser setup-schemathesis setup-suite
.PHONY: setup-deny

help: ## this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "%-13s%s\n", $$1, $$2 }' Makefile

serve: build ## build the app and the reference backend and serve both (PORT=8080) in demo mode
	@exec $(with) sh -c 'exec "$$MOTCUA_BACKEND" --listen 127.0.0.1:$(PORT) --data demo-data --app "$$MOTCUA_APP" --demo'

serve-sso: build ## the same, with an identity provider of invented citizens beside it (PORT=8080)
	@exec $(with) tests/kit/serve_sso.sh $(PORT)

check: ## before a commit: formatting, lints, native tests
	@.ci/test.sh fmt clippy native

test: ## every step that guards the project, with a summary
	@.ci/test.sh fmt clippy native build-tool suite deny build sizes contract e2e

soak: ## property tests, random walks and benches, all long; before an issue is closed, not in CI
	@.ci/test.sh soak-native soak-e2e bench

fmt: setup-rust ## formatting
	$(with) cargo fmt --all -- --check
	$(with) cargo fmt --manifest-path tools/build/Cargo.toml -- --check

clippy: setup-rust ## lints, warnings denied
	$(with) cargo clippy --locked --workspace --all-targets --all-features -- -D warnings

native: setup-rust ## tests that need no browser
	$(with) cargo test --locked --workspace

build-tool: setup-rust ## lints and tests of tools/build
	$(with) sh -c 'CARGO_TARGET_DIR=$$MOTCUA_BUILD_TARGET exec cargo clippy $(build_tool) --all-targets -- -D warnings'
	$(with) sh -c 'CARGO_TARGET_DIR=$$MOTCUA_BUILD_TARGET exec cargo test $(build_tool)'

suite: setup-rust setup-suite ## the official tests of JSON Schema against the form engine
	$(with) cargo test --locked --package domain official_suite -- --ignored --nocapture

deny: setup-rust setup-deny ## licences, sources, banned and doubled crates, known weaknesses
	$(with) .ci/deny.sh

build: ## the app, in dist/, and the reference backend; PORTAL_SETTINGS= names another portal's settings
	@.ci/build.sh app backend

app: ## the app alone
	@.ci/build.sh app

backend: ## the reference backend alone
	@.ci/build.sh backend

sizes: app ## what the first screen costs, against the budgets
	$(with) sh -c '"$$MOTCUA_BUILDER" sizes --wasm "$$MOTCUA_WASM"'

contract: backend setup-schemathesis ## schemathesis against the reference backend
	$(with) tests/schemathesis.sh

e2e: build setup-browser ## the browser tests
	cd tests/e2e && ../../$(with) playwright test

soak-native: setup-rust ## the property tests with up to ten times the cases
	PROPTEST_CASES=2560 $(with) cargo test --locked --package domain --package backend --lib

soak-e2e: build setup-browser ## long random walks in the browser
	cd tests/e2e && TIER=soak ../../$(with) playwright test

bench: build setup-browser ## what a typed letter costs on a form of 200 questions, on a slowed core
	cd tests/e2e && TIER=bench ../../$(with) playwright test --project=desktop

picture: build setup-browser ## take the picture of README.md anew
	cd tests/e2e && TIER=picture ../../$(with) playwright test --project=phone

trunk: build setup-browser ## `trunk serve` and `trunk build --release`, tried in a browser; installs Trunk
	@.ci/trunk.sh

openapi: setup-rust ## write public/openapi.json anew from the contract
	@mkdir -p target
	$(with) cargo run --locked --quiet --package backend -- openapi > target/openapi.json
	mv target/openapi.json public/openapi.json

clean: ## forget what was built here; the tools stay
	rm -rf target dist dist.* dist-trunk dist-gallery

setup-rust setup-node setup-browser setup-schemathesis setup-suite setup-deny:
	@.ci/setup.sh $(@:setup-%=%)
