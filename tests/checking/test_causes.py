"""One cause behind the faults of many lines is reported once, before its consequences."""

from __future__ import annotations

from itertools import permutations

import jcq_formats as jcq
import pytest

from tests.made_up.contents import FILES, SAMPLES, found, joined, lines_of, sample

every_file = pytest.mark.parametrize("name", FILES)


@every_file
@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (lambda d: b"\r\n".join(line.rstrip() for line in d.split(b"\r\n")), "file.padding-lost"),
        (lambda d: d.lower(), "record.lower-case"),
        (lambda d: d.replace(b"    ", b"\t"), "file.tabs"),
        (lambda d: d.replace(b"\r\n", b""), "file.no-line-ends"),
        (lambda d: b"".join(line.rstrip() for line in d.split(b"\r\n")), "file.no-line-ends"),
    ],
    ids=["padding", "small letters", "tabs", "line ends", "line ends and padding"],
)
def test_what_happened_to_a_whole_file_is_one_issue(
    name: str, spoil: object, expected: str
) -> None:
    severity = "warning" if expected == "file.padding-lost" else "error"
    assert callable(spoil)
    assert found(name, spoil(FILES[name])) == [f"{severity} {expected} 0"]


def test_the_number_of_lines_is_said_and_the_first_of_them() -> None:
    name = "E9999998.X01"
    every = [line.rstrip() for line in lines_of(name)]
    (issue,) = jcq.check(joined(every), name=name)
    assert issue.message == "a program removed the spaces at the end of all 8 lines"
    some = [*lines_of(name)[:4], *every[4:]]
    (issue,) = jcq.check(joined(some), name=name)
    assert (
        issue.message == "a program removed the spaces at the end of 4 lines (the first is line 5)"
    )


def substituted(name: str, old: bytes, new: bytes, lines: slice) -> bytes:
    """The file with one character in place of another once in each of some lines."""
    every = lines_of(name)
    every[lines] = [line[:2] + line[2:].replace(old, new, 1) for line in every[lines]]
    return joined(every)


@pytest.mark.parametrize("name", ["E9999998.X01", "R9999998.X01", "O6G26_98.X02"])
@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [(b" ", b"\t", "file.tabs"), (b" ", b"\xa0", "file.no-break-spaces")],
)
def test_a_character_in_place_of_a_space_in_several_lines_is_one_issue(
    name: str, old: bytes, new: bytes, rule: str
) -> None:
    data = substituted(name, old, new, slice(2, 5))
    before = jcq.check(sample(name), name=name)
    issues = jcq.check(data, name=name)
    assert [issue.rule for issue in issues] == [rule, *(issue.rule for issue in before)]
    assert issues[0].message.endswith("in place of spaces in 3 lines (the first is line 3)")


def test_the_letter_o_in_numbers_of_several_lines_is_one_issue() -> None:
    name = "E9999998.X01"
    data = substituted(name, b"00", b"OO", slice(2, 5))
    assert found(name, data) == ["error record.letter-o 0"]
    (issue,) = jcq.check(data, name=name)
    said = "the letter O is in place of the digit 0 in 3 lines (the first is line 3)"
    assert issue.message == said


def test_a_single_line_with_the_letter_o_is_told_its_field() -> None:
    name = "E9999998.X01"
    data = joined([line.replace(b"C999990001", b"C99999OOO1") for line in lines_of(name)])
    assert found(name, data) == ["error field.digits 3"]
    (issue,) = jcq.check(data, name=name)
    assert (issue.field, issue.start) == ("candidate_number", 9)


def test_another_fault_of_a_line_with_a_tab_is_found_all_the_same() -> None:
    name = "E9999998.X01"
    data = substituted(name, b" ", b"\t", slice(2, 5)).replace(b"F0201109", b"X0201109")
    assert found(name, data) == ["error file.tabs 0", "warning field.open-code 3"]


@pytest.mark.parametrize("name", ["E9999998.X01", "A9999998.X02"])
def test_a_file_in_utf_8_is_said_to_be_that_first(name: str) -> None:
    data = (SAMPLES / "centre" / name).read_bytes()
    utf_8 = data.replace(b"AARDVARK", "ÁARDVÄRK".encode()).replace(b"BADGER", "BÄDGER".encode())
    assert utf_8 != data
    (issue,) = jcq.check(utf_8, name=name)
    assert (issue.severity, issue.rule) == (jcq.Severity.ERROR, "file.wrong-encoding")
    assert issue.message.startswith("the file is saved as UTF-8: in ")


def test_an_accent_in_latin_1_is_a_character_of_its_line() -> None:
    data = FILES["E9999998.X01"].replace(b"AARDVARK", "ÁARDVARK".encode("latin-1"))
    assert found("E9999998.X01", data) == ["warning field.characters 3"]


@every_file
@pytest.mark.parametrize("by", [-3, -2, -1, 1, 2, 3])
def test_a_line_that_has_slipped_is_one_issue(name: str, by: int) -> None:
    lines = lines_of(name)
    at = lines[3].index(b" " * 4)
    before, after = lines[3][:at], lines[3][at:]
    lines[3] = before + (b" " * by + after if by > 0 else after[-by:])
    rules = {issue.split()[1] for issue in found(name, joined(lines))}
    # If nothing follows the spaces, there is only too little padding, or too much.
    assert len(rules) == 1
    assert rules <= {"record.slipped", "record.short", "record.long"}


def test_a_slip_says_from_where_and_by_how_much_and_how_many_have_it() -> None:
    name = "E9999998.X01"
    lines = lines_of(name)
    lines[2:6] = [line[:40] + b" " + line[40:-1] for line in lines[2:6]]
    (issue,) = jcq.check(joined(lines), name=name)
    assert (issue.line_number, issue.start) == (3, 53)
    assert issue.message == (
        "the line has slipped: the text from position 53 on is 1 character too far to the right"
        " (and in 3 more lines)"
    )


def test_two_wrong_values_are_not_taken_for_a_slip() -> None:
    name = "E9999998.X01"
    lines = lines_of(name)
    lines[2] = lines[2][:52] + b"Z310211" + lines[2][59:]
    assert found(name, joined(lines)) == [
        "warning field.open-code 3",
        "error field.date 3",
    ]


def test_lines_of_another_version_than_the_header_says_are_one_issue() -> None:
    data = FILES["O6G26_98.X02"].replace(b"00114", b"00111", 1)
    (issue,) = jcq.check(data, name="O6G26_98.X02")
    assert (issue.rule, str(issue.severity)) == ("record.other-version", "error")
    assert issue.message == (
        "the file header says version 11, but the layout of all 12 lines is that of version 14"
    )


@pytest.mark.parametrize("name", ["O6G26_98.X02", "C6G26_98.X01"])
@pytest.mark.parametrize("length", [72, 89, 114])
def test_headers_shorter_than_the_records_are_a_warning_whatever_their_length(
    name: str, length: int
) -> None:
    lines = (SAMPLES / "basedata" / name).read_bytes().split(b"\r\n")
    short = [line[:length] if line[1:2] in b"1379" else line for line in lines]
    kept = len(lines[0]) <= length
    assert found(name, joined(short)) == ([] if kept else ["warning file.padding-lost 0"])


def test_a_download_that_lost_its_last_bytes_is_a_warning() -> None:
    name = "O6G26_98.X02"
    assert found(name, FILES[name][:-3]) == [
        "warning file.last-line-end 12",
        "warning record.short 12",
    ]


@every_file
@pytest.mark.parametrize(
    "mark",
    [b"\x1a", b"\x1a\x1a", b"\x1a   ", b"\x1a\r\n", b"\x1a\n\n", b"\x1a\0\0\0\0", b"\x1a  \0\r\n"],
)
def test_a_mark_at_the_end_of_a_file_is_a_warning_at_most(name: str, mark: bytes) -> None:
    data = FILES[name] + mark
    assert jcq.read(data, name=name).to_bytes() == data
    issues = found(name, data)
    assert issues[0].startswith("warning file.end-of-file-mark")
    assert not [issue for issue in issues if issue.startswith("error")]


@every_file
def test_a_mark_before_other_records_is_no_record(name: str) -> None:
    lines = lines_of(name)
    issues = found(name, joined([*lines[:3], b"\x1a", *lines[3:]]))
    assert "error record.unknown 4" in issues


@every_file
def test_a_download_that_broke_off_says_so(name: str) -> None:
    data = FILES[name]
    half = data[: len(data) // 2]
    filled = half + b"\0" * (len(data) - len(half))
    assert {issue.rsplit(" ", 1)[0] for issue in found(name, filled)} == {
        "error file.trailer-missing",
        "error record.nul",
    }
    with pytest.raises(jcq.FormatError, match="the file has only NUL bytes, so a download failed"):
        jcq.check(b"\0" * len(data), name=name)


@pytest.mark.parametrize("beginning", [b"MZ\x90\0\3\0", b"\x7fELF\2\1\1", b"#!/bin/sh\n"])
@pytest.mark.parametrize("archive", [b"", b"PK\x03\x04\0\0"], ids=["alone", "before a zip"])
def test_a_program_is_said_to_be_one(beginning: bytes, archive: bytes) -> None:
    with pytest.raises(jcq.FormatError, match="a program, such as a self-extracting archive"):
        jcq.check(beginning + b"\0" * 200 + archive)


@every_file
def test_a_file_that_is_cut_off_is_an_error_whatever_it_holds(name: str) -> None:
    data = FILES[name]
    for size in (len(data) // 3, len(data) // 2, data.rindex(b"\n", 0, -2) + 1):
        assert "error file.trailer-missing 0" in found(name, data[:size])


@pytest.mark.parametrize(("name", "other"), list(permutations(FILES, 2)))
def test_records_of_another_data_type_are_an_error(name: str, other: str) -> None:
    lines, foreign = lines_of(name), lines_of(other)
    for line in (foreign[2], foreign[-2]):
        issues = found(name, joined([*lines[:3], line, *lines[3:]]))
        assert "error file.data-type 4" in issues
    put_together = found(name, FILES[name] + FILES[other])
    assert set(put_together) == {
        f"error file.second-header {len(lines)}",
        f"error file.data-type {len(lines)}",
    }


@every_file
def test_a_record_that_goes_on_in_the_line_after_is_one_issue(name: str) -> None:
    lines = lines_of(name)
    wrapped = [*lines[:2], lines[2][:20], lines[2][20:], *lines[3:]]
    assert found(name, joined(wrapped)) == ["error record.wrapped 0"]


def test_the_line_end_of_a_line_that_might_have_gone_on_is_looked_at() -> None:
    name = "E9999998.X01"
    lines = lines_of(name)
    short = joined([*lines[:2], lines[2][:100]]) + b"\n" + joined(lines[3:])
    assert found(name, short) == ["warning file.line-end 3", "warning record.short 3"]


def test_a_mark_behind_a_line_that_might_have_gone_on_is_a_mark() -> None:
    name = "E9999998.X01"
    issues = found(name, joined([*lines_of(name)[:2], lines_of(name)[2][:100], b"\x1a"]))
    assert "warning file.end-of-file-mark 4" in issues
    assert "warning record.short 3" in issues
    assert "error record.wrapped 0" not in issues


@every_file
def test_where_a_file_breaks_off_is_said_once(name: str) -> None:
    lines = lines_of(name)
    for size in range(3, len(lines[2])):
        rules = {issue.split()[1] for issue in found(name, joined([*lines[:2], lines[2][:size]]))}
        assert not rules & {"record.short", "file.padding-lost", "file.last-line-end"}


def test_an_entry_in_the_further_record_of_a_candidate_is_the_one_that_is_marked() -> None:
    name = "E9999998.X01"
    lines = lines_of(name)
    codes = b"".join(b"9ZZ%02d  " % number for number in range(12))
    full, further = lines[2][:108] + codes, lines[2][:108] + b"9ZZ11  ".ljust(84)
    data = joined([*lines[:2], full, further, *lines[3:]])
    (issue,) = [i for i in jcq.check(data, name=name) if i.rule == "file.entry-repeat"]
    assert (issue.line_number, issue.start, issue.end) == (4, 109, 114)
