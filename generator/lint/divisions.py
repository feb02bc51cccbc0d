"""Fields that are split or merged between a version and the one that it extends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.lint.walk import at
from generator.load.nodes import Problem
from generator.load.unknown import known_words
from generator.resolve.fields import FieldSpec
from generator.resolve.model import DivisionSpec, RecordSpec, VersionSpec
from generator.runtime.core.pairing import paired

IN_WORDS = frozenset({"text", "code", "digits"})
"""The kinds whose values can be split at a separator."""

NOT_DIVISIBLE = frozenset({"filler", "group", "literal", "unestablished", "variant"})
"""The kinds whose text cannot be part of other fields."""


def division_problems(version: VersionSpec, base: VersionSpec | None) -> Iterator[Problem]:
    """Splits and mergers of unknown fields, with wrong widths, or of fields that are carried
    elsewhere too."""
    known = {record.key: record for record in base.records} if base is not None else {}
    for record in version.records:
        seen: set[tuple[str, str]] = set()
        for division in record.divisions:
            yield from _division(division, record, known[record.key])
            named = [("here", n) for n in division.fields] + [("there", n) for n in division.to]
            for where, name in named:
                if (where, name) in seen:
                    message = f"`{name}` is in two splits or merges"
                    word = "into" if where == "here" else _there(division)
                    yield at(division, word, message, "Keep one of them.")
                seen.add((where, name))


def _division(division: DivisionSpec, record: RecordSpec, other: RecordSpec) -> Iterator[Problem]:
    here, there = "into", _there(division)
    fields, problems = _known(division.fields, record, division, here, "here")
    where = "in the version that is extended"
    origins, more = _known(division.to, other, division, there, where)
    problems += more
    for field in (*fields, *origins):
        word = here if field in fields else there
        kinds = f"`{field.name}` is a field of kind {field.kind_name}"
        if field.kind_name in NOT_DIVISIBLE:
            message = f"{kinds}, which holds no single value"
            problems.append(at(division, word, message, "Name fields that hold values."))
        elif division.at and field.kind_name not in IN_WORDS:
            message = f"{kinds}, which has no text to split"
            advice = "Leave out `at`, so that it is split by position."
            problems.append(at(division, word, message, advice))
    if not problems:
        yield from _places(division, fields, origins)
        yield from _elsewhere(division, fields, origins, record, other)
    yield from problems


def _known(
    names: Sequence[str], record: RecordSpec, division: DivisionSpec, word: str, where: str
) -> tuple[list[FieldSpec], list[Problem]]:
    by_name = {f.name: f for f in record.fields}
    problems = [
        at(
            division,
            word,
            f"there is no field {name!r} {where}",
            known_words(name, by_name, said="Fields"),
        )
        for name in names
        if name not in by_name
    ]
    return [by_name[name] for name in names if name in by_name], problems


def _places(
    division: DivisionSpec, fields: Sequence[FieldSpec], origins: Sequence[FieldSpec]
) -> Iterator[Problem]:
    """Without a separator the parts must be as wide as the whole; with one, the field must accept
    it."""
    parts, (whole, *_) = (fields, origins) if len(fields) > 1 else (origins, fields)
    width = sum(part.width for part in parts)
    if not division.at and width != whole.width:
        message = f"the parts have {width} characters together, but `{whole.name}` {whole.width}"
        yield at(division, "into", message, "Correct the widths, or give the text between as `at`.")
    allowed = whole.character_set
    if division.at and allowed is not None:
        wrong = [c for c in division.at if c not in allowed.characters]
        if wrong:
            message = f"`{whole.name}` cannot hold {', '.join(map(repr, wrong))}"
            yield at(division, "at", message, "Give the text that stands between the values.")


def _elsewhere(
    division: DivisionSpec,
    fields: Sequence[FieldSpec],
    origins: Sequence[FieldSpec],
    record: RecordSpec,
    other: RecordSpec,
) -> Iterator[Problem]:
    """Values that would also be carried to a field with the same role or name."""
    pairs = paired(other.fields, record.fields)
    for name, origin in pairs.items():
        kept = [origin in origins, name in division.fields]
        if kept == [True, False]:
            message = f"`{name}` keeps the value of `{origin.name}`, which is also moved elsewhere"
            yield at(division, "into", message, "Remove one of them, or give it another role.")
        elif kept == [False, True]:
            message = f"`{name}` has a value already, that of `{origin.name}`"
            yield at(division, "into", message, "Remove this, or give the field another role.")


def _there(division: DivisionSpec) -> str:
    return "field" if "field" in division.words else "fields"
