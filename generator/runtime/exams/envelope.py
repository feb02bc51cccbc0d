"""The records around the data: made from what they must say, and counted as they go by."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..core.errors import FieldError, JcqError
from ..core.formats import Format
from ..core.kinds.code import Code
from ..core.kinds.date import Date
from ..core.kinds.integer import Integer
from ..core.kinds.variant import Variant
from ..core.needs import needs
from ..core.places import Place
from ..core.records import Record
from ..core.roles import build, fields_by_role, record_at, value_of

CENTRE_NUMBER = "centre.number"
ADDRESS = "file.address"
SEQUENCE_NUMBER = "file.sequence_number"
POSTCODE = "centre.postcode"
DISTRIBUTION = "file.distribution"
SEVERAL_CENTRES = "several_centres"
"""What the distribution of a file for several centres stands for in the spec."""

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
    """One centre's data records, and what its header says; the address is given by role."""

    address: Mapping[str, str]
    records: Iterable[Record]
    sequence_number: int = 1
    centre_postcode: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What the headers and trailers of a file say, but for each centre's own."""

    data_type: str
    awarding_body: str
    series: str
    year: str
    software_package: str = ""
    software_version: str = ""
    date_produced: datetime.date | None = None

    def around(self, form: Format, blocks: Iterable[Block]) -> Iterator[Record]:
        """Every record of the file: data of one centre after the other, headers and trailers.

        ``blocks`` and their records are read as they are needed, so a file can be of any length.
        The file header and file trailer of several centres have the address of a broadcast file,
        as one program writes it (grade C), or none where the version reads none. Raises BuildError
        where something does not fit.
        """
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
        total = 0
        for record in self._records(form, common, blocks, address):
            total += 1
            yield record
        trailer = record_at(form, self.data_type, Place.FILE_TRAILER)
        counts = {"file.record_count": total + 1, "file.centre_count": len(blocks)}
        yield build(trailer, common | counts | address_part(trailer, self.data_type, address))

    def _records(
        self,
        form: Format,
        common: Mapping[str, Any],
        blocks: list[Block],
        address: Mapping[str, str],
    ) -> Iterator[Record]:
        """All but the file trailer."""
        file_header = record_at(form, self.data_type, Place.FILE_HEADER)
        header = record_at(form, self.data_type, Place.CENTRE_HEADER)
        trailer = record_at(form, self.data_type, Place.CENTRE_TRAILER)
        yield build(file_header, {**common, **address_part(file_header, self.data_type, address)})
        numbered = fields_by_role(header).get(SEQUENCE_NUMBER)
        width = numbered.width if numbered is not None else 0
        for block in blocks:
            own = {
                SEQUENCE_NUMBER: str(block.sequence_number).zfill(width),
                POSTCODE: block.centre_postcode,
            }
            yield build(
                header, {**common, **own, **address_part(header, self.data_type, block.address)}
            )
            count = 0
            for record in block.records:
                count += 1
                yield record
            counts = {"centre.record_count": count + 2}
            yield build(
                trailer,
                {**common, **counts, **address_part(trailer, self.data_type, block.address)},
            )


def broadcast_address(series: str, year: str, language: str = "") -> dict[str, str]:
    """The address of a broadcast file, and of one for several centres, by role.

    The language that the version writes by default is left out.
    """
    said = {"address.series": series, "address.year": year}
    return said | {"address.language": language} if language else said


def address_part(record: type[Record], data_type: str, values: Mapping[str, str]) -> dict[str, Any]:
    """The address of a header or trailer, as a layout for the data type reads it, by role; empty
    without values, or where the version has no layout with them."""
    field = fields_by_role(record).get(ADDRESS)
    if not values or field is None or not isinstance(field.kind, Variant):
        return {}
    layouts = field.kind.choices(data_type)
    said = {layout: values.keys() & fields_by_role(layout).keys() for layout in layouts}
    layout = max(layouts, key=lambda layout: len(said[layout]), default=None)
    return {ADDRESS: build(layout, values)} if layout is not None and said[layout] else {}


def distribution(form: Format, data_type: str, *, several: bool = False) -> str:
    """The code of files of this data type, for one centre or several; empty where the version has
    none."""
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
    raise JcqError(f"no code of the list {codes.name} stands for {direction!r}")


def date_produced_of(record: Record) -> datetime.date | None:
    """When a file was made, by its centre trailer; None where that cannot be read."""
    try:
        produced: datetime.date | None = value_of(record, "file.date_produced")
    except FieldError:
        return None
    return produced
