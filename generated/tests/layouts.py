# Generated from spec/ by `make generate`; edit that, not this.
"""The layouts on which the laws are tested, each once even if several versions share it."""

from __future__ import annotations

from typing import NamedTuple

from jcq_formats import v11, v12, v13, v14


class FileLayout(NamedTuple):
    """A kind of file of one version."""

    version: str
    letter: str
    name: str
    line_end: str

    def __str__(self) -> str:
        return f"v{self.version}.{self.name}"


RECORDS = (
    v14.Syllabus,
    v14.Option,
    v14.Link,
    v14.Component,
    v14.DisallowedCombination,
    v14.Entry,
    v14.Amendment,
    v14.FileHeader,
    v14.CentreHeader,
    v14.CentreTrailer,
    v14.FileTrailer,
    v14.Forecast,
    v14.Result,
    v13.FileHeader,
    v13.CentreHeader,
    v13.CentreTrailer,
    v13.FileTrailer,
    v12.Option,
    v12.FileHeader,
    v12.CentreHeader,
    v12.CentreTrailer,
    v12.FileTrailer,
    v11.Option,
    v11.Component,
    v11.FileHeader,
    v11.CentreHeader,
    v11.CentreTrailer,
    v11.FileTrailer,
)

GRADED = (
    v13.Syllabus,
    v13.Option,
    v13.Link,
    v13.Component,
    v13.DisallowedCombination,
)
"""Records with a layout of RECORDS, but with evidence of another grade."""

FILES = (
    FileLayout("14", "A", "amendments", "\r\n"),
    FileLayout("14", "C", "components", "\r\n"),
    FileLayout("14", "D", "disallowed_combinations", "\r\n"),
    FileLayout("14", "E", "entries", "\r\n"),
    FileLayout("14", "F", "forecast_grades", "\r\n"),
    FileLayout("14", "L", "links", "\r\n"),
    FileLayout("14", "O", "options", "\r\n"),
    FileLayout("14", "R", "results", "\r\n"),
    FileLayout("14", "S", "syllabuses", "\r\n"),
    FileLayout("13", "C", "components", "\r\n"),
    FileLayout("13", "D", "disallowed_combinations", "\r\n"),
    FileLayout("13", "L", "links", "\r\n"),
    FileLayout("13", "O", "options", "\r\n"),
    FileLayout("13", "S", "syllabuses", "\r\n"),
    FileLayout("12", "O", "options", "\r\n"),
    FileLayout("11", "C", "components", "\r\n"),
    FileLayout("11", "O", "options", "\r\n"),
)

SETS = (
    "14",
    "13",
    "12",
    "11",
)
"""The versions whose basedata sets are tested."""
