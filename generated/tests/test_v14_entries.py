# Generated from spec/v14/entries.yaml by `make generate`; edit that, not this.
"""Round trips of the records of v14.entries: values to line to values, line to bytes."""

from __future__ import annotations

from typing import Any

import jcq_formats as jcq
from hypothesis import given
from hypothesis import strategies as st
from jcq_formats import v14 as v
from jcq_formats.identifiers import uci, uln, upn

from strategies import (
    Columns,
    always,
    codes,
    dates,
    digits,
    groups,
    identifiers,
    line,
    nothing,
    texts,
    values,
)

PUBLISHED_CHARACTERS = (
    " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789#%&'()*+,-./:?_`"
)
NAMES_CHARACTERS = " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'().:-"
GRADES_CHARACTERS = (
    " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789#%&'()*+,-./:?_`^"
)
BYTES = st.characters(min_codepoint=1, max_codepoint=255, exclude_characters="\r\n")


@st.composite
def entry_item_columns(draw: st.DrawFn) -> dict[str, Columns]:
    """Every column of a valid EntryItem, field by field."""
    drawn: dict[str, Columns] = {}
    filled = texts(6, PUBLISHED_CHARACTERS)
    drawn["option_entry_code"] = draw(filled)
    filled = texts(1, PUBLISHED_CHARACTERS)
    drawn["entry_flag"] = draw(st.one_of(nothing("", " "), filled))
    return {
        name: drawn[name]
        for name in (
            "option_entry_code",
            "entry_flag",
        )
    }


@st.composite
def entry_columns(draw: st.DrawFn) -> dict[str, Columns]:
    """Every column of a valid Entry, field by field."""
    drawn: dict[str, Columns] = {}
    filled = always("E")
    drawn["data_type"] = draw(filled)
    filled = always("5")
    drawn["record_type"] = draw(filled)
    filled = codes(1, ("C", "P"))
    drawn["candidate_status"] = draw(filled)
    filled = digits(5)
    drawn["centre_number"] = draw(filled)
    filled = digits(4).filter(lambda c: c.value not in ("0000",))
    drawn["candidate_number"] = draw(filled)
    filled = texts(40, NAMES_CHARACTERS)
    drawn["candidate_name"] = draw(filled)
    filled = codes(1, ("F", "M"))
    drawn["sex"] = draw(filled)
    filled = dates((1930, 2029)).filter(lambda c: c.text not in ("000000",))
    drawn["date_of_birth"] = draw(st.one_of(nothing(None, "000000"), filled))
    filled = identifiers(uci)
    drawn["uci"] = draw(st.one_of(nothing("", "             "), filled))
    filled = identifiers(upn)
    drawn["upn"] = draw(st.one_of(nothing("", "             "), filled))
    filled = identifiers(uln)
    drawn["uln"] = draw(st.one_of(nothing("", "          "), filled))
    filled = texts(1, PUBLISHED_CHARACTERS)
    drawn["previous_qualifier_flag"] = draw(st.one_of(nothing("", " "), filled))
    filled = texts(5, PUBLISHED_CHARACTERS)
    drawn["optional_centre_number"] = draw(st.one_of(nothing("", "     "), filled))
    filled = texts(4, PUBLISHED_CHARACTERS)
    drawn["optional_candidate_number"] = draw(st.one_of(nothing("", "    "), filled))
    filled = texts(3, PUBLISHED_CHARACTERS)
    drawn["documentation_group"] = draw(st.one_of(nothing("", "   "), filled))
    filled = groups(entry_item_columns(), 12, 84)
    drawn["entries"] = draw(
        st.one_of(
            nothing(
                (),
                "                                                                                    ",
            ),
            filled,
        )
    )
    return {
        name: drawn[name]
        for name in (
            "data_type",
            "record_type",
            "candidate_status",
            "centre_number",
            "candidate_number",
            "candidate_name",
            "sex",
            "date_of_birth",
            "uci",
            "upn",
            "uln",
            "previous_qualifier_flag",
            "optional_centre_number",
            "optional_candidate_number",
            "documentation_group",
            "entries",
        )
    }


def entry_arguments(drawn: dict[str, Columns]) -> dict[str, Any]:
    """What `build` takes for these columns."""
    return {
        "candidate_status": drawn["candidate_status"].value,
        "centre_number": drawn["centre_number"].value,
        "candidate_number": drawn["candidate_number"].value,
        "candidate_name": drawn["candidate_name"].value,
        "sex": drawn["sex"].value,
        "date_of_birth": drawn["date_of_birth"].value,
        "uci": drawn["uci"].value,
        "upn": drawn["upn"].value,
        "uln": drawn["uln"].value,
        "previous_qualifier_flag": drawn["previous_qualifier_flag"].value,
        "optional_centre_number": drawn["optional_centre_number"].value,
        "optional_candidate_number": drawn["optional_candidate_number"].value,
        "documentation_group": drawn["documentation_group"].value,
        "entries": [v.EntryItem.build(**item) for item in drawn["entries"].value],
    }


@given(entry_columns())
def test_entry_is_built_as_the_booklet_writes_it_and_reads_back(drawn: dict[str, Columns]) -> None:
    record = v.Entry.build(**entry_arguments(drawn))
    assert record.line == line(drawn).ljust(record.length)
    assert record.as_dict() == values(drawn)
    assert record.values() == tuple(getattr(record, name) for name in values(drawn))
    assert record.issues() == []


@given(entry_columns(), st.sampled_from(["\r\n", "\n", "\r", ""]), st.booleans())
def test_entry_line_is_kept_to_the_byte(drawn: dict[str, Columns], end: str, trimmed: bool) -> None:
    text = line(drawn).rstrip(" ") if trimmed else line(drawn)
    data = (text + end).encode("latin-1")
    file = jcq.read(data, version="14")
    assert file.lines[0].record == v.Entry(text)
    assert file.to_bytes() == data


@given(entry_columns(), entry_columns(), st.data())
def test_entry_replace_touches_only_its_own_columns(
    drawn: dict[str, Columns], other: dict[str, Columns], data: st.DataObject
) -> None:
    field = v.Entry.FIELDS[
        data.draw(
            st.sampled_from(
                [
                    "candidate_status",
                    "centre_number",
                    "candidate_number",
                    "candidate_name",
                    "sex",
                    "date_of_birth",
                    "uci",
                    "upn",
                    "uln",
                    "previous_qualifier_flag",
                    "optional_centre_number",
                    "optional_candidate_number",
                    "documentation_group",
                    "entries",
                ]
            )
        )
    ]
    record = v.Entry.build(**entry_arguments(drawn))
    changed = record.replace(**{field.name: entry_arguments(other)[field.name]})
    assert changed.text(field.name) == other[field.name].text
    assert changed.line[: field.start - 1] == record.line[: field.start - 1]
    assert changed.line[field.end :] == record.line[field.end :]


@given(entry_columns(), st.data())
def test_entry_accept_pattern_agrees_with_the_single_rules(
    drawn: dict[str, Columns], data: st.DataObject
) -> None:
    text = v.Entry.build(**entry_arguments(drawn)).line
    for _ in range(data.draw(st.integers(0, 3))):
        position = data.draw(st.integers(1, len(text) - 1))
        text = text[:position] + data.draw(BYTES) + text[position + 1 :]
    text = data.draw(st.sampled_from([text, text[:-1], text + " ", text + "x", text.rstrip(" ")]))
    record = v.Entry(text)
    assert record.accepted == (list(record.faults()) == [])


@st.composite
def amendment_columns(draw: st.DrawFn) -> dict[str, Columns]:
    """Every column of a valid Amendment, field by field."""
    drawn: dict[str, Columns] = {}
    filled = always("A")
    drawn["data_type"] = draw(filled)
    filled = always("5")
    drawn["record_type"] = draw(filled)
    filled = codes(1, ("C", "P"))
    drawn["candidate_status"] = draw(filled)
    filled = digits(5)
    drawn["centre_number"] = draw(filled)
    filled = digits(4).filter(lambda c: c.value not in ("0000",))
    drawn["candidate_number"] = draw(filled)
    filled = texts(40, NAMES_CHARACTERS)
    drawn["candidate_name"] = draw(filled)
    filled = codes(1, ("F", "M"))
    drawn["sex"] = draw(filled)
    filled = dates((1930, 2029)).filter(lambda c: c.text not in ("000000",))
    drawn["date_of_birth"] = draw(st.one_of(nothing(None, "000000"), filled))
    filled = identifiers(uci)
    drawn["uci"] = draw(st.one_of(nothing("", "             "), filled))
    filled = identifiers(upn)
    drawn["upn"] = draw(st.one_of(nothing("", "             "), filled))
    filled = identifiers(uln)
    drawn["uln"] = draw(st.one_of(nothing("", "          "), filled))
    filled = texts(1, PUBLISHED_CHARACTERS)
    drawn["previous_qualifier_flag"] = draw(st.one_of(nothing("", " "), filled))
    filled = texts(5, PUBLISHED_CHARACTERS)
    drawn["optional_centre_number"] = draw(st.one_of(nothing("", "     "), filled))
    filled = texts(4, PUBLISHED_CHARACTERS)
    drawn["optional_candidate_number"] = draw(st.one_of(nothing("", "    "), filled))
    filled = texts(3, PUBLISHED_CHARACTERS)
    drawn["documentation_group"] = draw(st.one_of(nothing("", "   "), filled))
    filled = groups(entry_item_columns(), 12, 84)
    drawn["entries"] = draw(
        st.one_of(
            nothing(
                (),
                "                                                                                    ",
            ),
            filled,
        )
    )
    return {
        name: drawn[name]
        for name in (
            "data_type",
            "record_type",
            "candidate_status",
            "centre_number",
            "candidate_number",
            "candidate_name",
            "sex",
            "date_of_birth",
            "uci",
            "upn",
            "uln",
            "previous_qualifier_flag",
            "optional_centre_number",
            "optional_candidate_number",
            "documentation_group",
            "entries",
        )
    }


def amendment_arguments(drawn: dict[str, Columns]) -> dict[str, Any]:
    """What `build` takes for these columns."""
    return {
        "candidate_status": drawn["candidate_status"].value,
        "centre_number": drawn["centre_number"].value,
        "candidate_number": drawn["candidate_number"].value,
        "candidate_name": drawn["candidate_name"].value,
        "sex": drawn["sex"].value,
        "date_of_birth": drawn["date_of_birth"].value,
        "uci": drawn["uci"].value,
        "upn": drawn["upn"].value,
        "uln": drawn["uln"].value,
        "previous_qualifier_flag": drawn["previous_qualifier_flag"].value,
        "optional_centre_number": drawn["optional_centre_number"].value,
        "optional_candidate_number": drawn["optional_candidate_number"].value,
        "documentation_group": drawn["documentation_group"].value,
        "entries": [v.EntryItem.build(**item) for item in drawn["entries"].value],
    }


@given(amendment_columns())
def test_amendment_is_built_as_the_booklet_writes_it_and_reads_back(
    drawn: dict[str, Columns],
) -> None:
    record = v.Amendment.build(**amendment_arguments(drawn))
    assert record.line == line(drawn).ljust(record.length)
    assert record.as_dict() == values(drawn)
    assert record.values() == tuple(getattr(record, name) for name in values(drawn))
    assert record.issues() == []


@given(amendment_columns(), st.sampled_from(["\r\n", "\n", "\r", ""]), st.booleans())
def test_amendment_line_is_kept_to_the_byte(
    drawn: dict[str, Columns], end: str, trimmed: bool
) -> None:
    text = line(drawn).rstrip(" ") if trimmed else line(drawn)
    data = (text + end).encode("latin-1")
    file = jcq.read(data, version="14")
    assert file.lines[0].record == v.Amendment(text)
    assert file.to_bytes() == data


@given(amendment_columns(), amendment_columns(), st.data())
def test_amendment_replace_touches_only_its_own_columns(
    drawn: dict[str, Columns], other: dict[str, Columns], data: st.DataObject
) -> None:
    field = v.Amendment.FIELDS[
        data.draw(
            st.sampled_from(
                [
                    "candidate_status",
                    "centre_number",
                    "candidate_number",
                    "candidate_name",
                    "sex",
                    "date_of_birth",
                    "uci",
                    "upn",
                    "uln",
                    "previous_qualifier_flag",
                    "optional_centre_number",
                    "optional_candidate_number",
                    "documentation_group",
                    "entries",
                ]
            )
        )
    ]
    record = v.Amendment.build(**amendment_arguments(drawn))
    changed = record.replace(**{field.name: amendment_arguments(other)[field.name]})
    assert changed.text(field.name) == other[field.name].text
    assert changed.line[: field.start - 1] == record.line[: field.start - 1]
    assert changed.line[field.end :] == record.line[field.end :]


@given(amendment_columns(), st.data())
def test_amendment_accept_pattern_agrees_with_the_single_rules(
    drawn: dict[str, Columns], data: st.DataObject
) -> None:
    text = v.Amendment.build(**amendment_arguments(drawn)).line
    for _ in range(data.draw(st.integers(0, 3))):
        position = data.draw(st.integers(1, len(text) - 1))
        text = text[:position] + data.draw(BYTES) + text[position + 1 :]
    text = data.draw(st.sampled_from([text, text[:-1], text + " ", text + "x", text.rstrip(" ")]))
    record = v.Amendment(text)
    assert record.accepted == (list(record.faults()) == [])
