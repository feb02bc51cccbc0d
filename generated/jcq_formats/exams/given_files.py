"""The files of an argument: the contents and the series of each."""  # Copied from generator/runtime/exams/given_files.py by `make generate`; edit that, not this.

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, NamedTuple

from ..core.files import File
from ..core.formats import Format, load
from ..core.kinds.kind import is_number
from ..core.lines import texts_of
from ..core.messages.formats import MessageFormat
from ..core.messages.message import Message
from ..core.messages.reading import scanned
from ..core.places import Place
from ..core.reading import opened_bytes
from ..core.records import Record, UnknownRecord
from ..core.roles import text_or_blank
from ..core.several import path_given, refusal
from ..core.sources import Source, sources_at
from .component_results import AWARDING_BODY, CENTRE_NUMBER, TIME_STAMP
from .envelope import SEQUENCE_NUMBER
from .exam_series import ExamSeries, exam_series_in

HEADERS = (Place.FILE_HEADER, Place.CENTRE_HEADER)


class Kind(NamedTuple):
    """What files of the same kind have in common: contents and series. For component results, only
    the awarding body is known."""

    holds: str
    series: ExamSeries


@dataclass(frozen=True, slots=True)
class Given:
    """A file: its kind, its place among files of that kind, and its format."""

    source: Source
    kind: Kind
    title: str
    order: str
    version: str | None
    message_format: MessageFormat | None = None
    format: Format | None = None

    @property
    def name(self) -> str:
        """The name as shown."""
        return self.source.name

    @property
    def is_broadcast(self) -> bool:
        """Whether it is basedata, of which only the latest issue counts."""
        data_type = self.format.data_types.get(self.kind.holds) if self.format is not None else None
        return data_type is not None and data_type.is_broadcast


def sources_given(given: Any, what: str) -> list[tuple[Source, str | None]]:
    """The files in a path, folder or zip, in bytes or a stream, or already read; each with the
    version to read it by. Raises FormatError, OSError, and JcqError for any other argument."""
    if isinstance(given, File):
        return [(_in_memory(given.to_bytes(), given.name), given.format.version)]
    if isinstance(given, Message):
        return [(_in_memory(given.to_bytes(), given.name), None)]
    if isinstance(given, (str, os.PathLike)):
        found = sources_at(path_given(given, what), renamed=True, messages=True).found
        return [(source, None) for source in found]
    if isinstance(given, bytes):
        return [(_in_memory(given, ""), None)]
    if isinstance(given, io.TextIOBase) or not callable(getattr(given, "read", None)):
        raise refusal(what, "a path, bytes, a binary stream or a file that was read", given)
    name = getattr(given, "name", "")
    return [(_in_memory(given.read(), name if isinstance(name, str) else ""), None)]


def _in_memory(data: bytes, name: str) -> Source:
    def opened() -> BinaryIO:
        return io.BytesIO(data)

    return Source(name, opened)


def looked_at(source: Source, version: str | None) -> Given:
    """A file with its kind determined. Raises FormatError and OSError."""
    message = source.message_format()
    if message is not None:
        return _message(source, message)
    with source.open() as stream, opened_bytes(stream, version, source.name) as found:
        records = list(_beginning(found.format, found.chunks))
        first = next((r for r in records if r.PLACE is not Place.UNKNOWN), None)
        letter = first.line[:1] if first is not None else ""
        data_type = found.format.data_types.get(letter)
        number = next((n for r in records if (n := text_or_blank(r, SEQUENCE_NUMBER))), "")
        return Given(
            source=source,
            kind=Kind(letter, exam_series_in(records)),
            title=data_type.title if data_type is not None else "Unknown data type",
            order=number.zfill(9) if is_number(number) else "",
            version=version or found.format.version,
            format=load(found.format.version),
        )


def _beginning(form: Format, chunks: Iterable[bytes]) -> Iterator[Record]:
    """The records up to the first data record."""
    for lines in texts_of(chunks, form.encoding):
        for line in lines:
            record = form.records.get(line[:2], UnknownRecord)(line)
            yield record
            if record.PLACE is Place.DATA:
                return


def _message(source: Source, form: MessageFormat) -> Given:
    with source.open() as stream:
        header = next((v for v in scanned(stream, source.name) if v.ROLE == form.header.ROLE), None)
    said = (
        ["", "", ""]
        if header is None
        else [header.text_of_role(role) for role in (AWARDING_BODY, CENTRE_NUMBER, TIME_STAMP)]
    )
    kind = Kind(form.name, ExamSeries(said[0], "", ""))
    return Given(source, kind, form.title, said[2], None, message_format=form)
