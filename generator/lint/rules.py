"""The catalogue of rules: complete for the records of the version, each id under its scope."""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.walk import at
from generator.load.nodes import Problem
from generator.resolve.model import RecordSpec, VersionSpec, every_field
from generator.runtime.core.layouts import IDENTIFIER_RULE
from generator.runtime.core.records import Record
from generator.runtime.core.rules import rules_of
from generator.runtime.core.upgrading import upgrade


def rule_problems(version: VersionSpec) -> Iterator[Problem]:
    """Rules that single lines can break and the catalogue lacks, and ids against their scope."""
    needed = {rule_id for record in version.records for rule_id in needed_rules(record)}
    if version.extends:
        needed.update(rules_of(upgrade))
    missing = sorted(needed - {rule.id for rule in version.rules})
    if missing:
        message = f"the catalogue lacks rules that its records need: {', '.join(missing)}"
        yield Problem(version.form.mark, "rules", message, "Add them to rules.yaml.")
    for rule in version.rules:
        if rule.id.split(".")[0] != rule.scope:
            message = f"the rule {rule.id} has the scope {rule.scope}"
            yield at(rule, "scope", message, "An id begins with its scope.")


def needed_rules(record: RecordSpec) -> set[str]:
    """The ids of the rules that a single line of the record can break."""
    needed = set(rules_of(Record))
    for field in every_field(record.fields):
        needed.update(rules_of(type(field.kind)))
        if field.identifier is not None:
            needed.add(IDENTIFIER_RULE)
        for rules in field.condition_rules.values():
            needed.update(rules.values())
    return needed
