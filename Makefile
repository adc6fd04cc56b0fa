# Everything a newcomer needs: make demo, make test. Needs only make and a Python of 3.11, 3.12 or 3.13; asks nothing, no root.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help demo extras test check scale lock docs clean

# uv cannot fetch a Python in every place, so it must not try
export UV_PYTHON_DOWNLOADS := never
export UV_NO_PROGRESS := 1
# a borrowed environment must not leak into ours
unexport PYTHONPATH PYTHONHOME VIRTUAL_ENV CONDA_PREFIX UV_SYSTEM_PYTHON UV_PYTHON UV_EXCLUDE_NEWER

VENV := .venv
BIN := $(VENV)/bin
SERVE ?= 1

# uv, keeping downloads where it likes or, where that folder cannot be written, in .tools/cache
UV = cache="$${UV_CACHE_DIR:-$${XDG_CACHE_HOME:-$${HOME:-/nonexistent}/.cache}/uv}"; \
	{ mkdir -p "$$cache" && touch "$$cache/.probe" && rm -f "$$cache/.probe"; } 2>/dev/null || cache="$(CURDIR)/.tools/cache"; \
	UV_CACHE_DIR="$$cache" .tools/bin/uv
# NO_BUILD=--no-build refuses anything that does not come as a wheel
INSTALL = $(UV) pip install --quiet --python $(BIN)/python
# only releases that come as wheels: a newcomer's machine may hold no compiler
COMPILE = $(UV) pip compile --quiet --universal --no-build --generate-hashes --python-version 3.11 \
	--no-header --no-emit-index-url $(if $(UPGRADE),--upgrade)

# The newest Python that really runs: version shims may exist for versions that do not.
# `make demo PYTHON=/path/to/python3` chooses one by hand.
PYTHON = $(shell for v in 3.13 3.12 3.11; do \
	for p in python$$v $$HOME/.pyenv/versions/$$v.*/bin/python3 $${PYENV_ROOT:-/nonexistent}/versions/$$v.*/bin/python3 python3; do \
	"$$p" -c "import sys, venv, ensurepip, ssl; sys.exit('%d.%d' % sys.version_info[:2] != '$$v')" >/dev/null 2>&1 && { echo "$$p"; exit; }; done; done)

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

demo: $(VENV)/base.stamp ## set up and take the guided tour (SERVE=0 only prints)
	@$(BIN)/habeas demo $(if $(filter 0,$(SERVE)),,--serve)

extras: $(VENV)/base.stamp ## add the reading of Russian and of PDF, and registers on PostgreSQL
	@$(INSTALL) $(NO_BUILD) --constraints requirements/dev.lock -r pyproject.toml --extra pdf --extra postgres --group russian
	@$(INSTALL) $(NO_BUILD) --no-deps --require-hashes -r requirements/models.lock

test: $(VENV)/dev.stamp ## set up and run the tests (ARGS="tests/kernel -x" narrows them)
	@$(BIN)/python -m pytest -n 2 $(ARGS)

check: $(VENV)/dev.stamp ## ruff, mypy, import contracts, docs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

scale: $(VENV)/scale.stamp ## add the engine of linkage in bulk (habeas dedupe), with its tests

docs: $(VENV)/dev.stamp ## build the documentation into site/
	$(BIN)/mkdocs build --strict

lock: .tools/uv ## lock the dependencies again, with hashes (UPGRADE=1 takes newer releases)
	@$(COMPILE) --no-annotate requirements/uv.in -o requirements/uv.lock
	@$(COMPILE) --no-annotate --no-deps requirements/models.in -o requirements/models.lock
	@$(COMPILE) pyproject.toml --group build -o requirements/base.lock
	@$(COMPILE) pyproject.toml --group build --group dev --group docs --group russian --extra pdf --extra postgres -c requirements/base.lock -o requirements/dev.lock
	@$(COMPILE) pyproject.toml --extra scale -c requirements/dev.lock -o requirements/scale.lock

clean: ## remove what set-up made
	rm -rf $(VENV) .tools site .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.tools/uv: requirements/uv.lock
	@test -n "$(PYTHON)" || { echo "Habeas needs Python 3.11, 3.12 or 3.13 with its venv module; none was found on the path or in ~/.pyenv/versions. Install one and run make again."; exit 1; }
	@echo "Setting up with $(PYTHON)"
	@"$(PYTHON)" -m venv --clear .tools
	@.tools/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.lock
	@touch $@

$(VENV)/python.stamp: .tools/uv
	@$(UV) venv --quiet --clear --no-project --python .tools/bin/python $(VENV)
	@touch $@

$(VENV)/base.stamp: $(VENV)/python.stamp requirements/base.lock pyproject.toml
	@echo "Installing what requirements/base.lock names"
	@$(INSTALL) $(NO_BUILD) --compile-bytecode --require-hashes -r requirements/base.lock
	@$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/base.stamp requirements/dev.lock requirements/models.lock
	@echo "Installing what requirements/dev.lock adds"
	@$(INSTALL) $(NO_BUILD) --require-hashes -r requirements/dev.lock
	@$(INSTALL) $(NO_BUILD) --no-deps --require-hashes -r requirements/models.lock
	@touch $@

$(VENV)/scale.stamp: $(VENV)/dev.stamp requirements/scale.lock
	@echo "Installing what requirements/scale.lock adds"
	@$(INSTALL) $(NO_BUILD) --require-hashes -r requirements/scale.lock
	@touch $@
