"""Fields that are split or merged between versions: nothing is lost silently, in either
direction."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jcq_formats import v14
from jcq_formats.core.carrying import Carrying
from jcq_formats.core.fields import Field, field_table
from jcq_formats.core.formats import Division
from jcq_formats.core.issues import Fault
from jcq_formats.core.kinds.digits import Digits
from jcq_formats.core.kinds.text import Text
from jcq_formats.core.parts import Part
from jcq_formats.core.steps import Step
from jcq_formats.v14.codes import PUBLISHED_CHARACTERS

TEXT = Text(PUBLISHED_CHARACTERS)


def part(*widths: int, blank: bool = True, kind: Any = TEXT) -> type[Part]:
    """A layout of fields of these widths, called a, b and so on, or `whole` if there is only
    one."""
    fields = []
    start = 1
    for name, width in zip("abc" if len(widths) > 1 else ["whole"], widths, strict=False):
        fields.append(Field(name, start, width, kind, blank=blank))
        start += width
    return type("Made", (Part,), {"__slots__": (), "FIELDS": field_table(*fields)})


def carried(
    line: str, source: type[Part], target: type[Part], at: str = ""
) -> tuple[str, list[tuple[str, str]]]:
    """The line in the other version, and the rule and message of each fault."""
    faults: list[Fault] = []
    step = Step(v14.FORMAT, v14.FORMAT, {}, {})
    division = Division(tuple(source.FIELDS), tuple(target.FIELDS), at)
    made = Carrying(step, faults.append).columns(source(line), target, (), [division])
    return made, [(fault.rule, fault.message) for fault in faults]


NAME, PARTS = part(12), part(8, 6)


@pytest.mark.parametrize(
    ("line", "made"),
    [
        ("MOLE:ADA", "MOLE    ADA   "),
        ("MOLE:", "MOLE          "),
        (":ADA", "        ADA   "),
        ("MOLE:A:B", "MOLE    A:B   "),
        ("", " " * 14),
    ],
)
def test_a_value_is_split_at_a_text_and_comes_back(line: str, made: str) -> None:
    assert carried(line, NAME, PARTS, ":") == (made, [])
    assert carried(made, PARTS, NAME, ":") == (line.ljust(12), [])


@pytest.mark.parametrize(
    ("line", "made", "message"),
    [
        ("MOLE", "MOLE          ", "there is no ':' at which it could be split (version 14)"),
        (
            "MOLE :ADA",
            "MOLE    ADA   ",
            "it has a blank before ':', which would be lost (version 14)",
        ),
        ("MOLE:ADALBERT", " " * 14, "b: 8 characters do not fit in 6 (version 14)"),
    ],
)
def test_what_does_not_come_back_is_named(line: str, made: str, message: str) -> None:
    found, faults = carried(line.ljust(13), part(13), PARTS, ":")
    assert faults == [("upgrade.no-fit", message)]
    assert found == (made if made.strip() else "MOLE          ")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("MO:LE   ADA   ", "it contains ':', so it would be split there (version 14)"),
        ("MOLESKINADALBE", "whole: 15 characters do not fit in 12 (version 14)"),
    ],
)
def test_what_cannot_be_joined_is_named(line: str, message: str) -> None:
    assert carried(line, PARTS, NAME, ":")[1] == [("upgrade.no-fit", message)]


def test_a_part_that_cannot_be_blank_is_named_where_the_other_parts_say_something() -> None:
    needed = part(8, 6, blank=False)
    message = "b must not be blank in version 14, but version 14 does not say it"
    assert carried("MOLE:", NAME, needed, ":")[1] == [("upgrade.not-said", message)]
    assert carried("", NAME, needed, ":")[1] == []


def test_a_part_of_another_kind_is_named_where_it_is_wrong_there() -> None:
    message = "a: not 3 digits (version 14)"
    made, faults = carried("A1234", part(5), part(3, 2, kind=Digits()))
    assert [rule for rule, _ in faults] == ["upgrade.no-fit"], message
    assert made == "   34"
    assert carried("01234", part(5), part(3, 2, kind=Digits())) == ("01234", [])


LETTERS = st.text(alphabet="AB:- ", max_size=12)


@given(line=LETTERS, at=st.sampled_from([":", "-", "", "::"]))
def test_what_is_split_without_a_word_comes_back_to_the_byte(line: str, at: str) -> None:
    parts = part(6, 6) if not at else part(8, 6)
    made, faults = carried(line.ljust(12), NAME, parts, at)
    if not faults:
        assert carried(made, parts, NAME, at) == (line.ljust(12), [])


@given(texts=st.lists(LETTERS, min_size=3, max_size=3), at=st.sampled_from([":", "-", ""]))
def test_what_is_joined_without_a_word_comes_back_to_the_byte(texts: list[str], at: str) -> None:
    parts = part(4, 5, 3)
    line = "".join(t[:w].ljust(w) for t, w in zip(texts, (4, 5, 3), strict=True))
    whole = part(12 if not at else 14)
    made, faults = carried(line, parts, whole, at)
    if not faults:
        assert carried(made, whole, parts, at) == (line, [])


@given(line=LETTERS, at=st.sampled_from([":", ""]))
def test_every_character_of_a_split_value_is_carried_or_named(line: str, at: str) -> None:
    parts = part(6, 6) if not at else part(8, 6)
    made, faults = carried(line.ljust(12), NAME, parts, at)
    if not faults:
        assert made.replace(" ", "") == line.replace(" ", "").replace(at, "", 1)
