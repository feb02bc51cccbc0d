"""An identifier belongs to one candidate of a centre, in entries as in results."""  # Copied from generator/runtime/checking/rules/identities.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...core.issues import Fault
from ...core.listing import listed
from ...core.masking import has_slipped
from ...core.places import Place
from ...core.records import Record
from ...core.registry import rule
from ...core.roles import fields_by_role, text_or_blank
from ...exams.entries import CANDIDATE_NUMBER, IDENTIFIERS
from ...exams.envelope import CENTRE_NUMBER
from ...exams.results import RESULT
from ..context import Context, IdentifiersByRole
from ..file_rules import ABOUT_FILES, FileRules, Suspects
from ..progress import NumberedRecord, Progress, fault_at

ANOTHER = "differs from the one in the first result of this candidate"


@rule("file.identifier-repeat", "cross.identifier-differs", about=ABOUT_FILES)
class Identities(FileRules):
    """Two candidates must not share an identifier, and a candidate's results must all have the same
    one, that of the entries."""

    def __init__(self, progress: Progress, context: Context) -> None:
        super().__init__(progress, context)
        self._begin_centre()

    def _begin_centre(self) -> None:
        """Forgets the candidates of another centre: who has each identifier by role, and the first
        identifier of each candidate with its line."""
        self.owners: dict[str, dict[str, str]] = {role: {} for role in IDENTIFIERS}
        self.firsts: dict[str, dict[str, tuple[str, str]]] = {role: {} for role in IDENTIFIERS}

    def on_record(self, record: NumberedRecord) -> Iterator[Fault]:
        if record.place is Place.CENTRE_HEADER:
            self._begin_centre()
        return iter(())

    def fast_check(self, record: type[Record]) -> Suspects | None:
        known = fields_by_role(record)
        columns = [(r, known[r].start - 1, known[r].end) for r in IDENTIFIERS if r in known]
        if CANDIDATE_NUMBER not in known or not columns:
            return None
        header = self.progress.centre_header
        centre = text_or_blank(header.record, CENTRE_NUMBER) if header is not None else ""
        entered = self._entered(centre)
        a, b = known[CANDIDATE_NUMBER].start - 1, known[CANDIDATE_NUMBER].end
        start, end = min(a, *(s for _, s, _ in columns)), max(b, *(e for _, _, e in columns))
        before = ""

        def is_own(line: str) -> bool:
            candidate = line[a:b].rstrip(" ")
            for role, s, e in columns:
                text = line[s:e].rstrip(" ")
                if text and (
                    (role in entered and entered[role].get(candidate, "") not in ("", text))
                    or self.owners[role].setdefault(text, candidate) != candidate
                    or self.firsts[role].setdefault(candidate, (text, line))[0] != text
                ):
                    return False
            return True

        def strange(lines: Sequence[str]) -> list[int]:
            nonlocal before
            found: list[int] = []
            for number, line in enumerate(lines):
                if line[start:end] != before:
                    before = line[start:end]
                    # What a strange line changes is known only after its further checks.
                    if found or not is_own(line):
                        found.append(number)
            return found

        return strange

    def on_data(self, record: NumberedRecord) -> Iterator[Fault]:
        candidate = text_or_blank(record.record, CANDIDATE_NUMBER)
        texts = {role: text_or_blank(record.record, role) for role in IDENTIFIERS}
        found = {role: text for role, text in texts.items() if text}
        repeated = list(self._repeated(found, candidate, record.record.line))
        entered = self._entered(text_or_blank(record.record, CENTRE_NUMBER))
        differing = _differing(entered, candidate, found)
        for role in differing:
            self.firsts[role].pop(candidate, None)
        if (repeated or differing) and not has_slipped(record.record):
            for role, message in repeated:
                of_results = record.record.ROLE == RESULT and not differing
                if message != ANOTHER or (of_results and self._are_certain(record.record, role)):
                    fault = fault_at(record.record, role, "file.identifier-repeat", message)
                    yield record.located(fault)
            if differing:
                yield record.located(_mismatch(record.record, found, differing, entered))

    def _repeated(
        self, found: Mapping[str, str], candidate: str, line: str
    ) -> Iterator[tuple[str, str]]:
        """The faults in the identifiers of a line, by role, compared with earlier lines."""
        for role, text in found.items():
            owner = self.owners[role].setdefault(text, candidate)
            if owner != candidate:
                yield role, f"candidate {owner} has the same identifier"
            elif self.firsts[role].setdefault(candidate, (text, line))[0] != text:
                yield role, ANOTHER

    def _are_certain(self, record: Record, role: str) -> bool:
        """Whether the identifier and the candidate's first one are valid, and in place."""
        first, line = self.firsts[role][text_or_blank(record, CANDIDATE_NUMBER)]
        known = fields_by_role(type(record))[role].identifier
        faults = () if known is None else map(known.fault, (first, text_or_blank(record, role)))
        return not any(faults) and not has_slipped(type(record)(line))

    def _entered(self, centre: str) -> IdentifiersByRole:
        """The identifiers in the entries of a centre, where these are known."""
        sent = self.context.sent_by(centre) if self.context.sent_by is not None else None
        return sent.identifiers if sent is not None else {}


def _differing(entered: IdentifiersByRole, candidate: str, found: Mapping[str, str]) -> list[str]:
    """The roles of the identifiers in which a result differs from the candidate's entries."""
    return [
        role
        for role, text in found.items()
        if role in entered and entered[role].get(candidate, "") not in ("", text)
    ]


def _mismatch(
    record: Record, found: Mapping[str, str], differing: list[str], entered: IdentifiersByRole
) -> Fault:
    """A fault for a result whose identifiers differ from those of the candidate's entries."""
    first, *others = differing
    names = [fields_by_role(type(record))[role].name for role in others]
    more = f" (nor does {listed(names, 'nor')})" if names else ""
    owner = next((n for n, text in entered[first].items() if text == found[first]), "")
    whose = f"; in the entries, candidate {owner} has it" if owner else ""
    message = f"does not match the entries of this candidate{more}{whose}"
    return fault_at(record, first, "cross.identifier-differs", message)
