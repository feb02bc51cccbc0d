"""Compares the roles in a version with those that the modules of the runtime declare."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from types import ModuleType

from generator.lint.walk import at, owners
from generator.load.nodes import Problem
from generator.load.unknown import known_words
from generator.resolve.fields import FieldSpec, every_field
from generator.resolve.model import LeftOpen, RecordSpec, Spec, VersionSpec
from generator.runtime import exams
from generator.runtime.checking import messages, rules
from generator.runtime.core import reading
from generator.runtime.core.needs import Kinds, Need, declared_needs
from generator.runtime.tables.exports import sqlite
from generator.runtime.testing import component_results

DECLARING: tuple[ModuleType, ...] = (reading, sqlite, component_results)
DECLARING_PACKAGES: tuple[ModuleType, ...] = (exams, rules, messages)
"""The packages whose modules declare roles; add new ones here."""

NEAR = 0.75
"""The similarity from which one name is taken for a misspelling of another."""


@cache
def all_needs() -> tuple[Need, ...]:
    """All roles that the runtime uses."""
    assert DECLARING
    for package in DECLARING_PACKAGES:
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    return declared_needs()


def role_problems(version: VersionSpec) -> Iterator[Problem]:
    """Unknown roles, and fields of a kind that program logic cannot use."""
    yield from _record_roles(version)
    yield from _families(version)
    for record in version.records:
        yield from _slips(record)
    yield from _kinds(version)


def role_notes(spec: Spec) -> Iterator[Problem]:
    """The roles used by program logic that a version lacks, and what does without.

    For a version that extends another, only those missing from this one; items that it leaves
    `open` are not reported.
    """
    for version in spec.versions:
        base = next((v for v in spec.versions if v.folder == version.base_folder), None)
        for need in _merged(all_needs()):
            yield from _missing(need, version, base)


def _merged(needs: Iterable[Need]) -> Iterator[Need]:
    """One need for each record and each field in it, with all the work that depends on it."""
    works: dict[tuple[str, str], dict[str, None]] = {}
    for need in needs:
        for role in ("", *need.fields):
            works.setdefault((need.record, role), {})[need.work] = None
    for (record, role), found in works.items():
        yield Need("; ".join(found), record, {role: ()} if role else {})


def _missing(need: Need, version: VersionSpec, base: VersionSpec | None) -> Iterator[Problem]:
    record = _record(version, need.record)
    before = _record(base, need.record) if base is not None else None
    if base is not None and before is None:
        return
    without = f"Without it: {need.work}."
    if need.fields:
        (role,) = need.fields
        is_new = before is None or role in _roles(before)
        if record is not None and is_new and role not in _roles(record):
            message = f"{record.class_name} has no field of the role {role!r}"
            yield at(record, "fields", message, without)
    elif record is None:
        if before is not None and _stands_in(version.left_open, before):
            return
        retired = before is not None and _stands_in(version.retired, before)
        message = f"no record has the role {need.record!r}{' (retired)' if retired else ''}"
        yield Problem(version.form.mark, "records", message, without)


def _stands_in(items: Sequence[LeftOpen], record: RecordSpec) -> bool:
    return any(item.what == "record" and item.name == record.key for item in items)


def _record(version: VersionSpec, role: str) -> RecordSpec | None:
    return next((record for record in version.records if record.role == role), None)


def _roles(record: RecordSpec) -> set[str]:
    return {field.role for field in every_field(record.fields) if field.role}


def _record_roles(version: VersionSpec) -> Iterator[Problem]:
    """A record role that resembles a missing one is a misspelling; any other is new."""
    present = {record.role for record in version.records}
    missing = sorted({need.record for need in all_needs()} - present)
    for record in version.records:
        if record.role not in {need.record for need in all_needs()}:
            near = difflib.get_close_matches(record.role, missing, 1, NEAR)
            if near:
                message = f"program logic knows no role {record.role!r}"
                yield at(record, "role", message, f"Did you mean {near[0]}?")


def _families(version: VersionSpec) -> Iterator[Problem]:
    """The first part of a field's role must be a record's role, or known to program logic."""
    known = {family(role) for need in all_needs() for role in need.fields}
    known |= {need.record for need in all_needs()}
    known |= {record.role for record in version.records}
    known |= {family(role) for part in _name_parts(version) for role in part}
    seen: set[object] = set()
    for owner in owners(version):
        for field in owner.fields:
            mark = field.words.mark
            if not field.role or family(field.role) in known or mark in seen:
                continue
            seen.add(mark)
            message = f"no record and no program logic has the role {family(field.role)!r}"
            advice = known_words(family(field.role), sorted(known))
            yield at(field, "role", message, advice)


def _name_parts(version: VersionSpec) -> Iterator[tuple[str, ...]]:
    for form in version.file_names:
        for part in form.parts:
            yield part.agrees_with


def family(role: str) -> str:
    """The first part of a role."""
    return role.partition(".")[0]


def _slips(record: RecordSpec) -> Iterator[Problem]:
    """A field role that resembles one that is missing from the record."""
    declared = {role for need in all_needs() for role in need.fields}
    present = _roles(record)
    wanted = {role for need in all_needs() if need.record == record.role for role in need.fields}
    for field in every_field(record.fields):
        if not field.role or field.role in declared:
            continue
        before, _, name = field.role.partition(".")
        missing = {r.partition(".")[2]: r for r in sorted(wanted - present) if family(r) == before}
        near = difflib.get_close_matches(name, missing, 1, NEAR)
        if near:
            message = f"program logic knows no role {field.role!r}"
            advice = f"Did you mean {missing[near[0]]}? If not, write `role: none`."
            yield at(field, "role", message, advice)


def _kinds(version: VersionSpec) -> Iterator[Problem]:
    """Fields that program logic uses and that have a kind that it cannot use."""
    kinds: dict[str, Kinds] = {}
    works: dict[str, str] = {}
    for need in all_needs():
        for role, allowed in need.fields.items():
            if allowed:
                kinds[role], works[role] = allowed, need.work
    for owner in owners(version):
        for field in owner.fields:
            allowed = kinds.get(field.role, ())
            if allowed and field.is_resolved and not isinstance(field.kind, allowed):
                yield _of_another_kind(field, allowed, works[field.role])


def _of_another_kind(field: FieldSpec, allowed: Kinds, work: str) -> Problem:
    wanted = " or ".join(f"`{kind.__name__.lower()}`" for kind in allowed)
    message = f"{work} cannot use a {field.kind_name} as {field.role!r}"
    return at(field, "kind", message, f"Make it {wanted}, or write `role: none`.")
