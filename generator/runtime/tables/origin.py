"""Where the rows of a table come from: file and line, and what the headers above a line say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..core.errors import JcqError, hint
from ..core.formats import Format, Place
from ..core.roles import text_of
from .blocks import Block, Numbers
from .columns import PREFIX
from .extras import missing

try:
    import numpy as np
    import pyarrow as pa
except ImportError as error:
    raise missing("arrow", error) from None

FILE, LINE_NUMBER, VERSION, CENTRE = "file", "line_number", "version", "centre_number"
ROLES = {
    CENTRE: "centre.number",
    "awarding_body": "file.awarding_body",
    "series": "file.series",
    "year": "file.year",
}
"""What headers say, by the role of the field."""

ORIGINS = (FILE, LINE_NUMBER, VERSION, *ROLES)
ENVELOPE = (Place.FILE_HEADER, Place.CENTRE_HEADER, Place.CENTRE_TRAILER, Place.FILE_TRAILER)


def chosen_origins(wanted: bool | Iterable[str]) -> tuple[str, ...]:
    """The columns of origin that are asked for. Raises JcqError for one that there is not."""
    if isinstance(wanted, bool):
        return ORIGINS if wanted else ()
    names = tuple(name.removeprefix(PREFIX) for name in wanted)
    for name in names:
        if name not in ORIGINS:
            raise JcqError(f"no origin {name!r}; {hint(name, ORIGINS)}")
    return names


def origin_field(name: str) -> Any:
    """The Arrow field of a column of origin."""
    kind = pa.int64() if name == LINE_NUMBER else pa.dictionary(pa.int32(), pa.string())
    return pa.field(PREFIX + name, kind)


@dataclass(slots=True)
class Origin:
    """Follows a file from block to block: how many lines went by, and what its headers said."""

    file: str
    form: Format
    wanted: tuple[str, ...]
    lines: int = 0
    said: Mapping[str, str] = field(default_factory=dict)

    @property
    def beside(self) -> tuple[str, ...]:
        """The keys of the lines that say it; none where nobody asks."""
        if ROLES.keys().isdisjoint(self.wanted):
            return ()
        return tuple(key for key, r in self.form.records.items() if r.PLACE in ENVELOPE)

    def columns(self, block: Block) -> list[Any]:
        """The columns that were asked for, for the rows of the next block."""
        said = [self.said]
        for _, text in block.beside:
            said.append(self._after(text, said[-1]))
        above = np.searchsorted([number for number, _ in block.beside], block.numbers)
        made = [self._column(name, block, said, above) for name in self.wanted]
        self.lines += block.count
        self.said = said[-1]
        return made

    def _after(self, text: str, said: Mapping[str, str]) -> Mapping[str, str]:
        """What holds below this header or trailer."""
        record = self.form.records[text[:2]](text)
        if record.PLACE is Place.FILE_HEADER:
            said = {}
        elif record.PLACE is not Place.CENTRE_HEADER:
            return {name: value for name, value in said.items() if name != CENTRE}
        now = {name: text_of(record, role) for name, role in ROLES.items()}
        return {**said, **{name: value for name, value in now.items() if value}}

    def _column(
        self, name: str, block: Block, said: list[Mapping[str, str]], above: Numbers
    ) -> Any:
        if name == LINE_NUMBER:
            return pa.array(block.numbers + (self.lines + 1))
        if name in (FILE, VERSION):
            text = self.file if name == FILE else self.form.version
            return _dictionary([text], np.zeros(len(block.numbers), np.int64))
        return _dictionary([state.get(name) for state in said], above)


def _dictionary(texts: list[str | None], chosen: Numbers) -> Any:
    """For each row one of the texts."""
    codes = pa.array(texts, pa.string()).dictionary_encode()
    return pa.DictionaryArray.from_arrays(codes.indices.take(pa.array(chosen)), codes.dictionary)
