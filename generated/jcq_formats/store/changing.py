"""What each issue changed, field by field, in what stood before it."""  # Copied from generator/runtime/store/changing.py by `make generate`; edit that, not this.

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..core.roles import fields_by_role
from ..core.values import text_of
from ..exams.component_results import OUTCOME
from ..exams.diff.comparing import Comparison
from ..exams.diff.differences import Difference, DifferenceKind
from ..exams.diff.message_rows import CANDIDATE_NUMBER as MESSAGE_CANDIDATE
from ..exams.diff.sides import Pair
from ..exams.entries import CANDIDATE_NUMBER
from ..exams.given_files import Given
from ..tables.schema import RecordTable
from .kinds import Kind, Kinds


def canonical(key: Mapping[str, str]) -> str:
    """A key as text: the same for the same key."""
    return json.dumps({n: t.strip(" ") for n, t in key.items()}, sort_keys=True)


def changes_between(before: list[Given], issue: Given, kinds: Kinds) -> Iterator[dict[str, Any]]:
    """The rows of what an issue changed: ``before`` are the earlier ones, the latest first.

    A record that was added or removed is one row without a field. Of basedata an issue stands for
    itself; of anything else, a record that a later issue leaves out still stands.
    """
    old = before[:1] if issue.is_broadcast else before
    new = [issue] if issue.is_broadcast else [issue, *before]
    compared = Comparison([Pair(old, new, [])], incomplete=True)
    for difference in compared.differences():
        yield from _rows(difference, kinds)


def _rows(difference: Difference, kinds: Kinds) -> Iterator[dict[str, Any]]:
    kind = _kind(difference, kinds)
    row = {
        "difference": difference.kind.value,
        "record": kind.name if kind is not None else difference.record,
        "candidate_number": _candidate(difference, kind),
        "code": difference.code,
        "key": canonical(difference.key),
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
        row |= {"field": field, "item": change.item, "personal": change.personal}
        yield {**row, **values}


def _kind(difference: Difference, kinds: Kinds) -> Kind | None:
    """The kind of record that a difference is about; None for a line or an element of none."""
    for record, kind in kinds.by_record.items():
        if difference.record == record.KEY:
            return kind
    for kind in kinds.by_message.values():
        if kind.role == OUTCOME and _element(kind) == difference.record:
            return kind
    return None


def _element(kind: Kind) -> str:
    """The element of an outcome."""
    assert not isinstance(kind.table, RecordTable)
    outcome = kind.table.format.class_of_role(OUTCOME)
    return outcome.ELEMENT if outcome is not None else ""


def _candidate(difference: Difference, kind: Kind | None) -> str:
    if kind is None or not isinstance(kind.table, RecordTable):
        return difference.key.get(MESSAGE_CANDIDATE, "")
    field = fields_by_role(kind.table.record).get(CANDIDATE_NUMBER)
    return difference.key.get(field.name, "").strip(" ") if field is not None else ""


def _text(value: Any) -> str | None:
    return None if value is None else text_of(value)


def numbered(issue_id: int, rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of an issue as the table has them."""
    return [{"issue_id": issue_id, "number": n, **row} for n, row in enumerate(rows, 1)]
