# Dragoman from a clean checkout: Python 3.11 and make are all it needs.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
EXTRAS ?= models,ftm,papers,test
export OMP_NUM_THREADS ?= 1

.PHONY: demo test check install bench bench-names clean

install: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit("Dragoman needs Python 3.11 or newer") if sys.version_info < (3, 11) else None'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[$(EXTRAS)]'
	touch $@

demo: install  ## five worked cases and a report
	$(BIN)/dragoman demo

test: install  ## everything CI runs
	$(BIN)/python -m pytest -n auto

check: install  ## style, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check src tests scripts benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: install  ## measured figures, beside the peers'
	$(BIN)/python benchmarks/store.py
	$(BIN)/python benchmarks/extract.py

bench-names: .venv-bench/.installed  ## names across scripts, beside nomenklatura, rapidfuzz and Splink in one process
	.venv-bench/bin/python benchmarks/names.py

.venv-bench/.installed: pyproject.toml benchmarks/requirements.txt
	test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check -r benchmarks/requirements.txt -e '.[zh]'
	touch $@

clean:
	rm -rf $(VENV) .venv-bench demo-workspace build dist
