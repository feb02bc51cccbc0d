"""Writing: the bytes of a file, all of them or none."""  # Copied from generator/runtime/core/writing.py by `make generate`; edit that, not this.

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from .files import File
from .records import Record

PORTION = 4096
"""How many records are put together before they are written."""


def write(file: File, target: str | os.PathLike[str] | BinaryIO) -> None:
    """Writes a file to a path or a binary stream: the bytes it was read from, unless changed.

    A path is written beside the target and then renamed, so that nobody ever sees half a file; an
    existing file is replaced and its permissions are kept. Raises OSError.
    """
    data = file.to_bytes()
    if isinstance(target, (str, os.PathLike)):
        write_bytes(data, Path(target))
    else:
        target.write(data)


def write_records(records: Iterable[Record], path: str | os.PathLike[str], line_end: str) -> int:
    """Writes records one after the other, in constant memory, and says how many there were.

    The file is there whole or not at all. Raises OSError.
    """
    count = 0

    def chunks() -> Iterator[bytes]:
        nonlocal count
        for portion in _portions(records):
            count += len(portion)
            yield "".join([record.line + line_end for record in portion]).encode("latin-1")

    _put(chunks(), Path(path))
    return count


def _portions(records: Iterable[Record]) -> Iterator[list[Record]]:
    remaining = iter(records)
    while portion := list(itertools.islice(remaining, PORTION)):
        yield portion


def write_bytes(data: bytes, path: Path) -> None:
    """Puts bytes at a path, whole or not at all. Raises OSError."""
    _put([data], path)


def _put(chunks: Iterable[bytes], path: Path) -> None:
    with whole(path) as temporary, temporary.open("wb") as stream:
        for chunk in chunks:
            stream.write(chunk)
        stream.flush()
        os.fsync(stream.fileno())


@contextlib.contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A path to write to, beside another, whose place it takes when all went well.

    Nobody ever sees half a file; an existing one is replaced and its permissions are kept. Raises
    OSError.
    """
    with tempfile.TemporaryDirectory(prefix=f".{path.name}.", dir=path.parent) as folder:
        temporary = Path(folder, path.name)
        yield temporary
        if path.exists():
            shutil.copymode(path, temporary)
        else:
            temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)


def _umask() -> int:
    """The permissions that new files lack; asking for them means setting them for a moment."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
