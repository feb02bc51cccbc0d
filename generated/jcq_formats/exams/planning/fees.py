"""Fees of entries: what the basedata says that they cost, in pence."""  # Copied from generator/runtime/exams/planning/fees.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ...core.errors import FieldError
from ...core.files import File
from ...core.kinds.integer import Integer
from ...core.needs import needs
from ...core.roles import text_or_blank, value_of
from ..basedata import Basedata
from ..exam_series import ExamSeries
from .standing import standing_of

FEE, TITLE = "option.fee", "option.title"

needs("fees of entries", ("option",), {FEE: (Integer,), TITLE: ()})

NO_OPTION = "the option is not in the basedata"
NO_FEE = "the basedata gives no fee"
NOT_READ = "the fee cannot be read"


class Fee(NamedTuple):
    """The fee of an entry in pence; None, and the reason, if it is not known."""

    series: ExamSeries
    centre_number: str
    candidate_number: str
    option_entry_code: str
    title: str
    pence: int | None
    reason: str


class Total(NamedTuple):
    """The sum of several fees in pence, and the number of entries with and without one."""

    pence: int
    entries: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Fees:
    """The fee of each entry, in the order of the files, and the number of candidates left out
    because their records cannot be read reliably."""

    rows: tuple[Fee, ...]
    left_out: int = 0

    @property
    def unknown(self) -> tuple[Fee, ...]:
        """The entries whose fee is not known."""
        return tuple(row for row in self.rows if row.pence is None)

    @property
    def total(self) -> Total:
        """All fees together."""
        return _total(self.rows)

    def by(self, key: Callable[[Fee], tuple[str, ...]]) -> dict[tuple[str, ...], Total]:
        """The totals of the entries with the same key, in order of the keys."""
        groups: dict[tuple[str, ...], list[Fee]] = {}
        for row in self.rows:
            groups.setdefault(key(row), []).append(row)
        return {group: _total(rows) for group, rows in sorted(groups.items())}


def fees(
    files: File | Iterable[File],
    basedata: Basedata | Mapping[ExamSeries, Basedata],
    *,
    incomplete: bool = False,
) -> Fees:
    """The fees of the current entries: those of the files of entries with their amendments, of any
    number of centres and awarding bodies.

    The fee is that of the option in the basedata, for an entry in time; what late and repeated
    entries cost is not in the formats. Raises JcqError if the files do not fit together, one is
    incomplete, or there is no basedata of a series.
    """
    rows, left_out = [], 0
    for standing in standing_of(files, basedata, incomplete=incomplete):
        certain = standing.certain
        left_out += len(standing.candidates) - len(certain)
        for candidate in certain:
            for entry in candidate.entries:
                rows.append(
                    Fee(
                        standing.series,
                        standing.centre_number,
                        candidate.candidate_number,
                        entry.option_entry_code,
                        *_fee_of(entry.option_entry_code, standing.basedata),
                    )
                )
    return Fees(tuple(rows), left_out)


def in_pounds(pence: int) -> str:
    """An amount as people write it.

    >>> in_pounds(123405)
    '1,234.05'
    """
    return f"{pence // 100:,}.{pence % 100:02}"


def _fee_of(code: str, basedata: Basedata) -> tuple[str, int | None, str]:
    """The title of an option, and its fee; None, with the reason, if that is not known."""
    option = basedata.options.get(code)
    if option is None:
        return "", None, NO_OPTION
    title = text_or_blank(option, TITLE)
    try:
        pence = value_of(option, FEE)
    except FieldError:
        return title, None, NOT_READ
    return title, pence, "" if pence is not None else NO_FEE


def _total(rows: Iterable[Fee]) -> Total:
    pence = [row.pence for row in rows]
    known = [amount for amount in pence if amount is not None]
    return Total(sum(known), len(pence), len(pence) - len(known))
