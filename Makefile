# Two commands for a newcomer: `make demo` and `make test`.
# Needs python3 (3.11 to 3.13) with pip, and make.  Everything lands in .venv; nothing else is touched.
# Stamps under .venv/.stamps make a second run quick and free of the network.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMPS := $(VENV)/.stamps
SOURCES := $(shell find src/polybe -type f -not -name '*.pyc' -not -name '.*' 2>/dev/null)
SAMPLES := $(wildcard samples/*.txt samples/*.jsonl)
LANG_OPTION := $(if $(POLYBE_LANG),--lang $(POLYBE_LANG))

export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: demo test lint types rooms codebook unit bench gate lock clean help
.DELETE_ON_ERROR:

help:
	@echo "make demo   install, code the sample articles, print the account, write demo/account.html"
	@echo "make test   every check and every test"
	@echo "make bench  speed, start-up and memory; the store up to 100,000 documents takes an hour"
	@echo "make gate   accuracy by kind, type and slot; fails below the floors of tests/gate/floors.json"
	@echo "make lock   resolve the dependencies anew into requirements/*.lock"
	@echo "make clean  remove what the commands above made"

# ---- environment ---------------------------------------------------------------------------

$(STAMPS)/venv:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || { \
	  echo "Polybe needs Python 3.11, 3.12 or 3.13; $(PYTHON) is another. Try: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@rm -rf $(VENV)
# Debian without python3-venv has no ensurepip: its own pip then furnishes the environment.
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { rm -rf $(VENV); \
	  $(PYTHON) -m venv --without-pip $(VENV) && \
	  $(PYTHON) -m pip --python $(BIN)/python install --quiet pip; } || { \
	  echo "Cannot make $(VENV): install python3-pip or python3-venv (apt-get install python3-venv)." >&2; exit 1; }
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/core: requirements/core.lock $(STAMPS)/venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/core.lock
	@touch $@

$(STAMPS)/dev: requirements/dev.lock $(STAMPS)/core
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.lock
	@touch $@

$(STAMPS)/polybe: pyproject.toml $(STAMPS)/core
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(STAMPS)/gazetteer: $(STAMPS)/polybe $(shell find src/polybe/gazetteer src/polybe/packs/world -type f -name '*.py' -o -name '*.toml' 2>/dev/null)
	$(BIN)/polybe $(LANG_OPTION) gazetteer build
	@touch $@

# ---- demo ----------------------------------------------------------------------------------

demo: demo/account.html demo/samples.jsonl
	@$(BIN)/polybe $(LANG_OPTION) read demo/samples.jsonl
	@echo
	@echo "demo/account.html: open it in a browser; it needs no network."

demo/samples.jsonl: $(STAMPS)/gazetteer $(SAMPLES) $(SOURCES)
	@mkdir -p demo
	$(BIN)/polybe $(LANG_OPTION) code $(SAMPLES) --output $@

demo/account.html: demo/samples.jsonl
	$(BIN)/polybe $(LANG_OPTION) brief demo/samples.jsonl --output $@

# ---- checks --------------------------------------------------------------------------------

test: lint types rooms codebook unit

lint: $(STAMPS)/dev
	$(BIN)/ruff check src tests bench tools
	$(BIN)/ruff format --check src tests bench tools

types: $(STAMPS)/dev $(STAMPS)/polybe
	$(BIN)/mypy

rooms: $(STAMPS)/dev $(STAMPS)/polybe
	$(BIN)/lint-imports

codebook: $(STAMPS)/gazetteer
	$(BIN)/polybe codebook check

unit: $(STAMPS)/dev $(STAMPS)/gazetteer
	$(BIN)/python -m pytest

bench: $(STAMPS)/dev $(STAMPS)/gazetteer
	$(BIN)/python bench/bench.py
	$(BIN)/python bench/reading.py
	$(BIN)/python bench/engine.py
	$(BIN)/python bench/store.py

gate: $(STAMPS)/dev $(STAMPS)/gazetteer
	$(BIN)/python -m tests.gate.gate

# ---- upkeep --------------------------------------------------------------------------------

UV_COMPILE = UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --no-config --universal \
  --python-version 3.11 --generate-hashes --quiet pyproject.toml

lock: $(STAMPS)/dev
	$(UV_COMPILE) --extra en --output-file requirements/core.lock
	$(UV_COMPILE) --extra dev --constraint requirements/core.lock --output-file requirements/dev.lock

clean:
	rm -rf $(VENV) demo build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .coverage .hypothesis
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
