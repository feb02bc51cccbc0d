"""Identifiers: published examples, every check letter, and UPN against python-stdnum."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
from types import ModuleType

import pytest
import stdnum.gb.upn
from hypothesis import example, given
from hypothesis import strategies as st
from jcq_formats import identifiers
from jcq_formats.core.errors import IdentifierError
from jcq_formats.identifiers import candidate_number, centre_number, uci, uln, upn

ALL = [
    importlib.import_module(f"{identifiers.__name__}.{module.name}")
    for module in pkgutil.iter_modules(identifiers.__path__)
]
WITH_CHECK_DIGIT = [uci, uln, upn]
UPNS = st.from_regex(r"(80[1-3]|20[1-9]|93[1567])[0-9]{8}[0-9A-Z]", fullmatch=True)


@pytest.mark.parametrize("module", ALL, ids=lambda module: module.__name__.split(".")[-1])
def test_the_examples_in_the_docstring_hold(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted >= 2
    assert result.failed == 0


@pytest.mark.parametrize("module", ALL, ids=lambda module: module.__name__.split(".")[-1])
@given(st.integers(0, 10**12))
@example(100 * 10**8)
def test_made_up_ones_are_valid_and_survive_their_format(module: ModuleType, number: int) -> None:
    made = module.made_up(number)
    assert module.validate(made) == made
    assert module.compact(module.format(made)) == made
    assert module.fault(made) is None


@pytest.mark.parametrize("module", ALL, ids=lambda module: module.__name__.split(".")[-1])
def test_made_up_ones_are_others_for_other_numbers(module: ModuleType) -> None:
    made = {module.made_up(number) for number in range(2001)}
    assert len(made) == 2001
    assert all(module.is_valid(text) for text in made)


def test_every_digit_of_a_number_tells_made_up_ones_apart() -> None:
    assert uci.made_up(123456789)[:12] == "976540016789"
    assert upn.made_up(123456789)[1:] == "801123456789"


@pytest.mark.parametrize("example", ["689990980001D", "681990012058G", "68199 0 01 2058 G"])
def test_published_ucis_are_valid(example: str) -> None:
    assert uci.is_valid(example)


def test_every_check_letter_of_a_uci_is_reached() -> None:
    reached = {uci.calc_check_digit(f"123450{number:06}") for number in range(200)}
    assert reached == set("ABCDEFGHKLMRTVWXY")


@pytest.mark.parametrize(
    ("letter", "value"),
    [("A", 1), ("P", 16), ("Q", 10), ("W", 16), ("X", 10), ("Y", 11), ("Z", 12)],
)
def test_letters_of_a_uci_count_as_the_rule_says(letter: str, value: int) -> None:
    assert uci.calc_check_digit(f"00000{letter}000000") == "ABCDEFGHKLMRTVWXY"[value * 11 % 17]


def test_the_check_letter_of_a_uci_is_that_of_its_first_twelve_characters() -> None:
    assert uci.calc_check_digit("689990980001") == "D"
    assert uci.calc_check_digit("689990980001D") == "D"
    assert uci.calc_check_digit("689990980001X") == "D"


def test_a_uci_says_what_is_wrong_without_repeating_it() -> None:
    for wrong in ("689990980001E", "68999098000D", "ABCDE0980001D", "689990980001I", ""):
        with pytest.raises(IdentifierError) as error:
            uci.validate(wrong)
        assert wrong == "" or wrong not in str(error.value)


@pytest.mark.parametrize(
    ("module", "text"),
    [
        (uci, "689990980001d"),
        (uci, "68999b980001D"),
        (upn, "k801200001001"),
        (upn, "K80120000100a"),
    ],
)
def test_small_letters_are_named_as_the_cause(module: ModuleType, text: str) -> None:
    assert module.fault(text) == ("has small letters: write all letters as capitals", "B")


@given(st.integers(0, 10**10), st.integers(0, 11), st.integers(1, 9))
def test_a_digit_mistyped_in_a_uci_is_noticed(number: int, at: int, by: int) -> None:
    made = uci.made_up(number)
    if made[at].isdigit() and at != 5:
        wrong = made[:at] + str((int(made[at]) + by) % 10) + made[at + 1 :]
        assert not uci.is_valid(wrong)


@given(st.integers(0, 10**9), st.integers(1, 9), st.integers(1, 9))
def test_a_digit_mistyped_in_a_uln_is_noticed(number: int, at: int, by: int) -> None:
    made = uln.made_up(number)
    wrong = made[:at] + str((int(made[at]) + by) % 10) + made[at + 1 :]
    assert not uln.is_valid(wrong)


def test_nine_digits_without_a_check_digit_are_no_uln() -> None:
    body = next(f"{n}" for n in range(100000000, 100000100) if _weighed(f"{n}") == 0)
    assert not any(uln.is_valid(f"{body}{digit}") for digit in range(10))
    with pytest.raises(IdentifierError, match="no check digit"):
        uln.calc_check_digit(body)


def _weighed(body: str) -> int:
    return sum((10 - place) * int(digit) for place, digit in enumerate(body)) % 11


@given(UPNS)
def test_upn_check_letters_are_those_of_python_stdnum(body: str) -> None:
    try:
        letter = stdnum.gb.upn.calc_check_digit(body)
    except ValueError:
        with pytest.raises(IdentifierError):
            upn.calc_check_digit(body)
        return
    assert upn.calc_check_digit(body) == letter
    for first in "ABCDEFGHJKLMNPQRTUVWXYZIS0":
        assert upn.is_valid(first + body) == stdnum.gb.upn.is_valid(first + body)


@pytest.mark.parametrize("module", ALL)
@pytest.mark.parametrize("given", [None, 17, b"0017"])
def test_what_is_no_text_is_refused_by_its_type(module: ModuleType, given: object) -> None:
    for function in (module.fault, module.compact, module.validate, module.format):
        with pytest.raises(IdentifierError, match=f"a text is needed, not {type(given).__name__}"):
            function(given)
    assert not module.is_valid(given)


def test_numbers_without_check_digit_have_their_bounds() -> None:
    assert [candidate_number.is_valid(n) for n in ("0001", "9999", "0000", "001", "²001")] == [
        True, True, False, False, False,
    ]  # fmt: skip
    assert [centre_number.is_valid(n) for n in ("00000", "99999", "9999", "9999A")] == [
        True, True, False, False,
    ]  # fmt: skip
    assert (candidate_number.format("7"), centre_number.compact("68 199")) == ("0007", "68199")
