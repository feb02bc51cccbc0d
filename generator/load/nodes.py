"""Plain spec data with its positions, and the problems found in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True, order=True, slots=True)
class Mark:
    """The position of a node: file (relative, posix), line and column from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One mistake in a spec. The message has no full stop; the advice is a sentence."""

    mark: Mark
    path: str
    message: str
    advice: str

    def __str__(self) -> str:
        path = f"{self.path}: " if self.path else ""
        return f"{self.mark}: {path}{self.message}. {self.advice}"


TO_ADD_ONE = 'If none of them fits, "Other edits" in CONTRIBUTING.md says how to add one.'
"""Follows a list of what the language knows: keys, kinds and identifiers."""


class SpecError(ValueError):
    """All problems of a spec, sorted; as text, one line for each."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: list[Problem] = sorted(set(problems))
        super().__init__(*self.problems)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


NOWHERE = Mark("", 0, 0)


@dataclass(frozen=True, slots=True)
class Written:
    """How a value was written; ``plain`` is the text of an unquoted scalar, None for others.

    ``path`` is its original path, if it was copied from another mapping.
    """

    mark: Mark
    plain: str | None = None
    path: str = ""


class SpecMapping(dict[str, Any]):
    """A YAML mapping with its position, and those of its keys and values.

    ``end`` is the position after its closing brace, None if it has no braces.
    """

    __slots__ = ("_keys", "_values", "end", "mark", "path")

    def __init__(self, mark: Mark = NOWHERE, path: str = "", end: Mark | None = None) -> None:
        super().__init__()
        self.mark = mark
        self.path = path
        self.end = end
        self._keys: dict[str, Mark] = {}
        self._values: dict[str, Written] = {}

    def mark_of(self, key: str) -> Mark:
        """The position of this key's value; that of the mapping if it lacks the key."""
        written = self._values.get(key)
        return written.mark if written else self.mark

    def key_mark(self, key: str) -> Mark:
        """The position of the key; that of the mapping if it lacks the key."""
        return self._keys.get(key, self.mark)

    def plain(self, key: str) -> str | None:
        """The value as written if it is without quotation marks; else None."""
        written = self._values.get(key)
        return written.plain if written else None

    def path_of(self, key: str) -> str:
        """The path of this key's value, such as ``records[0].fields[3].width``."""
        written = self._values.get(key)
        if written and written.path:
            return written.path
        return f"{self.path}.{key}" if self.path else key

    def put(self, key: str, key_mark: Mark, value: Any, written: Written) -> None:
        """Sets a key with the positions of the key and of its value."""
        self[key] = value
        self._keys[key] = key_mark
        self._values[key] = written

    def put_from(self, key: str, other: SpecMapping, at: str, value: Any = None) -> None:
        """Sets a key to the value of another mapping at ``at``, or to a value with that
        position."""
        written = Written(other.mark_of(at), other.plain(at), other.path_of(at))
        self.put(key, other.key_mark(at), other[at] if value is None else value, written)

    def merged(self, other: Mapping[str, Any]) -> Self:
        """A copy with the other's keys added; each key keeps its original position."""
        copy = self.without()
        copy.update(other)
        for key in other:
            copy._forget(key)
        if isinstance(other, SpecMapping):
            copy._keys.update(other._keys)
            copy._values.update(other._values)
        return copy

    def without(self, *words: str) -> Self:
        """A copy without these keys."""
        copy = type(self)(self.mark, self.path)
        copy.update(self)
        copy._keys.update(self._keys)
        copy._values.update(self._values)
        for word in words:
            copy.pop(word, None)
            copy._forget(word)
        return copy

    def _forget(self, key: str) -> None:
        self._keys.pop(key, None)
        self._values.pop(key, None)


class SpecSequence(list[Any]):
    """A YAML list with its position, and those of its items."""

    __slots__ = ("_values", "mark", "path")

    def __init__(self, mark: Mark = NOWHERE, path: str = "") -> None:
        super().__init__()
        self.mark = mark
        self.path = path
        self._values: list[Written] = []

    def mark_of(self, index: int) -> Mark:
        """The position of the item; that of the list if there is no such item."""
        return self._values[index].mark if index < len(self._values) else self.mark

    def plain(self, index: int) -> str | None:
        """The item as written if it is without quotation marks; else None."""
        return self._values[index].plain if index < len(self._values) else None

    def path_of(self, index: int) -> str:
        """The path of this item, such as ``records[0].fields[3]``."""
        return f"{self.path}[{index}]"

    def put(self, value: Any, written: Written) -> None:
        """Appends an item with its position."""
        self.append(value)
        self._values.append(written)

    def replaced(self, items: Iterable[Any]) -> Self:
        """A list in the same position with other items; items with positions keep them."""
        copy = type(self)(self.mark, self.path)
        for item in items:
            known = isinstance(item, SpecMapping | SpecSequence)
            copy.put(item, Written(item.mark if known else self.mark))
        return copy
