"""The catalogue of rules: complete for the records of the version, each id under its scope."""

from __future__ import annotations

from collections.abc import Iterator

from generator.emit.sharing import needed_rules
from generator.lint.walk import at
from generator.load.nodes import Problem
from generator.resolve.model import Version
from generator.runtime.core.upgrading import UPGRADE_RULES


def rule_problems(version: Version) -> Iterator[Problem]:
    """Rules that single lines can break and the catalogue lacks, and ids against their scope."""
    needed = {rule_id for record in version.records for rule_id in needed_rules(record)}
    if version.extends:
        needed.update(UPGRADE_RULES)
    missing = sorted(needed - {rule.id for rule in version.rules})
    if missing:
        message = f"the catalogue lacks rules that its records need: {', '.join(missing)}"
        yield Problem(version.form.mark, "rules", message, "Add them to rules.yaml.")
    for rule in version.rules:
        if rule.id.split(".")[0] != rule.scope:
            message = f"the rule {rule.id} has the scope {rule.scope}"
            yield at(rule, "scope", message, "An id begins with its scope.")
