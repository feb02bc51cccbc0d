"""Records by key, and the differences between those with the same key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from ...core.errors import FieldError
from ...core.fields import Field
from ...core.kinds.group import Group
from ...core.kinds.literal import Literal
from ...core.layouts import Layout
from ...core.masking import is_foreign, is_sound
from ...core.records import Record
from ...core.roles import text_or_blank
from ..basedata import OPTION_CODE
from ..results import OPTION
from .differences import Difference, DifferenceKind, FieldChange
from .grades import direction, option_of

SEPARATOR = "\t"
OPTION_TITLE = "option.title"
REST = "(after the last field)"
"""The name for text after the last field of a record."""

AT_LEAST_THE_TYPE = 2


class Row(NamedTuple):
    """A record, or an element of a message: its key, its text, and its kind."""

    key: str
    text: str
    of: Any


class _Cell(NamedTuple):
    """A field of a record: its name, its value, and the text that decides the direction of a
    grade."""

    name: str
    value: Any
    text: str
    field: Field | None
    personal: bool


def key_fields(layout: type[Layout]) -> list[Field]:
    """The fields that identify the subject of a record, or an item in its group."""
    return [field for field in layout.FIELDS.values() if field.key]


def key_reader(record: type[Record]) -> Callable[[str], str]:
    """A function that reads the key of a line; a record without key fields is its own key.

    The key is the same in every version: it begins with the role of the record.
    """
    name = record.ROLE or record.KEY
    places = [slice(field.start - 1, field.end) for field in key_fields(record)]
    if not places:
        return lambda line: f"{name}{SEPARATOR}{line[AT_LEAST_THE_TYPE:].rstrip(' ')}"
    if len(places) == 1:
        (only,) = places
        return lambda line: f"{name}{SEPARATOR}{line[only].strip(' ')}"
    return lambda line: SEPARATOR.join((name, *[line[place].strip(" ") for place in places]))


@dataclass(frozen=True, slots=True)
class RecordRows:
    """Compares records. ``options`` by code give the order of grades; ``letter`` is the data type
    of the files. Titles of options are stored in ``titles``, by code."""

    options: Mapping[str, Record]
    titles: dict[str, str]
    letter: str

    def differences(self, old: Sequence[Row], new: Sequence[Row]) -> Iterator[Difference]:
        """The differences between all old and all new records with the same key."""
        before, after = self._records(old), self._records(new)
        example = (before or after)[0]
        if any(isinstance(field.kind, Group) for field in example.FIELDS.values()):
            yield from self._difference(before, after)
            return
        same = Counter(map(_bare, before)) & Counter(map(_bare, after))
        before, after = _without(before, same), _without(after, same)
        for place in range(max(len(before), len(after))):
            yield from self._difference(before[place : place + 1], after[place : place + 1])

    def _records(self, rows: Sequence[Row]) -> list[Record]:
        return [row.of(row.text) for row in rows]

    def _difference(self, old: Sequence[Record], new: Sequence[Record]) -> Iterator[Difference]:
        """The difference between records with the same subject, if there is one."""
        example = (new or old)[0]
        certain = all(is_sound(r) and not is_foreign(r, self.letter) for r in (*old, *new))
        fields = key_fields(type(example))
        if fields and certain:
            key = {field.name: example.text(field.name).strip(" ") for field in fields}
        elif fields:
            key = {field.name: example.text(field.name) for field in fields}
        else:
            after = AT_LEAST_THE_TYPE if example.FIELDS else 0
            key = {"line": example.line[after:].rstrip(" ")}
        changes = tuple(self._changes(old, new)) if fields else ()
        if not certain:
            changes = tuple(replace(change, personal=True) for change in changes)
        if old and new and not changes:
            return
        kind = DifferenceKind.CHANGED
        if not old or not new:
            kind = DifferenceKind.REMOVED if old else DifferenceKind.ADDED
        code = _code(example, fields)
        self._name(code, example)
        for change in changes:
            self._name(change.item, example)
        yield Difference(
            kind=kind,
            record=example.KEY,
            title=example.TITLE,
            key=key,
            changes=changes,
            code=code,
            personal_key=frozenset(f.name for f in fields if f.personal),
            certain=certain and bool(example.FIELDS),
        )

    def _name(self, code: str, record: Record) -> None:
        """Stores the title of an option, which may come from the record itself."""
        option = record if record.ROLE == OPTION else self.options.get(code)
        if code and option is not None:
            self.titles[code] = text_or_blank(option, OPTION_TITLE)

    def _changes(self, old: Sequence[Record], new: Sequence[Record]) -> Iterator[FieldChange]:
        before, after = _cells(old), _cells(new)
        example = (new or old)[0]
        option = option_of(example, self.options)
        for identity in {**before, **after}:
            was, now = before.get(identity), after.get(identity)
            if was is not None and now is not None and was.value == now.value:
                continue
            either = now or was
            assert either is not None
            past, present = was.value if was else None, now.value if now else None
            if past is None and present is None:
                continue
            yield FieldChange(
                field=either.name,
                old=past,
                new=present,
                direction=direction(
                    example, identity, was.text if was else "", now.text if now else "", option
                ),
                personal=either.personal or bool(was and was.personal),
                about=either.field,
            )
        yield from _item_changes(old, new)


def _bare(record: Record) -> str:
    return record.line.rstrip(" ")


def _without(records: list[Record], same: Counter[str]) -> list[Record]:
    """The records without those that are the same on both sides, one for one."""
    left = Counter(same)
    kept = []
    for record in records:
        if left[_bare(record)] > 0:
            left[_bare(record)] -= 1
        else:
            kept.append(record)
    return kept


def _code(record: Record, fields: Iterable[Field]) -> str:
    """The option of a record, from its key; empty if there is none, or several."""
    for field in fields:
        if field.role == OPTION_CODE or field.refers_to == (OPTION_CODE,):
            return record.text(field.name).strip(" ")
    return ""


def _cells(records: Sequence[Record]) -> dict[str, _Cell]:
    """The values of the fields, by role or name; if several records differ, their values are
    joined."""
    found: dict[str, _Cell] = {}
    for record in records:
        for identity, cell in _cells_of(record):
            known = found.get(identity)
            if known is None:
                found[identity] = cell
            elif cell.value != known.value and cell.value is not None:
                both = " / ".join(text for text in (known.text, cell.text) if text)
                found[identity] = known._replace(value=both, text=both, field=None)
    return found


def _cells_of(layout: Layout, prefix: str = "") -> Iterator[tuple[str, _Cell]]:
    """The fields of a record or nested layout, except keys, literals and groups."""
    for field in layout.FIELDS.values():
        if field.key or isinstance(field.kind, (Literal, Group)):
            continue
        part = field.kind.part(layout, field)
        if isinstance(part, Layout):
            yield from _cells_of(part, f"{prefix}{field.name}.")
            continue
        text = layout.text(field.name).rstrip(" ")
        yield field.role or f"{prefix}{field.name}", _Cell(
            f"{prefix}{field.name}", _value(layout, field, text), text, field, field.may_be_personal
        )
    if isinstance(layout, Record):
        rest = layout.line[layout.END :].rstrip(" ")
        yield REST, _Cell(REST, rest or None, rest, None, True)


def _value(layout: Layout, field: Field, text: str) -> Any:
    """The value of a field, or None; the text if it cannot be decoded."""
    try:
        value = layout.decode(field.name)
    except FieldError:
        return text
    return None if value is None or value == "" else value


def _item_changes(old: Sequence[Record], new: Sequence[Record]) -> Iterator[FieldChange]:
    """The differences between the items of groups, over all records, in any order."""
    example = (new or old)[0]
    for name, field in example.FIELDS.items():
        if isinstance(field.kind, Group):
            before, after = _items(old, name), _items(new, name)
            for key in {**before, **after}:
                yield from _of_items(name, field, key, before.get(key, []), after.get(key, []))


def _items(records: Sequence[Record], name: str) -> dict[str, list[Layout]]:
    """The items of a group by key; an item without a key field is its own key."""
    found: dict[str, list[Layout]] = {}
    for record in records:
        field = record.FIELDS[name]
        for item in field.kind.parts(record, field):
            if isinstance(item, Layout):
                texts = [item.text(f.name).strip(" ") for f in key_fields(type(item))]
                key = " ".join(texts) if texts else item.own_text().strip(" ")
                found.setdefault(key, []).append(item)
    return found


def _of_items(
    name: str, field: Field, key: str, old: list[Layout], new: list[Layout]
) -> Iterator[FieldChange]:
    """The differences between the items with one key: those in both are compared in order."""
    personal = field.holds_personal_data
    for was, now in zip(old, new, strict=False):
        before, after = dict(_cells_of(was)), dict(_cells_of(now))
        for identity in {**before, **after}:
            cells = before.get(identity), after.get(identity)
            past, present = (cell.value if cell else None for cell in cells)
            if past != present:
                either = cells[1] or cells[0]
                assert either is not None
                hidden = personal or either.personal
                at = f"{name}.{either.name}"
                yield FieldChange(at, past, present, key, personal=hidden, about=either.field)
    for _ in old[len(new) :]:
        yield FieldChange(name, key, None, key, personal=personal)
    for _ in new[len(old) :]:
        yield FieldChange(name, None, key, key, personal=personal)
