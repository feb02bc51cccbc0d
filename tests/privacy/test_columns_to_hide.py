"""The positions of a record that are not printed: those of personal fields, or nearly all."""

from __future__ import annotations

import pytest
from jcq_formats import v14
from jcq_formats.core.masking import columns_to_hide

from tests.made_up.lines import ENTRY, padded

OPTION = padded(
    "O51HI01 1HI   GCSEFC C       E2210        HISTORY                             "
    "Y04250F       BF               020002"
)
HIDDEN = ((3, len(ENTRY)),)
RESULT = padded("R5999990001999990230001C99900000171HI01 1HI01 B0171A*")
HIDDEN_RESULT = ((3, len(RESULT)),)
UNESTABLISHED = RESULT[:53] + "LEAF" + RESULT[57:]


@pytest.mark.parametrize(
    ("line", "hidden"),
    [
        (ENTRY, v14.Entry.PERSONAL),
        (ENTRY.rstrip(), v14.Entry.PERSONAL),
        (ENTRY[:53] + "O" + ENTRY[54:], v14.Entry.PERSONAL),
        (ENTRY[:8] + "O" + ENTRY[9:], v14.Entry.PERSONAL),
        (ENTRY[:3] + "XX" + ENTRY[5:], HIDDEN),
        (ENTRY[:3] + "X" + ENTRY[4:53] + "O" + ENTRY[54:], HIDDEN),
        (ENTRY[:20] + " " + ENTRY[20:-1], HIDDEN),
        (ENTRY[:20] + ENTRY[21:] + " ", HIDDEN),
        (ENTRY + "X", ((3, len(ENTRY) + 1),)),
        (ENTRY + " ", v14.Entry.PERSONAL),
        (ENTRY[:53] + "O" + ENTRY[54:] + " ", ((3, len(ENTRY) + 1),)),
        (ENTRY[:59] + " " * 42 + ENTRY[59:], ((3, len(ENTRY) + 42),)),
        (ENTRY[:59] + " " * 49 + ENTRY[59:-49], HIDDEN),
        (ENTRY[:85] + " " * 70 + ENTRY[85:-70], HIDDEN),
        (ENTRY[:59] + " " * 49 + ENTRY[59:65], ((3, 114),)),
        (ENTRY[:94] + " " * 14 + ENTRY[94:-14], HIDDEN),
        (ENTRY[:52] + "9321205" + ENTRY[59:], HIDDEN),
        (ENTRY[:52] + "9" + ENTRY[53:], v14.Entry.PERSONAL),
        (ENTRY[:108] + "9ZZ99 " + ENTRY[114:], v14.Entry.PERSONAL),
        (ENTRY[:59] + " " * 36 + ENTRY[95:], v14.Entry.PERSONAL),
    ],
    ids=[
        "sound", "short", "a wrong character", "another", "two in one field", "in two fields",
        "to the right", "to the left", "too long", "a blank too many", "too long and wrong",
        "six items to the right", "seven items to the right, and cut", "one value far to the right",
        "a piece at the end", "the last digit far to the right", "a wrong code and a wrong date",
        "a wrong code", "an unknown option", "without identifiers",
    ],
)  # fmt: skip
def test_only_the_personal_columns_of_a_sound_record_are_hidden(
    line: str, hidden: tuple[tuple[int, int], ...]
) -> None:
    assert columns_to_hide(v14.Entry(line)) == hidden


@pytest.mark.parametrize(
    ("line", "hidden"),
    [
        (OPTION, ()),
        (OPTION[:79] + "00A25" + OPTION[84:], ()),
        (OPTION[:20] + " " + OPTION[20:-1], ((3, len(OPTION)),)),
        ("O5" + ENTRY[2:], ((3, len(ENTRY)),)),
        (OPTION[:40], ((3, 40),)),
        ("", ()),
        ("O5", ()),
    ],
    ids=["sound", "a wrong value", "slipped", "of a candidate", "cut off", "nothing", "a key"],
)
def test_a_record_of_basedata_is_shown_with_one_wrong_value(
    line: str, hidden: tuple[tuple[int, int], ...]
) -> None:
    assert columns_to_hide(v14.Option(line)) == hidden


def test_a_blank_identifier_is_not_found_in_the_result() -> None:
    line = RESULT[:24] + " " * 10 + RESULT[34:]
    assert columns_to_hide(v14.Result(line)) == v14.Result.PERSONAL
    moved = RESULT[:24] + " " * 16 + "9990000017" + RESULT[50:]
    assert columns_to_hide(v14.Result(moved)) == HIDDEN_RESULT


@pytest.mark.parametrize(
    "line",
    [
        "S5C999990001AARDVARK:ADA MAY        ",
        "L5C999990001AARDVARK:     ",
        "D5C999990001AARDVARK:     ",
        "F5C999990001AARDVARK:A",
        "L5999990001999990",
        "F5999990001999990230001",
        "E3999990001999990230001C",
        "S5AARDVAR",
    ],
)
def test_a_line_of_a_candidate_is_hidden_whatever_its_first_two_characters(line: str) -> None:
    record = v14.FORMAT.records[line[:2]](line)
    assert columns_to_hide(record) == ((3, len(line)),)
    assert "=..." in repr(record) and "A:" not in repr(record)


@pytest.mark.parametrize(
    "line",
    [
        "S51HI    HISTORY                             ",
        "L57402  7402/1            ",
        "L5601123601123            ",
        "D51HI01 1HIS              ",
        "F59999900011HI01 9        ",
        "F5999990001740212A",
        "E399999986G26001ZZ99 9ZZ",
        "E7999990001234100226 ",
    ],
)
def test_a_record_that_only_begins_like_one_of_a_candidate_is_shown(line: str) -> None:
    assert columns_to_hide(v14.FORMAT.records[line[:2]](line)) == ()


def test_repr_hides_what_is_uncertain() -> None:
    assert "sex='F'" in repr(v14.Entry(ENTRY))
    slipped = repr(v14.Entry(ENTRY[:20] + " " + ENTRY[20:-1]))
    assert slipped.startswith("Entry(candidate_status=..., centre_number=...,")
    assert slipped.endswith("entries=...)")


def test_columns_that_nobody_knows_are_hidden_and_the_rest_is_shown() -> None:
    record = v14.Result(UNESTABLISHED)
    assert columns_to_hide(record) == (*v14.Result.PERSONAL, (54, 57))
    assert columns_to_hide(v14.Result(UNESTABLISHED + "X")) == ((3, len(RESULT) + 1),)
    assert "score=171, grade='A*', positions_54_to_57=..." in repr(record)
    [issue] = record.issues()
    assert issue.masked_text() == ("R5999990001***********************1HI01 1HI01 B0171A*****    ")
