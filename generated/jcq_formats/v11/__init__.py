# Generated from spec/v11/ by `make generate`; edit that, not this.
"""Formats for the Exchange of Examination Related Data using Microcomputers, version 11, effective from 2008-09-01."""

from ..core.formats import DataType, Format, Move, NameForm, NamePart
from . import codes
from ..v13.basedata import Syllabus, Link, DisallowedCombination
from .basedata import Option, Component
from .envelope import FileHeader, CentreHeader, CentreTrailer, FileTrailer
from ..v13.envelope import BroadcastAddress
from .codes import CODE_LISTS
from .rules import RULES

__all__ = [
    "FORMAT",
    "BroadcastAddress",
    "CentreHeader",
    "CentreTrailer",
    "Component",
    "DisallowedCombination",
    "FileHeader",
    "FileTrailer",
    "Link",
    "Option",
    "Syllabus",
    "codes",
]

FORMAT = Format(
    version="11",
    title="Formats for the Exchange of Examination Related Data using Microcomputers",
    effective="2008-09-01",
    line_end="\r\n",
    data_types={
        "C": DataType(
            code="C",
            name="components",
            title="Component definitions",
            meaning="The papers and other components that options are made of.",
            direction="broadcast",
            form="records",
            length=72,
            grade="B",
            personal=False,
        ),
        "D": DataType(
            code="D",
            name="disallowed_combinations",
            title="Disallowed combinations",
            meaning="Options and syllabuses that one candidate may not hold together.",
            direction="broadcast",
            form="records",
            length=26,
            grade="C",
            personal=False,
        ),
        "L": DataType(
            code="L",
            name="links",
            title="Links of options and components",
            meaning="Which components make up which option.",
            direction="broadcast",
            form="records",
            length=26,
            grade="C",
            personal=False,
        ),
        "O": DataType(
            code="O",
            name="options",
            title="Option definitions",
            meaning="The options that candidates can be entered for.",
            direction="broadcast",
            form="records",
            length=89,
            grade="C",
            personal=False,
        ),
        "S": DataType(
            code="S",
            name="syllabuses",
            title="Syllabus definitions",
            meaning="The syllabuses that options belong to.",
            direction="broadcast",
            form="records",
            length=45,
            grade="C",
            personal=False,
        ),
    },
    records={
        "S5": Syllabus,
        "O5": Option,
        "L5": Link,
        "C5": Component,
        "D5": DisallowedCombination,
        "C1": FileHeader,
        "D1": FileHeader,
        "L1": FileHeader,
        "O1": FileHeader,
        "S1": FileHeader,
        "C3": CentreHeader,
        "D3": CentreHeader,
        "L3": CentreHeader,
        "O3": CentreHeader,
        "S3": CentreHeader,
        "C7": CentreTrailer,
        "D7": CentreTrailer,
        "L7": CentreTrailer,
        "O7": CentreTrailer,
        "S7": CentreTrailer,
        "C9": FileTrailer,
        "D9": FileTrailer,
        "L9": FileTrailer,
        "O9": FileTrailer,
        "S9": FileTrailer,
    },
    code_lists=CODE_LISTS,
    rules=RULES,
    file_names=(
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
            grade="D",
        ),
    ),
    extends="14",
    moves={
        "O5": (
            Move("certification_qualification", "unit_qualification", {"item": ("U",)}),
            Move("certification_level", "unit_level", {"item": ("U",)}),
        ),
    },
    open_data_types={
        "A": "The record length of amendments is not established in this version.",
        "E": "The record length of entries is not established in this version.",
        "F": "The record length of forecast grades is not established in this version.",
        "R": "The record length of results is not established in this version.",
        "X": "No source speaks of such files in this version.",
        "Z": "No source speaks of such files in this version.",
    },
)
"""Everything of version 11 as data: records by their first two characters, code lists, rules, names."""
