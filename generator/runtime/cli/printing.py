"""Prints lines in which nothing controls the terminal."""

from __future__ import annotations

import sys
from typing import TextIO

from ..core.printable import visible


def say(line: str = "", stream: TextIO | None = None) -> None:
    """Prints one line, to standard output if no stream is given. Raises OSError."""
    print(visible(line), file=sys.stdout if stream is None else stream)


def complain(message: str) -> None:
    """Prints one line to standard error: an error or a notice."""
    say(message, sys.stderr)


def ask(question: str) -> str:
    """The answer on standard input; empty at its end. Raises OSError."""
    print(visible(question), end="", flush=True)
    return sys.stdin.readline().strip() if sys.stdin is not None else ""
