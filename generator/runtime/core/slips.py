"""Lines whose text has slipped: from which position, by how many characters, and the line moved
back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from .accepting import acceptor
from .fields import Field
from .places import Place
from .records import Record

FARTHEST = 3
"""The most characters by which a data record is tested for having slipped."""

FARTHEST_OF_ENVELOPE = 7
"""The same for a header or trailer."""

LOST = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ "
"""The characters that may replace a single lost one."""

FILLERS = " 0A"
"""A character of each kind, for those lost at the start of a field of which a part is left."""


def can_be_moved_back(record: Record) -> bool:
    """Whether inserting or removing a few blanks makes the line a record without fault."""
    text, length = record.line.rstrip(" "), record.length
    accepts = acceptor(type(record), length)
    moves = range(1, FARTHEST + 1)
    return any(
        (not text[at : at + by].strip(" ") and accepts((text[:at] + text[at + by :]).ljust(length)))
        or accepts((text[:at] + " " * by + text[at:]).ljust(length))
        for at in range(2, len(text))
        for by in moves
    )


class Slip(NamedTuple):
    """The position from which a line has slipped, by how many characters to the right, and the line
    moved back; that is empty if more than blanks were lost."""

    start: int
    by: int
    line: str


def slip_of(record: Record) -> Slip | None:
    """How a line has slipped; None if moving it back does not make it a record without fault. If
    one character of a field is missing, any that fits replaces it."""
    length, text = record.length, record.line.rstrip(" ")
    faults = [fault for fault in record.faults() if fault.field]
    if not faults or len({f.field for f in faults}) + (len(record.line) != length) < 2:
        return None
    # A field moved to the right has a fault itself; to the left, it is pushed into the one before.
    first, *others = sorted({fault.start for fault in faults})[:3]
    fields = (known.start for known in record.FIELDS.values())
    starts = sorted({first, *others, *(s for s in fields if first < s <= max((first, *others)))})
    accepts = acceptor(type(record), length)
    known = next((f for f in record.FIELDS.values() if f.start <= first <= f.end), None)
    end = known.end if known is not None else first
    is_personal = known is not None and known.holds_personal_data
    for by in range(1, FARTHEST + 1):
        # What is too many may be within the first field with a fault, among characters that fit.
        for at in range(first - 1, min(end, len(text) - by + 1)):
            moved = text[:at] + text[at + by :]
            is_blank = not text[at : at + by].strip(" ")
            # What a person's value is must not decide what is said of it, nor where.
            is_one = by == 1 and len(record.line) >= length and not is_personal
            if (is_blank or is_one) and _is_sound(type(record), moved, length, by):
                start = first if is_personal else at + 1
                return Slip(start, by, moved.ljust(length) if is_blank else "")
        for start in reversed(starts):
            at = start - 1
            if not 2 < at - by < len(text) or len(text) + by > length:
                continue
            for missing in FILLERS if by == 1 else (" ",):
                moved = (text[: at - by] + missing * by + text[at - by :]).ljust(length)
                if accepts(moved):
                    return Slip(start - by, -by, "" if missing.strip() else moved)
    return None


def slip_of_envelope(record: Record, fits: Callable[[Record], bool]) -> Slip | None:
    """How a header or trailer has slipped: by any characters inserted or missing. None if moving it
    back does not make it a record without fault.

    ``fits`` says whether the repeated and counted values of a record are right: if so, a single
    field with a fault has a wrong value. The line is moved back only if there is just one way to do
    so.
    """
    text = record.line.rstrip(" ")
    is_beyond = len(text) > record.END
    faulty = fields_at_fault(record)
    if record.PLACE in (Place.DATA, Place.UNKNOWN) or not (faulty or is_beyond):
        return None
    # The number of characters too many, or too few, in the whole line.
    surplus = len(record.line) - record.length
    is_odd = bool(surplus) and len(record.line) > record.END
    is_odd &= record.PLACE is not Place.FILE_HEADER
    runs_on = is_beyond and " " not in text[record.END - 1 : record.END + 1]
    if len(faulty) + is_beyond < 2 and not is_odd and not runs_on and fits(record):
        return None
    for by in range(1, FARTHEST_OF_ENVELOPE + 1):
        slip = None
        if faulty or runs_on or by == surplus or not fits(record):
            slip = _too_many(record, by, faulty, fits)
        slip = slip or _too_few(record, by, faulty, is_odd and by == -surplus, fits)
        if slip is not None:
            return slip
    return None


def slip_at_start(
    line: str, records: Mapping[str, type[Record]], letter: str, fits: Callable[[Record], bool]
) -> tuple[Slip, type[Record]] | None:
    """How a line has slipped whose record does not begin at its start, and the class of that
    record; None if several are possible.

    The line moved back has blanks for what was lost after its first two characters. ``letter`` is
    the data type of the file; empty if any is possible. ``fits`` is as for `slip_of_envelope`: if
    characters are missing, the ones that replace them must satisfy it.
    """
    own = records.get(line[:2])
    if own is not None and (own.PLACE is Place.DATA or own(line).accepted):
        return None
    keys = {key: record for key, record in records.items() if not letter or key[0] == letter}
    # The fields after the end of a line that was cut off are at fault whatever it held.
    end = len(line.rstrip(" "))
    may_lose = not _is_mistyped(line, records)
    if own is not None:
        may_lose = sum(field.end <= end for field in fields_at_fault(own(line))) > 1
    for by in range(1, FARTHEST_OF_ENVELOPE + 1):
        slips = [
            (slip, keys[key](slip.line.rstrip(" "))) for key, slip in _at_start(line, keys, by)
        ]
        if own is not None:
            slips = [(slip, r) for slip, r in slips if r.PLACE is not Place.DATA]
            slips = [(slip, r) for slip, r in slips if slip.by < 0 or fits(r)]
        found = [(slip, type(r)) for slip, r in slips if _is_complete(r, slip, fits)]
        if not found and may_lose:
            found = [(slip, type(r)) for slip, r in slips if _is_rest(r, slip)]
        if found:
            return found[0] if len({slip.line for slip, _ in found}) == 1 else None
    return None


def _is_mistyped(line: str, records: Mapping[str, type[Record]]) -> bool:
    """Whether only the record type keeps the line from being a data record without fault."""
    return any(
        record.PLACE is Place.DATA and key[:1] == line[:1] and record(key + line[2:]).accepted
        for key, record in records.items()
    )


def _at_start(line: str, keys: Mapping[str, type[Record]], by: int) -> Iterator[tuple[str, Slip]]:
    """The possible original lines, by key, if that many characters were inserted or lost; blanks
    replace characters lost after the first two."""
    for at in (0, 1):
        moved = line[:at] + line[at + by :]
        if moved[:2] in keys:
            yield moved[:2], Slip(at + 1, by, moved)
    for key, record in keys.items():
        if by == 1 and line[:1] == key[1]:
            yield key, Slip(1, -1, key[0] + line)
        if record.PLACE is Place.DATA:
            continue
        if line[:1] == key[0]:
            yield key, Slip(2, -by, key + " " * (by - 1) + line[1:])
        if by > 1:
            yield key, Slip(1, -by, key + " " * (by - 2) + line)


def _is_complete(record: Record, slip: Slip, fits: Callable[[Record], bool]) -> bool:
    """Whether a line moved back is a record without fault that lost nothing of its fields."""
    padded = record.line.ljust(record.length)
    is_sound = last_lost(slip) <= 2 and acceptor(type(record), record.length)(padded)
    return is_sound and (slip.by > 0 or fits(record))


def _is_rest(record: Record, slip: Slip) -> bool:
    """Whether the remaining fields of a line moved back are without fault."""
    lost, line = last_lost(slip), record.line
    is_most = lost * 2 <= record.END and len(line) == len(line[: record.END])
    if lost <= 2 or record.PLACE is Place.DATA or not is_most:
        return False
    filled = (type(record)(line[:2] + c * (lost - 2) + line[lost:]) for c in FILLERS)
    fields = record.FIELDS.values()
    is_any_whole = any(field.start > lost for field in fields)
    return is_any_whole and any(
        all(field.end <= lost for field in fields_at_fault(one)) for one in filled
    )


def last_lost(slip: Slip) -> int:
    """The last position of the lost text; 0 if nothing was lost."""
    return slip.start - 1 - slip.by if slip.by < 0 else 0


def fields_at_fault(record: Record) -> list[Field]:
    """The fields of a record that have a fault."""
    names = {fault.field.partition(".")[0] for fault in record.faults() if fault.field}
    return [field for field in record.FIELDS.values() if field.name in names]


def _too_many(
    record: Record, by: int, faulty: Sequence[Field], fits: Callable[[Record], bool]
) -> Slip | None:
    """Finds the position of that many surplus characters."""
    layout, text, length = type(record), record.line.rstrip(" "), record.length
    if len(faulty) == 1 and not text[faulty[0].end :]:
        # Nothing follows that might have moved.
        return None
    accepts = acceptor(layout, length)
    moved: dict[str, int] = {}
    for at in range(2, min(len(text) - by + 1, layout.END)):
        line = (text[:at] + text[at + by :]).ljust(length)
        if accepts(line):
            moved.setdefault(line, at)
    found = {line: at for line, at in moved.items() if fits(layout(line))} or moved
    for line, at in found.items():
        return Slip(at + 1, by, line if len(found) == 1 else "")
    return None


def _too_few(
    record: Record,
    by: int,
    faulty: Sequence[Field],
    is_short: bool,
    fits: Callable[[Record], bool],
) -> Slip | None:
    """Finds the position of that many missing characters: the last one from which all fields are
    sound once moved back, and one of them is not as it is. If the line ``is_short`` by as many, the
    field itself may have lost them."""
    layout, text, length = type(record), record.line.rstrip(" "), record.length
    if len(text) + by > layout.END:
        return None
    unsound = fields_at_fault(layout((text[:2] + " " * by + text[2:]).ljust(length)))
    fields = layout.FIELDS.values()
    accepts = acceptor(layout, length)
    last: Slip | None = None
    for at in range(len(text), 1, -1):
        after = [field for field in fields if field.start > at + by]
        touched = [field for field in fields if field.end > at and field not in after]
        cured = after if not is_short else (*after, *touched)
        is_cured = any(field in faulty for field in cured) and (after or by == 1)
        is_sound = not any(field in unsound for field in after)
        if not is_cured or not is_sound or any(field.end <= at for field in faulty):
            continue
        if by > 1:
            return Slip(at + 1, -by, "")
        filled = ((text[:at] + c + text[at:]).ljust(length) for c in LOST)
        moved = [layout(line) for line in filled if accepts(line)]
        if any(map(fits, moved)):
            return Slip(at + 1, -by, "")
        if moved:
            last = last or Slip(at + 1, -by, "")
    return last


def _is_sound(record: type[Record], line: str, length: int, by: int) -> bool:
    """Whether a line moved back by that many characters is a record without fault, apart from what
    was pushed out at its end."""
    padded = line.ljust(length)
    if len(line) > length:
        return False
    if acceptor(record, length)(padded):
        return True
    is_full = len(line) == length - by
    return is_full and all(fault.end > len(line) for fault in record(padded).faults())
