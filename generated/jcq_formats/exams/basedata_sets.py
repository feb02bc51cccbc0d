"""Basedata sets, read from files, folders and zips: one for each exam series."""  # Copied from generator/runtime/exams/basedata_sets.py by `make generate`; edit that, not this.

from __future__ import annotations

import os
from collections.abc import Iterable

from ..core.errors import FormatError, JcqError
from ..core.files import File
from ..core.printable import counted
from ..core.several import SEPARATE, paths_given
from ..core.sources import sources_at
from .basedata import Basedata
from .exam_series import ExamSeries, exam_series_of


def read_basedata(
    *paths: str | os.PathLike[str], version: str | None = None, incomplete: bool = False
) -> dict[ExamSeries, Basedata]:
    """The basedata sets in these files, folders and zips, by awarding body and series.

    Of two files of one data type the later issue counts. Renamed files, such as ``O6G26_98
    (1).X02``, are read as well. Raises FormatError if a path has no basedata, and FormatError or
    OSError if a file cannot be read.
    """
    given = paths_given(paths, "paths", SEPARATE)
    files = [file for path in given for file in _basedata_at(path, version)]
    sets = sets_by_series((exam_series_of(file), file) for file in files)
    lacking = [said for found in sets.values() for said in found.incomplete]
    if lacking and not incomplete:
        others = counted(len(lacking) - 1, "more file")
        more = f" (and {others})" if lacking[1:] else ""
        raise JcqError(f"incomplete basedata: {lacking[0]}{more}. Get it again before you use it")
    return sets


def _basedata_at(path: str, version: str | None) -> list[File]:
    sources = sources_at(path, renamed=True).found
    files = [file for file in (s.read(version) for s in sources) if is_basedata(file)]
    if not files:
        raise FormatError(f"{path}: there is no basedata here")
    return files


def is_basedata(file: File) -> bool:
    """Whether a file is part of a basedata set."""
    return file.data_type is not None and file.data_type.is_broadcast


def sets_by_series(files: Iterable[tuple[ExamSeries, File]]) -> dict[ExamSeries, Basedata]:
    """The sets made up of these files; files of centres are ignored."""
    by_series: dict[ExamSeries, list[File]] = {}
    for series, file in files:
        if is_basedata(file):
            by_series.setdefault(series, []).append(file)
    return {series: Basedata.of_files(found) for series, found in by_series.items()}
