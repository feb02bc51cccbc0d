"""Finds files to read: a path, a folder, a zip of a basedata set, standard input."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from .archives import UNPACKED_LIMIT, ZIP_SUFFIX, Archives, begins_like_zip, members_of
from .errors import FormatError, JcqError
from .files import File
from .formats import Format, load, newest_first, version_today
from .lines import chunks_of
from .messages.formats import MessageFormat, is_message_name, message_begun
from .names import name_within, parse_name
from .printable import counted, name_of_path
from .reading import STANDARD_INPUT, head_of, is_other_format, read

NOWHERE = -1
"""The number of a file that is not on the disk."""

UNKNOWN_SIZE = -1


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read: its name as shown, and how to open it.

    ``on_disk`` is the path of the file, or of the zip that contains it, or the number of an open
    file. ``unpacked_size`` is the number of bytes of a file in a zip. ``opened_aside`` opens its
    beginning, if opening the file itself would consume it or count as reading it.
    """

    name: str
    open: Callable[[], BinaryIO]
    on_disk: str | int = NOWHERE
    is_refused: bool = False
    unpacked_size: int = UNKNOWN_SIZE
    opened_aside: Callable[[], BinaryIO] | None = None

    @property
    def size(self) -> int:
        """The number of bytes, unpacked; below zero if that is not known, as of a pipe."""
        if self.unpacked_size != UNKNOWN_SIZE or not isinstance(self.on_disk, str):
            return self.unpacked_size
        try:
            found = Path(self.on_disk).stat()
        except (OSError, ValueError):
            return UNKNOWN_SIZE
        return found.st_size if stat.S_ISREG(found.st_mode) else UNKNOWN_SIZE

    def look(self) -> BinaryIO:
        """Opens at least the beginning of the file without consuming it."""
        return (self.opened_aside or self.open)()

    def read(self, version: str | None) -> File:
        """The file, by this version, or by that of its header. Raises FormatError and OSError."""
        with self.open() as stream:
            return read(stream, version=version, name=self.name)

    def message_format(self) -> MessageFormat | None:
        """The message format of its contents, whatever its name. None for any other file, and for
        one that cannot be read: reading it raises the reason."""
        try:
            with self.look() as stream:
                return message_begun(head_of(stream))
        except (JcqError, OSError):
            return None


@dataclass(frozen=True, slots=True)
class Sources:
    """The files found at a path, and the names of those left out."""

    found: list[Source]
    left_out: list[str]


NAMES_SHOWN = 3
"""The most names of files left out that a note gives."""


def note_of_left_out(names: Sequence[str]) -> str:
    """Says which files were left out, and why."""
    more = len(names) - NAMES_SHOWN
    shown = ", ".join(names[:NAMES_SHOWN]) + (f" and {more:,} more" if more > 0 else "")
    why = "its name is not that of an exam file"
    if len(names) > 1:
        why = "their names are not those of exam files"
    return f"{counted(len(names), 'file')} left out, because {why}: {shown}"


def sources_at(path: str, *, renamed: bool = False, messages: bool = False) -> Sources:
    """The files at a path: the file itself, or those of a folder or zip; `-` is standard input.

    A folder or zip gives the files whose names match a known pattern or, with ``renamed``, were
    made from one that does (such as ``E9999998 (1).X01``). Other files are left out, and so are XML
    messages without ``messages``. A zip in a folder is searched as well. A zip or folder that
    cannot be read gives a source that raises the reason. Raises FormatError for a zip that is not
    safe to unpack and OSError if nothing can be read.
    """
    archives = Archives()
    if path == STANDARD_INPUT:
        if sys.stdin is None:
            raise OSError("standard input is closed")
        stream = sys.stdin.buffer
        return Sources(
            [Source(path, _kept(path, lambda: nullcontext(stream)), _number_of(stream))], []
        )
    shown = name_of_path(path)
    if Path(path).is_dir():
        return _chosen(_files_of(path, archives), shown, renamed, messages)
    if not stat.S_ISREG(Path(path).stat().st_mode):
        return Sources([Source(shown, _kept(shown, lambda: Path(path).open("rb")), path)], [])
    if begins_like_zip(path) and not _holds_records(path, renamed=False):
        return _chosen(_members_of(path, archives), shown, renamed, messages)
    return Sources([_file(path)], [])


def _file(path: str) -> Source:
    return Source(name_of_path(path), partial(_opened, path), path)


def _opened(path: str) -> BinaryIO:
    return Path(path).open("rb")


def _number_of(stream: BinaryIO) -> int:
    """The number of an open file; -1 if it has none."""
    try:
        return stream.fileno()
    except OSError:
        return NOWHERE


def _kept(
    name: str, once: Callable[[], AbstractContextManager[BinaryIO]]
) -> Callable[[], BinaryIO]:
    """Standard input or a pipe, which can be read only once but is opened as often as needed.

    If it is not a file of these formats, only its beginning is read; endless input is refused.
    """
    kept: list[bytes] = []

    def reopened() -> BinaryIO:
        if not kept:
            with once() as stream:
                kept.append(head_of(stream))
                if message_begun(kept[0]) is not None or not is_other_format(kept[0]):
                    kept[0] = _read_on(stream, kept[0])
        if len(kept[0]) > UNPACKED_LIMIT:
            raise FormatError(
                f"{name}: more than {UNPACKED_LIMIT:,} bytes from a pipe: save them as a file first"
            )
        return io.BytesIO(kept[0])

    return reopened


def _read_on(stream: BinaryIO, head: bytes) -> bytes:
    """All bytes after the first ones too, or too many; memory is allocated as they arrive."""
    data = bytearray()
    for chunk in chunks_of(stream, head):
        data += chunk
        if len(data) > UNPACKED_LIMIT:
            break
    return bytes(data)


def _chosen(sources: Iterator[Source], path: str, renamed: bool, messages: bool) -> Sources:
    """The sources whose names show that they contain records or, with ``messages``, a message."""
    found, left_out = [], []
    for source in sorted(sources, key=lambda s: (s.name.upper(), s.name)):
        is_message = messages and is_message_name(source.name, renamed=renamed)
        if source.is_refused or is_message or _holds_records(source.name, renamed):
            found.append(source)
        else:
            left_out.append(source.name)
    if not found:
        forms = load(version_today()).file_names
        names = " or ".join(form.example for form in forms[:2])
        message = (
            f"{path}: no exam files here (they are named like {names}); to read another file,"
            " give its name"
        )
        if any(name.upper().endswith(ZIP_SUFFIX) for name in left_out):
            message += "; a zip within a zip is not looked into: unpack the outer one first"
        raise FormatError(message)
    return Sources(found, left_out)


def _holds_records(name: str, renamed: bool) -> bool:
    return any(_holds_records_of(form, name, renamed) for form in newest_first())


def _holds_records_of(form: Format, name: str, renamed: bool) -> bool:
    names = form.file_names
    parsed = parse_name(name_within(name, names) if renamed else name, names)
    if parsed is None:
        return False
    letters = (data_type for data_type in parsed[0].data_types if data_type in form.data_types)
    return any(form.data_types[letter].length is not None for letter in letters)


def _files_of(folder: str, archives: Archives) -> Iterator[Source]:
    """The files of a folder and its subfolders, except hidden files and links to folders."""
    folders = [folder]
    while folders:
        here = folders.pop()
        try:
            with os.scandir(here) as listed:
                entries = list(listed)
        except OSError as error:
            yield _refused(here, error)
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
            elif entry.is_file() or (entry.is_symlink() and not Path(entry.path).exists()):
                yield from _file_at(entry.path, archives)


def _file_at(path: str, archives: Archives) -> Iterator[Source]:
    """A file in a folder, or the members of a zip; one that cannot be read must not stop the
    others."""
    if not path.upper().endswith(ZIP_SUFFIX):
        yield _file(path)
        return
    try:
        yield from list(_members_of(path, archives))
    except (FormatError, OSError) as error:
        yield _refused(path, error)


def _refused(path: str, error: Exception) -> Source:
    """A source that raises the reason when it is opened."""
    return Source(name_of_path(path), partial(_refuse, error), path, is_refused=True)


def _refuse(error: Exception) -> BinaryIO:
    raise error


def _members_of(path: str, archives: Archives) -> Iterator[Source]:
    for member in members_of(path, name_of_path(path), archives):
        yield Source(member.name, member, path, unpacked_size=member.info.file_size)
