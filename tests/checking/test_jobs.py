"""Many files are checked by several processes as by one."""

from __future__ import annotations

from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.checking.many_files import Checking
from jcq_formats.core.sharing import are_few
from jcq_formats.core.sources import Source, sources_at
from jcq_formats.testing import World

from tests.made_up.files import BASEDATA, CENTRE
from tests.made_up.message import NAME, learners, message


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that is large enough for several processes, and has a file of each kind."""
    made = tmp_path_factory.mktemp("many")
    World(candidates=3_000, centres=12).write(made)
    results = sorted(made.glob("R*"))
    first = results[0].read_bytes()
    results[0].write_bytes(first.replace(b"\r\nR9", b"\r\nX9", 1))
    results[1].write_bytes(results[1].read_bytes()[:-300])
    for name in (NAME, NAME.replace("01234567", "11234567")):
        (made / name).write_text(message(learners(2)), "utf-8")
    (made / "E9999997.X01").write_bytes(b"PK\x03\x04 is no longer a zip")
    return made


def found_by(number: int, sources: list[Source]) -> tuple[list[object], ...]:
    """Everything that checking some files with this number of processes gives."""
    checking = Checking(sources, {}, jobs=number)
    files: list[object] = []
    issues: list[object] = []
    for checked in checking.files():
        issues += checked.issues
        is_of_centre = checked.check is not None and checked.check.is_of_centre
        files.append((checked.name, checked.lines, is_of_centre, str(checked.error or "")))
    return files, issues, list(checking.basedata_used.items())


def test_the_number_of_processes_makes_no_difference(folder: Path) -> None:
    sources = sources_at(str(folder), renamed=True, messages=True).found
    assert not are_few(sources)
    one = found_by(1, sources)
    assert found_by(3, sources) == one
    assert len(one[0]) == len(sources) + 1
    assert len({getattr(issue, "rule", "") for issue in one[1]}) > 3


def test_python_takes_a_number_of_processes(folder: Path) -> None:
    one = list(jcq.check_files(CENTRE, basedata=BASEDATA))
    assert list(jcq.check_files(CENTRE, basedata=BASEDATA, jobs=2)) == one
    with pytest.raises(jcq.FormatError, match="E9999997"):
        list(jcq.check_files(folder, jobs=2))


@pytest.mark.parametrize("number", [0, -1, True, "2", 2.0])
def test_another_number_of_processes_is_refused(number: object) -> None:
    with pytest.raises(jcq.JcqError, match=r"^jobs: a whole number from 1 is needed$"):
        list(jcq.check_files(CENTRE, jobs=number))  # type: ignore[arg-type]
