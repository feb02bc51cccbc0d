"""Which columns of a record are not printed: those of personal fields, or nearly all of them."""

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
    ],
    ids=[
        "sound", "short", "a wrong character", "another", "two in one field", "in two fields",
        "to the right", "to the left", "too long", "a blank too many", "too long and wrong",
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


def test_repr_hides_what_is_uncertain() -> None:
    assert "sex='F'" in repr(v14.Entry(ENTRY))
    slipped = repr(v14.Entry(ENTRY[:20] + " " + ENTRY[20:-1]))
    assert slipped.startswith("Entry(candidate_status=..., centre_number=...,")
    assert slipped.endswith("entries=...)")


def test_columns_that_nobody_knows_are_hidden_and_the_rest_is_shown() -> None:
    record = v14.Result(UNESTABLISHED)
    assert columns_to_hide(record) == (*v14.Result.PERSONAL, (54, 57))
    assert columns_to_hide(v14.Result(UNESTABLISHED + "X")) == ((3, len(RESULT) + 1),)
    assert "score=171, grade='A*', columns_54_to_57=..." in repr(record)
    [issue] = record.issues()
    assert issue.masked_text() == ("R5999990001***********************1HI01 1HI01 B0171A*****    ")
