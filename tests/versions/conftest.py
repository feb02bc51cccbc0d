"""A package with the invented versions 15 and 16, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.versions import next_version


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the package."""
    return next_version.built(next_version.written(tmp_path_factory.mktemp("next")))
