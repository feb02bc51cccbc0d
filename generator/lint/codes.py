"""Code lists and rules: each code and id once, what stands with it complete."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.model import CodeList, Version, every_field
from generator.nodes import Problem
from generator.runtime.core.records import RECORD_RULES

UNUSED = "no field uses the code list"


def code_problems(version: Version) -> Iterator[Problem]:
    """Doubled codes, grades left out, lists that nobody uses, rules that the catalogue lacks."""
    for codes in version.code_lists:
        yield from _codes(codes)
    yield from _unused(version)
    yield from _rules(version)


def _codes(codes: CodeList) -> Iterator[Problem]:
    counted = Counter(code.code for code in codes.codes)
    seen: set[str] = set()
    for code in codes.codes:
        path = f"{codes.path}.codes"
        if code.code in seen:
            message = f"the code {code.code!r} stands {counted[code.code]} times in {codes.name}"
            yield Problem(code.mark, path, message, "Remove one of them.")
        seen.add(code.code)
        if code.code != code.code.strip(" ") or not code.code:
            message = f"the code {code.code!r} begins or ends with a blank"
            yield Problem(code.mark, path, message, "Padding is not part of a code.")
        if bool(code.stands_for) != bool(code.stands_for_grade):
            message = f"the code {code.code!r} has `stands_for` without its grade, or the reverse"
            advice = "`stands_for` and `stands_for_grade` go together."
            yield Problem(code.mark, path, message, advice)


def _unused(version: Version) -> Iterator[Problem]:
    """A list that no field names is for people to look codes up: its note must say so."""
    used = {
        codes.name
        for record in version.records
        for field in every_field(record.fields)
        for codes in (field.code_list, field.starts_with)
        if codes is not None
    }
    for codes in version.code_lists:
        if codes.name not in used and not codes.note:
            message = f"{UNUSED} {codes.name}"
            yield Problem(
                codes.mark, codes.path, message, "Remove it, or say in a `note` what for."
            )


def _rules(version: Version) -> Iterator[Problem]:
    """Every rule that lines can break is in the catalogue, under its scope."""
    needed = set(RECORD_RULES)
    for record in version.records:
        for field in every_field(record.fields):
            if field.kind_class is not None:
                needed.update(field.kind_class.RULES)
    missing = sorted(needed - {rule.id for rule in version.rules})
    if missing and version.records:
        message = f"the catalogue lacks rules that its records need: {', '.join(missing)}"
        yield Problem(version.mark, "rules", message, "Add them to rules.yaml.")
    for rule in version.rules:
        if rule.id.split(".")[0] != rule.scope:
            message = f"the rule {rule.id} has the scope {rule.scope}"
            yield Problem(rule.mark, f"{rule.path}.id", message, "An id begins with its scope.")
