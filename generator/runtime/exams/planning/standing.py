"""The current entries in any number of files, each with the basedata of its series."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from ...core.errors import JcqError
from ...core.files import File
from ...core.masking import is_sound
from ...core.roles import text_of
from ...core.several import files_given
from ..amending import standing_entries
from ..basedata import Basedata, refuse_other_basedata
from ..candidates import Candidate
from ..envelope import CENTRE_NUMBER
from ..exam_series import ExamSeries, exam_series_of


class Standing(NamedTuple):
    """The candidates of a centre who are entered with an awarding body, after all amendments."""

    series: ExamSeries
    centre_number: str
    candidates: tuple[Candidate, ...]
    basedata: Basedata

    @property
    def certain(self) -> list[Candidate]:
        """The candidates whose records are sound, so that their numbers are certainly theirs."""
        return [one for one in self.candidates if all(map(is_sound, one.records))]


def standing_of(
    files: File | Iterable[File],
    basedata: Basedata | Mapping[ExamSeries, Basedata],
    *,
    incomplete: bool = False,
) -> list[Standing]:
    """The current entries by series and centre. Raises JcqError if files of entries and amendments
    do not fit together, and if there is no basedata of a series."""
    refuse_other_basedata(basedata)
    together: dict[tuple[ExamSeries, str], list[File]] = {}
    for file in files_given(files, "files"):
        centre = next((n for record in file if (n := text_of(record, CENTRE_NUMBER))), "")
        together.setdefault((exam_series_of(file), centre), []).append(file)
    found = []
    for (series, centre), of_centre in sorted(together.items()):
        try:
            amended = standing_entries(of_centre, incomplete=incomplete)
        except JcqError as error:
            names = of_centre[0].name or f"{series}, centre {centre}"
            raise JcqError(f"{names}: {error}") from None
        chosen = _basedata_of(series, basedata)
        found.append(Standing(series, centre, tuple(amended.candidates), chosen))
    return found


def _basedata_of(
    series: ExamSeries, basedata: Basedata | Mapping[ExamSeries, Basedata]
) -> Basedata:
    sets: Mapping[Any, Basedata] = (
        basedata if isinstance(basedata, Mapping) else {basedata.exam_series: basedata}
    )
    if series not in sets:
        known = "; ".join(map(str, sets)) or "none"
        raise JcqError(f"there is no basedata for {series}; there is: {known}")
    return sets[series]
