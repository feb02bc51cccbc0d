"""Where files come from: a path, a folder, a zip of a basedata set, standard input."""  # Copied from generator/runtime/core/sources.py by `make generate`; edit that, not this.

from __future__ import annotations

import io
import lzma
import stat
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from .errors import FormatError
from .formats import Format, newest_first
from .names import parse_name
from .reading import STANDARD_INPUT

UNPACKED_LIMIT = 1 << 30
"""How many bytes a zip may unpack to: 1 GiB. A basedata set has about one million."""

MEMBER_LIMIT = 10_000
"""How many files a zip may hold."""

ZIP_SUFFIX = ".ZIP"

ZIP_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")

DAMAGED = (
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    lzma.LZMAError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What reading a damaged zip raises, or one that is packed in a way that is not known here."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read: its name as shown, and how to open it.

    ``opened_aside`` opens its beginning where opening it would use it up, or count as reading.
    """

    name: str
    open: Callable[[], BinaryIO]
    is_refused: bool = False
    opened_aside: Callable[[], BinaryIO] | None = None

    def look(self) -> BinaryIO:
        """Its beginning at least, which can be read without using it up."""
        return (self.opened_aside or self.open)()


@dataclass(frozen=True, slots=True)
class Sources:
    """The files found at a path, and the names of those that were left out."""

    found: list[Source]
    left_out: list[str]


def sources_at(path: str) -> Sources:
    """The files at a path: itself, those of a folder or a zip; `-` is standard input.

    A folder or zip gives the files whose names are of a known form; the others are left out. A zip
    in a folder is looked into as well; one that cannot be read is a source that says so. Raises
    FormatError for a zip that is not safe to unpack and OSError where nothing can be read.
    """
    archives = _Archives()
    if path == STANDARD_INPUT:
        return Sources([Source(path, _kept(lambda: sys.stdin.buffer.read()))], [])
    if Path(path).is_dir():
        return _chosen(_files_of(Path(path), archives), path)
    if not stat.S_ISREG(Path(path).stat().st_mode):
        return Sources([Source(path, _kept(Path(path).read_bytes))], [])
    with Path(path).open("rb") as stream:
        is_zip = stream.read(4) in ZIP_SIGNATURES
    if is_zip:
        return _chosen(_members_of(path, archives), path)
    return Sources([Source(path, lambda: Path(path).open("rb"))], [])


def _kept(read: Callable[[], bytes]) -> Callable[[], BinaryIO]:
    """Standard input or a pipe, which can be read once alone and is opened as often as needed."""
    kept: list[bytes] = []

    def reopened() -> BinaryIO:
        if not kept:
            kept.append(read())
        return io.BytesIO(kept[0])

    return reopened


def _chosen(sources: Iterator[Source], path: str) -> Sources:
    """The sources whose names say that they hold records."""
    found, left_out = [], []
    for source in sorted(sources, key=lambda s: (s.name.upper(), s.name)):
        if source.is_refused or _holds_records(source.name):
            found.append(source)
        else:
            left_out.append(source.name)
    if not found:
        raise FormatError(f"{path}: no file here has a name of these formats")
    return Sources(found, left_out)


def _holds_records(name: str) -> bool:
    return any(_holds_records_of(form, name) for form in newest_first())


def _holds_records_of(form: Format, name: str) -> bool:
    parsed = parse_name(name, form.file_names)
    if parsed is None:
        return False
    letters = (data_type for data_type in parsed[0].data_types if data_type in form.data_types)
    return any(form.data_types[letter].length is not None for letter in letters)


def _files_of(folder: Path, archives: _Archives) -> Iterator[Source]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        is_file = path.is_file() or (path.is_symlink() and not path.exists())
        if hidden or not is_file:
            continue
        if path.suffix.upper() == ZIP_SUFFIX:
            yield from _members_or_refusal(str(path), archives)
        else:
            yield Source(str(path), lambda path=path: path.open("rb"))  # type: ignore[misc]


def _members_or_refusal(path: str, archives: _Archives) -> Iterator[Source]:
    """The members of a zip in a folder, which must not stop the others."""
    try:
        yield from list(_members_of(path, archives))
    except FormatError as error:
        refusal = error

        def refuse() -> BinaryIO:
            raise refusal

        yield Source(path, refuse, is_refused=True)


class _Archives:
    """Opens zips; the last one stays open, so that its directory is read once."""

    def __init__(self) -> None:
        self.path = ""
        self.archive: zipfile.ZipFile | None = None

    def at(self, path: str) -> zipfile.ZipFile:
        """The zip at a path."""
        if self.archive is None or path != self.path:
            self.close()
            self.archive, self.path = zipfile.ZipFile(path), path
        return self.archive

    def close(self) -> None:
        """Closes the zip that is open."""
        if self.archive is not None:
            self.archive.close()
            self.archive = None

    def __del__(self) -> None:
        self.close()


def _members_of(path: str, archives: _Archives) -> Iterator[Source]:
    try:
        members = [m for m in archives.at(path).infolist() if not m.is_dir()]
    except DAMAGED as error:
        raise FormatError(f"{path}: a damaged zip ({error})") from None
    _refuse_unsafe(members, path)
    for member in members:
        yield Source(f"{path}/{member.filename}", _opener(path, member, archives))


def _opener(path: str, member: zipfile.ZipInfo, archives: _Archives) -> Callable[[], BinaryIO]:
    def unpack() -> BinaryIO:
        try:
            return io.BytesIO(archives.at(path).read(member))
        except DAMAGED as error:
            raise FormatError(f"{path}/{member.filename}: cannot be unpacked ({error})") from None

    return unpack


def _refuse_unsafe(members: list[zipfile.ZipInfo], path: str) -> None:
    """Raises FormatError for what no basedata set has, before anything is unpacked."""
    if len(members) > MEMBER_LIMIT:
        raise FormatError(f"{path}: {len(members):,} files in a zip; at most {MEMBER_LIMIT:,}")
    size = sum(member.file_size for member in members)
    if size > UNPACKED_LIMIT:
        raise FormatError(
            f"{path}: unpacks to {size:,} bytes; at most {UNPACKED_LIMIT:,} are unpacked"
        )
    for member in members:
        name = member.filename.replace("\\", "/")
        if name.startswith("/") or ":" in name or ".." in name.split("/"):
            raise FormatError(f"{path}: holds a file outside of its own folder: {name!r}")
        if member.flag_bits & 1:
            raise FormatError(f"{path}: {name!r} is encrypted: unpack it first")
