"""Elements of XML messages by key, and the differences between those with the same key."""  # Copied from generator/runtime/exams/diff/message_rows.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ...core.errors import FieldError
from ...core.messages.elements import Element
from ...core.messages.reading import scanned
from ...core.messages.views import UnknownElement, View
from ..component_results import COMPONENT, HEADER, LEARNER, Learners
from ..given_files import Given
from .differences import Difference, DifferenceKind, FieldChange
from .record_rows import SEPARATOR, Row

CANDIDATE_NUMBER = "candidate_number"
END = "\x1f"


@dataclass(frozen=True, slots=True)
class Keyed:
    """An element of a message with the elements that contain it, outermost first."""

    view: View
    outer: tuple[View, ...]

    @property
    def path(self) -> tuple[View, ...]:
        """The element and those that contain it; their keys together identify it."""
        return (*self.outer, self.view)


def message_rows(given: Given, learners: Learners) -> Iterator[Row]:
    """All elements of a message except the header; ``learners`` collects who is a candidate.

    Raises FormatError and OSError.
    """
    with given.source.open() as stream:
        for view in scanned(stream, given.source.name):
            learners.add(view)
            if view.ROLE != HEADER:
                yield from _rows(Keyed(view, ()))


def _rows(keyed: Keyed) -> Iterator[Row]:
    view = keyed.view
    if isinstance(view, UnknownElement):
        text = view.to_bytes().decode("latin-1")
        yield Row(f"{END}{text}", text, keyed)
        return
    texts = [f.ROLE + SEPARATOR + SEPARATOR.join(_key_texts(f).values()) for f in keyed.path]
    values = END.join(view.text(f.name) for f in view.FIELDS.values() if not f.is_repeated)
    yield Row(END.join(texts), values or END, keyed)
    for inner in view.nested():
        yield from _rows(Keyed(inner, keyed.path))


def _key_texts(view: View) -> dict[str, str]:
    return {f.name: view.text(f.name) for f in view.FIELDS.values() if f.key}


@dataclass(frozen=True, slots=True)
class MessageRows:
    """Compares elements; ``learners`` says who is a candidate."""

    learners: Sequence[Learners]

    def differences(self, old: Sequence[Row], new: Sequence[Row]) -> Iterator[Difference]:
        """The differences between all old and all new elements with the same key."""
        left = list(new)
        before = []
        for row in old:
            same = next((other for other in left if other.text == row.text), None)
            if same is None:
                before.append(row.of)
            else:
                left.remove(same)
        after = [row.of for row in left]
        for place in range(max(len(before), len(after))):
            was, now = (side[place] if place < len(side) else None for side in (before, after))
            yield from self._difference(was, now)

    def _difference(self, old: Keyed | None, new: Keyed | None) -> Iterator[Difference]:
        example = new or old
        assert example is not None
        changes = tuple(_changes(old, new, example.view))
        if old and new and not changes:
            return
        kind = DifferenceKind.CHANGED
        if old is None or new is None:
            kind = DifferenceKind.REMOVED if new is None else DifferenceKind.ADDED
        key, personal = self._key(example)
        yield Difference(
            kind=kind,
            record=example.view.ELEMENT or example.view.node.name,
            title=example.view.TITLE,
            key=key,
            changes=changes,
            code=example.view.text_of_role(COMPONENT),
            personal_key=personal,
            certain=not isinstance(example.view, UnknownElement),
        )

    def _key(self, keyed: Keyed) -> tuple[dict[str, str], frozenset[str]]:
        """The key of an element, with the candidate's number; and which parts of it are
        personal."""
        key: dict[str, str] = {}
        personal = set[str]()
        if isinstance(keyed.view, UnknownElement):
            return {"element": keyed.view.to_bytes().decode("latin-1")}, frozenset()
        for view in keyed.path:
            for name, text in _key_texts(view).items():
                if view.FIELDS[name].role == LEARNER:
                    key[CANDIDATE_NUMBER] = self._number_of(text)
                key[name] = text
                if view.is_personal(name):
                    personal.add(name)
        return key, frozenset(personal)

    def _number_of(self, learner: str) -> str:
        return next(filter(None, (known.number_of(learner) for known in self.learners)), "")


def _changes(old: Keyed | None, new: Keyed | None, view: View) -> Iterator[FieldChange]:
    for name, field in view.FIELDS.items():
        if field.key or field.is_repeated:
            continue
        past, present = (_value(side.view, field) if side else None for side in (old, new))
        if past != present:
            personal = any(side.view.is_personal(name) for side in (old, new) if side)
            yield FieldChange(name, past, present, personal=personal)


def _value(view: View, field: Element) -> Any:
    """The value of a field, or None; the text if it cannot be decoded."""
    try:
        value = view.decode(field.name)
    except FieldError:
        return view.text(field.name)
    return None if value in ("", None, False) else value
