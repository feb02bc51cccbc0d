"""User code under mypy --strict."""

from __future__ import annotations

import re
from pathlib import Path

from mypy import api

from tests.typing.expectations import Refusal, assert_refused, put_snippets


def test_mypy_refuses_exactly_the_wrong_lines(tmp_path: Path) -> None:
    snippets = tmp_path / "snippets"
    snippets.mkdir()
    put_snippets(snippets)
    said, _, _ = api.run(["--strict", "--cache-dir", str(tmp_path / "cache"), str(snippets)])
    found = re.findall(r"(\w+\.py):(\d+): error: .* \[(.*)\]", said)
    assert_refused({Refusal(file, int(line), code) for file, line, code in found}, "mypy", said)
