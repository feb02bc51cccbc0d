"""What a message is checked against: basedata of its awarding body, and its results file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ...core.errors import JcqError
from ...core.messages.formats import bare
from ...core.messages.message import Message
from ...core.needs import needs
from ...core.printable import visible
from ...core.roles import text_or_blank
from ...core.sources import Source
from ...exams.basedata import Basedata
from ...exams.component_results import AWARDING_BODY, CENTRE_NUMBER, MESSAGE_ID
from ...exams.entries import CANDIDATE_NUMBER, UCI
from ...exams.envelope import CENTRE_NUMBER as CENTRE_OF_RECORD
from ...exams.exam_series import ExamSeries
from ...exams.results import RESULT
from .context import ResultsFile

needs(
    "component results against results",
    (RESULT,),
    {CENTRE_OF_RECORD: (), CANDIDATE_NUMBER: (), UCI: ()},
)


class SentResults(NamedTuple):
    """A results file, and the centre to which its header is addressed; empty if it names none."""

    series: ExamSeries
    addressee: str
    source: Source


def basedata_for(
    whole: Message, basedata: Basedata | Mapping[ExamSeries, Basedata] | None
) -> tuple[Basedata, ...]:
    """The basedata sets of the awarding body that sent a message, of all series: a message gives
    none. A single set whose awarding body is unknown is used too."""
    sender = _said(whole, AWARDING_BODY)
    if isinstance(basedata, Basedata):
        series = basedata.exam_series
        body = series.awarding_body if series is not None else ""
        return (basedata,) if not body or not sender or body == sender else ()
    sets = basedata.items() if basedata is not None else ()
    return tuple(found for series, found in sets if series.awarding_body == sender)


def lacking_basedata(
    whole: Message,
    given: Basedata | Mapping[ExamSeries, Basedata] | None,
    used: Iterable[Basedata],
) -> str:
    """The reason why the given basedata does not suffice; empty if it does, if none was given, and
    if the awarding body of the message is unknown."""
    sender = _said(whole, AWARDING_BODY)
    if not given and not isinstance(given, Basedata):
        return ""
    if not sender or any(found.components for found in used):
        return ""
    named = f"awarding body {visible(sender)}"
    if any(True for _ in used):
        return f"the basedata of {named} has no components"
    return f"there is no basedata of {named}"


def results_for(
    whole: Message, sent: Iterable[SentResults], version: str | None
) -> Iterator[ResultsFile]:
    """Those of these results files that contain results of the centre and awarding body of a
    message. Files addressed to another centre are not read. Files that cannot be read are left out:
    their own check reports why."""
    centre, sender = _said(whole, CENTRE_NUMBER), _said(whole, AWARDING_BODY)
    for series, addressee, source in sent:
        if series.awarding_body != sender or addressee not in ("", centre):
            continue
        try:
            file = source.read(version)
        except (JcqError, OSError):
            continue
        found: dict[str, set[str]] = {}
        for record in file.records:
            if record.ROLE == RESULT and text_or_blank(record, CENTRE_OF_RECORD) == centre:
                identifiers = found.setdefault(text_or_blank(record, CANDIDATE_NUMBER), set())
                identifiers.add(text_or_blank(record, UCI))
        if found:
            identified = {number: frozenset(ucis) for number, ucis in found.items()}
            yield ResultsFile(bare(source.name), series, identified)


def message_id_of(whole: Message) -> str:
    """The identifier of a message; empty if it has none."""
    return _said(whole, MESSAGE_ID).upper()


def _said(whole: Message, role: str) -> str:
    header = whole.header
    return header.text_of_role(role) if header is not None else ""
