"""Files of several centres: split into one for each, and joined again."""

from __future__ import annotations

from pathlib import Path

import jcq_formats as jcq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jcq_formats.cli import main

from tests.made_up.files import AMENDMENTS, BASEDATA, ENTRIES, RESULTS, moved, trouble

HERE = RESULTS
THERE = moved(RESULTS, "88888")
BOTH = jcq.join_centres([HERE, THERE])


def test_a_joined_file_has_a_block_for_each_centre_and_checks_clean() -> None:
    assert [record.line[:7] for record in BOTH if record.line[1] != "5"] == [
        "R16G26_", "R399999", "R799999", "R388888", "R788888", "R96G26_",
    ]  # fmt: skip
    assert BOTH.records == [*HERE.records, *THERE.records]
    assert isinstance(BOTH.trailer, jcq.v14.FileTrailer)
    assert (BOTH.trailer.record_count, BOTH.trailer.centre_count) == (20, 2)
    assert isinstance(BOTH.header, jcq.v14.FileHeader)
    assert (BOTH.header.distribution, BOTH.name) == ("M", "R6G26_98.X01")
    assert trouble(BOTH) == []


def test_splitting_gives_each_centre_its_file_to_the_byte() -> None:
    split = jcq.split_centres(BOTH)
    assert [file.name for file in split] == ["R9999998.X01", "R8888898.X01"]
    assert [file.to_bytes() for file in split] == [HERE.to_bytes(), THERE.to_bytes()]


def test_a_file_of_one_centre_is_left_alone() -> None:
    assert jcq.split_centres(ENTRIES) == [ENTRIES]
    assert jcq.join_centres([ENTRIES]) == ENTRIES


def addressed(file: jcq.File, address: str, name: str) -> jcq.File:
    """The file with another address in its file header and file trailer."""
    lines = file.to_bytes().decode().split("\r\n")
    for at in (0, -2):
        lines[at] = lines[at][:2] + address + lines[at][7:]
    return jcq.read("\r\n".join(lines).encode(), name=name)


@pytest.mark.parametrize("address", ["6G26_", "00000", "12345", "     "])
@pytest.mark.parametrize("data_type", [RESULTS, ENTRIES], ids=["results", "entries"])
def test_whatever_the_headers_of_several_centres_carry_is_no_fault(
    data_type: jcq.File, address: str
) -> None:
    """The address in records 1 and 9 of such a file is not established."""
    both = jcq.join_centres([data_type, moved(data_type, "88888")])
    file = addressed(both, address, "from the board.x01")
    assert trouble(file) == []
    split = jcq.split_centres(file)
    assert [one.to_bytes() for one in split] == [one.to_bytes() for one in jcq.split_centres(both)]
    assert jcq.join_centres(split).records == file.records


@pytest.mark.parametrize("address", ["6G26X", "ABCDE", "??26_", "1234"])
def test_an_address_of_several_centres_that_is_neither_is_a_warning(address: str) -> None:
    both = jcq.join_centres([ENTRIES, moved(ENTRIES, "88888")])
    found = trouble(addressed(both, address.ljust(5), "from the board.x01"))
    assert [(i.line_number, i.severity, i.rule) for i in found] == [
        (line, "warning", "field.unestablished") for line in (1, len(both.lines))
    ]
    assert found[0].message == (
        "address: neither a centre number nor series, year and language; what else a file for"
        " several centres may have here is not established"
    )


@pytest.mark.parametrize("data_type", [RESULTS, ENTRIES], ids=["results", "entries"])
def test_the_header_of_one_centre_has_its_address_or_that_of_several(data_type: jcq.File) -> None:
    assert trouble(addressed(data_type, "6G26_", data_type.name)) == []
    found = trouble(addressed(data_type, "99998", data_type.name))
    assert {issue.rule for issue in found} == {"file.agreement", "file.name"}
    assert {issue.line_number for issue in found} == {1, len(data_type.lines)}


def test_an_address_that_is_neither_reads_as_that_of_one_centre() -> None:
    found = trouble(addressed(RESULTS, "6G26X", RESULTS.name))
    assert ("field.digits", "address.centre_number") in {(i.rule, i.field) for i in found}


def test_the_name_of_a_file_for_several_centres_is_checked() -> None:
    file = jcq.read(BOTH.to_bytes(), name="R6G25_98.X01")
    assert [issue.message for issue in trouble(file)] == [
        "year: the file name says '25', but the contents say '26'"
    ]
    named = jcq.read(BOTH.to_bytes(), name="from the board.x01")
    assert [issue.message for issue in jcq.check(named) if issue.rule == "file.name-unknown"] == [
        "by its contents, the name of the file should be R6G26_98.X01"
    ]


def test_a_file_for_several_centres_is_found_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "r6g26_98.x01").write_bytes(BOTH.to_bytes())
    assert [issue for issue in jcq.check_files(tmp_path) if issue.severity == "error"] == []
    assert main(["split", str(tmp_path), "--to", str(tmp_path / "split")]) == 0
    assert sorted(path.name for path in (tmp_path / "split").iterdir()) == [
        "R8888898.X01", "R9999998.X01",
    ]  # fmt: skip


def test_a_block_that_stands_alone_in_a_file_for_several_gets_its_own_name_and_header() -> None:
    (alone,) = jcq.split_centres(addressed(RESULTS, "6G26_", "R6G26_98.X01"))
    assert (alone.name, alone.to_bytes()) == ("R9999998.X01", RESULTS.to_bytes())
    (named,) = jcq.split_centres(jcq.read(RESULTS.to_bytes(), name="from the board.x01"))
    assert (named.name, named.lines) == ("R9999998.X01", RESULTS.lines)


def test_blank_lines_and_an_end_mark_are_no_records() -> None:
    data = BOTH.to_bytes().replace(b"\r\nR7", b"\r\n\r\nR7", 1) + b"\x1a"
    assert [trouble(file) for file in jcq.split_centres(jcq.read(data))][1] == []


def test_lines_of_no_known_record_are_refused_or_stay_where_they_are() -> None:
    data = BOTH.to_bytes().replace(b"\r\nR7", b"\r\nQQ what is this\r\nR7", 1)
    with pytest.raises(jcq.JcqError, match="reliably: line 10 is not a known record"):
        jcq.split_centres(jcq.read(data))
    first, second = jcq.split_centres(jcq.read(data), incomplete=True)
    assert b"QQ what is this" in first.to_bytes()
    assert second.to_bytes() == THERE.to_bytes()
    assert isinstance(first.trailer, jcq.v14.FileTrailer)
    assert first.trailer.record_count == len(first.lines)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (b"\r\nR3", b"\r\nQQ what is this\r\nR3", "line 2 is in no centre's block"),
        (b"\r\nR7", b"\r\nQ7", "a header or trailer is missing|is in no"),
        (b"R1", b"Q1", "is missing|is in no"),
    ],
)
def test_a_file_out_of_order_is_refused(old: bytes, new: bytes, why: str) -> None:
    with pytest.raises(jcq.JcqError, match=why):
        jcq.split_centres(jcq.read(BOTH.to_bytes().replace(old, new)))


def test_files_that_do_not_go_together_are_not_joined() -> None:
    with pytest.raises(jcq.JcqError, match="cannot be joined with"):
        jcq.join_centres([ENTRIES, AMENDMENTS])
    with pytest.raises(jcq.JcqError, match="no files"):
        jcq.join_centres([])


@given(st.lists(st.integers(10000, 99999), min_size=1, max_size=6, unique=True), st.data())
def test_splitting_undoes_joining_and_joining_splitting(
    numbers: list[int], data: st.DataObject
) -> None:
    end = data.draw(st.sampled_from(["\r\n", "\n"]))
    files = [moved(RESULTS, f"{number}") for number in numbers]
    files = [jcq.read(f.to_bytes().replace(b"\r\n", end.encode()), name=f.name) for f in files]
    joined = jcq.join_centres(files)
    split = jcq.split_centres(joined)
    assert [file.to_bytes() for file in split] == [file.to_bytes() for file in files]
    assert jcq.join_centres(split).to_bytes() == joined.to_bytes()


@pytest.mark.parametrize(
    ("line", "columns", "text", "why"),
    [
        (13, 3, "77777", "line 13 belongs to a different centre from its block"),
        (18, 3, "77777", "line 18 belongs to a different centre from its block"),
        (13, 1, "r5", "line 13 begins with a small letter, so its centre is not known"),
    ],
    ids=["a record", "a trailer", "small letters"],
)
def test_what_is_not_certainly_of_its_centre_is_in_nobodys_file(
    line: int, columns: int, text: str, why: str
) -> None:
    lines = BOTH.to_bytes().decode().split("\r\n")
    spoilt = lines[line - 1]
    lines[line - 1] = spoilt[: columns - 1] + text + spoilt[columns - 1 + len(text) :]
    with pytest.raises(jcq.JcqError, match=why):
        jcq.split_centres(jcq.read("\r\n".join(lines).encode()))


@pytest.mark.parametrize("centre", ["../..", "..\\..", "\x1b[31m", "\x7f\0\1\2\3", "99 99"])
def test_a_name_is_made_of_letters_and_digits_alone(centre: str) -> None:
    lines = BOTH.to_bytes().decode().split("\r\n")
    there = [line.replace("88888", centre) for line in lines]
    file = jcq.read("\r\n".join(there).encode(), name="both.txt")
    with pytest.raises(jcq.BuildError, match=r"^both\.txt: centre_number: (5 char|must be digits)"):
        jcq.split_centres(file, incomplete=True)
    with pytest.raises(jcq.JcqError, match=r"centre_number: |line 1[12] (has NUL|does not fit)"):
        jcq.split_centres(file)


def without(file: jcq.File, *numbers: int) -> jcq.File:
    """The file without these lines (from 1); its counts are not changed."""
    lines = file.to_bytes().splitlines(keepends=True)
    left = [line for number, line in enumerate(lines, 1) if number not in numbers]
    return jcq.read(b"".join(left), name="R6G26_98.X01")


MISCOUNTED = {
    "results missing": (without(BOTH, 3, 4), "line 8 should say 7 records; line 18 should say "),
    "a block missing": (without(BOTH, *range(11, 20)), "line 11 should say 11 records; line 11"),
}


@pytest.mark.parametrize("what", MISCOUNTED)
def test_a_file_whose_counts_disagree_is_neither_split_nor_joined(what: str) -> None:
    file, why = MISCOUNTED[what]
    for call in (jcq.split_centres, jcq.join_centres):
        with pytest.raises(jcq.JcqError, match=f"^R6G26_98.X01 is incomplete: {why}"):
            call(file)
        assert call(file, incomplete=True)


def test_a_file_that_is_cut_off_is_neither_split_nor_joined() -> None:
    file = jcq.read(BOTH.to_bytes()[:1150])
    for call in (jcq.split_centres, jcq.join_centres):
        with pytest.raises(jcq.JcqError, match="a header or trailer is missing"):
            call(file)


def test_headers_and_trailers_of_several_centres_may_carry_any_address() -> None:
    lines = BOTH.to_bytes().split(b"\r\n")
    lines[0] = b"R16G26_986G26M" + lines[0][14:]
    lines[-2] = b"R96G26_" + lines[-2][7:]
    split = jcq.split_centres(jcq.read(b"\r\n".join(lines)))
    assert [file.name for file in split] == ["R9999998.X01", "R8888898.X01"]


def test_records_of_another_data_type_are_refused() -> None:
    lines = BOTH.to_bytes().split(b"\r\n")
    lines[3] = b"E5C999990001AARDVARK:ADA".ljust(61)
    with pytest.raises(
        jcq.JcqError, match="line 4 is a record of a different data type from the fi"
    ):
        jcq.split_centres(jcq.read(b"\r\n".join(lines)))


def test_a_slipped_line_stays_in_its_block_only_on_request() -> None:
    lines = BOTH.to_bytes().split(b"\r\n")
    lines[3] = lines[3][:11] + b" " + lines[3][11:60]
    file = jcq.read(b"\r\n".join(lines))
    for call in (jcq.split_centres, jcq.join_centres):
        with pytest.raises(jcq.JcqError, match="line 4 does not fit its layout: its text may"):
            call(file)
    first, _ = jcq.split_centres(file, incomplete=True)
    assert lines[3] in first.to_bytes()


def test_a_wrong_value_in_its_place_is_no_hindrance() -> None:
    lines = BOTH.to_bytes().split(b"\r\n")
    lines[3] = lines[3][:33] + b"9" + lines[3][34:]
    first, _ = jcq.split_centres(jcq.read(b"\r\n".join(lines)))
    assert lines[3] in first.to_bytes()


@pytest.mark.parametrize("incomplete", [False, True])
def test_one_centre_has_one_block(incomplete: bool) -> None:
    why = "begins a block of a centre that has one already: `jcq check"
    with pytest.raises(jcq.JcqError, match=f"line 2 {why}"):
        jcq.join_centres([HERE, HERE], incomplete=incomplete)
    twice = BOTH.to_bytes().replace(b"88888", b"99999")
    with pytest.raises(jcq.JcqError, match=f"line 11 {why}"):
        jcq.split_centres(jcq.read(twice), incomplete=incomplete)


def test_basedata_has_no_centres_to_join() -> None:
    options = jcq.read(BASEDATA / "O6G26_98.X02")
    assert jcq.split_centres(options) == [options]
    with pytest.raises(jcq.JcqError, match="a block has no centre number"):
        jcq.join_centres([options, options])
