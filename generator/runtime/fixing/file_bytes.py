"""Fixes of the bytes of a file: its encoding, and its line ends."""

from __future__ import annotations

from collections.abc import Iterator

from ..checking.joined import IN_PLACE_OF_ENDS, are_counted, records_in
from ..checking.line_ends import NAMES
from ..core.character_encodings import LATIN_1
from ..core.files import File, Line
from ..core.lines import is_end_of_file_mark
from ..core.printable import counted
from .steps import Steps, record_of, with_lines

MARK = "the byte order mark that an editor has added is left out"


def single_bytes(file: File, steps: Steps) -> File:
    """Turns letters of UTF-8 back into single bytes, in lines that have no more faults then."""
    if file.format.encoding != LATIN_1:
        return file
    lines = []
    for number, line in enumerate(file.lines, 1):
        meant = _meant(line.record.line)
        if meant == line.record.line:
            lines.append(line)
            continue
        record = record_of(file, meant) if meant is not None else None
        if record is None or len(list(record.faults())) > len(list(line.record.faults())):
            steps.leave(number, "a character cannot be written in one byte, or moves the others")
            lines.append(line)
            continue
        steps.change(number, "letters of two bytes are written in one")
        lines.append(Line(record, line.end))
    if not file.byte_order_mark:
        return with_lines(file, lines)
    steps.change(0, MARK)
    return File(file.name, file.format, lines)


def _meant(text: str) -> str | None:
    """The text if its bytes are UTF-8; the text itself if they are not, and None if it has a
    character that has no single byte."""
    if text.isascii():
        return text
    try:
        meant = text.encode("latin-1").decode()
    except UnicodeError:
        return text
    return meant if max(meant) <= "\xff" else None


def line_ends(file: File, steps: Steps) -> File:
    """Ends every record with the line end of the format, and gives joined records lines of their
    own."""
    wanted = file.format.line_end
    if _are_doubled(file):
        steps.change(0, f"the surplus CR of {counted(len(file.lines) // 2, 'line')} is left out")
        pairs = zip(file.lines[::2], file.lines[1::2], strict=True)
        file = with_lines(file, [Line(line.record, blank.end) for line, blank in pairs])
    lines, other = list[Line](), 0
    for number, line in enumerate(file.lines, 1):
        texts = records_in(line.record.line, file.format)
        if len(texts) > 1 and not are_counted(texts, file.format):
            steps.leave(number, "several records run together, and one of them is cut off")
            texts = [line.record.line]
        elif len(texts) > 1:
            steps.change(number, f"{counted(len(texts), 'record')} get lines of their own")
        lines += _ended(file, texts, line.end, wanted)
        other += len(texts) == 1 and lines[-1].end != line.end
    if other:
        steps.change(0, f"{counted(other, 'line')} now end in {NAMES[wanted]}")
    return with_lines(file, lines)


def _are_doubled(file: File) -> bool:
    """Whether every line ends in CR CR LF, so that a blank one seems to follow it."""
    ends = [line.end for line in file.lines]
    blank = [line.record.line for line in file.lines[1::2]]
    return len(ends) > 1 and ends == ["\r", "\r\n"] * (len(ends) // 2) and not any(blank)


def _ended(file: File, texts: list[str], end: str, wanted: str) -> Iterator[Line]:
    """Lines of these texts; the mark at the end of a file stays as it is."""
    for text in texts:
        is_mark = is_end_of_file_mark(text)
        whole = (
            text if len(texts) == 1 else text.rstrip(IN_PLACE_OF_ENDS).ljust(_length(file, text))
        )
        yield Line(record_of(file, whole), end if is_mark else wanted)


def _length(file: File, text: str) -> int:
    """The length that the text has without what is in place of a line end."""
    data_type = file.format.data_types[text[:1]]
    return min(len(text), data_type.length or 0)
