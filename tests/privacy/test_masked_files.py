"""A masked file does not depend on the personal values of the original, however it is spoilt."""

from __future__ import annotations

import re
from random import Random

import jcq_formats as jcq
from jcq_formats.core.layouts import IDENTIFIER_RULE

from tests.privacy.two_people import FAR, PEOPLE, spoilt_files

MANY = 600
NUMBERS = (("64738", "8417"), ("63529", "7306"))
"""The centre and the candidate of each file."""

PIECES = frozenset(
    piece
    for person, (centre, number) in zip(PEOPLE, NUMBERS, strict=True)
    for value in (*person, centre, centre + number)
    for piece in (value[at : at + 5] for at in range(len(value) - 4))
)


def originals(seed: int) -> list[jcq.File]:
    """Two files that differ in the values of people and centres alone, spoilt in one way."""
    name, found = spoilt_files(seed)
    files = []
    for data, (centre, number) in zip(found, NUMBERS, strict=True):
        text = data.decode("latin-1").replace("999990001", centre + number)
        text = re.sub(r"(?m)^([AEFR][1379])99999(?=[0-9 ])", rf"\g<1>{centre}", text)
        there = name.replace("99999", centre)
        files.append(jcq.read(text.encode("latin-1"), name=there, version="14"))
    return files


def wrong_identifiers(file: jcq.File) -> list[tuple[int, str]]:
    """Which identifiers are wrong: in values that have slipped, that is chance."""
    return [
        (number, fault.field)
        for number, record in enumerate(file)
        for fault in record.faults()
        if fault.rule == IDENTIFIER_RULE
    ]


def test_two_files_that_differ_in_personal_values_alone_become_one() -> None:
    compared = 0
    for seed in (*range(MANY), *range(FAR, FAR + MANY)):
        one, other = originals(seed)
        if wrong_identifiers(one) == wrong_identifiers(other):
            masked = [jcq.mask(file, jcq.Pseudonyms(Random(seed))) for file in (one, other)]
            assert masked[0] == masked[1], seed
            compared += 1
    assert compared > 1.9 * MANY


def test_no_piece_of_a_personal_value_survives() -> None:
    for seed in (*range(MANY, 2 * MANY), *range(FAR + MANY, FAR + 2 * MANY)):
        file, _ = originals(seed)
        masked = jcq.mask(file, jcq.Pseudonyms(Random(seed)))
        said = masked.name + masked.to_bytes().decode("latin-1")
        found = [piece for piece in PIECES if piece in said]
        # A piece of an invented number is a planted one by chance, but not in two runs.
        again = jcq.mask(file, jcq.Pseudonyms(Random(f"{seed} again"))).to_bytes().decode("latin-1")
        assert not [piece for piece in found if piece in again], (seed, found)


def test_the_shape_of_the_file_stays() -> None:
    for seed in (*range(MANY // 5), *range(FAR, FAR + MANY // 5)):
        file, _ = originals(seed)
        masked = jcq.mask(file)
        assert [line.end for line in masked.lines] == [line.end for line in file.lines]
        for old, new in zip(file, masked, strict=True):
            assert type(old) is type(new)
            assert len(old.line) == len(new.line) or len(old.line) < old.length, seed
