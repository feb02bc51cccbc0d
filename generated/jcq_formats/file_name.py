# Generated from spec/v14/format.yaml by `make generate`; edit that, not this.
"""The names of files, as version 14 has them."""

from __future__ import annotations

from .core.formats import NameForm, NamePart
from .core.names import BaseFileName


class FileName(BaseFileName):
    """The name of a file, taken apart; not case sensitive.

    broadcast      O6G17_70.X02   grade A
        data_type(1) series(2) year(2) language(1) awarding_body(2) .X sequence_number(2)
    centre         E1234570.X01   grade B
        data_type(1) centre_number(5) awarding_body(2) .X sequence_number(2)
    basedata_zip   Z1A13_01.ZIP   grade B
        Z series(2) year(2) language(1) awarding_body(2) .ZIP
    """

    __slots__ = ()

    FORMS = (
        NameForm(
            name="broadcast",
            data_types=("C", "D", "L", "O", "S"),
            parts=(
                NamePart(
                    width=1,
                    part="data_type",
                    agrees_with=("file.data_type",),
                ),
                NamePart(
                    width=2,
                    part="series",
                    agrees_with=("file.series", "address.series"),
                ),
                NamePart(
                    width=2,
                    part="year",
                    digits=True,
                    agrees_with=("file.year", "address.year"),
                ),
                NamePart(
                    width=1,
                    part="language",
                    agrees_with=("address.language",),
                ),
                NamePart(
                    width=2,
                    part="awarding_body",
                    agrees_with=("file.awarding_body",),
                ),
                NamePart(
                    width=2,
                    literal=".X",
                ),
                NamePart(
                    width=2,
                    part="sequence_number",
                    digits=True,
                    agrees_with=("file.sequence_number",),
                    last=2,
                ),
            ),
            example="O6G17_70.X02",
            grade="A",
        ),
        NameForm(
            name="centre",
            data_types=("A", "E", "F", "R", "X"),
            parts=(
                NamePart(
                    width=1,
                    part="data_type",
                    agrees_with=("file.data_type",),
                ),
                NamePart(
                    width=5,
                    part="centre_number",
                    digits=True,
                    agrees_with=("centre.number",),
                ),
                NamePart(
                    width=2,
                    part="awarding_body",
                    agrees_with=("file.awarding_body",),
                ),
                NamePart(
                    width=2,
                    literal=".X",
                ),
                NamePart(
                    width=2,
                    part="sequence_number",
                    digits=True,
                    agrees_with=("file.sequence_number",),
                    last=2,
                ),
            ),
            example="E1234570.X01",
            grade="B",
        ),
        NameForm(
            name="basedata_zip",
            data_types=("Z",),
            parts=(
                NamePart(
                    width=1,
                    literal="Z",
                ),
                NamePart(
                    width=2,
                    part="series",
                ),
                NamePart(
                    width=2,
                    part="year",
                    digits=True,
                ),
                NamePart(
                    width=1,
                    part="language",
                ),
                NamePart(
                    width=2,
                    part="awarding_body",
                ),
                NamePart(
                    width=4,
                    literal=".ZIP",
                ),
            ),
            example="Z1A13_01.ZIP",
            grade="B",
        ),
    )

    @property
    def data_type(self) -> str:
        """Columns by form of name: broadcast 1, centre 1."""
        return self.parts.get("data_type", "")

    @property
    def series(self) -> str:
        """Columns by form of name: broadcast 2-3, basedata_zip 2-3."""
        return self.parts.get("series", "")

    @property
    def year(self) -> str:
        """Columns by form of name: broadcast 4-5, basedata_zip 4-5."""
        return self.parts.get("year", "")

    @property
    def language(self) -> str:
        """Columns by form of name: broadcast 6, basedata_zip 6."""
        return self.parts.get("language", "")

    @property
    def awarding_body(self) -> str:
        """Columns by form of name: broadcast 7-8, centre 7-8, basedata_zip 7-8."""
        return self.parts.get("awarding_body", "")

    @property
    def sequence_number(self) -> str:
        """Columns by form of name: broadcast 11-12, centre 11-12."""
        return self.parts.get("sequence_number", "")

    @property
    def centre_number(self) -> str:
        """Columns by form of name: centre 2-6."""
        return self.parts.get("centre_number", "")
