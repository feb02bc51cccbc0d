# Generated from spec/ by `make generate`; edit that, not this.
"""File names, by version."""

from __future__ import annotations

from .core.formats import NameForm, NamePart
from .core.names import BaseFileName


class FileName(BaseFileName):
    """The name of a file, taken apart; not case sensitive.

    The forms of the version in force today are tried first, then the others in this order.

        broadcast      O6G17_70.X02   grade A in version 14, also in 13, 12, 11
            data_type(1) series(2) year(2) language(1) awarding_body(2) .X sequence_number(2)
        centre         E1234570.X01   grade B in version 14
            data_type(1) centre_number(5) awarding_body(2) .X sequence_number(2)
        several_centres R6G26_98.X01   grade D in version 14
            data_type(1) series(2) year(2) language(1) awarding_body(2) .X sequence_number(2)
        basedata_zip   Z1A13_01.ZIP   grade B in version 14
            Z series(2) year(2) language(1) awarding_body(2) .ZIP
    """

    __slots__ = ()

    FORMS = (
        NameForm(
            "broadcast",
            ("C", "D", "L", "O", "S"),
            (
                NamePart(1, part="data_type", agrees_with=("file.data_type",)),
                NamePart(2, part="series", agrees_with=("file.series", "address.series")),
                NamePart(2, part="year", digits=True, agrees_with=("file.year", "address.year")),
                NamePart(1, part="language", agrees_with=("address.language",)),
                NamePart(2, part="awarding_body", agrees_with=("file.awarding_body",)),
                NamePart(2, literal=".X"),
                NamePart(
                    2,
                    part="sequence_number",
                    digits=True,
                    agrees_with=("file.sequence_number",),
                    last=2,
                ),
            ),
            "O6G17_70.X02",
            "A",
        ),
        NameForm(
            "centre",
            ("A", "E", "F", "R", "X"),
            (
                NamePart(1, part="data_type", agrees_with=("file.data_type",)),
                NamePart(5, part="centre_number", digits=True, agrees_with=("centre.number",)),
                NamePart(2, part="awarding_body", agrees_with=("file.awarding_body",)),
                NamePart(2, literal=".X"),
                NamePart(
                    2,
                    part="sequence_number",
                    digits=True,
                    agrees_with=("file.sequence_number",),
                    last=2,
                ),
            ),
            "E1234570.X01",
            "B",
        ),
        NameForm(
            "several_centres",
            ("A", "E", "F", "R"),
            (
                NamePart(1, part="data_type", agrees_with=("file.data_type",)),
                NamePart(2, part="series", agrees_with=("file.series", "address.series")),
                NamePart(2, part="year", digits=True, agrees_with=("file.year", "address.year")),
                NamePart(1, part="language", no_digits=True, agrees_with=("address.language",)),
                NamePart(2, part="awarding_body", agrees_with=("file.awarding_body",)),
                NamePart(2, literal=".X"),
                NamePart(
                    2,
                    part="sequence_number",
                    digits=True,
                    agrees_with=("file.sequence_number",),
                    last=2,
                ),
            ),
            "R6G26_98.X01",
            "D",
        ),
        NameForm(
            "basedata_zip",
            ("Z",),
            (
                NamePart(1, literal="Z"),
                NamePart(2, part="series"),
                NamePart(2, part="year", digits=True),
                NamePart(1, part="language"),
                NamePart(2, part="awarding_body"),
                NamePart(4, literal=".ZIP"),
            ),
            "Z1A13_01.ZIP",
            "B",
        ),
    )

    VERSIONS = {"14": (0, 1, 2, 3), "13": (0,), "12": (0,), "11": (0,)}

    @property
    def data_type(self) -> str:
        """Positions by form of name: broadcast 1, centre 1, several_centres 1."""
        return self.parts.get("data_type", "")

    @property
    def series(self) -> str:
        """Positions by form of name: broadcast 2-3, several_centres 2-3, basedata_zip 2-3."""
        return self.parts.get("series", "")

    @property
    def year(self) -> str:
        """Positions by form of name: broadcast 4-5, several_centres 4-5, basedata_zip 4-5."""
        return self.parts.get("year", "")

    @property
    def language(self) -> str:
        """Positions by form of name: broadcast 6, several_centres 6, basedata_zip 6."""
        return self.parts.get("language", "")

    @property
    def awarding_body(self) -> str:
        """Positions by form of name: broadcast 7-8, centre 7-8, several_centres 7-8, basedata_zip
        7-8.
        """
        return self.parts.get("awarding_body", "")

    @property
    def sequence_number(self) -> str:
        """Positions by form of name: broadcast 11-12, centre 11-12, several_centres 11-12."""
        return self.parts.get("sequence_number", "")

    @property
    def centre_number(self) -> str:
        """Positions by form of name: centre 2-6."""
        return self.parts.get("centre_number", "")
