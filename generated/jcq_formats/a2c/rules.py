# Generated from spec/a2c/rules.yaml by `make generate`; edit that, not this.
"""The rules of component results: what `check` looks for, how bad it is, why, and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from ..core.issues import Rule, Severity

# fmt: off
RULES: Mapping[str, Rule] = {
    rule.id: rule
    for rule in (
        Rule(id="message.value", scope="message", severity=Severity.WARNING, grade="C",
             meaning="A date, a time or a number cannot be read.",
             why="Dates are written year-month-day, and numbers in digits.",
             do="Ask the awarding body for a corrected file.",
        ),
    )
}
# fmt: on
"""Every rule by id."""
