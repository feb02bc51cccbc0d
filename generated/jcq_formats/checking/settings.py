"""The rules to apply, and their severities."""  # Copied from generator/runtime/checking/settings.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from ..core.errors import JcqError, hint
from ..core.formats import Format, rule_of
from ..core.issues import Issue, Severity
from ..core.several import refusal, several


@dataclass(frozen=True, slots=True)
class Settings:
    """Rules to leave out (``disable``), the only ones to apply (``only``; empty means all), and
    severities that override those of the catalogue."""

    disable: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        form: Format | None = None,
        *,
        disable: str | Collection[str] = (),
        only: str | Collection[str] = (),
        severity: Mapping[str, str] | None = None,
    ) -> Settings:
        """Settings whose rules and severities are known. Raises JcqError if one is not.

        ``form`` is the version in which rules are looked up first, so that no other one is loaded.
        """
        given = {} if severity is None else severity
        if not isinstance(given, Mapping):
            raise refusal(
                "severity", 'severities by rule are needed: {"file.name": "error"}', given
            )
        levels = {}
        for rule in known_rules(given.keys(), form):
            level = given[rule]
            if not isinstance(level, str):
                raise refusal("severity", "the name of a severity is needed", level)
            if level not in list(Severity):
                known = hint(level, list(Severity))
                raise JcqError(f"unknown severity {level!r}; {known}")
            levels[rule] = Severity(level)
        return cls(known_rules(disable, form, "disable"), known_rules(only, form, "only"), levels)

    def wants(self, rule: str) -> bool:
        """Whether a rule is applied."""
        return rule not in self.disable and (not self.only or rule in self.only)

    def judged(self, issue: Issue) -> Issue:
        """The issue with the severity that is set for its rule."""
        wanted = self.severity.get(issue.rule)
        return issue if wanted is None else replace(issue, severity=wanted)


def known_rules(
    ids: str | Collection[str], form: Format | None, what: str = "rules"
) -> frozenset[str]:
    """The ids of rules, each of them known to some version; a single one is accepted.

    Raises JcqError if one is not known, or is not a text.
    """
    found = several(ids, (str,), what, "ids of rules are needed")
    for rule in found:
        if form is None or rule not in form.rules:
            rule_of(rule)
    return frozenset(found)
