"""Personal data stays masked if the text of a line has moved."""

from __future__ import annotations

from typing import ClassVar

import jcq_formats as jcq
import pytest
from jcq_formats import v14
from jcq_formats.core.fields import Field, field_table
from jcq_formats.core.kinds.date import Date
from jcq_formats.core.kinds.flag import Flag
from jcq_formats.core.kinds.literal import Literal
from jcq_formats.core.kinds.time import Time
from jcq_formats.core.masking import columns_to_hide

from tests.made_up.files import BASEDATA, CENTRE
from tests.made_up.lines import padded

(BASE,) = jcq.read_basedata(BASEDATA).values()

PERSONAL = ("QUOKKAVOX", "ZEBEDEEWIM", "171205", "0123456K", "823456712345", "3456789126")
LINES = {
    "E9999998.X01": padded(
        "E5C999990001"
        + "QUOKKAVOX:ZEBEDEEWIM".ljust(40)
        + "F171205681990123456KH8234567123453456789126"
        + " " * 13
        + "1MAH   1HI01"
    ),
    "R9999998.X01": padded("R5999990001681990123456K34567891261MAH  1MAH  18"),
}


def slipped(line: str) -> set[str]:
    """The line with characters lost or inserted, cut off, or with another key."""
    length = len(line)
    found = {letter + digit + line[2:] for letter in "ACDEFLORSXZ" for digit in "13579"}
    for count in (1, 2, 3, 5, 8, 13, 21):
        for at in (0, 2, 8, 12, 20, 30, 52, 59, 80):
            for changed in (
                line[:at] + line[at + count :],
                line[:at] + " " * count + line[at:],
                line[:at] + "X" * count + line[at:],
            ):
                found |= {changed, changed.ljust(length)[:length]}
    return found | {line[:cut] for cut in range(2, length, 3)} | {line.lower(), line + line}


@pytest.mark.parametrize("name", sorted(LINES))
def test_a_line_that_has_slipped_gives_nothing_personal_away(name: str) -> None:
    lines = (CENTRE / name).read_bytes().split(b"\r\n")
    for line in slipped(LINES[name]):
        data = b"\r\n".join([*lines[:2], line.encode("latin-1"), *lines[3:]])
        for issue in jcq.check(data, name=name, basedata=BASE):
            shown = f"{issue} {issue!r} {issue.masked().text} {issue.as_dict()}"
            pieces = {p[at : at + 5] for p in PERSONAL for at in range(len(p) - 4)}
            assert not [piece for piece in pieces if piece in shown], (line, shown)


@pytest.mark.parametrize(
    ("right", "wrong", "rule"),
    [("F171205", "F321205", "field.date"), ("F171205", "Q171205", "field.open-code")],
)
def test_a_wrong_value_in_its_place_masks_no_more_than_is_personal(
    right: str, wrong: str, rule: str
) -> None:
    line = LINES["E9999998.X01"].replace(right, wrong)
    (issue,) = [i for i in jcq.v14.Entry(line).issues() if i.rule == rule]
    assert issue.masked().text.startswith("E5C999990001*********")
    assert issue.masked().text[108:120] == "1MAH   1HI01"


class Sitting(jcq.Record):
    """An invented record with kinds of fields that no version has yet."""

    FIELDS = field_table(
        Field("record", 1, 2, Literal("Q5")),
        Field("name", 3, 8, v14.Entry.FIELDS["candidate_name"].kind, personal=True),
        Field("starts", 11, 4, Time()),
        Field("day", 15, 10, Date(None, "YYYY-MM-DD")),
        Field("resit", 25, 1, Flag("Y", "N"), blank=True),
    )
    LENGTHS: ClassVar = {"Q": 25}


@pytest.mark.parametrize(
    ("line", "columns"),
    [
        ("Q5EMU:    09302026-05-04Y", ((3, 10),)),
        ("Q5EMU:    25302026-13-04Y", ((3, 10),)),
        ("Q5EMU:    09302026-05-04 ", ((3, 10),)),
        ("Q5EMU:   09302026-05-04Y ", ((3, 25),)),
        ("Q5EMU:    093 2026-05-04Y", ((3, 10),)),
        ("Q5EMU:    0 3 2026-05-04Y", ((3, 25),)),
        ("Q5EMU:    0930026-05-04 Y", ((3, 25),)),
        ("Q5EMU:    09302026-05-04M", ((3, 25),)),
    ],
)
def test_a_time_a_date_or_a_flag_of_another_form_may_have_moved(
    line: str, columns: tuple[tuple[int, int], ...]
) -> None:
    assert columns_to_hide(Sitting(line)) == columns


def test_a_short_line_whose_padding_is_cut_masks_no_more_than_is_personal() -> None:
    line = LINES["R9999998.X01"].rstrip()
    short = next(i for i in jcq.v14.Result(line).issues() if i.rule == "record.short")
    assert short.masked().text == "R5999990001" + "*" * 23 + "1MAH  1MAH  18"


def test_a_header_that_slipped_is_shown_and_no_candidate_in_its_place() -> None:
    header, *lines = (CENTRE / "E9999998.X01").read_bytes().split(b"\r\n")
    slipped = header[:21] + b" " + header[21:-1]
    (issue,) = jcq.check(b"\r\n".join([slipped, *lines]))
    assert (issue.rule, issue.masked().text) == ("file.header-slipped", slipped.decode())
    candidate = f"E1{LINES['E9999998.X01'][2:]}".rstrip() + " 14"
    (issue,) = jcq.check(b"\r\n".join([candidate.encode(), *lines]))
    assert issue.rule == "file.header-slipped"
    assert set(issue.masked().text[2:]) == {"*", " "}


@pytest.mark.parametrize("mark", ["\x1a", "\x1a   ", "\0\0"])
def test_what_holds_no_text_is_shown(mark: str) -> None:
    assert columns_to_hide(jcq.UnknownRecord(mark)) == ()
