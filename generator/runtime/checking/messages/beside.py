"""What a message is checked against: basedata of its awarding body, and its results file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ...core.errors import JcqError
from ...core.messages.formats import bare
from ...core.messages.message import Message
from ...core.needs import needs
from ...core.roles import text_or_blank
from ...core.sources import Source
from ...exams.basedata import Basedata
from ...exams.basedata_sets import read_source
from ...exams.component_results import AWARDING_BODY, CENTRE_NUMBER
from ...exams.entries import CANDIDATE_NUMBER
from ...exams.envelope import CENTRE_NUMBER as CENTRE_OF_RECORD
from ...exams.exam_series import ExamSeries
from ...exams.results import RESULT
from .context import ResultsFile

needs("component results against results", (RESULT,), {CENTRE_OF_RECORD: (), CANDIDATE_NUMBER: ()})


def basedata_for(
    whole: Message, basedata: Basedata | Mapping[ExamSeries, Basedata] | None
) -> tuple[Basedata, ...]:
    """The sets of the awarding body that sends a message, of whatever series: it names none."""
    if basedata is None:
        return ()
    if isinstance(basedata, Basedata):
        return (basedata,)
    sender = _said(whole, AWARDING_BODY)
    return tuple(found for series, found in basedata.items() if series.awarding_body == sender)


def results_for(
    whole: Message, sources: Iterable[tuple[ExamSeries, Source]], version: str | None
) -> Iterator[ResultsFile]:
    """Those of these results files that have results of the centre and of the awarding body of a
    message. One that cannot be read is left out: its own check says why."""
    centre, sender = _said(whole, CENTRE_NUMBER), _said(whole, AWARDING_BODY)
    for series, source in sources:
        if series.awarding_body != sender:
            continue
        try:
            file = read_source(source, version)
        except (JcqError, OSError):
            continue
        records = [record for record in file.records if record.ROLE == RESULT]
        numbers = frozenset(
            text_or_blank(record, CANDIDATE_NUMBER)
            for record in records
            if text_or_blank(record, CENTRE_OF_RECORD) == centre
        )
        if numbers:
            yield ResultsFile(bare(source.name), numbers)


def _said(whole: Message, role: str) -> str:
    header = whole.header
    return header.text_of_role(role) if header is not None else ""
