# The tasks. `make serve` shows the site, `make test` proves the program.
PORT ?= 8000
BIN := .venv/bin
NODE := tests/node/node_modules/.package-lock.json
LIGHTHOUSE := tests/audit/node_modules/.package-lock.json
# Thin shells around the outside world are held to 90 %, everything below them to 100 %.
DOORS := */holdkatalog/__main__.py,*/holdkatalog/build.py,*/holdkatalog/cli/*,*/holdkatalog/plugin.py,*/holdkatalog/reporting.py,*/holdkatalog/settings.py,*/holdkatalog/serve/*,*/holdkatalog/asking/*,*/holdkatalog/comparing/*,*/holdkatalog/importing/*,*/holdkatalog/inbox/*

.PHONY: serve site test check schema soak bench audit clean

serve: .venv/ready
	@$(BIN)/holdkatalog serve --port $(PORT)

site: .venv/ready
	$(BIN)/holdkatalog build --strict --output output

check: .venv/ready
	$(BIN)/holdkatalog check

schema: .venv/ready
	$(BIN)/holdkatalog schema

test: .venv/ready-for-tests $(NODE)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest -n 2 --dist loadfile --cov --cov-report=
	$(BIN)/coverage report --omit='$(DOORS)' --fail-under=100
	$(BIN)/coverage report --include='$(DOORS)' --fail-under=90

# Every day of two years, of which `make test` looks at thirty.
soak: .venv/ready-for-tests
	HOLDKATALOG_SOAK=ja $(BIN)/pytest -q tests/test_every_day.py

bench: .venv/ready-for-tests
	$(BIN)/python tests/bench/dates.py
	$(BIN)/python tests/bench/bench.py

# Lighthouse's four scores for three pages; fails below 95. Large, so that only this asks for it.
audit: .venv/ready-for-tests $(LIGHTHOUSE)
	$(BIN)/python tests/audit/audit.py

clean:
	rm -rf .venv output .output-* tests/node/node_modules tests/audit/node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage*

# The environment: made on demand, refreshed when a pin changes. A folder that was moved, or whose
# Python is gone, is made anew. No build isolation: the build tool is pinned like everything else.
.venv/ready: pyproject.toml constraints.txt
	@python3 -c 'import ensurepip, venv' 2>/dev/null || { echo 'sudo apt install python3-venv' >&2; exit 1; }
	@$(BIN)/pip --version >/dev/null 2>&1 || python3 -m venv --clear .venv
	@echo 'Henter det, programmet bruger. Det tager lidt tid første gang.'
	@$(BIN)/pip install -q --disable-pip-version-check -c constraints.txt hatchling editables
	@$(BIN)/pip install -q --disable-pip-version-check -c constraints.txt --no-build-isolation -e .
	@touch $@

.venv/ready-for-tests: .venv/ready
	$(BIN)/pip install -q --disable-pip-version-check -c constraints.txt --no-build-isolation -e '.[dev]'
	@touch $@

# Without npm the tests that need it skip and say so.
$(NODE): tests/node/package-lock.json
	! command -v npm >/dev/null || npm ci --prefix tests/node --ignore-scripts --no-audit --no-fund

$(LIGHTHOUSE): tests/audit/package-lock.json
	npm ci --prefix tests/audit --ignore-scripts --no-audit --no-fund
