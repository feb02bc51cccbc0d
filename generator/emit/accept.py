"""The accept pattern of a record: a regular expression that lines without any fault match.

It duplicates the checks of the kinds and of `Layout.faults`; an emitted test compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.resolve.fields import FieldSpec, LayoutSpec
from generator.runtime.core.codes import any_of
from generator.runtime.core.conditions import BLANK, FILLED, When
from generator.runtime.core.kinds.code import Code


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the pattern, and its subject."""

    pattern: str
    about: str


def accept_pieces(fields: Sequence[FieldSpec]) -> list[Piece]:
    """The pattern of a whole record: first what depends on other fields, then field by field."""
    pieces = [Piece(_choice(f, fields), f.name) for f in fields if f.layouts and not f.repeat]
    pieces += [Piece(pattern, name) for name, pattern in _conditions(fields)]
    pieces += [Piece(_columns(f), f.name) for f in fields]
    return pieces


def _conditions(fields: Sequence[FieldSpec], origin: int = 1) -> Iterator[tuple[str, str]]:
    """Lookaheads, from the position ``origin``, for what another field forbids."""
    by_name = {f.name: f for f in fields}

    def holds(when: When) -> str:
        return "".join(
            _at(by_name[name], _any_of(codes, by_name[name]), origin)
            for name, codes in when.when.items()
        )

    for f in fields:
        nothing = _at(f, _nothing(f, anyway=True), origin)
        for condition in f.all_conditions:
            if condition.must == BLANK and not condition.header:
                yield f.name, f"(?!{holds(condition)}(?!{nothing}))"
            elif condition.must == FILLED and not condition.header:
                yield f.name, f"(?!{holds(condition)}{nothing})"
        if isinstance(f.kind, Code) and f.kind.codes_when:
            # The header is unknown here, so a code may be in any of the lists that depend on it.
            before, of_headers = "", [nothing]
            for one in f.kind.codes_when:
                listed = _at(f, one.codes.pattern(f.width), origin)
                if one.header:
                    of_headers.append(holds(one) + listed)
                else:
                    yield f.name, f"(?!{before}{holds(one)}(?!{'|'.join([*of_headers, listed])}))"
                    before += f"(?!{holds(one)})"
            usual = _at(f, f.kind.codes.pattern(f.width), origin)
            yield f.name, f"(?!{before}(?!{'|'.join([*of_headers, usual])}))"


def _choice(field: FieldSpec, fields: Sequence[FieldSpec]) -> str:
    """A lookahead into a variant: its layout by the value of the chooser."""
    chooser = next(f for f in fields if f.name == field.chooser)
    nothing = _nothing(field)
    choices = [_at(field, nothing)] if nothing else []
    for layout in field.layouts:
        chosen = _at(chooser, _any_of(layout.when, chooser))
        conditions = "".join(pattern for _, pattern in _conditions(layout.fields))
        choices.append(chosen + conditions + _at(field, _sequence(layout.fields)))
    if "fallback" in field.words:
        every = [code for layout in field.layouts for code in layout.when]
        choices.append(f"(?!{_at(chooser, _any_of(every, chooser))})")
    return f"(?:{'|'.join(choices)})"


def _columns(field: FieldSpec) -> str:
    """The pattern of the text of a field, whatever the values of other fields."""
    any_text = f".{{{field.width}}}"
    nothing = _nothing(field)
    if field.repeat:
        group = _group(field.layouts[0], field)
        return f"{group}{any_text}" if field.blank else f"(?! {{{field.width}}}){group}{any_text}"
    if field.layouts:
        return any_text if field.blank else f"(?! {{{field.width}}}){any_text}"
    pattern = field.kind.pattern(field.width)
    if field.identifier is not None:
        pattern = field.identifier.PATTERN
    if field.forbidden:
        pattern = f"(?!{_any_of(field.forbidden, field)}){pattern}"
    if pattern == NEVER:
        return nothing
    return f"(?:{pattern}|{nothing})" if nothing else pattern


def _group(item: LayoutSpec, field: FieldSpec) -> str:
    """A lookahead for filled items, then blanks up to the end of the group."""
    first = item.fields[0].start
    width = item.fields[-1].end - first + 1
    conditions = "".join(pattern for _, pattern in _conditions(item.fields, first))
    items = f"(?:(?! {{{width}}}){conditions}{_sequence(item.fields)}){{0,{field.repeat}}}"
    return f"(?={items} *(?<=\\A.{{{field.end}}}))"


def _sequence(fields: Sequence[FieldSpec]) -> str:
    return "".join(_columns(f) for f in fields)


def _nothing(field: FieldSpec, *, anyway: bool = False) -> str:
    """A pattern for the texts that mean null; blank is included only if it is allowed."""
    texts = [text.ljust(field.width) for text in field.none]
    patterns = [re.escape(text) for text in texts]
    if field.blank or anyway:
        patterns.append(f" {{{field.width}}}" if field.width > 1 else " ")
    return _either(patterns)


def _any_of(codes: Iterable[str], field: FieldSpec) -> str:
    return any_of(code.ljust(field.width) for code in codes)


def _either(patterns: Sequence[str]) -> str:
    return f"(?:{'|'.join(patterns)})" if len(patterns) > 1 else "".join(patterns)


def _at(field: FieldSpec, pattern: str, origin: int = 1) -> str:
    """The pattern, applied to the field's text, as seen from the position ``origin``."""
    before = field.start - origin
    return f"(?=.{{{before}}}{pattern})" if before else f"(?={pattern})"


NEVER = "(?!)"
"""The pattern of a kind whose text can only be blank."""
