"""Which of several files cannot be used: those that are cut off, or cannot be read reliably."""  # Copied from generator/runtime/exams/usable_files.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..core.errors import JcqError
from ..core.lines import texts_of
from ..core.reading import opened_bytes
from ..core.sharing import Sharing
from ..core.sources import Source
from .certainty import Certainty
from .results import is_unread


def refusals_among(
    sources: Sequence[Source], version: str | None, sharing: Sharing
) -> Iterator[JcqError]:
    """The error that refuses a file, for each such file. Files are read once.

    A file of a data type whose layout is not established is accepted: nothing is read from its
    lines. Raises FormatError and OSError as reading does.
    """
    return sharing.parts(refusals_of, version, sources)


def refusals_of(version: str | None, sources: Iterable[Source]) -> Iterator[JcqError]:
    """The same in this process."""
    for source in sources:
        with source.open() as stream, opened_bytes(stream, version, source.name) as found:
            form, letter = found.format, ""
            certainty = Certainty(form, is_unread)
            for lines in texts_of(found.chunks, form.encoding):
                letter = letter or next((line[:1] for line in lines if line[:1].strip()), "")
                certainty.add_texts(lines)
            refusal = certainty.refusal(found.name)
            if refusal is not None and letter not in form.open_data_types:
                yield refusal
