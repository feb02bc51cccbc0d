# Generated from spec/v11/ by `make generate`; edit that, not this.
"""Formats for the Exchange of Examination Related Data using Microcomputers, version 11, effective from 2008-09-01."""

from ..core.formats import DataType, FirstSeries, Format, Move, NameForm, NamePart
from . import codes
from .basedata import Component, DisallowedCombination, Link, Option, Syllabus
from .codes import CODE_LISTS
from .envelope import BroadcastAddress, CentreHeader, CentreTrailer, FileHeader, FileTrailer
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
            "C",
            "components",
            "Component definitions",
            "The papers and other components that options are made of.",
            "broadcast",
            "records",
            72,
            "B",
            False,
        ),
        "D": DataType(
            "D",
            "disallowed_combinations",
            "Disallowed combinations",
            "Options and syllabuses that one candidate may not hold together.",
            "broadcast",
            "records",
            26,
            "C",
            False,
        ),
        "L": DataType(
            "L",
            "links",
            "Links of options and components",
            "Which components make up which option.",
            "broadcast",
            "records",
            26,
            "C",
            False,
        ),
        "O": DataType(
            "O",
            "options",
            "Option definitions",
            "The options that candidates can be entered for.",
            "broadcast",
            "records",
            89,
            "C",
            False,
        ),
        "S": DataType(
            "S",
            "syllabuses",
            "Syllabus definitions",
            "The syllabuses that options belong to.",
            "broadcast",
            "records",
            45,
            "C",
            False,
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
    file_names=(
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
            "D",
        ),
    ),
    applies_from=FirstSeries(2008, "9"),
    extends="14",
    moves={
        "O5": (
            Move("certification_qualification", "unit_qualification", when={"item": ("U",)}),
            Move("certification_level", "unit_level", when={"item": ("U",)}),
        )
    },
    open_data_types={
        "A": "The record length of amendments is not established in this version.",
        "E": "The record length of entries is not established in this version.",
        "F": "The record length of forecast grades is not established in this version.",
        "R": "The record length of results is not established in this version.",
        "X": "No source speaks of such files in this version.",
        "Z": "No source speaks of such files in this version.",
    },
    code_lists=CODE_LISTS,
    rules=RULES,
)
"""Everything of version 11 as data: records by their first two characters, code lists, rules, names."""
