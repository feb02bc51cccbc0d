"""Names of candidates made from real names, as awarding bodies accept them."""

from __future__ import annotations

import doctest

import jcq_formats as jcq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jcq_formats.exams import names

PERMITTED = set("ABCDEFGHIJKLMNOPQRSTUVWXYZ'().- ")


def test_the_examples_in_the_docstring_hold() -> None:
    result = doctest.testmod(names)
    assert (result.failed, result.attempted) == (0, 5)


@pytest.mark.parametrize(
    ("surname", "forenames", "text"),
    [
        ("Aardvark", "Ada May", "AARDVARK:ADA MAY"),
        ("de la Cruz", "María José", "DE LA CRUZ:MARIA JOSE"),
        ("O’Badger", "Béibhinn", "O'BADGER:BEIBHINN"),  # noqa: RUF001
        ("O`Badger", "D´Arcy", "O'BADGER:D'ARCY"),  # noqa: RUF001
        ("Crow‐Coot", "Anne–Marie", "CROW-COOT:ANNE-MARIE"),  # noqa: RUF001
        ("Łukasiewicz", "Żaneta", "LUKASIEWICZ:ZANETA"),
        ("Ørsted", "Åse", "ORSTED:ASE"),
        ("Weiß", "Þór", "WEISS:THOR"),
        ("Yıldız", "İrem", "YILDIZ:IREM"),  # noqa: RUF001
        ("Nguyễn", "Thị Ánh", "NGUYEN:THI ANH"),
        ("Badger", "", "BADGER:"),
        ("Badger", "—", "BADGER:"),
        ("  Mac \t Duck ", " Ben\xa0Jo ", "MAC DUCK:BEN JO"),
        ("St. John (Coot)", "J.", "ST. JOHN (COOT):J."),
        ("Ó Broin", "Seán", "O BROIN:SEAN"),
        ("O\x92Badger", "Anne\x96Marie", "O'BADGER:ANNE-MARIE"),
        ("ʿAbd al-Raʾūf", "Hawaiʻi", "'ABD AL-RA'UF:HAWAI'I"),  # noqa: RUF001
        ("Ɗanladi", "Ƙaura Ɓala", "DANLADI:KAURA BALA"),
        ("Ɛsi", "Kɔfi", "ESI:KOFI"),
        ("Ǽsop", "Ǿyvind", "AESOP:OYVIND"),
        ("Garcia/Lopez", "Ada, May", "GARCIA LOPEZ:ADA MAY"),
        ("Mole:Vole", "Ada", "MOLE VOLE:ADA"),
    ],
)
def test_real_names(surname: str, forenames: str, text: str) -> None:
    assert jcq.candidate_name(surname, forenames).text == text


def test_a_name_that_needs_no_change_says_none() -> None:
    assert jcq.candidate_name("AARDVARK", "ADA MAY") == ("AARDVARK:ADA MAY", ())


def test_an_accent_that_goes_with_no_letter_is_said() -> None:
    assert jcq.candidate_name("A\u0338DA", "MAY") == ("ADA:MAY", ("accents left out",))


def test_what_was_changed_is_said() -> None:
    assert jcq.candidate_name("Zoë-X:Æ", "A12").changes == (
        "letters with accents spelled out",
        ": written as a blank",
        "capitals",
        "characters left out that cannot be written",
    )


def test_what_was_changed_does_not_repeat_the_name() -> None:
    for letters in ("\u0141\xeb\xc6", "\u738b\u5c0f", "\u0416\u0434\u0301"):
        changes = " ".join(jcq.candidate_name(f"A{letters}", letters).changes)
        assert not set(letters) & set(changes)


def test_a_long_name_is_shortened_to_initials_from_the_last_and_says_so() -> None:
    name = jcq.candidate_name("Featherstonehaugh", "Bartholomew Peregrine Algernon")
    assert name.text == "FEATHERSTONEHAUGH:BARTHOLOMEW P A"
    assert name.changes[-1] == "2 of 3 forenames as initials"


def test_an_initial_is_a_letter_whatever_the_forename_begins_with() -> None:
    name = jcq.candidate_name("Featherstonehaugh-Cholmondeley", "(Bob) 'Aisha -Kit D'Arcy")
    assert name.text == "FEATHERSTONEHAUGH-CHOLMONDELEY:(B) A K D"
    assert name.changes[-1] == "4 of 4 forenames as initials"
    again = jcq.candidate_name("Featherstonehaugh-Cholmondeley", "Bartholomew A B C")
    assert again.changes[-1] == "1 of 4 forenames as initials"


def test_a_name_that_cannot_fit_is_refused_without_repeating_it() -> None:
    with pytest.raises(jcq.BuildError, match="52 characters, but at most 40 fit") as error:
        jcq.candidate_name("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysilio", "Dai")
    assert "LLANFAIR" not in str(error.value).upper()
    for nothing in ("", " ", "王", "-", "42"):
        with pytest.raises(jcq.BuildError, match="a surname is needed"):
            jcq.candidate_name(nothing, "Ada")


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_goes_in_a_permitted_name_comes_out_or_a_refusal(
    surname: str, forenames: str
) -> None:
    try:
        name = jcq.candidate_name(surname, forenames)
    except jcq.BuildError:
        return
    assert len(name.text) <= 40
    assert name.text.count(":") == 1
    assert set(name.text) - {":"} <= PERMITTED
    assert jcq.candidate_name(*jcq.split_name(name.text)) == (name.text, ())
    if name.text != f"{surname}:{forenames}":
        assert name.changes


@pytest.mark.parametrize(
    ("text", "parts"),
    [("O'BADGER:BEN", ("O'BADGER", "BEN")), ("DORMOUSE:", ("DORMOUSE", "")), ("X", ("X", ""))],
)
def test_names_are_taken_apart(text: str, parts: tuple[str, str]) -> None:
    assert jcq.split_name(text) == parts
