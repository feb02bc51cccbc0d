"""The headers and trailers around the data: built from given values, with counts kept up to
date."""  # Copied from generator/runtime/exams/envelope.py by `make generate`; edit that, not this.

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ..core.errors import FieldError, JcqError
from ..core.formats import Format
from ..core.kinds.code import Code
from ..core.kinds.date import Date
from ..core.kinds.integer import Integer
from ..core.kinds.variant import Variant
from ..core.needs import needs
from ..core.places import Place
from ..core.records import Record
from ..core.roles import fields_by_role, record_at, value_of
from ..core.totals import with_totals
from .parts import ADDRESS, Parts

CENTRE_NUMBER = "centre.number"
SEQUENCE_NUMBER = "file.sequence_number"
POSTCODE = "centre.postcode"
DISTRIBUTION = "file.distribution"
SEVERAL_CENTRES = "several_centres"
"""The meaning, in the spec, of the distribution of a file for several centres."""

needs(
    "headers of new files",
    ("file_header",),
    {
        "file.data_type": (),
        ADDRESS: (Variant,),
        "file.awarding_body": (),
        "file.series": (),
        "file.year": (),
        DISTRIBUTION: (Code,),
        "file.software_package": (),
        "file.software_version": (),
    },
)
needs(
    "headers of centres in new files, and the sequence of files",
    ("centre_header",),
    {"file.data_type": (), ADDRESS: (Variant,), SEQUENCE_NUMBER: (), POSTCODE: ()},
)
needs(
    "trailers of new files, with their counts",
    ("centre_trailer",),
    {ADDRESS: (Variant,), "centre.record_count": (Integer,), "file.date_produced": (Date,)},
)
needs(
    "trailers of new files, with their counts",
    ("file_trailer",),
    {ADDRESS: (Variant,), "file.record_count": (Integer,), "file.centre_count": (Integer,)},
)


class Block(NamedTuple):
    """The data records of one centre, and the values of its header; the address is given by
    role."""

    address: Mapping[str, str]
    records: Iterable[Record]
    sequence_number: int = 1
    centre_postcode: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """The values of the headers and trailers of a file, except those of each centre."""

    data_type: str
    awarding_body: str
    series: str
    year: str
    software_package: str = ""
    software_version: str = ""
    date_produced: datetime.date | None = None

    def around(self, form: Format, blocks: Iterable[Block]) -> Iterator[Record]:
        """All records of the file: data, centre by centre, with headers and trailers.

        ``blocks`` and their records are read as they are needed, so a file can have any length. The
        file header and file trailer of several centres have the address of a broadcast file, as one
        program writes it (grade C), or none if the version has none. Further headers and trailers
        follow the structure of such files (see `Parts`). Raises BuildError if something does not
        fit.
        """
        yield from with_totals(form, self._around(form, blocks))

    def _around(self, form: Format, blocks: Iterable[Block]) -> Iterator[Record]:
        """The same, with totals of zero."""
        blocks = list(blocks) if not isinstance(blocks, list) else blocks
        several = len(blocks) > 1
        season = broadcast_address(self.series, self.year)
        address = season if several else blocks[0].address if blocks else {}
        common = {
            "file.data_type": self.data_type,
            "file.awarding_body": self.awarding_body,
            "file.series": self.series,
            "file.year": self.year,
            "file.software_package": self.software_package,
            "file.software_version": self.software_version,
            "file.date_produced": self.date_produced,
            DISTRIBUTION: distribution(form, self.data_type, several=several),
        }
        parts = Parts(form, self.data_type, common)
        parts.address = address
        yield parts.made(record_at(form, self.data_type, Place.FILE_HEADER), {})
        yield from parts.needed(None, Place.HEADER)
        for block in blocks:
            yield from self._block(form, parts, block)
        parts.address = address
        yield from parts.needed(None, Place.TRAILER)
        if form.requires(self.data_type, Place.FILE_TRAILER):
            yield parts.made(record_at(form, self.data_type, Place.FILE_TRAILER), {})

    def _block(self, form: Format, parts: Parts, block: Block) -> Iterator[Record]:
        """The records of one centre between its header and trailer, if files have them."""
        parts.address = block.address
        if any(row.place is Place.CENTRE_HEADER for row in form.structure_of(self.data_type)):
            header = record_at(form, self.data_type, Place.CENTRE_HEADER)
            numbered = fields_by_role(header).get(SEQUENCE_NUMBER)
            width = numbered.width if numbered is not None else 0
            own = {
                SEQUENCE_NUMBER: str(block.sequence_number).zfill(width),
                POSTCODE: block.centre_postcode,
            }
            yield parts.made(header, own)
            yield from parts.needed(Place.CENTRE_HEADER, Place.HEADER)
        yield from parts.within(Place.CENTRE_HEADER, block.records)
        yield from parts.needed(Place.CENTRE_HEADER, Place.TRAILER)
        if form.requires(self.data_type, Place.CENTRE_TRAILER):
            yield parts.made(record_at(form, self.data_type, Place.CENTRE_TRAILER), {})


def broadcast_address(series: str, year: str, language: str = "") -> dict[str, str]:
    """The address of a broadcast file, and of one for several centres, by role.

    The language that is the version's default is left out.
    """
    said = {"address.series": series, "address.year": year}
    return said | {"address.language": language} if language else said


def distribution(form: Format, data_type: str, *, several: bool = False) -> str:
    """The distribution code of files of this data type, for one centre or several; empty if the
    version has none."""
    header = record_at(form, data_type, Place.FILE_HEADER)
    field = fields_by_role(header).get(DISTRIBUTION)
    if field is None or not isinstance(field.kind, Code):
        return ""
    codes = field.kind.codes
    wanted = [SEVERAL_CENTRES] if several else []
    for direction in (*wanted, form.data_types[data_type].direction):
        for code, directions in codes.stands_for.items():
            if direction in directions:
                return code
    raise JcqError(f"no code of the list {codes.name} means {direction!r}")


def date_produced_of(record: Record) -> datetime.date | None:
    """The production date of a file, from its centre trailer; None if it cannot be decoded."""
    try:
        produced: datetime.date | None = value_of(record, "file.date_produced")
    except FieldError:
        return None
    return produced
