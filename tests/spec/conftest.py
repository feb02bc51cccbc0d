"""Fixtures of the tests of the spec."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.spec.extended import BASE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the valid spec."""
    return Path(shutil.copytree(BASE, tmp_path / "spec"))
