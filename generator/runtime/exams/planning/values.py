"""Values of basedata for reports: what cannot be read is no value."""

from __future__ import annotations

from typing import Any

from ...core.errors import FieldError
from ...core.kinds.code import Code
from ...core.records import Record
from ...core.roles import by_role, text_or_blank, value_of


def value_or_none(record: Record, role: str) -> Any:
    """The value of the field with this role; None if there is none, or it cannot be read."""
    try:
        return value_of(record, role)
    except FieldError:
        return None


def meaning_of(record: Record, role: str) -> str:
    """The meaning of a code; the code itself if it is not known, empty if it is blank."""
    found, code = by_role(record, role), text_or_blank(record, role)
    if found is None or not isinstance(found[0].kind, Code):
        return ""
    return found[0].kind.list_of(found[1], code).meaning(code) or code
