"""The lines of one file: how many there are, how they end, and what is masked."""

from __future__ import annotations

from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.checking.many_files import Checking
from jcq_formats.checking.progress import Progress
from jcq_formats.core.sources import sources_at

from tests.made_up.lines import BASEDATA, ENTRIES, as_bytes

HEAD, DATA, TAIL = BASEDATA[:2], BASEDATA[2:4], BASEDATA[4:]


def messages(data: bytes, rule: str) -> list[tuple[str, int]]:
    """Message and line of each issue of one rule."""
    return [(issue.message, issue.line_number) for issue in jcq.check(data, only=[rule])]


def test_other_line_ends_are_said_once_with_how_many_there_are_of_each() -> None:
    data = as_bytes(HEAD) + as_bytes(DATA, "\n") + as_bytes(TAIL[:1], "\r") + as_bytes(TAIL[1:])
    message = "2 lines end in LF and 1 line ends in CR instead of CR LF"
    assert messages(data, "file.line-end") == [(message, 3)]


def test_a_carriage_return_too_many_in_every_line_end_is_said_once() -> None:
    found = jcq.check(as_bytes(BASEDATA, "\r\r\n"), name="S6G26_98.X01")
    message = "6 lines end in CR CR LF instead of CR LF"
    assert [(issue.rule, issue.message) for issue in found] == [("file.line-end", message)]


def test_records_are_counted_by_their_type_in_the_file_and_in_the_block() -> None:
    file = jcq.read(as_bytes(BASEDATA))
    progress = Progress(format=file.format, name="")
    progress.begin_centre()
    progress.count("O5", 2)
    progress.begin_centre()
    progress.count("O5", 1)
    progress.count("L5", 0)
    assert (progress.records, progress.keys) == (3, {"O5": 3})
    assert (progress.records_of_centre, progress.keys_of_centre) == (1, {"O5": 1})


def test_one_blank_line_is_said_without_a_number() -> None:
    data = as_bytes([*HEAD, *DATA, "", *TAIL])
    assert messages(data, "record.blank-line") == [("this line is blank", 5)]


def test_several_blank_lines_are_said_once_with_how_many_more() -> None:
    data = as_bytes([*HEAD, "", *DATA, "   ", "", *TAIL])
    assert messages(data, "record.blank-line") == [("this line is blank (and 2 more)", 3)]


def test_a_last_line_without_an_end_is_said_at_that_line() -> None:
    assert messages(as_bytes(BASEDATA)[:-2], "file.last-line-end") == [
        ("the last line has no line end", 6)
    ]


@pytest.mark.parametrize("head", [HEAD, ENTRIES[:2], [*ENTRIES, *BASEDATA[:1]]])
def test_an_unknown_line_is_masked_behind_any_header(head: list[str]) -> None:
    data = as_bytes([*head, "X5AARDVARK:ADA", *TAIL])
    (issue,) = jcq.check(data, only=["record.unknown"])
    assert (issue.masked_text(), issue.record) == ("*" * 14, "")


@pytest.mark.parametrize("more", [0, 1, 3])
def test_all_lines_of_a_file_of_no_established_layout_are_counted(
    tmp_path: Path, more: int
) -> None:
    header = ENTRIES[0].rstrip(" ").removesuffix("14") + "13"
    path = tmp_path / "E9999998.X01"
    path.write_bytes(as_bytes([header, *["E5"] * more]))
    files = Checking(sources_at(str(path)).found).files()
    checked = next(files)
    assert [issue.rule for issue in checked.issues] == ["file.not-established"]
    assert checked.lines == 1 + more
