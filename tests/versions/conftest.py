"""A package with the invented versions 15 and 16, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.versions import next_version
from tests.versions.rehearsal import VERSIONS, world


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the package."""
    return next_version.built(next_version.written(tmp_path_factory.mktemp("next")))


@pytest.fixture(scope="session")
def season(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a season in each version, and the marks of a centre where there are such."""
    folder = tmp_path_factory.mktemp("season")
    for version in VERSIONS:
        world(built, folder, version)
    return folder
