"""Sums and checksums: of existing fields, in headers and trailers that can hold them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.walk import Owner, at, owners
from generator.load.nodes import TO_ADD_ONE, Problem, SpecMapping
from generator.load.unknown import unknown
from generator.resolve.fields import FieldSpec
from generator.resolve.kinds import checksums_known
from generator.resolve.model import VersionSpec
from generator.resolve.totals import NUMBERS
from generator.runtime.core.places import Place
from generator.runtime.core.totals import HEADERS, RECORDS

WORDS = ("sum_of", "checksum")


def total_problems(version: VersionSpec) -> Iterator[Problem]:
    """Totals of unknown fields, or that do not fit in their fields."""
    for owner in owners(version):
        for field in owner.fields:
            words = [word for word in WORDS if word in field.words]
            if len([*words, *(["counts"] if field.counts else [])]) > 1:
                message = "a field holds a count, a sum or a checksum, not several of them"
                yield at(field, words[0], message, "Keep one of them.")
            for word in words:
                yield from _total(field, word, owner, version)


def _total(field: FieldSpec, word: str, owner: Owner, version: VersionSpec) -> Iterator[Problem]:
    place = next((r.place for r in version.records if r.words is owner.words), Place.DATA)
    said: SpecMapping = field.words[word]
    if place not in (*HEADERS, *HEADERS.values()):
        message = "only a header or trailer of a file or centre can hold the total of other records"
        advice = "Remove it here."
        if place is not Place.DATA:
            advice = (
                "Say in a `note` what it totals, so that its value is kept as it is; totals of"
                " other parts are work on generator/runtime/core/totals.py."
            )
        yield at(field, word, message, advice)
    known = [*([RECORDS] if word == "checksum" else []), *(r.key for r in version.records)]
    if said["over"] not in known:
        yield unknown(said, "over", f"there is no record {said['over']!r}", known)
    elif place in HEADERS and not _is_data(said["over"], version):
        message = "after a header, only data records can be summed"
        yield at(_Node(said), "over", message, "Name the key of a data record.")
    elif word == "sum_of":
        yield from _sum(field, said, version)
    if word == "checksum":
        yield from _checksum(field, said)


def _is_data(over: str, version: VersionSpec) -> bool:
    return any(r.key == over and r.place is Place.DATA for r in version.records)


def _sum(field: FieldSpec, said: SpecMapping, version: VersionSpec) -> Iterator[Problem]:
    (record,) = (record for record in version.records if record.key == said["over"])
    summed = {f.name: f for f in record.fields}.get(said["field"])
    if summed is None:
        message = f"there is no field {said['field']!r} in {record.key}"
        yield unknown(said, "field", message, [f.name for f in record.fields])
    elif summed.is_resolved and summed.kind.COLUMN not in NUMBERS:
        message = f"`{summed.name}` is a field of kind {summed.kind_name}, which has no sum"
        yield at(_Node(said), "field", message, "Name a number.")
    elif field.is_resolved and _scale(field) != _scale(summed):
        message = f"a {field.kind_name} cannot hold the sum of `{summed.name}`"
        yield at(field, "sum_of", message, f"Make it of kind {_said(summed)}.")


def _checksum(field: FieldSpec, said: SpecMapping) -> Iterator[Problem]:
    known = checksums_known()
    rule = known.get(said["rule"])
    if rule is None:
        message = f"there is no checksum {said['rule']!r}"
        yield unknown(said, "rule", message, known, to_add=TO_ADD_ONE)
    elif field.width != rule.WIDTH:
        message = f"{said['rule']} has {rule.WIDTH} characters, but the field {field.width}"
        yield at(field, "checksum", message, "Correct the width, or name another checksum.")
    elif field.kind_name != "text":
        message = f"a field of kind {field.kind_name} cannot hold {said['rule']}"
        yield at(field, "checksum", message, "Make it a `text`.")


def _scale(field: FieldSpec) -> tuple[str, int]:
    return field.kind_name, field.words.get("decimals", 0)


def _said(field: FieldSpec) -> str:
    decimals = field.words.get("decimals", 0)
    return field.kind_name + (f" with {decimals} decimals" if decimals else "")


class _Node:
    """A mapping within a field."""

    def __init__(self, words: SpecMapping) -> None:
        self.words = words
