# Everything a newcomer needs: make demo, make test. Needs only make and a Python of 3.11, 3.12 or 3.13; asks nothing, no root.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help demo test check lock docs clean

# uv cannot fetch a Python in every place, so it must not try
export UV_PYTHON_DOWNLOADS := never
export UV_NO_PROGRESS := 1

VENV := .venv
BIN := $(VENV)/bin
SERVE ?= 1

# The newest Python that really runs: version shims may exist for versions that do not.
PYTHON ?= $(shell for v in 3.13 3.12 3.11; do \
	for p in python$$v $$HOME/.pyenv/versions/$$v.*/bin/python3 $${PYENV_ROOT:-/nonexistent}/versions/$$v.*/bin/python3 python3; do \
	"$$p" -c "import sys, venv, ensurepip, ssl; sys.exit('%d.%d' % sys.version_info[:2] != '$$v')" >/dev/null 2>&1 && { echo "$$p"; exit; }; done; done)

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

demo: $(VENV)/base.stamp ## set up and take the guided tour (SERVE=0 only prints)
	@$(BIN)/habeas demo

test: $(VENV)/dev.stamp ## set up and run the tests
	@$(BIN)/pytest -n 2

check: $(VENV)/dev.stamp ## ruff, mypy, import contracts, docs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

docs: $(VENV)/dev.stamp ## build the documentation into site/
	$(BIN)/mkdocs build --strict

lock: .tools/uv ## lock the dependencies again, with hashes
	.tools/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --no-emit-index-url pyproject.toml -o requirements/base.lock
	.tools/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --no-emit-index-url pyproject.toml --extra pdf --extra postgres --group dev --group docs -c requirements/base.lock -o requirements/dev.lock

clean: ## remove what set-up made
	rm -rf $(VENV) .tools site

.tools/uv: requirements/uv.lock
	@test -n "$(PYTHON)" || { echo "Habeas needs Python 3.11, 3.12 or 3.13 with its venv module; none was found on the path or in ~/.pyenv/versions. Install one and run make again."; exit 1; }
	@echo "Setting up with $(PYTHON)"
	@"$(PYTHON)" -m venv .tools
	@.tools/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.lock
	@touch $@

$(VENV)/python.stamp: .tools/uv
	@.tools/bin/uv venv --quiet --clear --python .tools/bin/python $(VENV)
	@touch $@

$(VENV)/base.stamp: $(VENV)/python.stamp requirements/base.lock pyproject.toml
	@.tools/bin/uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements/base.lock
	@.tools/bin/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/base.stamp requirements/dev.lock
	@.tools/bin/uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements/dev.lock
	@touch $@
