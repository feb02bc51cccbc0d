"""Versions side by side: chosen by the header, loaded when first used."""

from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.core.formats import version_today

HEADER = "S16B14_706B14BAQA    001{}                   \r\n"
SYLLABUS = "S52010   GCE ARCHAEOLOGY                     \r\n"


def file(version: str) -> bytes:
    return (HEADER.format(version) + SYLLABUS).encode()


@pytest.mark.parametrize("version", ["11", "12", "13", "14"])
def test_the_version_in_the_header_chooses(version: str) -> None:
    read = jcq.read(file(version))
    assert read.format.version == version
    assert type(read.records[0]) is jcq.load_version(version).records["S5"]
    assert [type(record) for record in jcq.scan(file(version))] == [
        type(line.record) for line in read.lines
    ]


def test_an_unknown_version_is_refused_and_can_be_overridden() -> None:
    with pytest.raises(jcq.FormatError, match=r"version 10 .* known: 11, 12, 13, 14"):
        jcq.read(file("10"))
    assert jcq.read(file("10"), version="11").format.version == "11"


@pytest.mark.parametrize(
    ("day", "version"),
    [
        ((2000, 1, 1), "11"),
        ((2010, 8, 31), "12"),
        ((2010, 9, 1), "13"),
        ((2011, 8, 31), "13"),
        ((2011, 9, 1), "14"),
        ((2026, 6, 1), "14"),
    ],
)
def test_the_version_of_a_day_is_the_newest_that_is_effective(
    day: tuple[int, int, int], version: str
) -> None:
    assert version_today(datetime.date(*day)) == version


CENTRE = "S36B14_706B14001                             \r\n"
MISCOUNTED = "S76B14_0000009010914                         \r\n"
TRAILER = "S96B14_00000050000001                        \r\n"


@pytest.mark.parametrize(("version", "severity"), [("13", "warning"), ("14", "error")])
def test_checking_goes_by_the_evidence_for_the_version_of_the_file(
    version: str, severity: str
) -> None:
    lines = (HEADER.format(version), CENTRE, SYLLABUS, MISCOUNTED, TRAILER)
    (issue,) = jcq.check("".join(lines).encode())
    assert (issue.rule, issue.severity) == ("file.centre-record-count", severity)


def loaded(code: str) -> list[str]:
    """The versions that are loaded after this code, in a separate process."""
    said = f"import sys, jcq_formats as jcq\n{code}\n" + (
        "print(*sorted({n.split('.')[1] for n in sys.modules if n.startswith('jcq_formats.v')}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", said],
        env={"PYTHONPATH": str(Path(jcq.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


def test_a_version_is_loaded_when_it_is_first_used() -> None:
    assert loaded("") == []
    newest = jcq.known_versions()[-1]
    assert loaded(f"jcq.read({file(newest)!r})") == [f"v{newest}"]
    assert loaded("jcq.v13") == ["v13"]
    assert loaded("jcq.v12") == ["v12"]
