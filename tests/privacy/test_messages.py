"""Two messages that differ only in personal values give the same output, however spoilt."""

from __future__ import annotations

import contextlib
import io
import random
from collections.abc import Iterator
from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.cli import main

from tests.made_up.message import NAME, Learner, message

ONE = Learner("999990260001T", "0001", {"1/1": "5", "1/2": "6"}, "Tegan", "Goosander")
OTHER = Learner("888880130002T", "0001", {"1/1": "5", "1/2": "6"}, "Rowan", "Yellowham")
TEXTS = (message([ONE]), message([OTHER]).replace("2008-02-29", "2007-11-05"))

INSERTED = ("", "<", ">", "&", ";", "/", '"', "=", " ", "\n", "A", "0", "\x00", "<!--", "]]>", "é")
SECRETS = ("Tegan", "Rowan", "Goos", "Yell", "99999026", "88888013", "2008-02", "2007-11")


def spoilt(seed: int) -> tuple[bytes, bytes]:
    """Both messages, with the same one to three changes of their bytes."""
    found = []
    for text in TEXTS:
        chance = random.Random(seed)
        for _ in range(chance.randint(0, 3)):
            at, width = chance.randrange(len(text) - 20), chance.randint(0, 4)
            text = text[:at] + chance.choice(INSERTED) + text[at + width :]
        found.append(text.encode())
    return found[0], found[1]


def said(data: bytes) -> Iterator[str]:
    """All output about a message; but a check letter may be right by chance."""
    try:
        for issue in jcq.check(data, name=NAME, disable=["message.uci"]):
            yield f"{issue} {issue!r} {issue.masked_text()}"
        found = jcq.read_message(data, name=NAME)
        yield repr([found, found.header, *found.items()])
        yield from map(repr, jcq.component_results(found))
        yield found.masked().to_bytes().decode()
        yield jcq.mask(found, jcq.Pseudonyms(random.Random(1))).to_bytes().decode()
        for view in found.items():
            with contextlib.suppress(jcq.FieldError):
                view.as_dict()
    except jcq.FieldError as error:
        yield f"{error} {error!r}"
    except jcq.FormatError as error:
        yield f"{error} {error!r}"


def test_the_two_differ_in_personal_values_alone() -> None:
    one, other = TEXTS
    assert len(one) == len(other)
    assert one != other


@pytest.mark.parametrize("start", range(0, 2000, 500))
def test_the_same_is_said_of_both(start: int) -> None:
    for seed in range(start, start + 500):
        one, other = (list(said(data)) for data in spoilt(seed))
        assert one == other, seed
        assert not [secret for secret in SECRETS if secret in " ".join(one)], seed


@pytest.mark.parametrize("seed", range(60))
def test_the_same_is_printed_of_both(seed: int, tmp_path: Path) -> None:
    path = tmp_path / NAME
    printed = []
    for data in spoilt(seed):
        path.write_bytes(data)
        stream = io.StringIO()
        with contextlib.redirect_stdout(stream), contextlib.redirect_stderr(stream):
            main(["show", str(path)])
            main(["show", str(path), "--long"])
            for form in ("text", "json", "html"):
                main(["check", str(path), "--disable", "message.uci", "--format", form])
            main(["export", str(path), "--to", "csv", "--output", str(tmp_path / "out"), "--force"])
            main(["upgrade", str(path), "--to", "13"])
            main(["split", str(path), "--to", str(tmp_path / "parts")])
        printed.append(stream.getvalue())
    assert printed[0] == printed[1]
    assert not [secret for secret in SECRETS if secret in printed[0]]
