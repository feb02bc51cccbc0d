"""One change, and how pages show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from generator.resolve.model import VersionSpec
from generator.runtime.core.listing import listed

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Change:
    """One change: its subject, its old and new form, and its consequences for readers and
    writers."""

    what: str
    how: str
    reader: str
    writer: str


def by_key(
    old: Iterable[T], new: Iterable[T], key: Callable[[T], str]
) -> Iterator[tuple[str, T | None, T | None]]:
    """Pairs of old and new items with the same key, in the new order; removed items come last."""
    before, after = {key(x): x for x in old}, {key(x): x for x in new}
    for name in dict.fromkeys((*after, *before)):
        yield name, before.get(name), after.get(name)


def former_names(old: VersionSpec, new: VersionSpec, word: str) -> dict[str, str]:
    """What items of a list are called in the version that is extended, by their names in the other,
    where one of the two extends the other."""
    further = new if new.extends == old.version else old
    if {old.version, new.version} != {further.version, further.extends}:
        return {}
    return {now: was for was, now in further.renamed.get(word, {}).items()}


def shown(value: Any) -> str:
    """The value of a key, as text for a page."""
    if isinstance(value, dict):
        return ", ".join(f"{name} is {shown(said)}" for name, said in value.items()) or "nothing"
    if isinstance(value, list | tuple):
        return listed([str(item) for item in value], "or") or "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value).rstrip(".") or "nothing"
