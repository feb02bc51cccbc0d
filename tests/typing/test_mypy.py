"""User code under mypy --strict."""

from __future__ import annotations

import re
from pathlib import Path

from mypy import api

from tests.typing.expectations import FOLDER, Refusal, assert_refused


def test_mypy_refuses_exactly_the_wrong_lines(tmp_path: Path) -> None:
    said, _, _ = api.run(["--strict", "--cache-dir", str(tmp_path / "cache"), str(FOLDER)])
    found = re.findall(r"(\w+\.py):(\d+): error: .* \[(.*)\]", said)
    assert_refused({Refusal(file, int(line), code) for file, line, code in found}, "mypy", said)
