"""Moved text in records whose fields are all valid."""

from __future__ import annotations

import jcq_formats as jcq
import pytest
from jcq_formats.core.masking import is_sound
from jcq_formats.exams.certainty import refuse_uncertain

from tests.made_up.files import CENTRE, candidate, new

RULE = "record.may-have-slipped"
FULL = "".join(f"ABC{number} " for number in range(120, 132))
SHORT = "1MAF   1EN    4007   H101   9MAT   C12345 8ART   "
ENTRIES = CENTRE / "E9999998.X01"
AT = 108


def with_entries(text: str, *, lines: int = 1) -> bytes:
    """The file of entries with these entries for the first candidates."""
    data = ENTRIES.read_bytes().decode("ascii").split("\r\n")
    for number in range(2, 2 + lines):
        data[number] = (data[number][:AT] + text).ljust(len(data[number]))[: len(data[number])]
    return "\r\n".join(data).encode("ascii")


def moves(text: str) -> list[str]:
    """The text with characters too few or too many, before its last two codes."""
    last = text[: text.rstrip(" ").rindex(" ")].rstrip(" ").rindex(" ")
    fewer = [text[:at] + text[at + by :] for by in (2, 3) for at in range(last - by)]
    more = [
        text[:at] + piece * by + text[at:]
        for by in (1, 2, 3)
        for piece in (" ", "A")
        for at in range(last)
        if text[at : at + 1] != " " or piece != " "
    ]
    return [*fewer, *more]


@pytest.mark.parametrize("text", [FULL, SHORT], ids=["full", "short"])
def test_entries_that_move_are_noticed(text: str) -> None:
    assert jcq.check(with_entries(text)) == []
    unnoticed = [moved for moved in moves(text) if not jcq.check(with_entries(moved))]
    assert unnoticed == []


@pytest.mark.parametrize("text", [FULL, SHORT], ids=["full", "short"])
def test_entries_that_lack_a_character_are_noticed_where_more_follow(text: str) -> None:
    assert [at for at in range(14) if not jcq.check(with_entries(text[:at] + text[at + 1 :]))] == []


def test_what_looks_as_if_it_had_moved_is_not_relied_on() -> None:
    for text in (FULL[2:], SHORT[1:], SHORT[:9] + SHORT[11:]):
        record = jcq.read(with_entries(text)).records[0]
        assert record.accepted
        assert not is_sound(record)
        with pytest.raises(jcq.JcqError, match=r"line 3 .*slipped"):
            refuse_uncertain(jcq.read(with_entries(text)))


def test_lines_with_the_same_cause_are_one_issue() -> None:
    (issue,) = jcq.check(with_entries(SHORT[2:], lines=3))
    assert (issue.rule, issue.line_number) == (RULE, 3)
    assert issue.message.endswith(" the line may have slipped (and 2 more lines)")


@pytest.mark.parametrize("text", ["1MAF  P1EN   P", "1MAF  P1EN    ", "AB 12  CD"])
def test_flags_and_codes_with_a_blank_are_no_sign(text: str) -> None:
    assert jcq.check(with_entries(text)) == []


@pytest.mark.parametrize("codes", [["7357"], ["1MAH", "830012"], ["999999"]])
def test_a_code_of_digits_in_its_place_is_no_piece_of_an_identifier(codes: list[str]) -> None:
    file = new([candidate("0001", *codes)])
    assert jcq.check(file) == []
    assert is_sound(file.records[0])
    refuse_uncertain(file)
