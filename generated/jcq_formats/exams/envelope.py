"""The records around the data: made from what they must say, and counted as they go by."""  # Copied from generator/runtime/exams/envelope.py by `make generate`; edit that, not this.

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..core.errors import JcqError
from ..core.fields import Field
from ..core.formats import Format
from ..core.kinds.code import Code
from ..core.kinds.variant import Variant
from ..core.places import Place
from ..core.records import Record
from ..core.roles import build, fields_by_role, record_at

CENTRE_NUMBER = "centre.number"
ADDRESS = "file.address"
SEQUENCE_NUMBER = "file.sequence_number"


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
        The file header and file trailer of several centres have no address: what they would carry
        is not established. Raises BuildError where something does not fit.
        """
        blocks = list(blocks) if not isinstance(blocks, list) else blocks
        address = blocks[0].address if len(blocks) == 1 else {}
        common = {
            "file.data_type": self.data_type,
            "file.awarding_body": self.awarding_body,
            "file.series": self.series,
            "file.year": self.year,
            "file.software_package": self.software_package,
            "file.software_version": self.software_version,
            "file.date_produced": self.date_produced,
            "file.distribution": self._distribution(form),
        }
        total = 0
        for record in self._records(form, common, blocks, address):
            total += 1
            yield record
        trailer = record_at(form, self.data_type, Place.FILE_TRAILER)
        counts = {"file.record_count": total + 1, "file.centre_count": len(blocks)}
        yield build(trailer, common | counts | self._address(trailer, address))

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
        yield build(file_header, {**common, **self._address(file_header, address)})
        width = fields_by_role(header)[SEQUENCE_NUMBER].width
        for block in blocks:
            own = {
                SEQUENCE_NUMBER: str(block.sequence_number).zfill(width),
                "centre.postcode": block.centre_postcode,
            }
            yield build(header, {**common, **own, **self._address(header, block.address)})
            count = 0
            for record in block.records:
                count += 1
                yield record
            counts = {"centre.record_count": count + 2}
            yield build(trailer, {**common, **counts, **self._address(trailer, block.address)})

    def _address(self, record: type[Record], values: Mapping[str, str]) -> dict[str, Any]:
        """The address of a header or trailer, as the data type reads it; none without values."""
        if not values:
            return {}
        return {ADDRESS: build(address_layout(fields_by_role(record), self.data_type), values)}

    def _distribution(self, form: Format) -> str:
        """The code for the direction that files of this data type take."""
        header = record_at(form, self.data_type, Place.FILE_HEADER)
        kind = fields_by_role(header)["file.distribution"].kind
        direction = form.data_types[self.data_type].direction
        assert isinstance(kind, Code)
        for code, directions in kind.codes.stands_for.items():
            if direction in directions:
                return code
        raise JcqError(f"no code of the list {kind.codes.name} stands for {direction!r}")


def address_layout(fields: Mapping[str, Field], data_type: str) -> Any:
    """The layout in which the address of this data type reads."""
    kind = fields[ADDRESS].kind
    assert isinstance(kind, Variant)
    return kind.layouts[data_type]
