"""Reads a whole file, or one record after another. Reading never requires checking."""  # Copied from generator/runtime/core/reading.py by `make generate`; edit that, not this.

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias, cast, overload

from .choosing import A, B, C, D, chosen_keys
from .errors import GIVE_VERSION, FormatError
from .files import File, Line
from .formats import Format, load, newest_first, version_today
from .headers import prefix_of, slipped_header, version_of
from .layouts import set_line
from .lines import CHUNK, chunks_of, is_end_of_file_mark, lines_of, texts_of
from .messages.formats import MessageFormat, is_before_root, message_begun
from .printable import name_of_path
from .records import Record, UnknownRecord
from .several import name_given, path_given, refusal

Readable: TypeAlias = str | os.PathLike[str] | bytes | BinaryIO
"""A path, bytes, or a binary stream."""

STANDARD_INPUT = "-"
"""Stands for standard input; it is not a file name."""

HEAD = 1 << 16
"""The number of bytes used to recognise a file of these formats."""

NAMES_OF_PREFIXES = {" ": "a space", "\t": "a tab", '"': "a quotation mark", "'": "an apostrophe"}
"""The names of characters that may precede the record in every line."""

UTF_8_MARK = b"\xef\xbb\xbf"

PROGRAM = "a program, such as a self-extracting archive: unpack it, and take the files inside"

ZIP = b"PK\x03\x04"

OFFICE_DOCUMENTS = {
    ZIP: "a zip archive or an office document",
    b"\xd0\xcf\x11\xe0": "an office document",
}
"""The first bytes of office documents, old and new, such as workbooks."""

OTHER_FORMATS = {
    b"%PDF": "a PDF document",
    **OFFICE_DOCUMENTS,
    ZIP: f"{OFFICE_DOCUMENTS[ZIP]}: if it is a zip, unpack it, or rename it to end in .zip",
    b"\x1f\x8b": "a gzip archive",
    b"{\\rtf": "an RTF document",
    b"MZ": PROGRAM,
    b"\x7fELF": PROGRAM,
    b"\xcf\xfa\xed\xfe": PROGRAM,
    b"\xca\xfe\xba\xbe": PROGRAM,
    b"#!": PROGRAM,
    b"\xff\xfe": "UTF-16 text: save it as plain (ANSI) text",
    b"\xfe\xff": "UTF-16 text: save it as plain (ANSI) text",
}


@dataclass(frozen=True, slots=True)
class Opened:
    """An opened file: its format, its name, and the lines still to be read.

    ``header_slipped`` says how the text of its file header has slipped, if it has.
    """

    name: str
    format: Format
    byte_order_mark: bytes
    lines: Iterator[tuple[str, str]]
    header_slipped: str = ""


@dataclass(frozen=True, slots=True)
class OpenedBytes:
    """The same, with bytes still to be read, after the byte order mark."""

    name: str
    format: Format
    byte_order_mark: bytes
    chunks: Iterator[bytes]
    header_slipped: str = ""


def read(source: Readable, *, version: str | None = None, name: str | None = None) -> File:
    """Reads a whole file: every line, whatever it contains, becomes a record.

    ``source`` is a path, bytes or a binary stream; ``version`` overrides that of the file header;
    ``name`` is the file's name if the source has none. Raises FormatError if the input is not a
    file of these formats, or of an unknown version, and OSError if it cannot be read.
    """
    with opened_bytes(source, version, name) as found:
        records = found.format.records
        unknown = UnknownRecord
        new, assign = object.__new__, set_line
        lines: list[Line] = []
        for text, end in lines_of(found.chunks, found.format.encoding):
            # What calling the class does, in a third of the time.
            record = new(records.get(text[:2], unknown))
            assign(record, text)
            lines.append(Line(record, end))
        return File(found.name, found.format, lines, found.byte_order_mark)


@overload
def scan(
    source: Readable, *, version: str | None = None, name: str | None = None
) -> Iterator[Record]: ...


@overload
def scan(
    source: Readable, first: type[A], /, *, version: str | None = None, name: str | None = None
) -> Iterator[A]: ...


@overload
def scan(
    source: Readable,
    first: type[A],
    second: type[B],
    /,
    *,
    version: str | None = None,
    name: str | None = None,
) -> Iterator[A | B]: ...


@overload
def scan(
    source: Readable,
    first: type[A],
    second: type[B],
    third: type[C],
    /,
    *,
    version: str | None = None,
    name: str | None = None,
) -> Iterator[A | B | C]: ...


@overload
def scan(
    source: Readable,
    first: type[A],
    second: type[B],
    third: type[C],
    fourth: type[D],
    /,
    *,
    version: str | None = None,
    name: str | None = None,
) -> Iterator[A | B | C | D]: ...


def scan(
    source: Readable,
    *classes: type[Record],
    version: str | None = None,
    name: str | None = None,
) -> Iterator[Any]:
    """Yields the records of a file one by one, in constant memory.

    ``classes`` are one to four classes to select, typed accordingly; without any, every line is a
    record. The other arguments and errors are those of `read`, and FormatError if none of the
    classes belongs to the file's version; errors are raised with the first record.
    """
    with opened_bytes(source, version, name) as found:
        if classes:
            yield from _chosen(found, classes)
            return
        records = found.format.records
        unknown = UnknownRecord
        new, assign = object.__new__, set_line
        for lines in texts_of(found.chunks, found.format.encoding):
            for line in lines:
                # This equals calling the class, in a third of the time.
                record = new(records.get(line[:2], unknown))
                assign(record, line)
                yield record


def _chosen(found: OpenedBytes, classes: tuple[type[Record], ...]) -> Iterator[Record]:
    chosen = chosen_keys(found.format, classes)
    other = UnknownRecord if issubclass(UnknownRecord, classes) else None
    known = found.format.records
    for lines in texts_of(found.chunks, found.format.encoding):
        for line in lines:
            record = chosen.get(line[:2]) or (None if line[:2] in known else other)
            if record is not None:
                yield record(line)


@contextmanager
def opened(
    source: Readable, version: str | None, name: str | None, *, refuse_slipped: bool = True
) -> Iterator[Opened]:
    """A source whose format has been determined. Raises as `opened_bytes` does."""
    with opened_bytes(source, version, name, refuse_slipped=refuse_slipped) as found:
        lines = lines_of(found.chunks, found.format.encoding)
        yield Opened(found.name, found.format, found.byte_order_mark, lines, found.header_slipped)


@contextmanager
def opened_bytes(
    source: Readable,
    version: str | None,
    name: str | None,
    size: int = CHUNK,
    *,
    refuse_slipped: bool = True,
) -> Iterator[OpenedBytes]:
    """A source whose format has been determined, and whose bytes are read in chunks of ``size``.

    Raises FormatError as `read` does; for a slipped header only with ``refuse_slipped``.
    """
    with stream_of(source) as stream:
        head = stream.read(HEAD)
        mark = UTF_8_MARK if head.startswith(UTF_8_MARK) else b""
        head = head[len(mark) :]
        shown = name_of_source(source) if name is None else name_given(name)
        _refuse_other_formats(head, shown)
        first = next(text for text, _ in lines_of([head]) if text.strip(" "))
        prefix = _prefix_of(head)
        slipped = slipped_header(first) if version is None and not prefix else None
        if prefix:
            slipped = "", _prefixed(prefix)
        elif slipped is None:
            _refuse_without_records(head, shown)
        if slipped is not None and refuse_slipped:
            at = f"{shown}: " if shown else ""
            do = "" if prefix else f". Ask for a corrected file, or {GIVE_VERSION}"
            raise FormatError(f"{at}{slipped[1]}{do}")
        if version is None:
            said = slipped[0] if slipped is not None else version_of(first, shown)
            version = said or version_today()
        yield OpenedBytes(
            name=shown,
            format=load(version),
            byte_order_mark=mark,
            chunks=chunks_of(stream, head, size),
            header_slipped=slipped[1] if slipped is not None else "",
        )


@contextmanager
def stream_of(source: Readable) -> Iterator[BinaryIO]:
    """The opened source; a given stream is left open for its owner."""
    if isinstance(source, bytes):
        yield io.BytesIO(source)
    elif isinstance(source, (str, os.PathLike)):
        with Path(path_given(source, "source")).open("rb") as stream:
            yield stream
    elif isinstance(source, io.TextIOBase) or not callable(getattr(source, "read", None)):
        needed = "a path, bytes or a binary stream is needed, and one file at a time"
        raise refusal("source", needed, source)
    else:
        yield source


def begun(source: Readable) -> tuple[MessageFormat | None, Readable]:
    """The message format of a source, None for any other file; and a source with all its bytes.
    Raises OSError."""
    with stream_of(source) as stream:
        head = head_of(stream)
        is_kept = isinstance(source, (bytes, str, os.PathLike))
        return message_begun(head), source if is_kept else cast(BinaryIO, _Begun(head, stream))


def head_of(stream: BinaryIO) -> bytes:
    """The bytes that identify a file: for XML, everything up to its root element."""
    from .messages.parsing import MOST_IN_ITEM

    head = stream.read(HEAD)
    while len(head) < MOST_IN_ITEM and is_before_root(head):
        more = stream.read(len(head))
        if not more:
            break
        head += more
    return head


class _Begun(io.RawIOBase):
    """A stream whose beginning was read already; it is left open for its owner."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self.head = head
        self.stream = stream
        self.name = getattr(stream, "name", "")

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        found = self.head if size < 0 else self.head[:size]
        self.head = self.head[len(found) :]
        return found + self.stream.read(-1 if size < 0 else size - len(found))


def name_of_source(source: Readable) -> str:
    """The name of a source; empty if it has none."""
    if isinstance(source, bytes):
        return ""
    if isinstance(source, (str, os.PathLike)):
        return name_of_path(source)
    name = getattr(source, "name", "")
    return name if isinstance(name, str) else ""


def is_other_format(head: bytes) -> bool:
    """Whether the beginning of a file shows that it is not a file of these formats."""
    head = head.removeprefix(UTF_8_MARK)
    try:
        _refuse_other_formats(head, "")
        _refuse_without_records(head, "")
    except FormatError:
        return True
    return False


def _refuse_other_formats(head: bytes, name: str) -> None:
    """Raises FormatError if a file has another format, and says which one it seems to be."""
    at = f"{name}: " if name else ""
    message = message_begun(head)
    if message is not None:
        takes = "use jcq show, check or export, or read_message in Python"
        raise FormatError(
            f"{at}this is XML ({message.title.lower()}), not a file of records: {takes}"
        )
    if not head.strip():
        raise FormatError(f"{at}{'the file has only blanks' if head else 'the file is empty'}")
    if not head.strip(b"\0\r\n "):
        raise FormatError(f"{at}the file has only NUL bytes, so a download failed: get it again")
    for signature, what in OTHER_FORMATS.items():
        if head.startswith(signature):
            raise FormatError(f"{at}this is not an exam file, but {what}")
    is_filled_up = b"\n" in head and 0 not in head.rstrip(b"\0")
    if head[:200].count(0) * 3 >= len(head[:200]) and not is_filled_up:
        raise FormatError(f"{at}this is UTF-16 text or binary data: save it as plain (ANSI) text")


def _refuse_without_records(head: bytes, name: str) -> None:
    """Raises FormatError if nothing looks like a record."""
    at = f"{name}: " if name else ""
    keys = {text[:2].upper() for text, _ in lines_of([head])}
    if all(keys.isdisjoint(form.records) for form in newest_first()):
        records = {key for form in newest_first() for key in form.records}
        first = next(text for text, _ in lines_of([head]) if text.strip(" "))
        if first.startswith("<"):
            raise FormatError(
                f"{at}this is not an exam file, but an XML or HTML document: if it"
                " was downloaded, a web page may have come instead, so get it again"
            )
        letters = " ".join(sorted({key[0] for key in records}))
        digits = " ".join(sorted({key[1] for key in records}))
        raise FormatError(
            f"{at}this is not an exam file: no line begins with a data type ({letters}) and a"
            f" record type ({digits}); the first line has {len(first)} characters"
        )


def _prefix_of(head: bytes) -> str:
    """The text before the record in every line at the beginning of a file; usually empty."""
    if head[:1].isalnum():
        return ""
    texts = (text for text, _ in lines_of([head]) if text.strip(" "))
    return prefix_of([text for text in texts if not is_end_of_file_mark(text)])


def _prefixed(prefix: str) -> str:
    """The message about a file in which every line has this prefix."""
    name = NAMES_OF_PREFIXES.get(prefix) or repr(prefix)
    return (
        f"every line begins with {name}, which moves all fields: remove it, or get the file again"
    )
