"""Two files that differ only in personal values give the same output, however they are spoilt."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.checking.rules.identities import ANOTHER
from jcq_formats.cli import main
from jcq_formats.core.layouts import IDENTIFIER_RULE
from jcq_formats.report.text import issue_text

from tests.made_up.files import CENTRE
from tests.privacy.two_people import FAR, PEOPLE, SAMPLES, spoilt_files

BASE = jcq.read_basedata(SAMPLES / "basedata")
ORIGINAL = "the sample file of the same data type"
MANY, SOME = 3_000, 150
OUTPUT = "OUTPUT"
FORCED = dict.fromkeys(("upgrade", "split", "export", "fix"), ("--force",))

PIECES = frozenset(
    value[at : at + 4] for person in PEOPLE for value in person for at in range(len(value) - 3)
)


def issues_said(data: bytes, name: str) -> Iterator[str]:
    """All texts of issues, except check letters: one in 17 slipped ones is right by chance."""
    for issue in jcq.check(data, name=name, basedata=BASE):
        if issue.rule == IDENTIFIER_RULE or issue.message.endswith(ANOTHER):
            continue
        masked = issue.masked()
        yield f"{issue}\n{issue!r}\n{masked!r} {masked.text} {masked.record}\n{issue_text(issue)}"


def records_said(data: bytes, name: str) -> Iterator[str]:
    """All texts that records, and objects made from them, give of themselves; and decoding
    errors."""
    file = jcq.read(data, name=name, version="14")
    yield repr(file)
    for record in file:
        yield repr(record)
        for field in record.FIELDS:
            try:
                record.decode(field)
            except jcq.FieldError as error:
                yield f"{error!r} {error}"
    with contextlib.suppress(jcq.JcqError):
        yield from map(repr, jcq.candidates(file))
    with contextlib.suppress(jcq.JcqError):
        yield from map(repr, jcq.results(file, incomplete=True))


def differing(say: Callable[[bytes, str], Iterator[str]], seeds: Iterable[int]) -> list[int]:
    """The seeds of files with different output."""
    found = []
    for seed in seeds:
        name, (one, other) = spoilt_files(seed)
        if list(say(one, name)) != list(say(other, name)):
            found.append(seed)
    return found


@pytest.mark.parametrize("say", [issues_said, records_said])
def test_what_is_said_does_not_depend_on_personal_values(
    say: Callable[[bytes, str], Iterator[str]],
) -> None:
    assert differing(say, (*range(MANY), *range(FAR, FAR + MANY))) == []


@pytest.mark.parametrize(
    "command",
    [
        ("check", "--basedata", str(SAMPLES / "basedata")),
        ("check", "--format", "json", "--basedata", str(SAMPLES / "basedata")),
        ("check", "--format", "html", "--basedata", str(SAMPLES / "basedata")),
        ("show", "--format-version", "14"),
        ("show", "--format-version", "14", "--long"),
        ("upgrade", "--to", "13", "--drop", "--incomplete", "--output", OUTPUT),
        ("upgrade", "--to", "14", "--output", OUTPUT),
        ("split", "--to", OUTPUT),
        ("split", "--to", OUTPUT, "--incomplete"),
        ("fix", "--all", "--output", OUTPUT),
        ("export", "--to", "csv", "--output", OUTPUT),
        ("export", "--to", "jsonl", "--output", OUTPUT, "--incomplete", "--format-version", "14"),
        ("export", "--to", "parquet", "--output", OUTPUT, "--incomplete"),
        ("export", "--to", "xlsx", "--output", OUTPUT, "--incomplete"),
        ("diff", ORIGINAL, "--incomplete"),
        ("diff", ORIGINAL, "--incomplete", "--format", "json"),
        ("results", str(CENTRE / "R9999998.X01"), "--incomplete"),
        ("fees", "--basedata", str(SAMPLES / "basedata"), "--incomplete"),
        ("timetable", "--basedata", str(SAMPLES / "basedata"), "--incomplete"),
    ],
    ids=" ".join,
)
def test_what_a_command_prints_does_not_depend_on_personal_values(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    first, *rest = command
    codes = set[int]()

    def printed(data: bytes, name: str) -> Iterator[str]:
        (tmp_path / name).write_bytes(data)
        target = tmp_path / "out" if command[2:3] != ("xlsx",) else tmp_path / "out.xlsx"
        original = next(map(str, CENTRE.glob(f"{name[0]}*")), "")
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            places = {OUTPUT: str(target), ORIGINAL: original}
            given = [places.get(option, option) for option in rest]
            codes.add(main([first, str(tmp_path / name), *given, *FORCED.get(first, ())]))
        yield out.getvalue()

    assert differing(printed, (*range(SOME), *range(FAR, FAR + SOME))) == []
    assert (1 if first == "diff" else 0) in codes
    assert 2 not in codes or first in ("diff", "results")


@pytest.mark.parametrize("say", [issues_said, records_said])
def test_no_piece_of_a_personal_value_is_said(
    say: Callable[[bytes, str], Iterator[str]],
) -> None:
    holding = 0
    for seed in (*range(MANY, MANY + SOME), *range(FAR + MANY, FAR + MANY + SOME)):
        name, (data, _) = spoilt_files(seed)
        holding += any(piece in data.decode("latin-1") for piece in PIECES)
        said = "\n".join(say(data, name))
        assert [piece for piece in PIECES if piece in said] == [], (seed, said)
    assert holding > SOME
