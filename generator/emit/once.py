"""Writes content that several versions share once: in the folder of the first version that has
it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import TypeVar

from generator.resolve.model import Spec, VersionSpec

K = TypeVar("K", bound=Hashable)


def first_comers(spec: Spec) -> list[VersionSpec]:
    """The version that is written in full, then older versions from new to old, then newer ones.

    An added version comes last, so that no file of an older one moves.
    """
    written = next(i for i, version in enumerate(spec.versions) if not version.extends)
    return [*spec.versions[written::-1], *spec.versions[written + 1 :]]


def homes(
    spec: Spec, contents: Callable[[VersionSpec], Iterator[tuple[K, object]]]
) -> dict[tuple[str, K], VersionSpec]:
    """The version whose folder contains each item of each version, by version number and item.

    ``contents`` gives the items of a version, each with the content that must be equal to be
    shared.
    """
    known: dict[K, list[tuple[object, VersionSpec]]] = {}
    found: dict[tuple[str, K], VersionSpec] = {}
    for version in first_comers(spec):
        for item, content in contents(version):
            standing = known.setdefault(item, [])
            home = next((other for equal, other in standing if equal == content), None)
            if home is None:
                standing.append((content, version))
            found[version.version, item] = home or version
    return found
