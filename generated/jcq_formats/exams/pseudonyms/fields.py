"""The pseudonym for the text of one field: valid if that is valid, wrong in the same way if not."""  # Copied from generator/runtime/exams/pseudonyms/fields.py by `make generate`; edit that, not this.

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ...core.fields import Field
from ...core.issues import Fault
from ...core.kinds.code import Code
from ...core.kinds.date import Date
from ...core.layouts import IDENTIFIER_RULE, Layout
from ...core.needs import needs
from ...core.roles import text_or_blank
from ...core.spliced import spliced
from ..entries import CANDIDATE_NUMBER
from ..envelope import CENTRE_NUMBER, POSTCODE
from ..names import BETWEEN, NAME, split_name
from .invented import NO_POSTCODE, Pseudonyms
from .shapes import shape_of

OTHER_CENTRE, OTHER_NUMBER = (
    "candidate.optional_centre_number",
    "candidate.optional_candidate_number",
)
CENTRES = (CENTRE_NUMBER, OTHER_CENTRE)
NUMBERS = {CANDIDATE_NUMBER: CENTRE_NUMBER, OTHER_NUMBER: OTHER_CENTRE}
"""The fields with the number of a candidate, and the fields with the centre that gave it."""

needs("candidates' numbers at other centres", ("entry",), {OTHER_CENTRE: (), OTHER_NUMBER: ()})

SIGNS = "0Aa."
"""The signs that are tried in each place, to make a value wrong."""


def is_replaced(field: Field) -> bool:
    """Whether the field identifies a person or a centre."""
    return field.personal or field.role in (*CENTRES, *NUMBERS, POSTCODE)


def pseudonym_of(pseudonyms: Pseudonyms, layout: Layout, field: Field, record: Layout) -> str:
    """The text to write in place of a field's. ``layout`` has the field; ``record`` has the centre
    to which it belongs."""
    text = layout.text(field.name)
    if field.is_nothing(text):
        return text
    centre = text_or_blank(record, NUMBERS[field.role]) if field.role in NUMBERS else ""
    return pseudonyms.text(
        (type(layout), field.name, text, centre),
        lambda: _as_wrong(layout, field, _invented(pseudonyms, field, text.rstrip(" "), centre)),
    )


def _as_wrong(layout: Layout, field: Field, made: str) -> str:
    """The invented text, padded and wrong in the same way as the field's; or that one's shape."""
    wrong = _faults(layout, field)
    for one in variants(made, wrong=bool(wrong)):
        padded = one.ljust(field.width)
        if len(padded) > field.width:
            continue
        if _faults(spliced(layout, field.start, padded), field) == wrong:
            return padded
    return shape_of(layout.text(field.name))


def _invented(pseudonyms: Pseudonyms, field: Field, text: str, centre: str) -> str:
    if field.role in CENTRES:
        return pseudonyms.centre_number(text)
    if field.role in NUMBERS:
        return pseudonyms.candidate_number(text, centre)
    if field.role == POSTCODE:
        return NO_POSTCODE
    if field.role == NAME:
        return BETWEEN.join(pseudonyms.name(*split_name(text.upper())))
    if field.identifier is not None:
        return pseudonyms.identifier(field.identifier, text)
    if isinstance(field.kind, Code):
        return pseudonyms.code(text, tuple(field.kind.codes))
    if isinstance(field.kind, Date):
        try:
            born: datetime.date = field.kind.decode(text)
            made: str = field.kind.encode(pseudonyms.date(born), field.width)
            return made
        except ValueError:
            return shape_of(text)
    return shape_of(text)


def variants(text: str, *, wrong: bool) -> Iterator[str]:
    """The text; and, to find one that is ``wrong`` in some way, the text with one change each."""
    yield text
    if wrong:
        yield text.lower()
        yield text.upper()
        for at in reversed(range(len(text))):
            for sign in SIGNS:
                yield text[:at] + sign + text[at + 1 :]


def _faults(layout: Layout, field: Field) -> list[tuple[str, str]]:
    """The rules that the field breaks; of an identifier, how as well."""
    if not layout.is_wrong(field.name):
        return []
    return [_what(fault) for fault in layout.faults() if fault.field == field.name]


def _what(fault: Fault) -> tuple[str, str]:
    return fault.rule, fault.message if fault.rule == IDENTIFIER_RULE else ""
