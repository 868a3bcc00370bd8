# make demo: a finished cooperation through validate, generate and check, into build/demo/.
# make test: the tests, in under five minutes. Both set up .venv by themselves.

PYTHON ?= $(shell for one in python3 python3.14 python3.13 python3.12 python3.11; do \
	command -v $$one >/dev/null 2>&1 && $$one -c 'import sys; sys.exit(sys.version_info < (3, 11))' && echo $$one && break; done)
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.terpasang
CASE := samples/magetan-penawaran/lengkap-ksdpk/kerja-sama.json
DEMO := build/demo

.PHONY: demo test test-all readme lint bench pages clean

$(READY): setup.cfg pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 atau lebih baru tidak ditemukan." >&2; exit 1; }
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check --retries 5 --editable '.[test]'
	@touch $@

demo: $(READY)
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	@PATH="$(CURDIR)/$(VENV)/bin:$$PATH" sh .ci/demo "$(CASE)" "$(DEMO)"

test: $(READY)
	$(PY) -m pytest -n auto -m "not panjang"

test-all: test
	$(PY) -m pytest -n auto -m panjang

# The README shows what the demo prints; this writes it there again.
readme: $(READY)
	@$(MAKE) -s demo >build/demo.txt 2>&1
	@$(PY) -c 'import pathlib, re, sys; page = pathlib.Path("README.md"); shown = pathlib.Path("build/demo.txt").read_text().strip(); \
	page.write_text(re.sub(r"(?s)(\$$ make demo\n).*?(\$$ make test\n)", lambda found: found[1] + shown + "\n\n" + found[2], page.read_text()))'

lint: $(READY)
	$(PY) -m ruff check toolkit tests benchmarks
	$(PY) -m mypy

bench: $(READY)
	$(PY) benchmarks/start.py
	$(PY) benchmarks/check.py
	$(PY) -m benchmarks.render
	$(PY) -m benchmarks.batch

# Every naskah of every finished sample as pictures in build/pages/, with short and long values
# too; what is listed is new or changed and wants looking at.
pages: $(READY)
	@$(PY) -m tests.pages

clean:
	rm -rf build dist *.egg-info .pytest_cache .hypothesis .mypy_cache .ruff_cache
