"""Progress: only on a terminal, after a second, and without disturbing other output."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from jcq_formats.cli import progress
from jcq_formats.cli.progress import Progress
from jcq_formats.core.sources import Source


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Called within the test itself, since pytest replaces standard error before it."""
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "DELAY", 0.0)
    monkeypatch.setattr(progress, "INTERVAL", 0.0)
    return stream


def source(data: bytes) -> Source:
    return Source("R9999998.X01", lambda: io.BytesIO(data))


def test_a_terminal_sees_the_file_and_how_far_it_was_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = on_a_terminal(monkeypatch)
    with Progress() as shown:
        watched = shown.watched(source(b"x" * 3_000_000))
        shown.step(watched.name)
        with watched.open() as stream:
            assert len(stream.read(2_000_000)) == 2_000_000
            assert stream.read() == b"x" * 1_000_000
    written = terminal.getvalue().split("\r")
    assert "file 1: R9999998.X01, 0 MB" in written
    assert "file 1: R9999998.X01, 2 MB" in written
    assert "file 1: R9999998.X01, 3 MB" in written
    assert written[-2].strip() == ""


def test_a_long_name_stays_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_a_terminal(monkeypatch)
    with Progress() as shown:
        shown.step("x" * 200 + "\x1b[2J")
    lengths = [len(part) for part in terminal.getvalue().split("\r")]
    assert 0 < max(lengths) <= 78
    assert "\x1b" not in terminal.getvalue()


def test_nothing_is_shown_in_the_first_second(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_a_terminal(monkeypatch)
    monkeypatch.setattr(progress, "DELAY", 1000.0)
    with Progress() as shown:
        shown.step("R9999998.X01")
    assert terminal.getvalue() == ""


def test_a_pipe_sees_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "DELAY", 0.0)
    with Progress() as shown:
        plain = source(b"x")
        assert shown.watched(plain) is plain
        shown.step("R9999998.X01")
    assert stream.getvalue() == ""
