"""One table for several versions: which columns are shared, their contents, and refusals."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jcq_formats as jcq
import pyarrow as pa
import pytest
from jcq_formats.core.fields import Field, field_table
from jcq_formats.core.kinds.code import Code
from jcq_formats.core.kinds.digits import Digits
from jcq_formats.core.kinds.group import Group
from jcq_formats.core.kinds.integer import Integer
from jcq_formats.core.kinds.text import Text
from jcq_formats.core.parts import Part
from jcq_formats.tables.uniting import United, VersionRecord, united
from jcq_formats.v14.codes import ITEM, PUBLISHED_CHARACTERS

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
TEXT = Text(PUBLISHED_CHARACTERS)


def columns(*records: type[jcq.Record]) -> United:
    """The records of invented versions 16, 15 and so on, as one table."""
    versions = [str(16 - number) for number in range(len(records))]
    return united(tuple(map(VersionRecord, versions, records)))


def record(*fields: Field) -> type[jcq.Record]:
    about: dict[str, Any] = {"KEY": "B5", "TITLE": "Book", "FIELDS": field_table(*fields)}
    return type("Book", (jcq.Record,), {"__slots__": (), **about})


def names(table: United, own: type[jcq.Record]) -> list[str | None]:
    places = table.places_in(own, table.columns, "")
    return [None if column is None else column.name for column in places]


SHELF = Field("shelf", 3, 2, Digits(), role="book.shelf")
PLACE = Field("place", 3, 2, Digits(), role="book.shelf")
PAGES = Field("pages", 5, 3, Integer(), role="book.pages")
TITLE = Field("title", 8, 9, TEXT, role="book.title")


def test_a_field_of_one_role_is_one_column_by_its_newest_name() -> None:
    new, old = record(PLACE, PAGES), record(SHELF, PAGES, TITLE)
    table = columns(new, old)
    assert [column.name for column in table.columns] == ["place", "pages", "title"]
    assert names(table, old) == ["shelf", "pages", "title"]
    assert names(table, new) == ["place", "pages", None]


def test_a_name_that_went_to_another_role_is_not_the_same_column() -> None:
    shelf_of_another = Field("shelf", 5, 2, Digits(), role="book.second_shelf")
    new, old = record(PLACE, shelf_of_another), record(SHELF)
    table = columns(new, old)
    assert [column.name for column in table.columns] == ["place", "shelf"]
    assert names(table, old) == ["shelf", None]


def test_fields_without_a_role_are_the_same_by_name() -> None:
    old = record(Field("note", 3, 9, TEXT))
    assert names(columns(record(Field("note", 3, 12, TEXT)), old), old) == ["note"]


def test_a_column_that_is_gone_follows_the_one_that_it_followed() -> None:
    new, old = record(SHELF, TITLE), record(SHELF, PAGES, TITLE)
    assert [column.name for column in columns(new, old).columns] == ["shelf", "pages", "title"]
    first = columns(record(PAGES), record(SHELF, PAGES))
    assert [column.name for column in first.columns] == ["shelf", "pages"]


def test_a_number_is_as_wide_as_the_widest_and_codes_beside_texts_are_texts() -> None:
    wide = Field("pages", 5, 5, Integer(), role="book.pages")
    for versions in ((record(wide), record(PAGES)), (record(PAGES), record(wide))):
        assert columns(*versions).columns[0].width == 5
    coded = Field("title", 3, 1, Code(ITEM), role="book.title")
    assert columns(record(coded), record(TITLE)).columns[0].type == "text"
    assert columns(record(coded), record(coded)).columns[0].type == "code"


def test_items_are_the_same_one_by_one() -> None:
    class Old(Part):
        __slots__ = ()
        FIELDS = field_table(Field("code", 3, 2, Digits(), role="part.code"))

    class New(Part):
        __slots__ = ()
        FIELDS = field_table(Field("part_code", 3, 2, Digits(), role="part.code"))

    old = record(Field("parts", 3, 2, Group(Old, 1), role="book.parts"))
    new = record(Field("sections", 3, 4, Group(New, 2), role="book.parts"))
    table = columns(new, old)
    assert names(table, new) == ["sections_1_part_code", "sections_2_part_code"]
    assert names(table, old) == ["parts_1_code", None]


def test_two_types_under_one_role_are_refused_with_fields_and_versions() -> None:
    text = Field("length", 5, 3, TEXT, role="book.pages")
    table = columns(record(SHELF, text), record(SHELF, PAGES))
    said = "Book: length of version 16 [(]text[)] and pages of version 15 [(]integer[)] have differ"
    for wanted in (None, ["length"]):
        with pytest.raises(jcq.JcqError, match=said):
            table.chosen("Book", wanted)
    assert [column.name for column in table.chosen("Book", ["shelf"])] == ["shelf"]


def test_two_columns_of_one_name_are_refused_with_fields_and_versions() -> None:
    title = Field("title", 3, 2, Digits(), role="book.title")
    shelf = Field("title", 5, 2, Digits(), role="book.shelf")
    table = columns(record(title), record(Field("name", 3, 2, Digits(), role="book.title"), shelf))
    said = "title of version 16 [(]text[)] and title of version 15 [(]text[)] are different fields"
    with pytest.raises(jcq.JcqError, match=said):
        table.chosen("Book", None)


def test_a_record_that_is_not_of_the_table_has_to_fit_into_it() -> None:
    table = columns(record(SHELF, PAGES))
    assert names(table, record(SHELF)) == ["shelf", None]
    wide = Field("pages", 5, 4, Integer(), role="book.pages")
    for other, name in ((record(SHELF, TITLE), "title"), (record(wide), "pages")):
        with pytest.raises(jcq.FormatError, match=f"here of the formats has a {name} that has no"):
            table.places_in(other, table.columns, "here")
        chosen = table.chosen("Book", ["shelf"])
        table.places_in(other, chosen, "here")


def test_a_folder_of_several_versions_is_one_table(tmp_path: Path) -> None:
    (new,) = (SAMPLES / "basedata").glob("O*")
    file = jcq.read(new)
    jcq.write(file, tmp_path / new.name)
    for number, version in enumerate(("13", "12", "11"), 3):
        older = jcq.upgrade(file, version, drop=True).file
        jcq.write(older, tmp_path / f"{new.stem}.X0{number}")
    table = jcq.to_arrow(tmp_path, "O5", origin=["version"])
    assert table.column_names[:-1] == jcq.to_arrow(new, "O5").column_names
    fees = {
        version: table.filter(pa.compute.equal(table["source_version"], version))["fee"].to_pylist()
        for version in ("11", "12", "13", "14")
    }
    assert fees["14"][0] == 4250
    assert list(fees.values()) == [fees["14"]] * 4


def test_a_record_that_files_do_not_have_has_the_columns_of_the_version_of_today() -> None:
    (basedata,) = (SAMPLES / "basedata").glob("O*")
    table = jcq.to_arrow(basedata, "E5")
    assert (table.num_rows, table.column_names) == (
        0,
        jcq.to_arrow([], "E5", version="14").column_names,
    )
    with pytest.raises(jcq.JcqError, match="version 13: no record 'E5'"):
        jcq.to_arrow(basedata, "E5", version="13")


def test_a_column_may_be_asked_for_by_its_former_name() -> None:
    entries = SAMPLES / "centre" / "E9999998.X01"
    with pytest.warns(DeprecationWarning, match="is called qualifier_flag now"):
        table = jcq.to_arrow(entries, "E5", columns="previous_qualifier_flag")
    assert table.column_names == ["qualifier_flag"]
