# Two commands need nothing but Python 3.11+ and make: `make demo` and `make test`.
# Everything lives in .venv; `make clean` takes it away again.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check bench completions docs clean

demo: $(VENV)/.user
	@QUOTECLI_DB=$(VENV)/demo.sqlite $(BIN)/quotecli index corpus
	@QUOTECLI_DB=$(VENV)/demo.sqlite $(BIN)/quotecli search --speaker Putin --limit 5

test: check
	@$(BIN)/pytest -q

check: $(VENV)/.dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

bench: $(VENV)/.dev
	@$(BIN)/python benchmarks/startup.py
	@$(BIN)/python benchmarks/search.py
	@$(BIN)/python benchmarks/retrieval.py
	@$(BIN)/python benchmarks/indexing.py
	@$(BIN)/python benchmarks/registry.py

# What the program prints for each shell; a test compares.
completions: $(VENV)/.dev
	@_QUOTECLI_COMPLETE=source_bash $(BIN)/quotecli > completions/quotecli.bash
	@_QUOTECLI_COMPLETE=source_zsh $(BIN)/quotecli > completions/_quotecli
	@_QUOTECLI_COMPLETE=source_fish $(BIN)/quotecli > completions/quotecli.fish

docs: $(VENV)/.dev
	@$(BIN)/python docs/examples.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# pip's own remarks (a newer pip, a mirror without a page) are no concern of the person who
# types `make`: errors alone are shown.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "quotecli needs Python 3.11 or newer, and $(PYTHON) is " + sys.version.split()[0] + ": try make PYTHON=python3.12")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.user: $(VENV)/bin/python pyproject.toml
	@echo "setting up $(VENV) ..."
	@$(BIN)/pip install -qq --disable-pip-version-check -e .
	@touch $@

$(VENV)/.dev: $(VENV)/bin/python pyproject.toml
	@echo "setting up $(VENV) for development ..."
	@$(BIN)/pip install -qq --disable-pip-version-check -e '.[dev]'
	@touch $@ $(VENV)/.user
