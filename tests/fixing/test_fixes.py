"""Fixes: each changes what it is for and nothing else, and once is enough."""

from __future__ import annotations

from random import Random

import jcq_formats as jcq
import pytest
from jcq_formats.fixing.fix import KINDS

from tests.made_up.files import CENTRE
from tests.privacy.two_people import FAR, spoilt_files

NAME = "E9999998.X01"
RIGHT = (CENTRE / NAME).read_bytes()
LINES = RIGHT.decode("ascii").split("\r\n")


def read(text: str | bytes, name: str = NAME) -> jcq.File:
    """A file of entries."""
    return jcq.read(text if isinstance(text, bytes) else text.encode("latin-1"), name=name)


def changed(number: int, old: str, new: str) -> bytes:
    """The right file with another text in one line."""
    lines = list(LINES)
    assert old in lines[number - 1]
    lines[number - 1] = lines[number - 1].replace(old, new, 1)
    return "\r\n".join(lines).encode("latin-1")


def rules(data: bytes, name: str = NAME) -> set[str]:
    """The rules that a check finds broken."""
    return {issue.rule for issue in jcq.check(data, name=name)}


def test_a_right_file_stays_as_it_is() -> None:
    for path in [*CENTRE.iterdir(), *(CENTRE.parent / "basedata").iterdir()]:
        fixed = jcq.fix(jcq.read(path))
        assert (fixed.file.to_bytes(), fixed.changes) == (path.read_bytes(), ())


SHORT = "\r\n".join(line.rstrip() for line in LINES).encode()
UNIX = RIGHT.replace(b"\r\n", b"\n")
JOINED = RIGHT.replace(b"\r\n", b"")
COUNT = changed(8, "0000001", "0000003")
CENTRE_OF_TRAILER = changed(7, "E799999", "E799998")
CENTRE_OF_HEADER = changed(1, "E199999", "E199989")
YEAR = changed(2, "986G26", "986G25")
SMALL = changed(4, ":", ":a")


@pytest.mark.parametrize(
    ("data", "kind", "what"),
    [
        (SHORT, "pad", (0, "8 records now of the length of the format")),
        (UNIX, "line-ends", (0, "8 lines now end in CR LF")),
        (RIGHT.replace(b"\r", b"\r\r"), "line-ends", (0, "the surplus CR of 8 lines is left out")),
        (JOINED, "line-ends", (1, "8 records get lines of their own")),
        (COUNT, "recount", (8, "centre_count: 3 -> 1")),
        (CENTRE_OF_TRAILER, "headers", (7, "centre.number: 99998 -> 99999")),
        (CENTRE_OF_HEADER, "headers", (1, "centre.number: 99989 -> 99999")),
    ],
)
def test_what_went_wrong_is_set_right(data: bytes, kind: str, what: tuple[int, str]) -> None:
    fixed = jcq.fix(read(data), kind)
    assert [step[1:] for step in fixed.changes] == [what]
    assert fixed.changes[0].fix == kind
    assert (fixed.file.to_bytes(), fixed.left) == (RIGHT, ())
    others = [other for other in KINDS if other != kind]
    assert jcq.fix(read(data), others).file.to_bytes() == data


def test_letters_of_utf_8_become_single_bytes() -> None:
    at = LINES[3].index(":") + 1
    line = f"{LINES[3][:at]}\u00c9{LINES[3][at + 1 :]}"
    data = "\r\n".join([*LINES[:3], line, *LINES[4:]])
    fixed = jcq.fix(read(b"\xef\xbb\xbf" + data.encode()), "encoding")
    assert fixed.file.to_bytes() == data.encode("latin-1")
    assert [step.line_number for step in fixed.changes] == [4, 0]
    assert "file.wrong-encoding" not in rules(fixed.file.to_bytes())


def test_a_name_in_small_letters_is_written_in_capitals() -> None:
    old = LINES[3][12:52]
    data = changed(4, old, old.title())
    fixed = jcq.fix(read(data), "names")
    assert fixed.file.to_bytes() == RIGHT
    assert old.strip() not in str(fixed.changes)
    accent = changed(4, old, ("\xe9" + old.lower())[:40])
    fixed = jcq.fix(read(accent), "names")
    assert (fixed.file.to_bytes(), fixed.changes) == (accent, ())
    assert fixed.left[0].line_number == 4


def test_blank_places_among_entries_are_closed() -> None:
    first, second = LINES[3][108:115], LINES[3][115:122]
    assert first.strip() and second.strip() and not LINES[3].endswith(second)
    line = f"{LINES[3][:115]}{'':7}{LINES[3][115:-7]}"
    data = changed(4, LINES[3], line)
    fixed = jcq.fix(read(data), "holes")
    assert fixed.file.to_bytes() == RIGHT
    assert "field.group-hole" not in rules(fixed.file.to_bytes())


@pytest.mark.parametrize(
    "name", ["E9999998 (1).X01", "E9999998.X02", "entries.txt", "E9999815.X01", ""]
)
def test_a_file_gets_the_name_of_its_headers(name: str) -> None:
    fixed = jcq.fix(read(RIGHT, name), "name")
    assert fixed.file.name == NAME
    assert fixed.file.to_bytes() == RIGHT
    assert not rules(fixed.file.to_bytes(), fixed.file.name) & {"file.name", "file.renamed"}


def test_without_a_majority_nothing_is_chosen() -> None:
    data = changed(2, "986G26", "986G25")
    fixed = jcq.fix(read(data), "headers")
    assert fixed.file.to_bytes() == data
    assert fixed.left[0].what == "file.year differs, and no value has a majority (lines 1, 2)"


def test_a_record_that_may_be_cut_off_is_not_padded() -> None:
    data = changed(5, LINES[4], LINES[4].rstrip()[:-2])
    fixed = jcq.fix(read(data), "pad")
    assert fixed.file.to_bytes() == data
    assert "line 5 is cut off" in fixed.left[0].what


def test_a_record_that_is_wrong_otherwise_keeps_its_length() -> None:
    data = changed(4, LINES[3][11:30], "  ").rstrip()
    fixed = jcq.fix(read(data), "pad")
    assert fixed.file.to_bytes() == data
    assert fixed.left


@pytest.mark.parametrize(
    "data", [SHORT, UNIX, JOINED, COUNT, CENTRE_OF_TRAILER, CENTRE_OF_HEADER, YEAR, SMALL]
)
def test_fixing_twice_is_fixing_once(data: bytes) -> None:
    once = jcq.fix(read(data))
    twice = jcq.fix(once.file)
    assert (twice.file, twice.changes, twice.left) == (once.file, (), once.left)


RULES = {
    "encoding": {"file.wrong-encoding", "file.byte-order-mark"},
    "line-ends": {"file.line-end", "file.last-line-end", "record.joined", "file.no-line-ends"},
    "pad": {"record.short", "record.long", "file.padding-lost"},
    "holes": {"field.group-hole"},
    "headers": {"file.agreement"},
    "recount": {"file.record-count", "file.centre-count", "file.centre-record-count"},
    "name": {"file.name", "file.renamed", "file.name-unknown"},
}
ENDS = (b"\r\n", b"\r\n", b"\n", b"\r", b"", b"\r\r\n")


def test_spoilt_files_have_no_issue_of_a_kind_that_was_fixed_or_it_is_left() -> None:
    for seed in (*range(150), *range(FAR, FAR + 50)):
        name, (data, _) = spoilt_files(seed)
        end = Random(seed).choice(ENDS)
        once = jcq.fix(jcq.read(data.replace(b"\r\n", end), name=name))
        twice = jcq.fix(once.file)
        assert (twice.file, twice.changes, twice.left) == (once.file, (), once.left), seed
        found = rules(once.file.to_bytes(), once.file.name)
        for kind in RULES.keys() - {step.fix for step in once.left}:
            assert not found & RULES[kind], (seed, kind)


def test_an_unknown_fix_is_refused() -> None:
    with pytest.raises(jcq.JcqError, match=r"there is no fix 'padd'; did you mean pad"):
        jcq.fix(read(RIGHT), "padd")
    with pytest.raises(jcq.JcqError, match=r"file: a file is needed"):
        jcq.fix(NAME)  # type: ignore[arg-type]
