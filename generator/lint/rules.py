"""The catalogue of rules: complete for the records of the version, each id under its scope."""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.walk import at
from generator.model import Version, every_field
from generator.nodes import Problem
from generator.runtime.core.layouts import IDENTIFIER_RULE
from generator.runtime.core.records import RECORD_RULES


def rule_problems(version: Version) -> Iterator[Problem]:
    """Rules that single lines can break and the catalogue lacks, and ids against their scope."""
    needed = set(RECORD_RULES) if version.records else set()
    for record in version.records:
        for field in every_field(record.fields):
            if field.kind_class is not None:
                needed.update(field.kind_class.RULES)
            if field.identifier_module is not None:
                needed.add(IDENTIFIER_RULE)
    missing = sorted(needed - {rule.id for rule in version.rules})
    if missing:
        message = f"the catalogue lacks rules that its records need: {', '.join(missing)}"
        yield Problem(version.form.mark, "rules", message, "Add them to rules.yaml.")
    for rule in version.rules:
        if rule.id.split(".")[0] != rule.scope:
            message = f"the rule {rule.id} has the scope {rule.scope}"
            yield at(rule, "scope", message, "An id begins with its scope.")
