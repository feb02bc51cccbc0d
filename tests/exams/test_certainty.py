"""Lines of text are judged as quickly as they can be, and as their records are."""

from __future__ import annotations

from random import Random

import jcq_formats as jcq
import pytest
from jcq_formats.core.records import UnknownRecord
from jcq_formats.exams.certainty import Certainty
from jcq_formats.exams.results import is_unread

from tests.made_up.contents import FILES, lines_of

FORM = jcq.load_version("14")
OTHER_CHARACTERS = "A0\t é\xa0Oo~"


def spoilt(line: str, random: Random) -> str:
    """The line with one mistake."""
    at, other = random.randrange(len(line)), random.choice(OTHER_CHARACTERS)
    moved = [line[:at] + " " + line[at:-1], line[:at] + line[at + 1 :] + " "]
    return random.choice([*moved, line[:at] + other + line[at + 1 :], line[:at], line.rstrip()])


@pytest.mark.parametrize("name", FILES)
def test_texts_are_refused_as_their_records_are(name: str) -> None:
    random = Random(name)
    lines = [line.decode("latin-1") for line in lines_of(name) if line]
    for _ in range(200):
        texts = list(lines)
        for at in random.sample(range(len(lines)), random.randint(0, 2)):
            texts[at] = spoilt(lines[at], random)
        of_texts, of_records = Certainty(FORM, is_unread), Certainty(FORM, is_unread)
        of_texts.add_texts(texts)
        for text in texts:
            of_records.add(FORM.records.get(text[:2], UnknownRecord)(text))
        assert str(of_texts.refusal(name)) == str(of_records.refusal(name))
