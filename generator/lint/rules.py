"""The catalogue of rules: complete, and every rule is implemented."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from generator.lint.conditions import values_of
from generator.lint.walk import at
from generator.load.nodes import Problem
from generator.load.unknown import known_words
from generator.resolve.fields import every_field
from generator.resolve.kinds import find_kinds
from generator.resolve.model import RecordSpec, RuleSpec, Spec, VersionSpec
from generator.runtime.checking.catalogue import implemented
from generator.runtime.checking.rules.totals import CHECKSUM, SUM
from generator.runtime.core import kinds
from generator.runtime.core.character_encodings import LATIN_1
from generator.runtime.core.issues import Severity
from generator.runtime.core.layouts import IDENTIFIER_RULE
from generator.runtime.core.places import Place
from generator.runtime.core.records import Record, encoding_faults
from generator.runtime.core.registry import rules_of
from generator.runtime.core.upgrading import converted

RUNTIME = "generator.runtime."

SEVERITIES = tuple(Severity)

NEAR = 0.8
"""How alike a rule and a misspelling are."""


def rule_problems(version: VersionSpec) -> Iterator[Problem]:
    """Rules that the version lacks, and rules without implementation.

    A rule that states a condition of a record needs none.
    """
    needed = {rule_id for record in version.records for rule_id in needed_rules(record)}
    if version.extends:
        needed.update(rules_of(converted))
    if version.format.encoding != LATIN_1:
        needed.update(rules_of(encoding_faults))
    missing = sorted(needed - {rule.id for rule in version.rules})
    if missing:
        message = f"the catalogue lacks rules that the records need: {', '.join(missing)}"
        yield Problem(version.form.mark, "rules", message, "Add them to rules.yaml.")
    listed = {rule.id for rule in version.rules}
    held = {rule_id for found in implemented() for rule_id in found.ids}
    for rule in version.rules:
        if rule.received is not None and SEVERITIES.index(rule.received) <= SEVERITIES.index(
            rule.severity
        ):
            message = f"{rule.received} is not milder than {rule.severity}, the general severity"
            yield at(rule, "received", message, "Remove `received`, or choose a milder one.")
        yield from _header_problems(rule, version)
        if rule.id not in held and "record" not in rule.words:
            message = f"nothing implements the rule {rule.id}"
            advice = "State it as a condition of a record, register code for it, or remove it."
            near = difflib.get_close_matches(rule.id, held - listed, 1, NEAR)
            advice = f"Did you mean {near[0]}?" if near else advice
            yield at(rule, "id", message, advice)


def _header_problems(rule: RuleSpec, version: VersionSpec) -> Iterator[Problem]:
    """Conditions on fields or values that no file header can have."""
    headers = [record for record in version.records if record.place == Place.FILE_HEADER]
    fields = {field.name: field for record in headers for field in record.fields}
    for name, values in rule.header.items():
        if name not in fields:
            message = f"the file header has no field {name!r}"
            yield at(rule, "header", message, known_words(name, fields, said="Fields"))
            continue
        for message, advice in values_of(fields[name], values):
            yield at(rule, "header", message, advice)


def unlisted_problems(spec: Spec) -> Iterator[Problem]:
    """Implementations of rules that no version has, although some have others of the same scope;
    reported for the newest.

    A rule of a kind or an encoding is needed if a field, or the files, of some version can break
    it.
    """
    listed = {rule.id for version in spec.versions for rule in version.rules}
    scopes = {rule_id.split(".")[0] for rule_id in listed}
    fields = (f for v in spec.versions for r in v.records for f in every_field(r.fields))
    idle = {rule_id for kind in find_kinds(kinds).values() for rule_id in rules_of(kind)}
    idle -= {rule_id for field in fields for rule_id in field.kind.rules()}
    if all(version.format.encoding == LATIN_1 for version in spec.versions):
        idle.update(rules_of(encoding_faults))
    needed = {rule_id for v in spec.versions for r in v.records for rule_id in needed_rules(r)}
    idle |= {SUM, CHECKSUM} - needed
    for found in implemented():
        for rule_id in sorted({*found.ids} - listed - idle):
            if rule_id.split(".")[0] in scopes:
                code = f"{found.code.__module__.removeprefix(RUNTIME)}.{found.code.__qualname__}"
                message = f"no version has the rule {rule_id}, which {code} implements"
                mark = spec.versions[-1].form.mark
                yield Problem(mark, "rules", message, "Add it to rules.yaml, or remove the code.")


def needed_rules(record: RecordSpec) -> set[str]:
    """The ids of the rules that a single line of the record can break."""
    needed = set(rules_of(Record))
    for field in every_field(record.fields):
        needed.update(field.kind.rules())
        if field.total is not None:
            needed.add(CHECKSUM if field.total.checksum is not None else SUM)
        if field.identifier is not None:
            needed.add(IDENTIFIER_RULE)
        needed.update(condition.rule_id for condition in field.conditions)
    return needed
