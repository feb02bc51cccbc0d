"""The contents of sample files, to be spoilt, and the issues of what they become."""

from __future__ import annotations

from pathlib import Path

import jcq_formats as jcq

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
FILES = {
    path.name: path.read_bytes()
    for path in (
        SAMPLES / "basedata" / "O6G26_98.X02",
        SAMPLES / "centre" / "E9999998.X01",
        SAMPLES / "centre" / "F9999998.X01",
        SAMPLES / "centre" / "R9999998.X01",
    )
}


def found(name: str, data: bytes) -> list[str]:
    """Severity, rule and place of each issue, except those of the unchanged sample."""
    issues = (i for i in jcq.check(data, name=name) if i.rule != "cross.partial-absence")
    return [f"{i.severity} {i.rule} {i.line_number}" for i in issues]


def sample(name: str) -> bytes:
    """The contents of a sample file."""
    (path,) = SAMPLES.glob(f"*/{name}")
    return path.read_bytes()


def lines_of(name: str) -> list[bytes]:
    """The lines of one of these files."""
    return FILES[name].split(b"\r\n")


def joined(lines: list[bytes]) -> bytes:
    """The contents of a file of these lines."""
    return b"\r\n".join(lines)
