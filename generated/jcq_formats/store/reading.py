"""Reads files for the store, in whichever process."""  # Copied from generator/runtime/store/reading.py by `make generate`; edit that, not this.

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from ..core.sources import Source
from .blocks import BlockBegun, RowsRead, contents_of, rows_by_block
from .kept import packed
from .kinds import known_kinds


class FileBegun(NamedTuple):
    """The beginning of a file; its blocks follow, unless the store has the same bytes. ``data`` are
    its bytes as the store keeps them."""

    name: str
    digest: str
    version: str = ""
    data: bytes = b""


Step: TypeAlias = FileBegun | BlockBegun | RowsRead
"""What is read next."""


class Reading(NamedTuple):
    """How files are read. ``known`` are the hashes of those that the store has."""

    version: str | None
    incomplete: bool
    known: frozenset[str]

    def steps(self, sources: Iterable[Source]) -> Iterator[Step]:
        """The contents of files. Raises the errors of `contents_of`."""
        kinds = known_kinds()
        for source in sources:
            with source.open() as stream:
                data = stream.read()
            digest = hashlib.sha256(data).hexdigest()
            if digest in self.known:
                yield FileBegun(source.name, digest)
                continue
            found = contents_of(data, source.name, self.version, kinds, incomplete=self.incomplete)
            yield FileBegun(source.name, digest, found.version, packed(data))
            yield from rows_by_block(found, digest, kinds)
