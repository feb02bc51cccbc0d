"""The sums and checksums of drawn files."""  # Copied from generator/runtime/testing/strategies/totals.py by `make generate`; edit that, not this.

from __future__ import annotations

import decimal
from collections.abc import Collection, Sequence
from importlib import import_module
from typing import Any

from ... import checksums
from ...core.character_encodings import encoded
from .spec import HEADERS, TRAILERS, FieldSpec, RecordSpec, Spec
from .texts import overwritten, text_in

RECORDS = "records"


def with_totals(
    spec: Spec, lines: Sequence[str], but: Collection[tuple[int, str]] = ()
) -> tuple[str, ...]:
    """The lines of a file, with the totals in headers and trailers recomputed. A total that is
    unknown or does not fit is left unchanged, and so are the fields in ``but``, by line."""
    made = list(lines)
    for places in (HEADERS, TRAILERS):
        for at, line in enumerate(lines):
            record = _record(spec, line)
            if record is not None and record.get("place") in places:
                own = (f for f in record["fields"] if "total" in f and (at, f["name"]) not in but)
                for field in own:
                    text = _total(spec, made, at, record, field)
                    if text is not None and len(made[at]) >= field["start"] + field["width"] - 1:
                        made[at] = overwritten(made[at], field["start"] - 1, text)
    return tuple(made)


def _total(
    spec: Spec, lines: Sequence[str], at: int, record: RecordSpec, field: FieldSpec
) -> str | None:
    total, width = field["total"], field["width"]
    over = [line for line in _around(spec, lines, at, record) if _is_of(spec, line, total["over"])]
    if "checksum" in total:
        rule: Any = import_module(f"{checksums.__name__}.{total['checksum']}")
        so_far = rule.begin()
        for line in over:
            so_far = rule.add(so_far, encoded(line.rstrip(" "), spec.encoding))
        return str(rule.text(so_far))
    summed = [f for line in over for f in _fields(spec, line) if f["name"] == total["field"]]
    texts = [text_in(line, f).strip(" ") for line, f in zip(over, summed, strict=True)]
    try:
        number = sum(int(decimal.Decimal(text or "0")) for text in texts)
    except decimal.InvalidOperation:
        return None
    text = f"{number:0{width}}"
    return text if len(text) == width else None


def _around(spec: Spec, lines: Sequence[str], at: int, record: RecordSpec) -> Sequence[str]:
    """The lines after a header up to its trailer, or before a trailer from its header on."""
    place = record["place"]
    if place in HEADERS:
        end = dict(zip(HEADERS, reversed(TRAILERS), strict=True))[place]
        ends = (i for i, line in enumerate(lines) if i > at and _place(spec, line) == end)
        return lines[at + 1 : next(ends, len(lines))]
    begin = dict(zip(TRAILERS, reversed(HEADERS), strict=True))[place]
    begins = [i for i in range(at) if _place(spec, lines[i]) == begin]
    return lines[begins[-1] if begins else 0 : at]


def _record(spec: Spec, line: str) -> RecordSpec | None:
    records = spec.content["records"]
    return next((r for r in records if r["key"] in (line[:2], line[1:2])), None)


def _place(spec: Spec, line: str) -> str:
    record = _record(spec, line)
    return record.get("place", "") if record is not None else ""


def _fields(spec: Spec, line: str) -> Sequence[FieldSpec]:
    record = _record(spec, line)
    return record["fields"] if record is not None else ()


def _is_of(spec: Spec, line: str, over: str) -> bool:
    record = _record(spec, line)
    return over == RECORDS or (record is not None and record["key"] == over)
