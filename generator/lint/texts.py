"""Texts of the spec that a field must be able to hold: literal, null, forbidden, default."""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.characters import unwritable
from generator.lint.walk import at, owners
from generator.load.nodes import Problem
from generator.resolve.fields import FieldSpec
from generator.resolve.model import VersionSpec
from generator.runtime.core.kinds.kind import Kind
from generator.runtime.core.printable import counted

OPEN = "field.open-code"
"""The rule about a code that is not in an open list: such codes can occur."""


def text_problems(version: VersionSpec) -> Iterator[Problem]:
    """Widths that do not suit the kind, and texts that are not valid in their field."""
    for owner in owners(version):
        for field in owner.fields:
            if field.layouts:
                yield from _none(field)
                yield from _without_texts(field)
            elif field.is_resolved:
                yield from _fit(field, field.kind)


def faults_of(kind: Kind, field: FieldSpec, text: str) -> list[tuple[str, str]]:
    """The faults of a padded text in this field."""
    return list(kind.faults(text.ljust(field.width)))


def _none(field: FieldSpec) -> Iterator[Problem]:
    for text in field.none:
        if len(text) != field.width:
            message = f"{text!r} has {counted(len(text), 'character')}, the field {field.width}"
            yield at(field, "none", message, "A text for null fills its field.")
        elif not text.strip(" "):
            advice = "Remove it; `blank: allowed` lets the field be blank."
            yield at(field, "none", "blanks mean null anyway", advice)


def _without_texts(field: FieldSpec) -> Iterator[Problem]:
    """A group or variant is not a single text."""
    for word in ("default", "forbidden"):
        if word in field.words:
            advice = "Write it in the fields within."
            yield at(field, word, f"`{word}` is not allowed in a {field.kind_name}", advice)


def _fit(field: FieldSpec, kind: Kind) -> Iterator[Problem]:
    error = kind.width_error(field.width)
    if error:
        word = "literal" if "literal" in field.words else "width"
        yield at(field, word, error, "Correct one of the two.")
        return
    if invalid := unwritable(field.words.get("literal", "")):
        yield at(field, "literal", f"{invalid} cannot be written", "Lines are Latin-1 text.")
    yield from _none(field)
    for text in field.forbidden:
        if _cannot_occur(field, kind, text):
            message = f"{text!r} cannot be in this field anyway"
            yield at(field, "forbidden", message, "Remove or correct it.")
    if field.default:
        yield from _default(field, kind, field.default)


def _cannot_occur(field: FieldSpec, kind: Kind, text: str) -> bool:
    """Whether the field can never have this text, so that forbidding it is pointless."""
    return (
        len(text) > field.width
        or text.endswith(" ")
        or text.ljust(field.width) in field.none
        or any(rule != OPEN for rule, _ in faults_of(kind, field, text))
    )


def _default(field: FieldSpec, kind: Kind, default: str) -> Iterator[Problem]:
    advice = "Give a text that the field can hold, or remove it."
    if "default" in field.words and "default_from" in field.words:
        message = "the default is given twice"
        yield at(field, "default_from", message, "Keep `default` or `default_from`.")
    elif not field.settable:
        yield at(field, "default", f"a {field.kind_name} has no default", "Remove it.")
    elif len(default) > field.width:
        message = f"{default!r} has {counted(len(default), 'character')}, the field {field.width}"
        yield at(field, "default", message, advice)
    elif default.ljust(field.width) in field.none:
        advice = "Remove it: without a default, null is written."
        yield at(field, "default", f"{default!r} means null", advice)
    elif default.rstrip(" ") in field.forbidden:
        yield at(field, "default", f"{default!r} is forbidden", advice)
    else:
        for _, message in faults_of(kind, field, default):
            yield at(field, "default", f"{default!r} does not fit: {message}", advice)
