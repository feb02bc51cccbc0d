# The spec becomes the package, its tests and its docs: `make generate`. `make test` proves it.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
FUZZ_SECONDS ?= 300
FUZZ_TIMES ?= 15000
LAWS := tests/diff/test_laws.py tests/exams/test_amending.py tests/exams/test_merging.py
HEAVY := tests/browser tests/kaitai tests/languages tests/postgresql tests/spark

.PHONY: generate lint test test-all figures mutants fuzz bench kit dist lock clean

generate: $(READY)  ## all of generated/ from spec/; pads the sample files, and checks them
	$(BIN)/python -m tests.made_up.samples
	$(BIN)/python -m generator build
	-$(BIN)/jcq check tests/samples/basedata

test: $(READY) lint  ## all tests except the slow ones
	$(BIN)/python -m pytest -n 2 -m "not slow" $(addprefix --ignore ,$(HEAVY))

lint: $(READY)  ## generated/ is up to date; style, types, YAML
	$(BIN)/python -m generator check
	$(BIN)/ruff check .
	$(BIN)/black --check --quiet .
	$(BIN)/mypy generator generated/jcq_formats
	$(BIN)/yamllint --strict .

test-all: test .venv/ready-spark  ## also slow tests, and those that need chromium, npm, Java, Mono or PostgreSQL (of Debian)
	$(BIN)/python -m pytest -n 2 -m slow $(addprefix --ignore ,$(HEAVY))
	$(BIN)/python -m pytest -n 2 --hypothesis-profile=thorough generated/tests
	$(BIN)/python -m pytest -n 2 --hypothesis-profile=thorough -k 'not messages' $(LAWS)
	$(BIN)/python -m pytest $(HEAVY)

figures: $(READY)  ## size and complexity of the project, compared with targets
	$(BIN)/python -m tests.figures

mutants: $(READY)  ## do the tests notice small changes to the spec and the runtime?
	$(BIN)/python -m tests.mutants

fuzz: $(READY)  ## coverage-guided, for FUZZ_SECONDS, then each command and call FUZZ_TIMES; keep failures as cases
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r .ci/fuzz.txt
	mkdir -p .fuzz/corpus
	$(BIN)/python -m tests.fuzz.inputs .fuzz/corpus
	$(BIN)/python -m tests.fuzz.guided .fuzz/corpus tests/samples/basedata tests/samples/centre \
	    -max_total_time=$(FUZZ_SECONDS) -max_len=4096 -timeout=10 -artifact_prefix=.fuzz/
	$(BIN)/python -m tests.fuzz.calls $(FUZZ_TIMES)

bench: $(READY) .venv/ready-bench  ## rows per second and memory of this and other readers; draws the chart of the docs
	$(BIN)/python tests/benchmarks/check.py
	$(BIN)/python tests/benchmarks/compare.py --record
	$(BIN)/python tests/benchmarks/jobs.py --record
	$(BIN)/python -m generator build

kit: $(READY)  ## dist/kit/: lines, files and cases as JSON, for readers in other languages
	$(BIN)/python -m generator kit

dist: $(READY)  ## dist/: a wheel, and jcq.pyz, which needs only Python
	$(BIN)/python -m hatchling build --target wheel
	$(BIN)/python .ci/make_pyz.py dist/jcq.pyz

lock: $(READY)  ## new pins in .ci/*.txt from .ci/*.in
	$(BIN)/pip install --quiet pip-tools
	for pins in requirements fuzz requirements-bench requirements-spark; do \
	    $(BIN)/pip-compile --quiet --upgrade --strip-extras --generate-hashes --allow-unsafe \
	        --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
	        --output-file .ci/$$pins.txt .ci/$$pins.in || exit 1; \
	done

clean:
	rm -rf .venv dist .hypothesis .mypy_cache .pytest_cache .ruff_cache

$(READY): .ci/requirements.txt pyproject.toml
	$(PYTHON) -m venv --clear .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r .ci/requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(READY)

.venv/ready-%: .ci/requirements-%.txt $(READY)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r $<
	touch $@
