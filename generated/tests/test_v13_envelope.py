# Generated from spec/v13/ by `make generate`; edit that, not this.
"""Round trips of the records of v13.envelope: values to line to values, line to bytes."""

from __future__ import annotations

from typing import Any

import jcq_formats as jcq
from hypothesis import given
from hypothesis import strategies as st
from jcq_formats import v13 as v

from strategies import (
    Columns,
    always,
    chosen,
    codes,
    dates,
    digits,
    integers,
    line,
    nothing,
    part,
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
def broadcast_address_columns(draw: st.DrawFn) -> dict[str, Columns]:
    """Every column of a valid BroadcastAddress, field by field."""
    drawn: dict[str, Columns] = {}
    filled = texts(
        2, PUBLISHED_CHARACTERS, starts=("1", "2", "3", "4", "5", "6", "7", "8", "9", "A", "B", "C")
    )
    drawn["series"] = draw(filled)
    filled = digits(2)
    drawn["year"] = draw(filled)
    filled = codes(1, ("_", "C", "B"))
    drawn["language"] = draw(filled)
    return {
        name: drawn[name]
        for name in (
            "series",
            "year",
            "language",
        )
    }


@st.composite
def file_header_columns(draw: st.DrawFn) -> dict[str, Columns]:
    """Every column of a valid FileHeader, field by field."""
    drawn: dict[str, Columns] = {}
    filled = codes(1, ("C", "D", "L", "O", "S"))
    drawn["data_type"] = draw(filled)
    filled = always("1")
    drawn["record_type"] = draw(filled)
    filled = codes(
        2, ("01", "02", "10", "11", "13", "14", "15", "40", "41", "61", "70", "98", "99")
    )
    drawn["awarding_body"] = draw(filled)
    filled = texts(
        2, PUBLISHED_CHARACTERS, starts=("1", "2", "3", "4", "5", "6", "7", "8", "9", "A", "B", "C")
    )
    drawn["series"] = draw(filled)
    filled = digits(2)
    drawn["year"] = draw(filled)
    filled = codes(1, ("B", "S"))
    drawn["distribution"] = draw(filled)
    filled = texts(7, PUBLISHED_CHARACTERS)
    drawn["software_package"] = draw(st.one_of(nothing("", "       "), filled))
    filled = texts(3, PUBLISHED_CHARACTERS)
    drawn["software_version"] = draw(st.one_of(nothing("", "   "), filled))
    filled = digits(2)
    drawn["formats_version"] = draw(filled)
    filled = chosen(
        drawn["data_type"],
        {
            "C": broadcast_address_columns(),
            "D": broadcast_address_columns(),
            "L": broadcast_address_columns(),
            "O": broadcast_address_columns(),
            "S": broadcast_address_columns(),
        },
        5,
    ).filter(lambda c: c.text not in ("00000",))
    drawn["address"] = draw(st.one_of(nothing(None, "00000"), filled))
    return {
        name: drawn[name]
        for name in (
            "data_type",
            "record_type",
            "address",
            "awarding_body",
            "series",
            "year",
            "distribution",
            "software_package",
            "software_version",
            "formats_version",
        )
    }


def file_header_arguments(drawn: dict[str, Columns]) -> dict[str, Any]:
    """What `build` takes for these columns."""
    return {
        "data_type": drawn["data_type"].value,
        "address": part(
            drawn["data_type"],
            drawn["address"],
            {
                "C": v.BroadcastAddress,
                "D": v.BroadcastAddress,
                "L": v.BroadcastAddress,
                "O": v.BroadcastAddress,
                "S": v.BroadcastAddress,
            },
        ),
        "awarding_body": drawn["awarding_body"].value,
        "series": drawn["series"].value,
        "year": drawn["year"].value,
        "distribution": drawn["distribution"].value,
        "software_package": drawn["software_package"].value,
        "software_version": drawn["software_version"].value,
        "formats_version": drawn["formats_version"].value,
    }


@given(file_header_columns())
def test_file_header_is_built_as_the_booklet_writes_it_and_reads_back(
    drawn: dict[str, Columns],
) -> None:
    record = v.FileHeader.build(**file_header_arguments(drawn))
    assert record.line == line(drawn).ljust(record.length)
    assert record.as_dict() == values(drawn)
    assert record.values() == tuple(getattr(record, name) for name in values(drawn))
    assert record.issues() == []


@given(file_header_columns(), st.sampled_from(["\r\n", "\n", "\r", ""]), st.booleans())
def test_file_header_line_is_kept_to_the_byte(
    drawn: dict[str, Columns], end: str, trimmed: bool
) -> None:
    text = line(drawn).rstrip(" ") if trimmed else line(drawn)
    data = (text + end).encode("latin-1")
    file = jcq.read(data, version="13")
    assert file.lines[0].record == v.FileHeader(text)
    assert file.to_bytes() == data


@given(file_header_columns(), file_header_columns(), st.data())
def test_file_header_replace_touches_only_its_own_columns(
    drawn: dict[str, Columns], other: dict[str, Columns], data: st.DataObject
) -> None:
    field = v.FileHeader.FIELDS[
        data.draw(
            st.sampled_from(
                [
                    "awarding_body",
                    "series",
                    "year",
                    "distribution",
                    "software_package",
                    "software_version",
                    "formats_version",
                ]
            )
        )
    ]
    record = v.FileHeader.build(**file_header_arguments(drawn))
    changed = record.replace(**{field.name: file_header_arguments(other)[field.name]})
    assert changed.text(field.name) == other[field.name].text
    assert changed.line[: field.start - 1] == record.line[: field.start - 1]
    assert changed.line[field.end :] == record.line[field.end :]


@given(file_header_columns(), st.data())
def test_file_header_accept_pattern_agrees_with_the_single_rules(
    drawn: dict[str, Columns], data: st.DataObject
) -> None:
    text = v.FileHeader.build(**file_header_arguments(drawn)).line
    for _ in range(data.draw(st.integers(0, 3))):
        position = data.draw(st.integers(1, len(text) - 1))
        text = text[:position] + data.draw(BYTES) + text[position + 1 :]
    text = data.draw(st.sampled_from([text, text[:-1], text + " ", text + "x", text.rstrip(" ")]))
    record = v.FileHeader(text)
    assert record.accepted == (list(record.faults()) == [])


@st.composite
def centre_header_columns(draw: st.DrawFn) -> dict[str, Columns]:
    """Every column of a valid CentreHeader, field by field."""
    drawn: dict[str, Columns] = {}
    filled = codes(1, ("C", "D", "L", "O", "S"))
    drawn["data_type"] = draw(filled)
    filled = always("3")
    drawn["record_type"] = draw(filled)
    filled = codes(
        2, ("01", "02", "10", "11", "13", "14", "15", "40", "41", "61", "70", "98", "99")
    )
    drawn["awarding_body"] = draw(filled)
    filled = texts(
        2, PUBLISHED_CHARACTERS, starts=("1", "2", "3", "4", "5", "6", "7", "8", "9", "A", "B", "C")
    )
    drawn["series"] = draw(filled)
    filled = digits(2)
    drawn["year"] = draw(filled)
    filled = digits(3)
    drawn["sequence_number"] = draw(filled)
    filled = texts(8, PUBLISHED_CHARACTERS)
    drawn["centre_postcode"] = draw(st.one_of(nothing("", "        "), filled))
    filled = chosen(
        drawn["data_type"],
        {
            "C": broadcast_address_columns(),
            "D": broadcast_address_columns(),
            "L": broadcast_address_columns(),
            "O": broadcast_address_columns(),
            "S": broadcast_address_columns(),
        },
        5,
    ).filter(lambda c: c.text not in ("00000",))
    drawn["address"] = draw(st.one_of(nothing(None, "00000"), filled))
    return {
        name: drawn[name]
        for name in (
            "data_type",
            "record_type",
            "address",
            "awarding_body",
            "series",
            "year",
            "sequence_number",
            "centre_postcode",
        )
    }


def centre_header_arguments(drawn: dict[str, Columns]) -> dict[str, Any]:
    """What `build` takes for these columns."""
    return {
        "data_type": drawn["data_type"].value,
        "address": part(
            drawn["data_type"],
            drawn["address"],
            {
                "C": v.BroadcastAddress,
                "D": v.BroadcastAddress,
                "L": v.BroadcastAddress,
                "O": v.BroadcastAddress,
                "S": v.BroadcastAddress,
            },
        ),
        "awarding_body": drawn["awarding_body"].value,
        "series": drawn["series"].value,
        "year": drawn["year"].value,
        "sequence_number": drawn["sequence_number"].value,
        "centre_postcode": drawn["centre_postcode"].value,
    }


@given(centre_header_columns())
def test_centre_header_is_built_as_the_booklet_writes_it_and_reads_back(
    drawn: dict[str, Columns],
) -> None:
    record = v.CentreHeader.build(**centre_header_arguments(drawn))
    assert record.line == line(drawn).ljust(record.length)
    assert record.as_dict() == values(drawn)
    assert record.values() == tuple(getattr(record, name) for name in values(drawn))
    assert record.issues() == []


@given(centre_header_columns(), st.sampled_from(["\r\n", "\n", "\r", ""]), st.booleans())
def test_centre_header_line_is_kept_to_the_byte(
    drawn: dict[str, Columns], end: str, trimmed: bool
) -> None:
    text = line(drawn).rstrip(" ") if trimmed else line(drawn)
    data = (text + end).encode("latin-1")
    file = jcq.read(data, version="13")
    assert file.lines[0].record == v.CentreHeader(text)
    assert file.to_bytes() == data


@given(centre_header_columns(), centre_header_columns(), st.data())
def test_centre_header_replace_touches_only_its_own_columns(
    drawn: dict[str, Columns], other: dict[str, Columns], data: st.DataObject
) -> None:
    field = v.CentreHeader.FIELDS[
        data.draw(
            st.sampled_from(
                ["awarding_body", "series", "year", "sequence_number", "centre_postcode"]
            )
        )
    ]
    record = v.CentreHeader.build(**centre_header_arguments(drawn))
    changed = record.replace(**{field.name: centre_header_arguments(other)[field.name]})
    assert changed.text(field.name) == other[field.name].text
    assert changed.line[: field.start - 1] == record.line[: field.start - 1]
    assert changed.line[field.end :] == record.line[field.end :]


@given(centre_header_columns(), st.data())
def test_centre_header_accept_pattern_agrees_with_the_single_rules(
    drawn: dict[str, Columns], data: st.DataObject
) -> None:
    text = v.CentreHeader.build(**centre_header_arguments(drawn)).line
    for _ in range(data.draw(st.integers(0, 3))):
        position = data.draw(st.integers(1, len(text) - 1))
        text = text[:position] + data.draw(BYTES) + text[position + 1 :]
    text = data.draw(st.sampled_from([text, text[:-1], text + " ", text + "x", text.rstrip(" ")]))
    record = v.CentreHeader(text)
    assert record.accepted == (list(record.faults()) == [])


@st.composite
def centre_trailer_columns(draw: st.DrawFn) -> dict[str, Columns]:
    """Every column of a valid CentreTrailer, field by field."""
    drawn: dict[str, Columns] = {}
    filled = codes(1, ("C", "D", "L", "O", "S"))
    drawn["data_type"] = draw(filled)
    filled = always("7")
    drawn["record_type"] = draw(filled)
    filled = integers(7)
    drawn["record_count"] = draw(filled)
    filled = dates((2000, 2099)).filter(lambda c: c.text not in ("000000",))
    drawn["date_produced"] = draw(st.one_of(nothing(None, "000000"), filled))
    filled = chosen(
        drawn["data_type"],
        {
            "C": broadcast_address_columns(),
            "D": broadcast_address_columns(),
            "L": broadcast_address_columns(),
            "O": broadcast_address_columns(),
            "S": broadcast_address_columns(),
        },
        5,
    ).filter(lambda c: c.text not in ("00000",))
    drawn["address"] = draw(st.one_of(nothing(None, "00000"), filled))
    return {
        name: drawn[name]
        for name in (
            "data_type",
            "record_type",
            "address",
            "record_count",
            "date_produced",
        )
    }


def centre_trailer_arguments(drawn: dict[str, Columns]) -> dict[str, Any]:
    """What `build` takes for these columns."""
    return {
        "data_type": drawn["data_type"].value,
        "address": part(
            drawn["data_type"],
            drawn["address"],
            {
                "C": v.BroadcastAddress,
                "D": v.BroadcastAddress,
                "L": v.BroadcastAddress,
                "O": v.BroadcastAddress,
                "S": v.BroadcastAddress,
            },
        ),
        "record_count": drawn["record_count"].value,
        "date_produced": drawn["date_produced"].value,
    }


@given(centre_trailer_columns())
def test_centre_trailer_is_built_as_the_booklet_writes_it_and_reads_back(
    drawn: dict[str, Columns],
) -> None:
    record = v.CentreTrailer.build(**centre_trailer_arguments(drawn))
    assert record.line == line(drawn).ljust(record.length)
    assert record.as_dict() == values(drawn)
    assert record.values() == tuple(getattr(record, name) for name in values(drawn))
    assert record.issues() == []


@given(centre_trailer_columns(), st.sampled_from(["\r\n", "\n", "\r", ""]), st.booleans())
def test_centre_trailer_line_is_kept_to_the_byte(
    drawn: dict[str, Columns], end: str, trimmed: bool
) -> None:
    text = line(drawn).rstrip(" ") if trimmed else line(drawn)
    data = (text + end).encode("latin-1")
    file = jcq.read(data, version="13")
    assert file.lines[0].record == v.CentreTrailer(text)
    assert file.to_bytes() == data


@given(centre_trailer_columns(), centre_trailer_columns(), st.data())
def test_centre_trailer_replace_touches_only_its_own_columns(
    drawn: dict[str, Columns], other: dict[str, Columns], data: st.DataObject
) -> None:
    field = v.CentreTrailer.FIELDS[data.draw(st.sampled_from(["record_count", "date_produced"]))]
    record = v.CentreTrailer.build(**centre_trailer_arguments(drawn))
    changed = record.replace(**{field.name: centre_trailer_arguments(other)[field.name]})
    assert changed.text(field.name) == other[field.name].text
    assert changed.line[: field.start - 1] == record.line[: field.start - 1]
    assert changed.line[field.end :] == record.line[field.end :]


@given(centre_trailer_columns(), st.data())
def test_centre_trailer_accept_pattern_agrees_with_the_single_rules(
    drawn: dict[str, Columns], data: st.DataObject
) -> None:
    text = v.CentreTrailer.build(**centre_trailer_arguments(drawn)).line
    for _ in range(data.draw(st.integers(0, 3))):
        position = data.draw(st.integers(1, len(text) - 1))
        text = text[:position] + data.draw(BYTES) + text[position + 1 :]
    text = data.draw(st.sampled_from([text, text[:-1], text + " ", text + "x", text.rstrip(" ")]))
    record = v.CentreTrailer(text)
    assert record.accepted == (list(record.faults()) == [])


@st.composite
def file_trailer_columns(draw: st.DrawFn) -> dict[str, Columns]:
    """Every column of a valid FileTrailer, field by field."""
    drawn: dict[str, Columns] = {}
    filled = codes(1, ("C", "D", "L", "O", "S"))
    drawn["data_type"] = draw(filled)
    filled = always("9")
    drawn["record_type"] = draw(filled)
    filled = integers(7)
    drawn["record_count"] = draw(filled)
    filled = integers(7)
    drawn["centre_count"] = draw(filled)
    filled = chosen(
        drawn["data_type"],
        {
            "C": broadcast_address_columns(),
            "D": broadcast_address_columns(),
            "L": broadcast_address_columns(),
            "O": broadcast_address_columns(),
            "S": broadcast_address_columns(),
        },
        5,
    ).filter(lambda c: c.text not in ("00000",))
    drawn["address"] = draw(st.one_of(nothing(None, "00000"), filled))
    return {
        name: drawn[name]
        for name in (
            "data_type",
            "record_type",
            "address",
            "record_count",
            "centre_count",
        )
    }


def file_trailer_arguments(drawn: dict[str, Columns]) -> dict[str, Any]:
    """What `build` takes for these columns."""
    return {
        "data_type": drawn["data_type"].value,
        "address": part(
            drawn["data_type"],
            drawn["address"],
            {
                "C": v.BroadcastAddress,
                "D": v.BroadcastAddress,
                "L": v.BroadcastAddress,
                "O": v.BroadcastAddress,
                "S": v.BroadcastAddress,
            },
        ),
        "record_count": drawn["record_count"].value,
        "centre_count": drawn["centre_count"].value,
    }


@given(file_trailer_columns())
def test_file_trailer_is_built_as_the_booklet_writes_it_and_reads_back(
    drawn: dict[str, Columns],
) -> None:
    record = v.FileTrailer.build(**file_trailer_arguments(drawn))
    assert record.line == line(drawn).ljust(record.length)
    assert record.as_dict() == values(drawn)
    assert record.values() == tuple(getattr(record, name) for name in values(drawn))
    assert record.issues() == []


@given(file_trailer_columns(), st.sampled_from(["\r\n", "\n", "\r", ""]), st.booleans())
def test_file_trailer_line_is_kept_to_the_byte(
    drawn: dict[str, Columns], end: str, trimmed: bool
) -> None:
    text = line(drawn).rstrip(" ") if trimmed else line(drawn)
    data = (text + end).encode("latin-1")
    file = jcq.read(data, version="13")
    assert file.lines[0].record == v.FileTrailer(text)
    assert file.to_bytes() == data


@given(file_trailer_columns(), file_trailer_columns(), st.data())
def test_file_trailer_replace_touches_only_its_own_columns(
    drawn: dict[str, Columns], other: dict[str, Columns], data: st.DataObject
) -> None:
    field = v.FileTrailer.FIELDS[data.draw(st.sampled_from(["record_count", "centre_count"]))]
    record = v.FileTrailer.build(**file_trailer_arguments(drawn))
    changed = record.replace(**{field.name: file_trailer_arguments(other)[field.name]})
    assert changed.text(field.name) == other[field.name].text
    assert changed.line[: field.start - 1] == record.line[: field.start - 1]
    assert changed.line[field.end :] == record.line[field.end :]


@given(file_trailer_columns(), st.data())
def test_file_trailer_accept_pattern_agrees_with_the_single_rules(
    drawn: dict[str, Columns], data: st.DataObject
) -> None:
    text = v.FileTrailer.build(**file_trailer_arguments(drawn)).line
    for _ in range(data.draw(st.integers(0, 3))):
        position = data.draw(st.integers(1, len(text) - 1))
        text = text[:position] + data.draw(BYTES) + text[position + 1 :]
    text = data.draw(st.sampled_from([text, text[:-1], text + " ", text + "x", text.rstrip(" ")]))
    record = v.FileTrailer(text)
    assert record.accepted == (list(record.faults()) == [])
