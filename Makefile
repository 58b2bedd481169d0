# Two commands on a fresh machine: `make demo` runs the main job, `make test` passes the tests.
# Each makes its own environment; nothing is installed outside this folder.

PYTHON ?= python3
DEMO_ENV := .venv/demo
TEST_ENV := .venv/test

.PHONY: demo room test lint clean

demo: $(DEMO_ENV)/ready
	@mkdir -p demo
	$(DEMO_ENV)/bin/rawi build samples/articles.jsonl samples/articles --into demo/iraq.rawi --today 2021-12-31
	$(DEMO_ENV)/bin/rawi brief demo/iraq.rawi --out demo/brief-ar.md
	$(DEMO_ENV)/bin/rawi brief demo/iraq.rawi --language en --format html --out demo/brief-en.html
	$(DEMO_ENV)/bin/rawi check demo/iraq.rawi demo/brief-ar.md
	@echo
	@head -n 24 demo/brief-ar.md
	@echo
	@echo "The dossier is demo/iraq.rawi. Look at it in a browser: make room"

room: demo
	$(DEMO_ENV)/bin/rawi serve demo/iraq.rawi

test: lint
	$(TEST_ENV)/bin/pytest --cov --cov-report=term:skip-covered

lint: $(TEST_ENV)/ready
	$(TEST_ENV)/bin/ruff check .
	$(TEST_ENV)/bin/ruff format --check .
	$(TEST_ENV)/bin/mypy

$(DEMO_ENV)/ready: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Rawi needs Python 3.11 or newer; say which: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(DEMO_ENV)
	$(DEMO_ENV)/bin/pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(TEST_ENV)/ready: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Rawi needs Python 3.11 or newer; say which: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(TEST_ENV)
	$(TEST_ENV)/bin/pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $@

clean:
	rm -rf .venv demo .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
