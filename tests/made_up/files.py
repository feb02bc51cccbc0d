"""The sample files of one centre, and files made of their records."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import jcq_formats as jcq

CENTRE = Path(__file__).resolve().parents[1] / "samples" / "centre"
BASEDATA = CENTRE.parent / "basedata"

ENTRIES = jcq.read(CENTRE / "E9999998.X01")
AMENDMENTS = jcq.read(CENTRE / "A9999998.X02")
RESULTS = jcq.read(CENTRE / "R9999998.X01")


def new(records: Sequence[object], **more: object) -> jcq.File:
    """A file of version 14 for awarding body 98 and the series 6G26."""
    common = {"awarding_body": "98", "series": "6G", "year": "26", "version": "14"}
    given: dict[str, object] = {**common, **more}
    return jcq.new_file(records, **given)  # type: ignore[arg-type]


def candidate(number: str, *codes: str | jcq.OptionEntry, **more: object) -> jcq.Candidate:
    """An invented candidate of centre 99999, entered for these options."""
    given: dict[str, object] = {
        "centre_number": "99999",
        "candidate_number": number,
        "candidate_name": "MOLE:ADRIAN",
        "sex": "M",
        "entries": codes,
        "version": "14",
        **more,
    }
    return jcq.new_candidate(**given)  # type: ignore[arg-type]


def moved(file: jcq.File, centre_number: str) -> jcq.File:
    """The same candidates at another centre."""
    text = file.to_bytes().replace(b"99999", centre_number.encode(), 1)
    lines = [line for line in text.split(b"\r\n") if line]
    changed = []
    for line in lines:
        at = 3 if line[1:2] == b"5" and line[:1] in b"EA" else 2
        changed.append(line[:at] + centre_number.encode() + line[at + 5 :])
    return jcq.read(
        b"".join(line + b"\r\n" for line in changed), name=f"{file.name[0]}{centre_number}98.X01"
    )


def trouble(file: jcq.File | bytes) -> list[jcq.Issue]:
    """The issues of a file but those for information."""
    information = jcq.Severity.INFORMATION
    return [issue for issue in jcq.check(file) if issue.severity is not information]
