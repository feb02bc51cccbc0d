"""Progress on a terminal when a run takes longer than a second; silent in a pipe."""

from __future__ import annotations

import io
import sys
import time
from dataclasses import replace
from types import TracebackType
from typing import BinaryIO, Self, cast

from ..core.printable import visible
from ..core.sources import Source

DELAY = 1.0
INTERVAL = 0.1
WIDTH = 78


class Progress:
    """A line on standard error that is overwritten; nothing if that is not a terminal."""

    def __init__(self) -> None:
        self.shows = sys.stderr.isatty()
        self.next = time.monotonic() + DELAY
        self.steps = 0
        self.name = ""
        self.read = 0
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
        """Begins the next file."""
        self.steps += 1
        self.name = name
        self.read = 0
        self._show()

    def tick(self, size: int) -> None:
        """Adds a number of bytes read."""
        self.read += size
        self._show()

    def _show(self) -> None:
        now = time.monotonic()
        if not self.shows or now < self.next:
            return
        self.next = now + INTERVAL
        doing = f"file {self.steps}: {self.name}" if self.steps else "sorting out the files"
        text = visible(f"{doing}, {self.read / 1e6:,.0f} MB")[:WIDTH]
        self.clear()
        print(text, end="\r", file=sys.stderr, flush=True)
        self.shown = len(text)

    def clear(self) -> None:
        """Clears the line for other output."""
        if self.shown:
            print(" " * self.shown, end="\r", file=sys.stderr, flush=True)
            self.shown = 0

    def watched(self, source: Source) -> Source:
        """The same source; each chunk that is read counts as progress."""
        if not self.shows:
            return source
        return replace(
            source,
            open=lambda: cast(BinaryIO, _Watched(source.open(), self)),
            opened_aside=source.look,
        )


class _Watched(io.RawIOBase):
    """A stream that reports how much of it was read."""

    def __init__(self, stream: BinaryIO, progress: Progress) -> None:
        super().__init__()
        self.stream = stream
        self.progress = progress

    def read(self, size: int = -1) -> bytes:
        piece = self.stream.read(size)
        self.progress.tick(len(piece))
        return piece

    def close(self) -> None:
        self.stream.close()
        super().close()
