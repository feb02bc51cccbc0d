"""Basedata sets: read from files, folders and zips, one for each exam series."""  # Copied from generator/runtime/exams/basedata_sets.py by `make generate`; edit that, not this.

from __future__ import annotations

import os
from collections.abc import Iterable

from ..core.files import File
from ..core.reading import read
from ..core.sources import Source, sources_at
from .basedata import Basedata
from .exam_series import ExamSeries, exam_series_of


def read_basedata(
    *paths: str | os.PathLike[str], version: str | None = None
) -> dict[ExamSeries, Basedata]:
    """The basedata sets in these files, folders and zips, by awarding body and series.

    Of two files of one data type the later issue counts. Raises FormatError and OSError where a
    file cannot be read.
    """
    sources = [source for path in paths for source in sources_at(os.fspath(path)).found]
    files = (read_source(source, version) for source in sources)
    return sets_by_series((exam_series_of(file), file) for file in files)


def sets_by_series(files: Iterable[tuple[ExamSeries, File]]) -> dict[ExamSeries, Basedata]:
    """The sets that these files make; files of centres are passed over."""
    by_series: dict[ExamSeries, list[File]] = {}
    for series, file in files:
        if file.data_type is not None and file.data_type.direction == "broadcast":
            by_series.setdefault(series, []).append(file)
    return {series: Basedata.of_files(found) for series, found in by_series.items()}


def read_source(source: Source, version: str | None) -> File:
    """The file of a source. Raises FormatError and OSError where it cannot be read."""
    with source.open() as stream:
        return read(stream, version=version, name=source.name)
