"""Masking: invented people in place of real ones, and everything else byte for byte."""

from __future__ import annotations

from random import Random

import jcq_formats as jcq
import pytest

from tests.made_up.files import CENTRE
from tests.made_up.message import NAME, Learner, message

HEADER = "E164738986G26SSAMPLE 00114"
NAMED = f"E5C647388417{'QUOKKAVOX:ZEBEDEE':<40}F"
ENTRY = f"{NAMED}27129884899J646667KK9587997958859967948859{'':13}1MAH   1HI01".ljust(192)


def masked(text: str, name: str = "E6473898.X01", seed: int = 1) -> jcq.File:
    """The file of these contents with invented people, always the same for the same seed."""
    file = jcq.read(text.encode("latin-1"), name=name, version="14")
    return jcq.mask(file, jcq.Pseudonyms(Random(seed)))


def of_entry(line: str, seed: int = 1) -> str:
    """A line of entries with an invented candidate."""
    return list(masked(f"{HEADER}\r\n{line}\r\n", seed=seed))[1].line


def test_what_identifies_is_invented_and_the_rest_stays() -> None:
    file = masked(f"{HEADER}\r\n{ENTRY}\r\n")
    header, entry = file
    assert isinstance(entry, jcq.v14.Entry)
    assert header.line[7:] == HEADER[7:]
    assert (entry.line[:3], entry.sex, entry.line[95:]) == ("E5C", "F", ENTRY[95:])
    assert entry.centre_number == header.line[2:7] != "64738"
    assert not list(entry.faults())
    for field in ("candidate_number", "candidate_name", "date_of_birth", "uci", "upn", "uln"):
        assert entry.text(field).strip() not in ("", ENTRY[entry.FIELDS[field].start - 1 :][:13])
        assert entry.text(field).strip() not in ENTRY
    assert file.name == f"E{entry.centre_number}98.X01"


def test_the_same_value_has_the_same_pseudonym_in_all_files() -> None:
    pseudonyms = jcq.Pseudonyms(Random(2))
    entries, results = (
        jcq.mask(jcq.read(CENTRE / name), pseudonyms) for name in ("E9999998.X01", "R9999998.X01")
    )
    known = {c.uci: (c.centre_number, c.candidate_number) for c in jcq.candidates(entries)}
    found = {r.uci: (r.centre_number, r.candidate_number) for r in jcq.results(results) if r.uci}
    assert found and all(known[uci] == numbers for uci, numbers in found.items() if uci in known)
    assert known.keys() & found.keys()


def test_a_run_cannot_be_repeated() -> None:
    file = jcq.read(CENTRE / "E9999998.X01")
    assert jcq.mask(file).to_bytes() != jcq.mask(file).to_bytes()


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("84899J646667K", "84899J646667A", "the check letter does not match"),
        ("84899J646667K", "84899J646667k", "capitals"),
        ("K958799795885", "B958799795885", "the check letter does not match"),
        ("271298", "311198", "this date does not exist"),
    ],
)
def test_a_wrong_value_stays_wrong_in_the_same_way(right: str, wrong: str, message: str) -> None:
    line = ENTRY.replace(right, wrong)
    assert line != ENTRY
    new = jcq.v14.Entry(of_entry(line))
    (fault,) = new.faults()
    assert message in fault.message
    assert wrong not in new.line


def test_of_a_line_that_is_not_sound_the_shape_is_kept() -> None:
    assert of_entry("E5C64738 8417O'Badger:Zo\xeb \xc9    1MAH") == (
        "E5X99999 9999X.Xxxxxx.Xx\xe3 \xc3    9XXX"
    )
    assert of_entry("\tQuokkavox, Zebedee 27.12.98\0") == "\tXxxxxxxxx. Xxxxxxx 99.99.99\0"


def test_a_letter_of_utf_8_remains_one() -> None:
    line = of_entry("not a record: Zo\xc3\xab \xe2\x80\x99")
    assert line == "xxx x xxxxxx. Xx\xc3\xa9 \xe3\x92\x92"
    assert line.encode("latin-1").decode() == "xxx x xxxxxx. Xx\xe9 \u3492"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("E6473898.X01", "E#####98.X01"),
        ("e6473898.x01", "e#####98.x01"),
        ("E6473898 (1).X01", "E#####98 (1).X01"),
        ("Copy of E6473898.X01", "Copy of E#####98.X01"),
        ("E6473898.X01.txt", "E#####98.X01"),
        ("Zebedee Quokkavox.X01", "masked-1.X01"),
        ("Zebedee.Quokkavox", "masked-1"),
        ("", ""),
    ],
)
def test_the_name_of_a_file_says_nothing_of_the_centre(name: str, expected: str) -> None:
    file = masked(HEADER, name)
    number = next(iter(file)).line[2:7]
    assert file.name == expected.replace("#####", number)


def test_a_broadcast_file_stays_as_it_is() -> None:
    path = CENTRE.parent / "basedata" / "O6G26_98.X02"
    file = jcq.mask(jcq.read(path))
    assert (file.name, file.to_bytes()) == (path.name, path.read_bytes())


def test_blank_values_and_a_line_cut_off_after_the_last_value_stay_so() -> None:
    line = f"{NAMED}000000"
    new = of_entry(line)
    assert (len(new), new[53:]) == (59, "000000")


def test_the_people_of_a_message_are_those_of_the_files() -> None:
    pseudonyms = jcq.Pseudonyms(Random(3))
    text = message([Learner("84899J646667K", "8417", {"1/1": "5"}, "Zebedee", "Quokkavox")])
    text = text.replace("99999", "64738")
    new = jcq.mask(jcq.read_message(text.encode(), name=NAME.replace("99999", "64738")), pseudonyms)
    file = jcq.read(f"{HEADER}\r\n{ENTRY}\r\n".encode(), version="14")
    (entry,) = jcq.mask(file, pseudonyms).records_of(jcq.v14.Entry)
    (found,) = jcq.component_results(new)
    assert (found.centre_number, found.candidate_number) == (
        entry.centre_number,
        entry.candidate_number,
    )
    assert found.uci == entry.uci
    data = new.to_bytes().decode()
    surname, forename = jcq.split_name(entry.candidate_name)
    assert f">{surname.title()}<" in data and f">{forename.title()}<" in data
    assert f".{entry.centre_number}." in new.name
    for secret in ("84899", "8417", "Zebedee", "Quokkavox", "64738"):
        assert secret not in data + new.name
    assert [str(issue) for issue in jcq.check(data.encode(), name=new.name)] == [
        str(issue) for issue in jcq.check(text.encode(), name=NAME.replace("99999", "64738"))
    ]


def test_only_a_file_or_message_is_masked() -> None:
    with pytest.raises(jcq.JcqError, match=r"file: a file is needed, .* not str"):
        jcq.mask("E9999998.X01")  # type: ignore[call-overload]
    with pytest.raises(jcq.JcqError, match=r"pseudonyms: an object of jcq.Pseudonyms is needed"):
        jcq.mask(jcq.read(CENTRE / "E9999998.X01"), 1)  # type: ignore[call-overload]
