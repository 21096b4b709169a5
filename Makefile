# make run    serve Pix on http://localhost:8000 (PORT=… to change), with demo data
# make test   check and test everything, on SQLite and on PostgreSQL
# make check  lint, format, types, import rules, content
# make preview  the content as learners meet it, for who writes it, on http://localhost:8001/apercu
# make bench-web  bytes and time on slow lines, in Chromium: the table of the README
# make bench-certification  200 candidates begin within a minute, on PostgreSQL: tests/benchmarks/certification/README.md
# make bench-placement  the placement engines beside a known truth: tests/benchmarks/placement/README.md
# make clean  forget what was built; the data (var/) stays

PORT ?= 8000
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
BIN := .venv/bin
# Modules are compiled when they are first imported, and only those.
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install --no-compile
ON_EVERY_CORE := -n auto --dist worksteal
DEVELOPMENT := PIX_ENV=development $(if $(filter-out 8000,$(PORT)),BASE_URL=http://localhost:$(PORT))

.PHONY: run preview bench-web bench-certification bench-placement test check test-sqlite test-postgres clean
.DELETE_ON_ERROR:

run: .venv/ready .env
	@$(DEVELOPMENT) $(BIN)/pix db upgrade
	@$(DEVELOPMENT) $(BIN)/pix content load
	@$(DEVELOPMENT) $(BIN)/pix demo
	@$(DEVELOPMENT) $(BIN)/pix serve --port $(PORT)

preview: .venv/ready .env
	@PIX_ENV=development $(BIN)/pix content preview $(ID) $(if $(filter-out 8000,$(PORT)),--port $(PORT))

bench-web: .venv/ready-for-tests
	$(BIN)/python -m tests.benchmarks.web

bench-certification: .venv/ready-for-tests
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m tests.benchmarks.certification

# catsim, the peer, is not installed with the rest: `.venv/bin/pip install -e '.[bench]'`.
bench-placement: .venv/ready-for-tests
	PIX_ENV=development OPENBLAS_NUM_THREADS=1 $(BIN)/python -m tests.benchmarks.placement

test: check test-sqlite test-postgres

check: .venv/ready-for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/pix content check
	$(BIN)/pix content schema --check
	$(BIN)/python -m app.web.catalogues check

test-sqlite: .venv/ready-for-tests
	PIX_TEST_DATABASE=sqlite $(BIN)/pytest -rs $(ON_EVERY_CORE)

# Only what meets the database: the rest does not change with the engine.
test-postgres: .venv/ready-for-tests
	PIX_TEST_DATABASE=postgres $(BIN)/pytest -rs $(ON_EVERY_CORE)

clean:
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Pix needs Python 3.11 or later."; exit 1; }
	$(PYTHON) -m venv .venv

.venv/ready: requirements.txt pyproject.toml | .venv/bin/python
	$(PIP) --require-hashes -r requirements.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/ready-for-tests: requirements-dev.txt .venv/ready .venv/ready-to-read-pages
	$(PIP) --require-hashes -r requirements-dev.txt
	@touch $@

# axe-core and html-validate, and what verifies badges. Without npm, the tests that need them are skipped, unless CI is set.
# Node has its own list of certificates: here it also trusts the machine's, as pip does.
FROM_NPM := tests/accessibility tests/certification/badge
.venv/ready-to-read-pages: $(FROM_NPM:%=%/package-lock.json) | .venv/bin/python
	@if command -v npm >/dev/null; then for folder in $(FROM_NPM); do \
	NODE_EXTRA_CA_CERTS=$${NODE_EXTRA_CA_CERTS:-/etc/ssl/certs/ca-certificates.crt} npm ci --prefix $$folder --ignore-scripts --no-audit --no-fund --loglevel=error || exit 1; done; fi
	@touch $@

# So that `pix …` typed by hand knows where it is.
.env:
	@echo "PIX_ENV=development" > $@
