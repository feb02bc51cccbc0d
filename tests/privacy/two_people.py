"""Files of two invented people that differ only in personal values, and spoilt in the same way.

The values have the same shape, the same check letters, and digits that give no valid date if text
slips, so that both have the same faults.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SAMPLES = Path(__file__).resolve().parents[1] / "samples"


class Person(NamedTuple):
    """The personal values of a candidate, each with its check letter or digit."""

    candidate_name: str
    date_of_birth: str
    uci: str
    upn: str
    uln: str

    def entry(self, key: str) -> bytes:
        """A record of entries or amendments."""
        upright = f"{self.date_of_birth}{self.uci}{self.upn}{self.uln}"
        line = f"{key}C999990001{self.candidate_name:<40}F{upright}{'':13}1MAH   1HI01"
        return line.ljust(192).encode()

    def result(self) -> bytes:
        """A record of results."""
        line = f"R5999990001{self.uci}{self.uln}1MAH  1MAH  18"
        return line.ljust(61).encode()


PEOPLE = (
    Person("QUOKKAVOX:ZEBEDEEWIN", "271298", "84899J646667K", "K958799795885", "9967948859"),
    Person("XIBEDOQUA:VOKEZANDIE", "281197", "99676J677547K", "K464845456765", "5749769576"),
)

TEMPLATES = {
    name: (SAMPLES / folder / name).read_bytes().split(b"\r\n")
    for folder, name in (
        ("centre", "A9999998.X02"),
        ("centre", "E9999998.X01"),
        ("centre", "F9999998.X01"),
        ("centre", "R9999998.X01"),
        ("basedata", "O6G26_98.X02"),
        ("basedata", "S6G26_98.X01"),
    )
}


FAR = 1_000_000
"""The seed from which files are spoilt in ways that leave every field valid."""


def spoilt_files(seed: int) -> tuple[str, list[bytes]]:
    """The name of a file, and its bytes with a record of each person, spoilt in one way."""
    chance = random.Random(seed)
    name = chance.choice(list(TEMPLATES))
    letter = name[0] if name[0] in "AER" else chance.choice("AER")
    edits = _far_moves if seed >= FAR else _edits
    spoil = list(edits(chance, 61 if letter == "R" else 192, name[0]))
    found = []
    for person in PEOPLE:
        line = person.result() if letter == "R" else person.entry(f"{letter}5")
        for at, removed, inserted in spoil:
            line = line[:at] + inserted + line[at + removed :]
        lines = list(TEMPLATES[name])
        lines[2] = line
        found.append(b"\r\n".join(lines))
    return name, found


def _edits(chance: random.Random, length: int, letter: str) -> Iterator[tuple[int, int, bytes]]:
    """The position, the number of bytes removed, and the bytes inserted."""
    at = chance.randrange(2, length)
    count = chance.choice((1, 1, 1, 2, 3, 5, 8, 13, 21, 34))
    junk = bytes(chance.choice(b"019*:/ \t\0\x85\xc9") for _ in range(count))
    kind = chance.randrange(10)
    if kind == 0:
        yield at, count, b""
    elif kind == 1:
        yield at, 0, b" " * count
    elif kind == 2:
        yield at, 0, junk
    elif kind == 3:
        yield at, count, junk
    elif kind == 4:
        yield 0, 1, letter.encode()
    elif kind == 5:
        yield 0, 2, letter.encode() + chance.choice(b"13579").to_bytes(1, "big")
    elif kind == 6:
        yield at, 0, b"\r\n"
    elif kind == 7:
        yield at, length, b""
    elif kind == 8:
        yield 0, 0, junk
    else:
        yield at, 1, junk[:1]
        second = chance.randrange(2, length)
        yield second, count, b""


def _far_moves(chance: random.Random, length: int, letter: str) -> Iterator[tuple[int, int, bytes]]:
    """Edits that leave every field valid: so many blanks in the middle of the line that values are
    in fields of another kind; or another data type, and the line cut off."""
    kind = chance.randrange(4)
    if kind == 3:
        key = chance.choice(("A", "C", "D", "E", "F", "L", "O", "R", "S")) + chance.choice("35")
        yield 0, 2, key.encode()
        yield chance.randrange(12, 62), length, b""
        return
    moved = chance.choice((42, 49, 56, 63, 70, chance.randrange(7, 77)))
    yield min(chance.choice((52, 58, 59, 72, 84, 85, 94, 95)), length - 27), 0, b" " * moved
    if kind:
        yield length if kind == 1 else chance.randrange(length // 2, length + 1), length, b""
