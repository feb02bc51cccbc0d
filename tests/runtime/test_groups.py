"""Repeated groups: the end of their items, and blank places among them."""

from __future__ import annotations

from typing import Any

import jcq_formats as jcq
import pytest
from jcq_formats import v14
from jcq_formats.core.carrying import Carrying
from jcq_formats.core.fields import Field, field_table
from jcq_formats.core.issues import Fault
from jcq_formats.core.kinds.digits import Digits
from jcq_formats.core.kinds.group import Group
from jcq_formats.core.parts import Part
from jcq_formats.core.steps import Step
from jcq_formats.tables.columns import columns_of
from jcq_formats.tables.rows import row_of
from jcq_formats.tables.unflattening import record_from


class Copy(Part):
    """Two digits."""

    __slots__ = ()
    FIELDS = field_table(Field("code", 1, 2, Digits()))


class LaterCopy(Part):
    """Two digits, and a place for a third."""

    __slots__ = ()
    FIELDS = field_table(Field("code", 1, 2, Digits()), Field("digit", 3, 1, Digits(), blank=True))


def shelf(group: Group, width: int) -> Any:
    """A record with such a group from its third character on."""
    about: dict[str, Any] = {
        "KEY": "B5",
        "TITLE": "Shelf",
        "FIELDS": field_table(Field("copies", 3, width, group, blank=True)),
    }
    return type("Shelf", (jcq.Record,), {"__slots__": (), **about})


ENDING = shelf(Group(Copy, 4), 8)
WITH_HOLES = shelf(Group(Copy, 4, "allowed"), 8)
LATER = shelf(Group(LaterCopy, 4, "allowed"), 12)
SMALLER = shelf(Group(LaterCopy, 2, "allowed"), 6)


def codes(record: Any) -> list[str]:
    return [copy.text("code") for copy in record.decode("copies")]


def found(record: jcq.Record) -> list[tuple[str, int, int]]:
    return [(fault.rule, fault.start, fault.end) for fault in record.faults()]


def test_a_group_ends_at_its_first_blank_item_and_says_what_is_not_read() -> None:
    assert codes(ENDING("B51122  33")) == ["11", "22"]
    assert found(ENDING("B51122  33")) == [("field.group", 7, 10)]
    assert codes(ENDING("B5  22  33")) == []


def test_all_places_are_read_where_holes_are_allowed() -> None:
    assert codes(WITH_HOLES("B51122  33")) == ["11", "22", "33"]
    assert found(WITH_HOLES("B51122  33")) == [("field.group-hole", 7, 8)]
    assert codes(WITH_HOLES("B5    33  ")) == ["33"]
    assert found(WITH_HOLES("B5    33  ")) == [("field.group-hole", 3, 6)]
    assert found(WITH_HOLES("B51122    ")) == []


@pytest.mark.parametrize(
    ("line", "filled"),
    [
        ("B51122  33", {"copies_1_code": "11", "copies_2_code": "22", "copies_4_code": "33"}),
        ("B5    33  ", {"copies_3_code": "33"}),
        ("B5        ", {}),
    ],
)
def test_an_item_keeps_its_place_in_a_table_and_on_the_way_back(
    line: str, filled: dict[str, str]
) -> None:
    record = WITH_HOLES(line)
    columns = columns_of(WITH_HOLES)
    values, _ = row_of(record, columns)
    row = {column.name: value for column, value in zip(columns, values, strict=True)}
    assert {name: value for name, value in row.items() if value} == filled
    values, _ = row_of(ENDING(line), columns_of(ENDING))
    assert [value for value in values if value] == codes(ENDING(line))


def carried(source: type[Any], line: str, target: type[Any]) -> tuple[str, list[str]]:
    faults: list[Fault] = []
    step = Step(v14.FORMAT, v14.FORMAT, {}, {})
    text = Carrying(step, faults.append).columns(source(line), target)
    return text.rstrip(" "), [fault.rule for fault in faults]


def test_an_item_keeps_its_place_in_another_version() -> None:
    assert carried(WITH_HOLES, "B51122  33", LATER) == ("11 22    33", [])
    assert carried(LATER, "B511 22    33 ", WITH_HOLES) == ("1122  33", [])


def test_items_close_up_where_another_version_has_no_holes_or_fewer_places() -> None:
    assert carried(LATER, "B511       33 ", ENDING) == ("1133", [])
    assert carried(WITH_HOLES, "B511    33", SMALLER) == ("11 33", [])


def test_items_that_find_no_place_in_another_version_are_named() -> None:
    assert carried(WITH_HOLES, "B51122  33", SMALLER) == ("11 22", ["upgrade.no-fit"])
    assert carried(ENDING, "B51122  33", LATER) == ("11 22", ["upgrade.no-fit"])


def test_entries_after_a_hole_come_back_from_csv_in_their_place() -> None:
    line = (
        "E5C999990001AARDVARK:ADA MAY                        F020110999990230001C             "
        "9990000017                    1HI01         1MAH"
    ).ljust(192)
    entry = v14.Entry(line)
    columns = columns_of(v14.Entry)
    values, _ = row_of(entry, columns)
    texts = ["" if value is None else str(value) for value in values]
    row = dict(zip([column.name for column in columns], texts, strict=True))
    assert [row[f"entries_{place}_option_entry_code"] for place in (1, 2, 3, 4)] == [
        *("", "1HI01", "", "1MAH"),
    ]
    assert record_from(v14.Entry, row).line == line
