"""Headers and trailers whose text has slipped."""

from __future__ import annotations

from pathlib import Path

import jcq_formats as jcq
import pytest

from tests.made_up.contents import FILES, found, joined, lines_of, sample

every_file = pytest.mark.parametrize("name", FILES)


@every_file
@pytest.mark.parametrize("at", [14, 18, 21])
@pytest.mark.parametrize("by", [-1, 1, 2])
def test_a_header_that_has_slipped_is_the_only_issue(name: str, at: int, by: int) -> None:
    header, *lines = lines_of(name)
    moved = header[:at] + b" " * by + header[at:] if by > 0 else header[: at + by] + header[at:]
    data = joined([moved, *lines])
    (issue,) = jcq.check(data, name=name)
    assert (issue.rule, str(issue.severity)) == ("file.header-slipped", "error")
    with pytest.raises(jcq.FormatError, match=f"^{name}: the file header has slipped: the version"):
        jcq.read(data, name=name)
    assert jcq.read(data, name=name, version="14").to_bytes() == data


NARROW = ("L6G26_98.X01", "D6G26_98.X01", "F9999998.X01")
"""Their records are as wide as a file header."""


@pytest.mark.parametrize("name", NARROW)
@pytest.mark.parametrize("by", [1, 2, 3, 5])
@pytest.mark.parametrize("at", [2, 3, 7, 14])
def test_a_header_whose_end_was_pushed_out_chooses_no_version(name: str, by: int, at: int) -> None:
    header, *lines = sample(name).split(b"\r\n")
    moved = (header[:at] + b" " * by + header[at:])[: len(header)]
    data = joined([moved, *lines])
    assert found(name, data) == ["error file.header-slipped 1"]
    with pytest.raises(
        jcq.FormatError, match="the file header has slipped: the text from position"
    ):
        jcq.read(data, name=name)


@pytest.mark.parametrize("name", [*FILES, *NARROW])
@pytest.mark.parametrize(
    "spoil",
    [
        lambda line: b" " + line,
        lambda line: (b"?" + line)[: len(line)],
        lambda line: line[:1] + b" " + line[1:],
        lambda line: line[1:],
        lambda line: line[:1] + line[2:],
        lambda line: line[2:],
    ],
    ids=["space", "space, cut", "space after the letter", "letter lost", "type lost", "both lost"],
)
def test_a_header_whose_beginning_has_changed_has_slipped(name: str, spoil: object) -> None:
    header, *lines = sample(name).split(b"\r\n")
    assert callable(spoil)
    data = joined([spoil(header), *lines])
    assert found(name, data) == ["error file.header-slipped 1"]
    with pytest.raises(jcq.FormatError, match="the file header has slipped: "):
        jcq.read(data, name=name)


@pytest.mark.parametrize("name", [*FILES, *NARROW])
@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (b" ", b"", "a space"),
        (b"\t", b"", "a tab"),
        (b'"', b'"', "a quotation mark"),
        (b">", b"", "'>'"),
        (b"> ", b"", "'> '"),
    ],
)
def test_what_stands_before_every_line_is_said_once_with_the_cure(
    name: str, before: bytes, after: bytes, said: str
) -> None:
    data = b"".join(before + line + after + b"\r\n" for line in sample(name).splitlines())
    (issue,) = jcq.check(data, name=name)
    assert (issue.rule, str(issue.severity)) == ("file.header-slipped", "error")
    expected = f"every line begins with {said}, which moves all fields: remove it"
    assert issue.message.startswith(expected)
    for version in (None, "14"):
        with pytest.raises(jcq.FormatError, match=f"^{name}: every line begins with "):
            jcq.read(data, name=name, version=version)


def test_a_wrong_value_in_a_header_is_no_slip() -> None:
    name = "L6G26_98.X01"
    header, *lines = sample(name).split(b"\r\n")
    for at, wrong, rule in ((7, b"ZZ", "open-code"), (11, b"2X", "digits")):
        spoilt = header[:at] + wrong + header[at + 2 :]
        rules = found(name, joined([spoilt, *lines]))
        assert any(f"field.{rule} 1" in issue for issue in rules), rules
        assert jcq.read(joined([spoilt, *lines])).format.version == "14"


ENVELOPE = [
    (name, record, at)
    for name in (*FILES, *NARROW, "C6G26_98.X01", "S6G26_98.X01")
    for record, last in ((3, 13), (7, 13), (9, 13))
    for at in range(last)
]


@pytest.mark.parametrize(("name", "record", "at"), ENVELOPE)
def test_a_header_or_trailer_that_has_slipped_is_one_issue(name: str, record: int, at: int) -> None:
    lines = sample(name).split(b"\r\n")
    number = next(i for i, line in enumerate(lines) if line[1:2] == b"%d" % record)
    line = lines[number]
    for moved in (line[:at] + b"X" + line[at:], line[:at] + line[at + 1 :]):
        for cut in (moved, moved.ljust(len(line))[: len(line)]):
            spoilt = [*lines[:number], cut, *lines[number + 1 :]]
            (issue,) = found(name, joined(spoilt))
            # A digit less in a date may be all that is wrong.
            rules = ("record.slipped", "field.date")[: 1 if at < 12 else 2]
            assert issue.split(" ", 1)[1] in [f"{rule} {number + 1}" for rule in rules]


@every_file
def test_a_wrong_value_in_a_trailer_is_said_where_it_stands(name: str) -> None:
    lines = lines_of(name)
    spoilt = lines[-3][:14] + b"990226" + lines[-3][20:]
    assert [i.split()[1] for i in found(name, joined([*lines[:-3], spoilt, *lines[-2:]]))] == [
        "field.date"
    ]
    counted = lines[-3][:7] + b"0000099" + lines[-3][14:]
    assert [i.split()[1] for i in found(name, joined([*lines[:-3], counted, *lines[-2:]]))] == [
        "file.centre-record-count"
    ]


def test_a_wrong_number_in_the_trailer_of_several_centres_is_no_slip() -> None:
    one = jcq.read(FILES["R9999998.X01"], name="R9999998.X01")
    moved = [line[:2] + b"88888" + line[7:] if line else line for line in lines_of(one.name)]
    other = jcq.read(joined(moved), name="R8888898.X01")
    *lines, trailer, end = jcq.join_centres([one, other]).to_bytes().split(b"\r\n")
    spoilt = trailer[:14] + b"000002 " + trailer[21:]
    assert jcq.check(joined([*lines, spoilt, end]), only=["field.integer"])
    assert not jcq.check(joined([*lines, spoilt, end]), only=["record.slipped"])


def test_basedata_whose_header_has_slipped_is_refused(tmp_path: Path) -> None:
    data = FILES["O6G26_98.X02"]
    (tmp_path / "O6G26_98.X02").write_bytes(data[:21] + b" " + data[21:])
    with pytest.raises(jcq.FormatError, match="the file header has slipped"):
        jcq.read_basedata(tmp_path)


@pytest.mark.parametrize("rest", [b"271103687770117733A", b"  7017377175", b"3687770117733A"])
def test_nothing_is_shown_of_what_may_be_the_rest_of_any_record(rest: bytes) -> None:
    lines = sample("F9999998.X01").split(b"\r\n")
    lines.insert(3, rest)
    said = [str(issue) for issue in found("F9999998.X01", joined(lines))]
    assert said
    assert not [one for one in said if rest.strip().decode() in one]
