"""Writing: the bytes of a file, all of them or none."""  # Copied from generator/runtime/core/writing.py by `make generate`; edit that, not this.

from __future__ import annotations

import contextlib
import errno
import io
import itertools
import os
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from .character_encodings import LATIN_1, encoded
from .files import File
from .messages.message import Message
from .records import Record
from .several import file_given, refusal

PORTION = 4096
"""How many records are put together before they are written."""

OWNER_ALONE = 0o600
"""The permissions of a new file that may hold personal data."""

EXISTS = "it exists already"
"""Why a file is not replaced that may be, if that is asked for."""

NO_FOLDER = "it is no folder, and one is needed"


def write(
    file: File | Message, target: str | os.PathLike[str] | BinaryIO, *, overwrite: bool = True
) -> None:
    """Writes a file or message to a path or a binary stream: the bytes it was read from, unless
    changed.

    A path is written beside the target and then renamed, so that nobody ever sees half a file. An
    existing file is replaced and its permissions are kept; with ``overwrite=False`` it is not. A
    new file that is not for everybody can be read by its owner alone. Raises FileExistsError
    where a file must not be replaced, or something that is not a file (a link, a device, a pipe)
    has the name; OSError; JcqError for anything but a file.
    """
    data = (file if isinstance(file, Message) else file_given(file, "file")).to_bytes()
    if isinstance(target, (str, os.PathLike)):
        data_type = file.data_type if isinstance(file, File) else None
        private = data_type is None or not data_type.is_public
        _put([data], Path(target), overwrite=overwrite, private=private)
    elif isinstance(target, io.TextIOBase) or not callable(getattr(target, "write", None)):
        raise refusal("target", "a path or a binary stream is needed", target)
    else:
        target.write(data)


def write_records(
    records: Iterable[Record],
    path: str | os.PathLike[str],
    line_end: str,
    encoding: str = LATIN_1,
) -> int:
    """Writes records one after the other, in constant memory, and says how many there were.

    The file is there whole or not at all. Raises OSError.
    """
    count = 0

    def chunks() -> Iterator[bytes]:
        nonlocal count
        for portion in _portions(records):
            count += len(portion)
            text = "".join([record.line + line_end for record in portion])
            yield encoded(text, encoding)

    _put(chunks(), Path(path), overwrite=True, private=False)
    return count


def _portions(records: Iterable[Record]) -> Iterator[list[Record]]:
    remaining = iter(records)
    while portion := list(itertools.islice(remaining, PORTION)):
        yield portion


def _put(chunks: Iterable[bytes], path: Path, *, overwrite: bool, private: bool) -> None:
    with (
        whole(path, overwrite=overwrite, private=private) as temporary,
        temporary.open("wb") as stream,
    ):
        for chunk in chunks:
            stream.write(chunk)
        stream.flush()
        os.fsync(stream.fileno())


@contextlib.contextmanager
def whole(path: Path, *, overwrite: bool = True, private: bool = False) -> Iterator[Path]:
    """A path to write to, beside another, whose place it takes when all went well.

    Nobody ever sees half a file. An existing file keeps its permissions; a new one that is
    ``private`` can be read by its owner alone. Raises FileExistsError as `refuse_target` does, also
    where a file has appeared meanwhile, and OSError.
    """
    refuse_target(path, overwrite=overwrite)
    with _naming(path), _folder_beside(path) as folder:
        temporary = Path(folder, _plain(path.name))
        yield temporary
        refuse_target(path, overwrite=overwrite)
        if path.exists():
            shutil.copymode(path, temporary)
        elif private:
            temporary.chmod(OWNER_ALONE)
        if overwrite:
            temporary.replace(path)
        else:
            _put_where_nothing_is(temporary, path)


def _folder_beside(path: Path) -> tempfile.TemporaryDirectory[str]:
    """A new folder next to a path; what prevents it is told of the path."""
    if not path.parent.exists():
        raise FileNotFoundError(errno.ENOENT, "there is no such folder", os.fspath(path.parent))
    try:
        return tempfile.TemporaryDirectory(prefix=".jcq.", dir=path.parent)
    except OSError as error:
        error.filename = os.fspath(path)
        raise


def _plain(name: str) -> str:
    """A name that every library can write to: one that is not UTF-8 is given at the end."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return "whole"
    return name


def _put_where_nothing_is(temporary: Path, path: Path) -> None:
    """Gives a file a name that nothing has. Raises FileExistsError where something has it."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise FileExistsError(errno.EEXIST, EXISTS, os.fspath(path)) from None
    except OSError:
        # A file system without links: the name is taken first, which no other can do then.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ALONE))
        temporary.replace(path)


@contextlib.contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Errors that say no file, such as of a full disk, say which one was being written."""
    try:
        yield
    except OSError as error:
        if error.filename is None and error.errno is not None:
            error.filename = os.fspath(path)
        raise


def refuse_target(path: Path, *, overwrite: bool, inputs: Iterable[str | int] = ()) -> None:
    """Raises FileExistsError where what has this name must not be replaced.

    That is a file without ``overwrite``, one of the ``inputs`` (paths, or the number of an open
    file; whatever it is called and linked as), and anything that is no file; nor does a file make
    way for a folder.
    """
    try:
        there = path.lstat()
    except FileNotFoundError:
        return
    except NotADirectoryError:
        outer = next(p for p in path.parents if os.path.lexists(p))
        raise FileExistsError(errno.EEXIST, NO_FOLDER, os.fspath(outer)) from None
    reason = ""
    if _is_one_of(path, inputs):
        reason = "it is one of the files that are read"
    elif not stat.S_ISREG(there.st_mode):
        reason = f"{_described(there.st_mode)} is never replaced"
    elif not overwrite:
        reason = EXISTS
    if reason:
        raise FileExistsError(errno.EEXIST, reason, os.fspath(path))


def _is_one_of(path: Path, inputs: Iterable[str | int]) -> bool:
    for source in inputs:
        with contextlib.suppress(OSError, ValueError):
            there = os.fstat(source) if isinstance(source, int) else Path(source).stat()
            if os.path.samestat(path.stat(), there):
                return True
    return False


def _described(mode: int) -> str:
    """What has a name that is no file."""
    kinds = (
        (stat.S_ISLNK, "a link"),
        (stat.S_ISDIR, "a folder"),
        (stat.S_ISFIFO, "a pipe"),
        (stat.S_ISSOCK, "a socket"),
    )
    return next((said for is_kind, said in kinds if is_kind(mode)), "a device")
