# `make site` and `make test` each install what they need, once, and then do their work.
.PHONY: site serve api wheel test unit lint bench pictures lock clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Source texts that may not be published lie outside the checkout; the tests use them where they are.
EXTRA_SEEDS ?= ../shared/seeds
# A scorer with annotated articles beside it, which may not be published either.
SCORER ?= ../shared/eval/score.py
# Material announces its end of life at every start; decisions/001 says what follows for us.
export NO_MKDOCS_2_WARNING := 1

site: $(VENV)/.site
	$(BIN)/mkdocs build --strict

serve: $(VENV)/.site
	$(BIN)/mkdocs serve

api: site
	@echo "The reference of the library: site/guide/api/index.html"

wheel: $(VENV)/.site
	$(BIN)/hatchling build -t wheel -d dist
	@echo "Install it with: pip install $$(ls -t dist/*.whl | head -n 1)"

test: $(VENV)/.dev
	@scripts/chromium
	EXPLAINER_TEST_SEEDS="$(EXTRA_SEEDS)" $(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder $(ARGS)

# What needs neither a browser nor MkDocs.
unit: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder -m "not browser and not mkdocs" $(ARGS)

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --cache-dir .cache/import-linter

bench: $(VENV)/.dev
	$(BIN)/python benchmarks/verification.py
	$(BIN)/python benchmarks/pages.py
	$(BIN)/python benchmarks/drafting.py $(wildcard $(SCORER))

pictures: $(VENV)/.dev
	@scripts/chromium
	$(BIN)/python scripts/pictures.py

lock: $(VENV)/.dev
	$(BIN)/uv pip compile pyproject.toml --group site --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate --quiet --output-file requirements.lock
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate --quiet --output-file requirements-dev.lock

clean:
	rm -rf site dist .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/.site: requirements.lock pyproject.toml
	@PYTHON="$(PYTHON)" scripts/install requirements.lock $@

# The tests install the package with the pip that the first Python 3.11 came with.
$(VENV)/.dev: requirements-dev.lock requirements-pip.lock pyproject.toml
	@PYTHON="$(PYTHON)" scripts/install requirements-dev.lock $@
	@$(BIN)/python -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes \
	  -r requirements-pip.lock -d $(VENV)/pip
