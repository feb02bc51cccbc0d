"""Reads the members of zip files without unpacking them to disk, within fixed limits."""  # Copied from generator/runtime/core/archives.py by `make generate`; edit that, not this.

from __future__ import annotations

import bz2
import copy
import io
import lzma
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from .errors import FormatError
from .listing import listed
from .printable import visible

UNPACKED_LIMIT = 1 << 30
"""The most bytes that a zip may unpack to: 1 GiB. A basedata set has about one million."""

MEMBER_LIMIT = 10_000
"""The most files that a zip may hold."""

ZIP_SUFFIX = ".ZIP"

ZIP_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")

LZMA_MEMORY = 1 << 28
"""The most memory in bytes that LZMA may use, which the packed file itself asks for."""

DAMAGED = (
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    lzma.LZMAError,
    zipfile.BadZipFile,
    zlib.error,
)
"""The exceptions raised for a damaged zip, or one with an unsupported compression method."""


class Archives:
    """Opens zip files and keeps the last one open, so that its directory is read once."""

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
        """Closes the open zip."""
        if self.archive is not None:
            self.archive.close()
            self.archive = None

    def __reduce__(self) -> tuple[type[Archives], tuple[()]]:
        """In another process, the zip is opened anew."""
        return Archives, ()

    def __del__(self) -> None:
        self.close()


@dataclass(frozen=True, slots=True)
class Member:
    """A file in the zip at ``path``, by its name in messages. Calling it opens it."""

    path: str
    name: str
    info: zipfile.ZipInfo
    archives: Archives

    def __call__(self) -> BinaryIO:
        """Its contents. Raises FormatError if it cannot be unpacked, or is larger than the zip
        states."""
        info = self.info
        packed = copy.copy(info)
        packed.compress_type, packed.file_size = zipfile.ZIP_STORED, info.compress_size
        del packed.CRC  # This checksum belongs to the unpacked bytes.
        try:
            with self.archives.at(self.path).open(packed) as stream:
                data = _unpacked(stream.read(), info.compress_type, info.file_size + 1)
            if len(data) > info.file_size:
                raise zipfile.BadZipFile("it is larger than the zip says")
            if len(data) < info.file_size or zlib.crc32(data) != info.CRC:
                raise zipfile.BadZipFile("its contents are damaged")
        except DAMAGED as error:
            raise FormatError(f"{self.name}: cannot be unpacked ({error})") from None
        return io.BytesIO(data)


def members_of(path: str, shown: str, archives: Archives) -> Iterator[Member]:
    """Yields the files in a zip. ``shown`` is the name of the zip in messages.

    Raises FormatError if the zip is damaged or not safe to unpack.
    """
    try:
        members = [m for m in archives.at(path).infolist() if not m.is_dir()]
    except DAMAGED as error:
        if not begins_like_zip(path):
            message = f"{shown}: this is not a zip: give the file the name of what it holds"
            raise FormatError(message) from None
        raise FormatError(f"{shown}: the zip is damaged ({error})") from None
    _refuse_unsafe(members, shown)
    for member in members:
        yield Member(path, f"{shown}/{_name_of(member)}", member, archives)


def begins_like_zip(path: str) -> bool:
    """Whether the file at a path has the first bytes of a zip."""
    with Path(path).open("rb") as stream:
        return stream.read(4) in ZIP_SIGNATURES


def _name_of(member: zipfile.ZipInfo) -> str:
    return member.filename.encode("utf-8", "backslashreplace").decode()


def _unpacked(packed: bytes, method: int, limit: int) -> bytes:
    """The first bytes of a member; `zipfile` itself cannot limit every compression method."""
    if method == zipfile.ZIP_STORED:
        return packed[:limit]
    if method == zipfile.ZIP_DEFLATED:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, limit)
    if method == zipfile.ZIP_BZIP2:
        return bz2.BZ2Decompressor().decompress(packed, limit)
    if method == zipfile.ZIP_LZMA:
        # In a zip, the data begins with a version and the length of the properties, but no size.
        properties, data = packed[4:9], packed[9:]
        alone = lzma.LZMADecompressor(lzma.FORMAT_ALONE, memlimit=LZMA_MEMORY)
        return alone.decompress(properties + b"\xff" * 8 + data, limit)
    raise zipfile.BadZipFile(f"its packing method, {method}, is not known")


def _refuse_unsafe(members: list[zipfile.ZipInfo], path: str) -> None:
    """Raises FormatError, before anything is unpacked, for contents that no basedata set has."""
    if len(members) > MEMBER_LIMIT:
        raise FormatError(
            f"{path}: the zip has {len(members):,} files; at most {MEMBER_LIMIT:,} are read"
        )
    size = sum(member.file_size for member in members)
    if size > UNPACKED_LIMIT:
        raise FormatError(
            f"{path}: the zip unpacks to {size:,} bytes; at most {UNPACKED_LIMIT:,} are read"
        )
    names: dict[str, list[str]] = {}
    for member in members:
        name = _name_of(member).replace("\\", "/")
        if name.startswith("/") or ":" in name or ".." in name.split("/"):
            raise FormatError(
                f"{path}: the zip has a file whose path leads out of it: {visible(name)!r}"
            )
        if member.flag_bits & 1:
            raise FormatError(f"{path}: {visible(name)!r} is encrypted: unpack it first")
        # The file names of these formats, like many file systems, are not case sensitive.
        same = names.setdefault(posixpath.normpath(name).casefold(), [])
        same.append(visible(posixpath.normpath(name)))
    twice = [listed(dict.fromkeys(map(repr, n))) for n in names.values() if len(n) > 1]
    if twice:
        raise FormatError(
            f"{path}: the zip has two files of the same name: {', '.join(twice[:3])}: unpack it"
            " and keep the right ones"
        )
