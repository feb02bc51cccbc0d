"""The structure of a file: reports of records that are missing, surplus or out of order."""

from __future__ import annotations

import pytest
from jcq_formats.core.places import Place
from jcq_formats.core.structures import Occurs, StructureRow, Walk, is_plain

ROWS = (
    StructureRow("1", Occurs.ONE, Place.FILE_HEADER),
    StructureRow("3", Occurs.ANY, Place.CENTRE_HEADER),
    StructureRow("S", Occurs.AT_LEAST_ONE, Place.HEADER, under="3"),
    StructureRow("5", Occurs.ANY, under="S"),
    StructureRow("6", Occurs.OPTIONAL, under="5", continues=True),
    StructureRow("T", Occurs.ONE, Place.TRAILER, under="S"),
    StructureRow("7", Occurs.OPTIONAL, Place.CENTRE_TRAILER, under="3"),
    StructureRow("9", Occurs.ONE, Place.FILE_TRAILER),
)


def said(types: str) -> list[str]:
    """What is wrong with records of these types: place, fault, and the other record type."""
    walk = Walk(ROWS)
    found = []
    for at, record_type in enumerate(types, 1):
        for one in walk.take(walk.rows[record_type]):
            other = one.other.record if one.other else "-"
            found.append(f"{at}{record_type} {one.what.value} {other}")
    found += (f"end {one.what.value} {one.other.record}" for one in walk.finish() if one.other)
    return found


@pytest.mark.parametrize("types", ["13ST79", "13S5565TS56T79", "13ST3S5T9", "19", "13ST3ST79"])
def test_files_that_the_structure_allows(types: str) -> None:
    assert said(types) == []


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        ("135T79", ["35 no parent S"]),
        ("13S579", ["57 missing T"]),
        ("1379", ["37 missing S"]),
        ("13S566T79", ["66 second -"]),
        ("13S6T79", ["46 no parent 5"]),
        ("13STT79", ["5T no parent S"]),
        ("13ST7S5T9", ["6S no parent 3"]),
        ("1S5T9", ["2S no parent 3"]),
        ("13ST7", ["end missing 9"]),
        ("13S5", ["end missing T", "end missing 9"]),
        ("913ST7", ["19 missing 1", "21 too late 9", "33 too late 9"]),
    ],
)
def test_what_the_structure_does_not_allow_is_said_once(types: str, expected: list[str]) -> None:
    assert said(types) == expected


def test_only_data_of_one_type_in_any_number_is_told_by_what_is_around_it() -> None:
    assert is_plain([*ROWS[:3], StructureRow("5", Occurs.ANY, under="S")])
    assert not is_plain(ROWS)
    assert not is_plain([StructureRow("5", Occurs.AT_LEAST_ONE)])
    assert not is_plain([StructureRow("5", Occurs.ANY), StructureRow("6", Occurs.ANY)])
