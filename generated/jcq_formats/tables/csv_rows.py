"""The rows of a CSV file from a spreadsheet or program, by the columns of a record."""  # Copied from generator/runtime/tables/csv_rows.py by `make generate`; edit that, not this.

from __future__ import annotations

import csv
import difflib
import io
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from ..core.errors import BuildError, hint
from ..core.formats import newest_first
from ..core.printable import name_of_path
from ..core.reading import OFFICE_DOCUMENTS
from .columns import PREFIX
from .exports.csv import original

SIZE_LIMIT = 1 << 28
"""The most bytes of such a file: 256 MiB."""

SEPARATORS = (",", ";", "\t")
SEPARATORS_NAMED = "comma, semicolon or tab"

NEARLY = 0.8
"""The similarity from which a word is a misspelt heading."""

ENCODINGS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
"""Encodings by byte order mark."""

SAVE_AS_UTF_8 = "save it as CSV UTF-8 (in Excel: Save As, CSV UTF-8)"

SEPARATOR_LINE = "sep="
"""The beginning of a line before the header, in which spreadsheets give the separator."""


def csv_rows(
    path: Path,
    known: Sequence[str],
    needed: Collection[str],
    former: Mapping[str, str] | None = None,
    headings: Mapping[str, str] | None = None,
    where: str = "",
) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row by column, with its line number; rows without any value are left out.

    ``known`` are the columns that may be there, ``needed`` those that must; ``former`` maps former
    names of columns to current ones. ``headings`` maps headings of another program, which must be
    there, to columns; with them, any other heading that is not a column is ignored. ``where``
    tells in a sentence where all columns are listed.

    The text is UTF-8, or UTF-16 with a byte order mark; the separator is a comma, semicolon or tab,
    recognised from the header. Raises BuildError, with file and line, if that is not
    certain or a row is not complete, and OSError.
    """
    shown = name_of_path(path)
    text, first = _without_separator_line(_text_at(path, shown))
    others = headings or {}
    if not text.strip():
        raise BuildError(f"{shown}: the file is empty")
    separator, text = first or _separator(text, [*known, *others]), text
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    skipped = 1 if first else 0
    lines = _lines(reader, shown, skipped)
    _, header = next(lines, (0, []))
    before = former or {}
    names = [before.get(name.strip(" "), name.strip(" ")) for name in header]
    line = f"{shown}:{skipped + 1}"
    _refuse_columns([n for n in names if n in others], list(others), list(others), line)
    if headings is not None:
        names = [others.get(n, n if n in known or not n else PREFIX + n) for n in names]
    _refuse_columns(names, known, needed, line, where)
    for number, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        for place, cell in enumerate(cells):
            if cell.strip() and (place >= len(names) or not names[place]):
                raise BuildError(
                    f"{shown}:{number}: cell {place + 1} has a value but no heading: there is a"
                    " separator too many in this line, or in a value without quotation marks"
                )
        pairs = zip(names, cells, strict=False)
        yield number, {n: original(cell) for n, cell in pairs if n and not n.startswith(PREFIX)}


def _text_at(path: Path, shown: str) -> str:
    with path.open("rb") as stream:
        head = stream.read(1 << 12)
        encoding = next((e for mark, e in ENCODINGS.items() if head.startswith(mark)), "utf-8")
        if head.startswith(tuple(OFFICE_DOCUMENTS)):
            raise BuildError(f"{shown}: this is a workbook, not CSV: {SAVE_AS_UTF_8}")
        first = re.split(b"[\r\n]", head, maxsplit=1)[0].decode("latin-1")
        is_record = first[:2] in next(newest_first()).records
        if is_record and not any(separator in first for separator in SEPARATORS):
            raise BuildError(f"{shown}: this is an exam file, not CSV: `jcq export` converts it")
        if head.lstrip()[:1] == b"<":
            raise BuildError(f"{shown}: this is HTML or XML, not CSV: get the file again")
        if encoding != "utf-16" and b"\0" in head:
            raise BuildError(
                f"{shown}: this is not text, or UTF-16 without a byte order mark: {SAVE_AS_UTF_8}"
            )
        data = head + stream.read(SIZE_LIMIT + 1 - len(head))
    if len(data) > SIZE_LIMIT:
        raise BuildError(f"{shown}: larger than {SIZE_LIMIT:,} bytes: split it into several files")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        name = "UTF-16" if encoding == "utf-16" else "UTF-8"
        raise BuildError(f"{shown}:{line}: this CSV file is not {name}: {SAVE_AS_UTF_8}") from None


def _without_separator_line(text: str) -> tuple[str, str]:
    """The text without a line that only gives the separator, and that separator, if there is
    one."""
    line, end, rest = text.partition("\n")
    said = line.strip("\r")[len(SEPARATOR_LINE) :]
    if line.lower().startswith(SEPARATOR_LINE) and said in SEPARATORS and end:
        return rest, said
    return text, ""


def _separator(text: str, known: Sequence[str]) -> str:
    """The separator with which the header has most known columns."""
    header = text.partition("\n")[0].strip("\r")

    def found(separator: str) -> int:
        return sum(name.strip(' "') in known for name in header.split(separator))

    return max(SEPARATORS, key=found)


def _lines(
    reader: Iterator[list[str]], shown: str, skipped: int
) -> Iterator[tuple[int, list[str]]]:
    number = skipped
    while True:
        begun = number + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise BuildError(
                f"{shown}:{begun}: cannot be read as a row ({error}): a quotation mark is missing"
                " or too many in this line"
            ) from None
        number = skipped + reader.line_num  # type: ignore[attr-defined]
        yield number, cells


def _refuse_columns(
    names: Sequence[str],
    known: Sequence[str],
    needed: Collection[str],
    line: str,
    where: str = "",
) -> None:
    """Raises BuildError, with the file and line of the header, for columns that are unknown,
    repeated or missing."""
    unknown = [name for name in names if name and name not in known]
    unknown = [name for name in unknown if not name.startswith(PREFIX)]
    if unknown:
        raise BuildError(f"{line}: {_unknown_heading(unknown[0], names, known, where)}")
    twice = [name for name, count in Counter(filter(None, names)).items() if count > 1]
    if twice:
        raise BuildError(
            f"{line}: the column {', '.join(twice)} appears twice: remove one of the two"
        )
    missing = [name for name in needed if name not in names]
    if missing:
        said = "columns {} are" if len(missing) > 1 else "column {} is"
        raise BuildError(f"{line}: the {said.format(', '.join(missing))} missing")


def _unknown_heading(name: str, names: Sequence[str], known: Sequence[str], where: str) -> str:
    """The message about an unknown heading. It is quoted only if it certainly is a heading and not
    a value: because most others are known, or it resembles a known one."""
    headings = sum(other in known for other in names)
    nearest = difflib.get_close_matches(name, known, 1, NEARLY)
    if nearest or headings * 2 > len([*filter(None, names)]):
        return f"no column is called {name!r} here; {hint(name, known, where)}"
    if headings:
        return f"heading {names.index(name) + 1} is not a known column; {hint('', known, where)}"
    all_of_them = f"; {where}" if where else ""
    return (
        f"the headings are missing: the first line must name the columns ({', '.join(known[:3])}"
        f" ...{all_of_them}), with a {SEPARATORS_NAMED} between them"
    )
