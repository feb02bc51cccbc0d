"""The version in force, by the series of a file or by the day."""

from __future__ import annotations

import datetime

import jcq_formats as jcq
import pytest
from jcq_formats.core.formats import version_today
from jcq_formats.exams.in_force import full_year, version_to_write, version_wanted


@pytest.mark.parametrize(
    ("series", "year", "version"),
    [
        ("9G", "08", "11"),
        ("8Z", "09", "11"),
        ("9A", "09", "12"),
        ("CA", "09", "12"),
        ("1A", "10", "12"),
        ("8A", "11", "13"),
        ("9A", "11", "14"),
        ("AG", "11", "14"),
        ("6G", "26", "14"),
        ("6G", "2026", "14"),
        ("1G", "99", jcq.known_versions()[-1]),
    ],
)
def test_a_version_is_in_force_from_a_month_to_that_of_the_next(
    series: str, year: str, version: str
) -> None:
    assert jcq.version_in_force(series, year) == version


def test_a_month_that_is_not_known_is_enough_where_no_version_begins() -> None:
    assert jcq.version_in_force("??", "26") == "14"
    with pytest.raises(jcq.BuildError, match="version 14 applies from a month of 2011"):
        jcq.version_in_force("??", "11")


@pytest.mark.parametrize(("series", "year"), [("6G", "08"), ("6G", "1998")])
def test_no_version_is_made_up_for_a_series_before_the_first(series: str, year: str) -> None:
    with pytest.raises(jcq.BuildError, match="no version is known to be in force"):
        jcq.version_in_force(series, year)


@pytest.mark.parametrize("year", ["", "6", "026", "x6", "\u0662\u0666"])
def test_a_year_has_two_or_four_digits(year: str) -> None:
    with pytest.raises(jcq.BuildError, match="two or four digits are needed"):
        full_year(year)


def test_two_digits_mean_a_year_of_the_window_in_the_spec() -> None:
    assert [full_year(year) for year in ("00", "29", "30", "99")] == [2000, 2029, 2030, 2099]


def test_what_is_asked_for_goes_first() -> None:
    assert version_wanted("11", "6G", "26") == "11"
    assert version_wanted(None, "6G", "11") == "13"
    assert version_wanted(None) == version_today()
    with pytest.raises(jcq.BuildError, match="series and year go together"):
        version_wanted(None, "6G")


def test_nothing_is_written_in_a_version_that_no_one_had_on_the_day_of_the_clock() -> None:
    assert version_to_write(datetime.date(2026, 11, 27)) == "14"
    first = datetime.date.fromisoformat(jcq.load_version("11").effective)
    assert version_to_write(first) == "11"
    with pytest.raises(jcq.BuildError, match="no version is in force on 1970-01-01: correct this"):
        version_to_write(datetime.date(1970, 1, 1))
