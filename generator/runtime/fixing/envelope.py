"""Fixes of headers and trailers: agreement, counts, and the name of the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath, PureWindowsPath
from typing import NamedTuple

from ..core.counting import counted_anew
from ..core.errors import JcqError
from ..core.files import File, Line
from ..core.lines import is_end_of_file_mark
from ..core.masking import is_sound
from ..core.names import name_of, name_within, parse_name
from ..core.places import Place
from ..core.printable import counted, visible
from ..core.records import Record
from ..core.roles import by_role, text_of, text_or_blank
from ..core.spliced import spliced
from ..core.totals import with_totals
from ..exams.envelope import CENTRE_NUMBER
from ..exams.new_files import naming_headers
from .steps import Steps, with_lines

FILE_ENDS = (Place.FILE_HEADER, Place.FILE_TRAILER)
CENTRE_ENDS = (Place.CENTRE_HEADER, Place.CENTRE_TRAILER)


class _Voice(NamedTuple):
    """A header or trailer, by the number of its line from 0, and what it states."""

    at: int
    start: int
    text: str


def agreement(file: File, steps: Steps) -> File:
    """Sets what headers and trailers must have in common to what most of the file states: each
    header and trailer, the data records if they all agree, and the name of the file. Data records
    stay as they are. Without a majority, nothing is changed."""
    records = list(file)
    blocks = list(_blocks(records))
    ends = [at for at, record in enumerate(records) if record.PLACE in FILE_ENDS]
    for role in dict.fromkeys(
        f.role for r in records for f in r.FIELDS.values() if f.agrees == "file"
    ):
        every = [
            *ends,
            *(at for block in blocks for at in block if records[at].PLACE in CENTRE_ENDS),
        ]
        _agree(file, records, role, every, (), steps)
    for block in blocks:
        data = [at for at in block if records[at].PLACE is Place.DATA]
        heads = [at for at in block if records[at].PLACE in CENTRE_ENDS]
        _agree(
            file, records, CENTRE_NUMBER, [*heads, *(ends if len(blocks) == 1 else ())], data, steps
        )
    return with_lines(
        file, [Line(r, line.end) for r, line in zip(records, file.lines, strict=True)]
    )


def _blocks(records: list[Record]) -> Iterator[list[int]]:
    """The lines of each centre's block, from its header to its trailer."""
    block: list[int] = []
    for at, record in enumerate(records):
        if record.PLACE is Place.CENTRE_HEADER and block:
            yield block
            block = []
        if block or record.PLACE is Place.CENTRE_HEADER:
            block.append(at)
        if record.PLACE is Place.CENTRE_TRAILER and block:
            yield block
            block = []
    if block:
        yield block


def _agree(
    file: File,
    records: list[Record],
    role: str,
    heads: list[int],
    data: Sequence[int],
    steps: Steps,
) -> None:
    """Sets the field with a role in these headers and trailers to what most of the file states."""
    voices = [voice for at in heads if (voice := _voice(records[at], at, role)) is not None]
    votes = Counter(voice.text for voice in voices)
    said = {voice.text for at in data if (voice := _voice(records[at], at, role)) is not None}
    if len(said) == 1:
        votes.update(said)
    for text in list(votes):
        votes[text] += _is_named(file, role, text)
    (winner, most), *others = votes.most_common() or [("", 0)]
    if most and not (others and others[0][1] == most):
        for voice in voices:
            if voice.text != winner:
                records[voice.at] = spliced(records[voice.at], voice.start, winner)
                what = f"{role}: {visible(voice.text)} -> {visible(winner)}"
                steps.change(voice.at + 1, what)
    elif most:
        numbers = ", ".join(f"{voice.at + 1:,}" for voice in voices)
        steps.leave(0, f"{role} differs, and no value has a majority (lines {numbers})")
        return
    differing = [
        at for at in (*heads, *data) if text_or_blank(records[at], role) != winner.rstrip(" ")
    ]
    stating = [at for at in differing if text_of(records[at], role) is not None]
    if stating:
        more = f" (and {counted(len(stating) - 1, 'more line')})" if len(stating) > 1 else ""
        steps.leave(stating[0] + 1, f"{role} is not that of the headers{more}")


def _voice(record: Record, at: int, role: str) -> _Voice | None:
    """What a sound record states; None if it does not state it, or wrongly."""
    found = by_role(record, role) if is_sound(record) else None
    if found is None:
        return None
    field, layout = found
    text = layout.text(field.name)
    is_right = bool(text.strip(" ")) and not layout.is_wrong(field.name)
    return _Voice(at, field.start, text) if is_right else None


def _is_named(file: File, role: str, text: str) -> bool:
    """Whether the name of the file states this too."""
    found = parse_name(name_within(file.name, file.format.file_names), file.format.file_names)
    if found is None:
        return False
    form, parts = found
    return any(
        parts[part.part] == (text[-part.last :] if part.last else text).upper()
        for part in form.parts
        if role in part.agrees_with
    )


def counts(file: File, steps: Steps) -> File:
    """Counts records and centres anew, and computes totals."""
    old = [line.record for line in file.lines]
    try:
        new = list(with_totals(file.format, counted_anew(old, file.format)))
    except JcqError:
        steps.leave(0, "a count or a total does not fit in its field")
        return file
    wrong = [at for at, (before, after) in enumerate(zip(old, new, strict=True)) if before != after]
    uncertain = next((at for at, record in enumerate(old) if _is_uncertain(record)), None)
    if wrong and uncertain is not None:
        steps.leave(uncertain + 1, "this may be no record, so the counts are not certain")
        return file
    for at in wrong:
        for field in old[at].FIELDS.values():
            before, after = old[at].text(field.name), new[at].text(field.name)
            if before != after:
                steps.change(at + 1, f"{field.name}: {_number(before)} -> {_number(after)}")
    return with_lines(file, [Line(r, line.end) for r, line in zip(new, file.lines, strict=True)])


def _is_uncertain(record: Record) -> bool:
    """Whether a line may be a part of a record, or several."""
    is_nothing = not record.line.strip(" ") or is_end_of_file_mark(record.line)
    return not is_nothing and (record.PLACE is Place.UNKNOWN or not is_sound(record))


def _number(text: str) -> str:
    bare = text.strip(" ")
    return bare.lstrip("0") or bare[:1] or "blank"


def file_name(file: File, steps: Steps) -> File:
    """Gives the file the name that its headers state."""
    try:
        name = name_of(file.format.file_names, naming_headers(file))
    except JcqError:
        name = ""
    if not name:
        steps.leave(0, "the headers do not state all parts of a name")
        return file
    if name.upper() != PureWindowsPath(PurePosixPath(file.name).name).name.upper():
        steps.change(0, f"the file is called {name}")
        return File(name, file.format, file.lines, file.byte_order_mark)
    return file
