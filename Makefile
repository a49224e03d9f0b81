# Altavoz: `make run` tries it, `make test` proves it, `make help` lists the rest.
.DEFAULT_GOAL := help
.PHONY: help run test lint bench format messages screenshots clean

BIN := .venv/bin
PY := $(BIN)/python
PYTEST_ARGS ?= -n 2
PRODUCTION := ALTAVOZ_ENV_FILE=tests/production.env DJANGO_SETTINGS_MODULE=altavoz.settings.production

help: ## say what can be done here
	@grep -E '^[a-z]+: ' $(MAKEFILE_LIST) | grep -F '##' | awk -F ':.*## ' '{ printf "%-14s%s\n", $$1, $$2 }'

run: ## install, prepare and serve the trial site (PORT=8000)
	@sh deploy/venv.sh run
	@$(PY) -m locales.catalogues compile
	@$(PY) manage.py trial

test: ## run every test, on PostgreSQL and the most important ones on SQLite
	@sh deploy/venv.sh dev
	@$(PY) -m locales.catalogues compile
	@$(PY) -m tests.browser
	$(PY) -m pytest $(PYTEST_ARGS)
	TEST_DATABASE_URL=sqlite:///:memory: $(PY) -m pytest -m smoke -q

lint: ## check style, types, templates, floors, migrations, catalogues and settings
	@sh deploy/venv.sh dev
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(BIN)/djade --check --target-version 5.2 $$(find templates -name '*.html' -o -name '*.txt')
	$(PY) -m mypy
	PYTHONPATH=site $(BIN)/lint-imports
	$(PY) -m locales.catalogues check
	$(PY) manage.py makemigrations --check --dry-run
	$(PRODUCTION) $(PY) manage.py check --deploy --fail-level WARNING

bench: ## measure pages, signatures and look-ups; see docs/performance.md
	@sh deploy/venv.sh dev
	$(PY) -m bench

format: ## format code and templates
	@sh deploy/venv.sh dev
	$(PY) -m ruff check --fix
	$(PY) -m ruff format
	-$(BIN)/djade --target-version 5.2 $$(find templates -name '*.html' -o -name '*.txt')

messages: ## bring the catalogues up to the words of the product
	@sh deploy/venv.sh dev
	$(PY) -m locales.catalogues extract
	$(PY) -m locales.catalogues compile

screenshots: ## draw the pictures of the documentation anew
	@sh deploy/venv.sh dev
	@$(PY) -m tests.browser
	ALTAVOZ_SCREENSHOTS=docs/images $(PY) -m pytest -m screenshots -n 0

clean: ## remove what can be made again; the trial site's data stay
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache var/static var/test-postgres
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find locales -name '*.mo' -delete
