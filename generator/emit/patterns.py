"""Named patterns in the generated module of code lists, each defined once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.emit.source import CODES, Imports
from generator.resolve.fields import FieldSpec, every_field
from generator.resolve.model import VersionSpec


def pattern_constants(version: VersionSpec) -> dict[str, str]:
    """The patterns that the records of a version use, as raw strings by constant."""
    fields = [field for record in version.records for field in every_field(record.fields)]
    return {name: f"r{_quoted(pattern)}" for name, pattern in sorted(_named(fields))}


def named(pattern: str, fields: Sequence[FieldSpec], imports: Imports) -> str:
    """A pattern as a raw string that refers to named patterns by their constants."""
    text, found = pattern.replace("{", "{{").replace("}", "}}"), False
    for name, known in sorted(set(_named(every_field(fields))), key=lambda item: -len(item[1])):
        escaped = known.replace("{", "{{").replace("}", "}}")
        if escaped in text:
            found = True
            text = text.replace(escaped, f"{{{name}}}")
            imports.add(CODES, name)
    return f"rf{_quoted(text)}" if found else f"r{_quoted(pattern)}"


def _named(fields: Iterator[FieldSpec] | Sequence[FieldSpec]) -> Iterator[tuple[str, str]]:
    for field in fields:
        for codes in field.code_lists:
            yield codes.pattern_constant(field.width), codes.pattern(field.width)
        if field.starts_with is not None:
            yield field.starts_with.pattern_constant(), field.starts_with.pattern()
        if field.character_set is not None:
            first, further = field.character_set.pattern_constants
            yield first, field.character_set.pattern(blank=False)
            yield further, field.character_set.pattern(blank=True)


def _quoted(pattern: str) -> str:
    """The text as a raw string literal."""
    quote = '"' if '"' not in pattern else "'"
    assert quote not in pattern and not re.search(r"(?<!\\)(?:\\\\)*\\$", pattern)
    return f"{quote}{pattern}{quote}"
