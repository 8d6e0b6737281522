# Two commands: `make serve` shows the app, `make test` checks everything. `make help` lists the single steps.
# Each installs what it needs (.ci/setup.sh) and runs where the tools are (.ci/with).

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.NOTPARALLEL:
.DEFAULT_GOAL := help

PORT ?= 8080
with := .ci/with

# Folders are listed too: their time tells of a file taken away.
app_sources := $(shell find $(wildcard src style public crates/contract crates/domain crates/media .ci/split .ci/bindgen)) \
  .ci/parts.mjs Cargo.toml Cargo.lock Trunk.toml index.html .cargo/config.toml

.PHONY: help serve serve-sso test fmt clippy native suite app gallery sizes contract openapi e2e bench backend clean
.PHONY: deny setup-rust setup-app setup-browser setup-schemathesis setup-suite setup-deny

help: ## this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "%-10s%s\n", $$1, $$2 }' Makefile

serve: app backend ## build the app and the reference backend and serve both (PORT=8080) in demo mode
	@exec $(with) sh -c 'exec "$$MOTCUA_BACKEND" --listen 127.0.0.1:$(PORT) --data demo-data --app "$$MOTCUA_APP" --demo'

serve-sso: app backend ## the same, with an identity provider of invented citizens beside it (PORT=8080)
	@exec $(with) tests/kit/serve_sso.sh $(PORT)

test: ## every step below, with a summary
	@.ci/test.sh fmt clippy native suite deny app gallery sizes contract e2e

fmt: setup-rust ## formatting
	$(with) cargo fmt --all -- --check

clippy: setup-rust ## lints, warnings denied
	$(with) cargo clippy --locked --workspace --all-targets -- -D warnings
	$(with) cargo clippy --locked --package motcua --all-targets --features gallery -- -D warnings

native: setup-rust ## tests that need no browser
	$(with) cargo test --locked --workspace

suite: setup-rust setup-suite ## the official tests of JSON Schema against the form engine
	$(with) cargo test --locked --package domain official_suite -- --ignored --nocapture

deny: setup-rust setup-deny ## licences, sources, banned and doubled crates, known weaknesses
	$(with) .ci/deny.sh

app: setup-app dist/index.html.br ## the release build, in dist/

gallery: setup-app dist-gallery/index.html ## the development build with the design system's gallery, in dist-gallery/

sizes: app ## what the first screen costs, against the budgets
	$(with) node .ci/sizes.mjs dist
	$(with) sh -c 'node .ci/engine.mjs "$$CARGO_TARGET_DIR/wasm32-unknown-unknown/release/motcua.wasm"'

contract: backend setup-schemathesis ## schemathesis against the reference backend
	$(with) tests/schemathesis.sh

e2e: app gallery backend setup-browser ## the browser tests
	cd tests/e2e && ../../$(with) playwright test

bench: app backend setup-browser ## what a typed letter costs on a form of 200 questions, on a slowed core
	cd tests/e2e && BENCH=1 ../../$(with) playwright test --project=desktop typing_cost

backend: setup-rust
	$(with) cargo build --locked --package backend --profile backend

openapi: setup-rust ## write public/openapi.json anew from the contract
	@mkdir -p target
	$(with) cargo run --locked --quiet --package backend -- openapi > target/openapi.json
	mv target/openapi.json public/openapi.json

clean: ## forget what was built here; the tools stay
	rm -rf target dist dist-gallery

setup-rust setup-app setup-browser setup-schemathesis setup-suite setup-deny:
	@.ci/setup.sh $(@:setup-%=%)

dist/index.html.br: $(app_sources) | setup-app
	$(with) trunk build --release --offline --locked
	$(with) node .ci/compress.mjs dist

dist-gallery/index.html: $(app_sources) | setup-app
	$(with) trunk build --offline --locked --features gallery --dist dist-gallery
