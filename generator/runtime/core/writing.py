"""Writes a file completely, or not at all."""

from __future__ import annotations

import contextlib
import errno
import io
import itertools
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from .character_encodings import LATIN_1, encoded
from .files import File
from .records import Record
from .several import file_given, refusal

if TYPE_CHECKING:
    import tempfile

    from .messages.message import Message

PORTION = 4096
"""The number of records joined before they are written."""

OWNER_ALONE = 0o600
"""The permissions of a new file that may contain personal data."""

EXISTS = "the file exists already"
"""The reason why an existing file is not replaced; a caller may ask to replace it."""

NO_FOLDER = "this must be a folder, but is not"


def write(
    file: File | Message, target: str | os.PathLike[str] | BinaryIO, *, overwrite: bool = True
) -> None:
    """Writes a file or message to a path or a binary stream: the bytes it was read from, unless
    changed.

    The data is written next to the target and then renamed, so that nobody ever sees half a file.
    An existing file is replaced and its permissions are kept; with ``overwrite=False`` it is not
    replaced. A new file that is not public can be read by its owner only. Raises FileExistsError if
    a file must not be replaced, or if the name belongs to something other than a file (a link, a
    device, a pipe); OSError; and JcqError for anything but a file.
    """
    from .messages.message import Message

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
    """Writes records one by one, in constant memory, and returns their number.

    The file appears complete or not at all. Raises OSError.
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
    """A path to write to, next to another; it takes the place of that one if all goes well.

    Nobody ever sees half a file. An existing file keeps its permissions; a new one that is
    ``private`` can be read by its owner only. Raises FileExistsError as `refuse_target` does, also
    if a file has appeared meanwhile, and OSError.
    """
    refuse_target(path, overwrite=overwrite)
    with _naming(path), _folder_beside(path) as folder:
        temporary = Path(folder, _plain(path.name))
        yield temporary
        refuse_target(path, overwrite=overwrite)
        if path.exists():
            temporary.chmod(stat.S_IMODE(path.stat().st_mode))
        elif private:
            temporary.chmod(OWNER_ALONE)
        if overwrite:
            temporary.replace(path)
        else:
            _put_where_nothing_is(temporary, path)


@contextlib.contextmanager
def folder_made(folder: Path) -> Iterator[None]:
    """Makes a folder and its parents if they are missing; removes them if there is an error and
    they are empty. Raises OSError."""
    made = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            for path in made:
                path.rmdir()
        raise


def _folder_beside(path: Path) -> tempfile.TemporaryDirectory[str]:
    """A new folder next to a path; errors name that path."""
    if not path.parent.exists():
        raise FileNotFoundError(errno.ENOENT, "there is no such folder", os.fspath(path.parent))
    try:
        import tempfile

        return tempfile.TemporaryDirectory(prefix=".jcq.", dir=path.parent)
    except OSError as error:
        error.filename = os.fspath(path)
        raise


def _plain(name: str) -> str:
    """A name that every library can write to: if it is not UTF-8, the file is renamed at the
    end."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return "whole"
    return name


def _put_where_nothing_is(temporary: Path, path: Path) -> None:
    """Renames a file to an unused name. Raises FileExistsError if it is used."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise FileExistsError(errno.EEXIST, EXISTS, os.fspath(path)) from None
    except OSError:
        # On a file system without links, an empty file reserves the name first.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ALONE))
        temporary.replace(path)


@contextlib.contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Adds the name of the written file to errors without one, such as a full disk."""
    try:
        yield
    except OSError as error:
        if error.filename is None and error.errno is not None:
            error.filename = os.fspath(path)
        raise


def refuse_target(path: Path, *, overwrite: bool, inputs: Iterable[str | int] = ()) -> None:
    """Raises FileExistsError if whatever has this name must not be replaced.

    That is a file without ``overwrite``, one of the ``inputs`` (paths, or the number of an open
    file, under whatever name or link), anything that is not a file, and a file where a folder is
    needed.
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
        reason = "this is one of the files that are read"
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
    """What kind of thing has a name, if it is not a file."""
    kinds = (
        (stat.S_ISLNK, "a link"),
        (stat.S_ISDIR, "a folder"),
        (stat.S_ISFIFO, "a pipe"),
        (stat.S_ISSOCK, "a socket"),
    )
    return next((said for is_kind, said in kinds if is_kind(mode)), "a device")
