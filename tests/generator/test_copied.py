"""The copies of the runtime: each names its source, and has the same line numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUNTIME, PACKAGE = ROOT / "generator" / "runtime", ROOT / "generated" / "jcq_formats"
SOURCES = sorted(path for path in RUNTIME.rglob("*.py") if path != RUNTIME / "__init__.py")


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.relative_to(RUNTIME).as_posix())
def test_a_copy_names_its_source_behind_its_docstring(source: Path) -> None:
    name = source.relative_to(RUNTIME).as_posix()
    banner = f"  # Copied from generator/runtime/{name} by `make generate`; edit that, not this."
    copied = (PACKAGE / name).read_text("utf-8")
    assert copied.replace(banner, "", 1) == source.read_text("utf-8")
    docstring, _, _ = copied.partition(banner)
    assert docstring.endswith('"""')
    assert docstring.count('"""') == 2
