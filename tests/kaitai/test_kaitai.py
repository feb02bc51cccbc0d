"""Kaitai Struct, compiled from what `make kit` builds, reads every field as the package does."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jcq_formats as jcq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jcq_formats.core.kinds.group import Group
from jcq_formats.core.layouts import Layout
from jcq_formats.core.sources import sources_at
from jcq_formats.testing import World, strategies

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PUBLISHED = ROOT.parent / "shared" / "basedata"

pytestmark = pytest.mark.skipif(
    shutil.which("npm") is None, reason="Node is not here: Kaitai's compiler needs it"
)


@pytest.fixture(scope="module", autouse=True)
def compiler() -> None:
    """Kaitai's compiler, pinned by package-lock.json."""
    subprocess.run(("npm", "ci", "--silent"), cwd=HERE, check=True)


def read_by_kaitai(kit: Path, version: str, paths: list[Path]) -> dict[Path, list[Any]]:
    """All lines of these files, as read by Kaitai."""
    folder, name = str(kit / "kaitai"), f"jcq_v{version}_file"
    command = ("node", str(HERE / "read.js"), folder, name, *map(str, paths))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return {Path(one["file"]): one["lines"] for one in found}


def camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def as_kaitai_has_it(layout: Layout, theirs: Any) -> dict[str, Any]:
    """The texts of a layout, as read by the package, nested as in Kaitai."""
    ours: dict[str, Any] = {}
    for name, field in layout.FIELDS.items():
        text = layout.text(name)
        key = camel(name)
        nested = [one.layout for one in field.kind.nested(field)]
        if isinstance(field.kind, Group):
            (item,) = nested
            size = item.END
            items = [item(text[at : at + size]) for at in range(0, len(text), size)]
            ours[key] = [as_kaitai_has_it(one, None) for one in items]
        elif nested and isinstance(theirs[key], dict):
            chosen = field.kind.chosen(layout)  # type: ignore[attr-defined]
            ours[key] = as_kaitai_has_it(chosen(layout.line), None)
        else:
            ours[key] = text
    return ours


def compared(kit: Path, version: str, paths: list[Path]) -> int:
    """The number of fields that both read alike."""
    fields = 0
    for path, lines in read_by_kaitai(kit, version, paths).items():
        records = list(jcq.read(path))
        assert len(records) == len(lines)
        for record, theirs in zip(records, lines, strict=True):
            padding = theirs.pop("padding")
            assert as_kaitai_has_it(record, theirs) == theirs
            assert record.line[record.END :] == padding
            fields += len(theirs)
    return fields


def whole(path: Path) -> bool:
    """Whether a file is as in the booklet: CR LF after lines at their full length."""
    lines = jcq.read(path).lines
    return all(line.end == "\r\n" and len(line.record.line) == line.record.length for line in lines)


def test_samples_are_read_alike(kit: Path) -> None:
    assert compared(kit, "14", sorted((ROOT / "tests" / "samples").glob("*/*"))) > 500


def test_an_invented_world_is_read_alike(kit: Path, tmp_path: Path) -> None:
    World(candidates=60, centres=2).write(tmp_path)
    assert compared(kit, "14", sorted(p for p in tmp_path.iterdir() if p.is_file())) > 5_000


@pytest.mark.parametrize("version", jcq.known_versions())
def test_whatever_the_booklet_allows_is_read_alike(kit: Path, version: str, tmp_path: Path) -> None:
    drawn = [data for letter in strategies.letters(version) for data in _drawn(version, letter)]
    paths = []
    for number, data in enumerate(drawn):
        path = tmp_path / f"{number}.X01"
        path.write_bytes(data)
        paths.append(path)
    assert compared(kit, version, paths) > 1_000


def _drawn(version: str, letter: str) -> Iterator[bytes]:
    found: list[bytes] = []

    @settings(
        max_examples=20,
        database=None,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(strategies.files(letter, version=version), min_size=1, max_size=3))
    def draw(files: list[strategies.DrawnFile]) -> None:
        found.extend(file.data for file in files)

    draw()
    return iter(found)


@pytest.mark.skipif(not PUBLISHED.exists(), reason="shared/basedata is not here")
def test_published_files_are_read_alike(kit: Path) -> None:
    files = [Path(source.name) for source in sources_at(str(PUBLISHED)).found]
    by_version: dict[str, list[Path]] = {}
    for path in filter(whole, files):
        by_version.setdefault(jcq.read(path).format.version, []).append(path)
    assert sum(compared(kit, version, paths) for version, paths in by_version.items()) > 100_000
    cut = [path.name for path in files if not whole(path)]
    assert {name.split("_")[1][:2] for name in cut} <= {"15"}
