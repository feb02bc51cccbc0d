"""Masks a file or a message: invented people and centres, and everything else byte for byte."""  # Copied from generator/runtime/exams/pseudonyms/files.py by `make generate`; edit that, not this.

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any, NamedTuple, overload

from ...core.copies import ADDED
from ...core.fields import Field
from ...core.files import File, Line
from ...core.formats import NameForm
from ...core.kinds.group import Group
from ...core.layouts import Layout
from ...core.masking import columns_to_hide, every_column, uncertain_columns
from ...core.messages.message import Message
from ...core.names import name_within, parse_name
from ...core.records import Record
from ...core.several import refusal
from ...core.totals import fields_with_totals, with_totals
from ..envelope import CENTRE_NUMBER
from .fields import is_replaced, pseudonym_of
from .invented import Pseudonyms
from .messages import masked_message
from .shapes import shape_of

ENDING = re.compile(r"\.[A-Za-z][0-9A-Za-z]{1,2}")
"""The ending of a file's name, if it is kept although the name is not."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A masked file, and the numbers of its lines that are not sound, of which only the shape is
    kept."""

    file: File
    shapes: tuple[int, ...]


@overload
def mask(file: File, pseudonyms: Pseudonyms | None = None) -> File: ...


@overload
def mask(file: Message, pseudonyms: Pseudonyms | None = None) -> Message: ...


def mask(file: File | Message, pseudonyms: Pseudonyms | None = None) -> File | Message:
    """The file with invented people and centres: names, dates of birth, identifiers, numbers of
    candidates and centres, and postcodes, in its name as well. Everything else stays byte for byte.

    The same value gets the same pseudonym in all files masked with the same ``pseudonyms``; without
    them, in this file. A wrong value is replaced by one that is wrong in the same way. Of a line
    that is not sound, only the shape is kept: its length, blanks and classes of characters, after
    the two characters that say which record it is. In a message, unknown texts, attributes and
    comments become stars. Raises JcqError for anything but a file or message, and BuildError if the
    encoding of a message cannot hold the new texts.
    """
    if pseudonyms is None:
        pseudonyms = Pseudonyms()
    if not isinstance(pseudonyms, Pseudonyms):
        raise refusal("pseudonyms", "an object of jcq.Pseudonyms is needed", pseudonyms)
    if isinstance(file, Message):
        return masked_message(file, pseudonyms)
    if not isinstance(file, File):
        raise refusal("file", "a file is needed, as jcq.read gives it", file)
    return masked_file(file, pseudonyms).file


def masked_file(file: File, pseudonyms: Pseudonyms) -> Masked:
    """The file with invented people, and which lines are shapes."""
    letter = file.data_type.code if file.data_type is not None else ""
    lines = list[str]()
    shapes = list[int]()
    for number, (record, _) in enumerate(file.lines, 1):
        whole = every_column(record)
        if whole and columns_to_hide(record, letter) == whole:
            start = whole[0][0] - 1
            lines.append(record.line[:start] + shape_of(record.line[start:]))
            shapes.append(number)
        else:
            lines.append(_sound_line(record, pseudonyms))
    records = [type(old)(line) for (old, _), line in zip(file.lines, lines, strict=True)]
    made = _with_right_totals(file, records)
    named = _masked_name(file, pseudonyms)
    ends = [line.end for line in file.lines]
    new = [Line(record, end) for record, end in zip(made, ends, strict=True)]
    return Masked(File(named, file.format, new, file.byte_order_mark), tuple(shapes))


class _Piece(NamedTuple):
    """The text that takes the place of some positions, counted from 0."""

    start: int
    end: int
    text: str


def _sound_line(record: Record, pseudonyms: Pseudonyms) -> str:
    """The line with pseudonyms; a line that was cut off after its last value stays so."""
    line = record.line
    pieces = [
        *_pieces(record, record, 0, pseudonyms),
        *(
            _Piece(start - 1, end, shape_of(line[start - 1 : end]))
            for start, end in uncertain_columns(record)
        ),
    ]
    padded = line.ljust(max((piece.end for piece in pieces), default=0))
    for piece in pieces:
        padded = padded[: piece.start] + piece.text + padded[piece.end :]
    return padded[: len(line)] + padded[len(line) :].rstrip(" ")


def _pieces(
    layout: Layout, record: Record, offset: int, pseudonyms: Pseudonyms
) -> Iterator[_Piece]:
    """What is replaced in a layout that begins after ``offset`` positions."""
    for field in _with_pseudonyms(type(layout)):
        if isinstance(field.kind, Group):
            text, item = layout.text(field.name), field.kind.item
            for at in range(0, len(text), item.END):
                start = offset + field.start - 1 + at
                yield from _pieces(item(text[at : at + item.END]), record, start, pseudonyms)
        elif is_replaced(field):
            text = pseudonym_of(pseudonyms, layout, field, record)
            if text != layout.text(field.name):
                yield _Piece(offset + field.start - 1, offset + field.end, text)
        else:
            for part in field.kind.parts(layout, field):
                if isinstance(part, Layout):
                    yield from _pieces(part, record, offset, pseudonyms)


def _with_pseudonyms(layout: type[Any]) -> tuple[Field, ...]:
    """The fields of a layout that are replaced, or contain some that are; cached."""
    if layout not in _REPLACED:
        _REPLACED[layout] = tuple(
            field
            for field in layout.FIELDS.values()
            if is_replaced(field)
            or any(_with_pseudonyms(nested.layout) for nested in field.kind.nested(field))
        )
    return _REPLACED[layout]


_REPLACED: dict[type[Layout], tuple[Field, ...]] = {}


def _with_right_totals(file: File, records: list[Record]) -> list[Record]:
    """The records with their totals renewed, if those of the file are right."""
    if not fields_with_totals(file.format):
        return records
    old = [line.record for line in file.lines]
    is_right = list(with_totals(file.format, old)) == old
    return list(with_totals(file.format, records)) if is_right else records


def _masked_name(file: File, pseudonyms: Pseudonyms) -> str:
    """The name of the file for the masked centre. Of a name of no known form nothing is kept but
    its ending."""
    name = PureWindowsPath(PurePosixPath(file.name).name).name
    forms = file.format.file_names
    known = name_within(name, forms)
    found = parse_name(known, forms) if known else None
    if found is None:
        ending = ENDING.fullmatch(PurePosixPath(name).suffix)
        return (pseudonyms.file_name(name) + (ending[0] if ending else "")) if name else ""
    made = _with_centre(known, found[0], pseudonyms)
    added = [place for match in ADDED.finditer(name) for place in range(*match.span())]
    if len(name) != len(known) + len(added):
        return made
    rest = iter(made)
    return "".join(c if at in added else next(rest) for at, c in enumerate(name))


def _with_centre(name: str, form: NameForm, pseudonyms: Pseudonyms) -> str:
    """The name with the number of the masked centre, if it has a centre's number."""
    made, at = "", 0
    for part in form.parts:
        text = name[at : at + part.width]
        at += part.width
        made += pseudonyms.centre_number_ending(text) if CENTRE_NUMBER in part.agrees_with else text
    return made
