"""Kinds of fields in invented layouts: dates, numbers, flags, and variants."""

from __future__ import annotations

import datetime
import decimal

import jcq_formats as jcq
import pytest
from jcq_formats import v14
from jcq_formats.core.fields import Field, field_table
from jcq_formats.core.kinds.date import Date, read_date
from jcq_formats.core.kinds.decimal import Decimal
from jcq_formats.core.kinds.flag import Flag
from jcq_formats.core.kinds.integer import Integer
from jcq_formats.core.kinds.variant import Variant
from jcq_formats.core.layouts import Layout
from jcq_formats.core.parts import Part


@pytest.mark.parametrize(
    ("form", "text"),
    [("DDMMYYYY", "04121899"), ("YYYYMMDD", "18991204"), ("YYYY-MM-DD", "1899-12-04")],
)
def test_a_date_with_its_whole_year_is_of_that_year(form: str, text: str) -> None:
    assert Date(None, form).decode(text) == datetime.date(1899, 12, 4)
    assert Date(None, form).encode(datetime.date(1899, 12, 4), len(text)) == text


class Visit(Layout):
    """An invented layout whose text for a null date looks like a date."""

    __slots__ = ()
    FIELDS = field_table(Field("day", 1, 6, Date((2000, 2099)), none=("010100",)))


def test_a_text_for_none_that_looks_like_a_date_is_no_date() -> None:
    def day(text: str) -> datetime.date | None:
        return read_date(Visit(text), "day", text, 2000, ("010100",))

    assert day("010100") is None
    assert day("020100") == datetime.date(2000, 1, 2)
    with pytest.raises(jcq.FieldError, match="this date does not exist"):
        day("320100")


def test_a_date_that_is_cut_off_is_not_an_earlier_one() -> None:
    with pytest.raises(jcq.FieldError, match="it must be written DDMMYY in digits"):
        read_date(Visit("02012"), "day", "02012", 2000)


@pytest.mark.parametrize(
    ("kind", "text"), [(Integer("leading"), "+00"), (Integer("trailing"), "00+")]
)
def test_nought_is_written_with_a_plus(kind: Integer, text: str) -> None:
    assert kind.encode(0, 3) == text
    assert kind.decode(text) == 0
    with pytest.raises(ValueError, match=r"the sign of 0 must be \+"):
        kind.decode(text.replace("+", "-"))
    assert kind.decode(kind.encode(-12, 3)) == -12


@pytest.mark.parametrize(
    ("decimals", "said", "value"),
    [
        (1, "the last digit is a decimal", "12.5"),
        (2, "the last 2 digits are decimals", "1.25"),
        (3, "the last 3 digits are decimals", "0.125"),
    ],
)
def test_a_number_with_decimals_says_how_many_there_are(
    decimals: int, said: str, value: str
) -> None:
    assert Decimal(decimals).details() == (said,)
    assert Decimal(decimals).decode("00125") == decimal.Decimal(value)


def test_a_flag_is_true_or_false_as_its_texts_say() -> None:
    flag = Flag("YES", "NO")
    assert [flag.decode("YES"), flag.decode("NO ")] == [True, False]
    assert [flag.encode(True, 3), flag.encode(False, 3)] == ["YES", "NO "]
    with pytest.raises(ValueError, match="must be YES or NO"):
        flag.decode(" NO")


@pytest.mark.parametrize(
    ("flag", "why"),
    [
        (Flag("Y", "N"), ""),
        (Flag("Y ", "N"), "the texts for true and false cannot begin or end with a blank"),
        (Flag("Y", " N"), "the texts for true and false cannot begin or end with a blank"),
        (Flag("Y", ""), "the texts for true and false cannot begin or end with a blank"),
        (Flag("Y", "Y"), "Y cannot mean both true and false"),
        (Flag("YES", "NO"), "YES is longer than the field"),
    ],
)
def test_the_texts_of_a_flag_fit_its_field_and_differ(flag: Flag, why: str) -> None:
    assert flag.width_error(2) == why


class Pages(Part):
    """An invented layout chosen by the shelf."""

    __slots__ = ()
    FIELDS = field_table(Field("pages", 3, 3, Integer()))


class Book(Layout):
    """An invented layout whose codes are shorter than their field."""

    __slots__ = ()
    FIELDS = field_table(
        Field("shelf", 1, 2, v14.Option.FIELDS["syllabus_code"].kind),
        Field("content", 3, 3, Variant("shelf", {"A": Pages}, fallback=True)),
    )


def test_a_code_that_is_shorter_than_its_field_chooses_the_layout() -> None:
    assert Book("A 120").decode("content") == Pages("A 120")
    assert Book(" A120").decode("content") == "120"
    assert Book("B 120").decode("content") == "120"


@pytest.mark.parametrize(
    ("pence", "shown"),
    [(0, "£0.00"), (5, "£0.05"), (4250, "£42.50"), (123456, "£1,234.56"), (-4250, "-£42.50")],
)
def test_a_person_reads_pence_as_pounds_and_a_program_as_pence(pence: int, shown: str) -> None:
    kind = Integer(unit="pence")
    assert (kind.shown(pence), kind.to_text(pence)) == (shown, str(pence))
    assert (kind.shown(None), Integer().shown(pence)) == ("", str(pence))
