"""A code from a list: left-justified and padded with blanks. Unknown codes are kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..codes import CodeList
from ..conditions import Texts, When
from ..issues import Fault
from ..listing import listed
from ..registry import rule
from ..values import ColumnType
from .kind import Columns, Kind, Placed, left_justified

MOST_LISTED = 12
"""The most codes that a message lists; for a longer list it gives their number."""

THIS = "this"
"""Stands for an unknown code in a message that does not quote it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWhen(When):
    """A code list that replaces the usual list of a field under a condition."""

    codes: CodeList


@rule("field.justified", "field.closed-code", "field.open-code")
@dataclass(frozen=True, slots=True)
class Code(Kind):
    """A code from a code list: the first of ``codes_when`` whose condition holds, else
    ``codes``."""

    codes: CodeList
    codes_when: tuple[ListWhen, ...] = ()

    IS_TEXT = True
    COLUMN = ColumnType.CODE
    NEEDS = frozenset({"codes"})
    TAKES = frozenset({"codes_when"})

    @property
    def lists(self) -> tuple[CodeList, ...]:
        """All lists that may apply, the usual one first."""
        by_name = {one.codes.name: one.codes for one in self.codes_when}
        return tuple({self.codes.name: self.codes, **by_name}.values())

    @property
    def every_code(self) -> tuple[str, ...]:
        """The codes of all these lists."""
        return _codes_of(self.lists)

    @property
    def asks_header(self) -> bool:
        return any(one.header for one in self.codes_when)

    @property
    def beside(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for one in self.codes_when for name in one.when))

    def lists_in(self, layout: Texts) -> tuple[CodeList, ...]:
        """The lists that may apply in a record. There are several if the file header decides; the
        list without a condition is last."""
        found: list[CodeList] = []
        for one in self.codes_when:
            if one.holds_beside(layout):
                found.append(one.codes)
                if not one.header:
                    return tuple(found)
        return (*found, self.codes)

    def list_of(self, layout: Texts, code: str) -> CodeList:
        """The list of a code in a record: the first that may apply and contains the code."""
        lists = self.lists_in(layout)
        return next((codes for codes in lists if code in codes), lists[-1])

    def decode(self, text: str) -> str:
        return text.rstrip(" ")

    def encode(self, value: str, width: int) -> str:
        all_closed = all(codes.closed for codes in self.lists)
        if isinstance(value, str) and all_closed and value not in self.every_code:
            raise ValueError(f"use {listed(self.every_code, 'or')}")
        try:
            return left_justified(value, width)
        except ValueError:
            if not isinstance(value, str) or len(self.every_code) > MOST_LISTED:
                raise
            raise ValueError(f"use {listed(self.every_code, 'or')}") from None

    def refusal(self, layout: Columns, value: Any) -> str:
        lists = self.lists_in(layout) if self.codes_when and value else ()
        if not lists or not all(codes.closed and value not in codes for codes in lists):
            return ""
        return f"use {listed(_codes_of(lists), 'or')}"

    def faults(self, text: str) -> Iterator[tuple[str, str]]:
        return self._faults(text, self.lists)

    def check(self, layout: Columns, field: Placed, text: str) -> Iterator[Fault]:
        lists: Sequence[CodeList] = (self.codes,)
        if self.codes_when:
            # If the header is unknown, a code of any of the lists is accepted.
            is_unknown = any(map(layout.is_wrong, self.beside))
            lists = self.lists[::-1] if is_unknown else self.lists_in(layout)
        for rule_id, message in self._faults(text, lists):
            yield _quoting(field.fault(rule_id, message), text)

    def check_in(self, layout: Columns, field: Placed, header: Texts) -> Iterator[Fault]:
        text = layout.text(field.name)
        is_known = self.asks_header and not any(map(layout.is_wrong, self.beside))
        if not is_known or field.is_nothing(text) or any(self.check(layout, field, text)):
            return
        holding = (one for one in self.codes_when if one.holds_beside(layout))
        chosen = next((one.codes for one in holding if one.holds_in(header)), self.codes)
        for rule_id, message in self._faults(text, (chosen,)):
            yield _quoting(field.fault(rule_id, message), text)

    def _faults(self, text: str, lists: Sequence[CodeList]) -> Iterator[tuple[str, str]]:
        """The faults of a code, given the lists that may apply; the last one sets the severity."""
        code = text.rstrip(" ")
        if code.startswith(" "):
            yield "field.justified", "there is a space before the code"
            code = code.lstrip(" ")
        if any(code in codes for codes in lists):
            return
        names, codes = listed((one.name for one in lists), "or"), _codes_of(lists)
        number = f"one of the {len(codes)} known codes of {names}"
        is_listed = len(codes) <= MOST_LISTED
        if lists[-1].closed:
            known = listed(codes, "or") if is_listed else number
            yield "field.closed-code", f"must be {known}"
        elif is_listed:
            known = ", ".join(codes)
            yield "field.open-code", f"{THIS} is not a known code of {names}; known: {known}"
        else:
            yield "field.open-code", f"{THIS} is not {number}"

    def pattern(self, width: int) -> str:
        patterns = [codes.pattern(width) for codes in self.lists]
        return patterns[0] if len(patterns) == 1 else f"(?:{'|'.join(patterns)})"

    def schema(self, width: int) -> dict[str, Any]:
        if all(codes.closed for codes in self.lists):
            return {"enum": list(self.every_code)}
        codes = list(self.every_code)
        return {"type": "string", "minLength": 1, "maxLength": width, "examples": codes}

    def width_error(self, width: int) -> str:
        for codes in self.lists:
            for code in codes:
                if len(code) > width:
                    return f"the code {code!r} of {codes.name} is longer than the field"
        return ""


def _quoting(fault: Fault, text: str) -> Fault:
    """The fault of an unknown code with the code in its message. It is left out again where the
    record is not sound."""
    quoted = fault.message.replace(THIS, repr(text.strip(" ")), 1)
    is_of_code = fault.message.startswith(THIS)
    return fault._replace(message=quoted, unquoted=fault.message) if is_of_code else fault


def _codes_of(lists: Sequence[CodeList]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for codes in lists for code in codes))
