"""Code lists: no duplicate codes, complete details, no unused lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.lint.characters import unwritable
from generator.lint.walk import at, inherited
from generator.load.nodes import Problem
from generator.load.unknown import known_words
from generator.resolve.fields import CodeListSpec, every_field
from generator.resolve.model import VersionSpec

UNUSED = "no field uses the code list"


def code_problems(version: VersionSpec) -> Iterator[Problem]:
    """Duplicate codes, codes that cannot be written, missing grades, unused lists."""
    names = [codes.name for codes in version.code_lists]
    for codes in version.code_lists:
        yield from _codes(codes)
        for code in codes.evidence:
            spelled_by = codes.spelled_by.get(code.code)
            if spelled_by is not None and spelled_by not in names:
                message = f"unknown code list {spelled_by!r}"
                yield at(code, "spelled_by", message, known_words(spelled_by, names))
    yield from _unused(version)


def _codes(codes: CodeListSpec) -> Iterator[Problem]:
    counted = Counter(code.code for code in codes.evidence)
    seen: set[str] = set()
    for code in codes.evidence:
        if code.code in seen:
            message = f"the code {code.code!r} appears {counted[code.code]} times in {codes.name}"
            yield at(code, "code", message, "Remove one of them.")
        seen.add(code.code)
        if code.code != code.code.strip(" "):
            message = f"the code {code.code!r} begins or ends with a blank"
            yield at(code, "code", message, "Padding is not part of a code.")
        if invalid := unwritable(code.code):
            yield at(code, "code", f"{invalid} cannot be written", "Lines are Latin-1 text.")
        stands_for = "stands_for" in code.words
        if stands_for != bool(code.stands_for_grade):
            word = "stands_for" if stands_for else "stands_for_grade"
            message = f"the code {code.code!r} has `stands_for` without its grade, or the reverse"
            yield at(code, word, message, "Give both or neither.")


def _unused(version: VersionSpec) -> Iterator[Problem]:
    """A list that no field uses is for reference only, and its note must say so.

    A list from the extended version may have lost its fields with a record that is open.
    """
    used = {
        codes.name
        for record in version.records
        for field in every_field(record.fields)
        for codes in (*field.code_lists, field.starts_with, field.special)
        if codes is not None
    } | {name for codes in version.code_lists for name in codes.spelled_by.values()}
    for codes in version.code_lists:
        if codes.name not in used and not codes.note and not inherited(codes.words, version):
            message = f"{UNUSED} {codes.name}"
            yield at(codes, "name", message, "Remove it, or say in a `note` what it is for.")
