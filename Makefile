# `make run` and `make test` work on a bare machine with Python 3.11 or newer.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SOURCES := bot conversations domain tests
PEERS := $(basename $(wildcard tests/benchmarks/peers/*.in))

# Whoever starts often wants every file compiled once.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run test check soak bench handbook lock format

help: ## say what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

run: $(READY) ## run the bot, or a consult in the terminal where no token is set
	@$(BIN)/tace-consult run

test: check ## check style, types and layers, then run every test
	$(BIN)/pytest --numprocesses 2 --dist worksteal -m covers --cov --cov-report term --cov-fail-under 100 \
	    tests/domain tests/conversations
	$(BIN)/pytest --numprocesses 3 --dist worksteal -m "not covers"

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

soak: $(READY) ## kill the bot and send it hostile updates for an hour or two: docs/operations.md
	$(BIN)/python -m tests.soak

bench: $(READY) ## measure how fast everything is, beside other ways to build such a bot
	$(BIN)/python -m tests.benchmarks

handbook: $(READY) ## write docs/handbook from the rules themselves
	$(BIN)/tace-consult handbook --out docs/handbook

format: $(READY) ## set the source in order
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: $(READY) ## lock the newest versions that pyproject.toml allows, with their hashes
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
	    --no-emit-index-url --no-header --no-annotate pyproject.toml --output-file requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
	    --no-emit-index-url --no-header --no-annotate --group dev \
	    --constraints requirements.lock pyproject.toml --output-file requirements-dev.lock
	for peer in $(PEERS); do \
	    $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
	        --no-emit-index-url --no-header --no-annotate $$peer.in --output-file $$peer.lock \
	        || exit 1; \
	done

$(READY): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	    || { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11"; exit 2; }
	@echo "Setting up $(VENV), once: this takes a minute."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)
