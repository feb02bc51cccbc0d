"""The changes that each issue makes to the records before it, field by field."""  # Copied from generator/runtime/store/changing.py by `make generate`; edit that, not this.

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..core.values import text_of
from ..exams.diff.comparing import Comparison
from ..exams.diff.differences import Difference, DifferenceKind
from ..exams.diff.message_rows import CANDIDATE_NUMBER as MESSAGE_CANDIDATE
from ..exams.diff.sides import Pair
from ..exams.entries import CANDIDATE_NUMBER
from ..exams.given_files import Given
from ..tables.schema import RecordTable
from .kinds import Kind, Kinds


def canonical(key: Mapping[str, str]) -> str:
    """A key as text. Equal keys have equal texts, whatever the order of their fields."""
    return json.dumps({n: t.strip(" ") for n, t in key.items()}, sort_keys=True)


def changes_between(before: list[Given], issue: Given, kinds: Kinds) -> Iterator[dict[str, Any]]:
    """The changes of an issue as rows. ``before`` has the earlier issues, the latest first.

    A record that was added or removed has one row, without a field. An issue of basedata replaces
    the issue before it. In all other data, a record that a later issue omits remains current.
    """
    old = before[:1] if issue.is_broadcast else before
    new = [issue] if issue.is_broadcast else [issue, *before]
    compared = Comparison([Pair(old, new, [])], incomplete=True)
    for difference in compared.differences():
        yield from _rows(difference, kinds)


def _rows(difference: Difference, kinds: Kinds) -> Iterator[dict[str, Any]]:
    kind = kinds.by_key.get(difference.record)
    key = dict(difference.key)
    if kind is not None:
        key = {kind.column_name(name): text for name, text in key.items()}
    row = {
        "difference": difference.kind.value,
        "record": kind.name if kind is not None else difference.record,
        "candidate_number": _candidate(key, kind),
        "code": difference.code,
        "key": canonical(key),
        "field": "",
        "item": "",
        "personal": False,
        "old": None,
        "new": None,
    }
    if difference.kind is not DifferenceKind.CHANGED or not difference.changes:
        yield row
        return
    for change in difference.changes:
        values = {"old": _text(change.old), "new": _text(change.new)}
        field = change.field.replace(".", "_")
        field = kind.column_name(field) if kind is not None else field
        row |= {"field": field, "item": change.item, "personal": change.personal}
        yield {**row, **values}


def _candidate(key: Mapping[str, str], kind: Kind | None) -> str:
    if kind is None or not isinstance(kind.table, RecordTable):
        return key.get(MESSAGE_CANDIDATE, "")
    name = kind.table.name_of(CANDIDATE_NUMBER)
    return key.get(name, "").strip(" ") if name is not None else ""


def _text(value: Any) -> str | None:
    return None if value is None else text_of(value)


def numbered(issue_id: int, rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with the id of their issue and their number in it, from 1, as the table has them."""
    return [{"issue_id": issue_id, "number": n, **row} for n, row in enumerate(rows, 1)]
