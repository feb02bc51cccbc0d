# Copied from generator/runtime/cli/progress.py by `make generate`; edit that, not this.
"""Progress on a terminal when a run takes longer than a second; silent in a pipe."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

DELAY = 1.0
INTERVAL = 0.1


class Progress:
    """One line on standard error that is written over; nothing where it is no terminal."""

    def __init__(self) -> None:
        self.shows = sys.stderr.isatty()
        self.next = time.monotonic() + DELAY
        self.steps = 0
        self.shown = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.clear()

    def step(self, name: str) -> None:
        """Another file is begun."""
        self.steps += 1
        now = time.monotonic()
        if self.shows and now >= self.next:
            self.next = now + INTERVAL
            text = f"file {self.steps}: {name}"[:78]
            self.clear()
            print(text, end="\r", file=sys.stderr, flush=True)
            self.shown = len(text)

    def clear(self) -> None:
        """Makes room for other output."""
        if self.shown:
            print(" " * self.shown, end="\r", file=sys.stderr, flush=True)
            self.shown = 0
