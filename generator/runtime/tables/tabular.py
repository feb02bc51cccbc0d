"""The sources of tables: files, folders, zips, bytes and streams."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Mapping
from typing import BinaryIO, TypeAlias, cast

from ..core.files import File
from ..core.reading import Readable, head_of
from ..core.several import path_given, refusal
from ..core.sources import Source, sources_at

Tabular: TypeAlias = Readable | Source | Iterable[Readable | Source]
"""A file, folder or zip, bytes, a binary stream; or several of these."""


def sources_of(source: Tabular, *, messages: bool = False) -> tuple[Source, ...]:
    """The files given; with ``messages``, folders give XML messages only.

    Raises FormatError and OSError as `sources_at` does, and JcqError for any other argument.
    """
    if isinstance(source, Source):
        return (source,)
    if isinstance(source, (str, os.PathLike)):
        found = tuple(sources_at(path_given(source, "source"), messages=messages).found)
        return _messages_among(found) if messages and len(found) > 1 else found
    if isinstance(source, bytes):
        return (Source("", lambda: io.BytesIO(source)),)
    has_read = callable(getattr(source, "read", None))
    is_other = isinstance(source, (File, Mapping, io.TextIOBase))
    if is_other or not (has_read or isinstance(source, Iterable)):
        needed = "paths, bytes (file.to_bytes()) or binary streams are needed"
        raise refusal("source", needed, source)
    if isinstance(source, Iterable) and not has_read:
        return tuple(found for one in source for found in sources_of(one, messages=messages))
    lent = _Lent(cast(BinaryIO, source))
    return (Source(lent.name, lent.opened, opened_aside=lent.look),)


def _messages_among(sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """The messages among files of a folder, and files that cannot be read."""
    return tuple(s for s in sources if s.is_refused or s.message_format() is not None)


class _Lent:
    """A stream that its owner closes, and that can be read only once."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.head = b""
        name = getattr(stream, "name", "")
        self.name = name if isinstance(name, str) else ""

    def look(self) -> BinaryIO:
        """Its beginning, which is kept for the reader."""
        self.head = self.head or head_of(self.stream)
        return io.BytesIO(self.head)

    def opened(self) -> BinaryIO:
        """The stream, to be read and closed."""
        return cast(BinaryIO, _Opened(self))


class _Opened(io.RawIOBase):
    """Reads a lent stream, and leaves it open."""

    def __init__(self, lent: _Lent) -> None:
        self.lent = lent

    def read(self, size: int = -1) -> bytes:
        if not self.lent.head:
            return self.lent.stream.read(size)
        kept = self.lent.head if size < 0 else self.lent.head[:size]
        self.lent.head = self.lent.head[len(kept) :]
        return kept + self.lent.stream.read() if size < 0 else kept
