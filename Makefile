# Two commands do all the set-up: `make run` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ONE := OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1

.PHONY: run test lint bench quality train clean

run: $(VENV)/installed
	$(BIN)/vizitka run seeds/releases --out out

test: $(VENV)/tested lint
	$(ONE) $(BIN)/python -m pytest -n 2 --dist worksteal

lint: $(VENV)/tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/tested
	$(ONE) $(BIN)/python tests/bench.py

quality: $(VENV)/installed
	$(ONE) $(BIN)/python models/quality.py
	$(ONE) $(BIN)/python models/quality_forms.py
	$(ONE) $(BIN)/python models/quality_releases.py

train: $(VENV)/trains
	cd models && MALLOC_MMAP_THRESHOLD_=4294967296 MALLOC_TRIM_THRESHOLD_=17179869184 ../$(BIN)/python -m recipe
	$(BIN)/python models/train_inflection.py

clean:
	rm -rf $(VENV) out build dist

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/tested: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	touch $@

$(VENV)/trains: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --editable '.[train]'
	touch $@
