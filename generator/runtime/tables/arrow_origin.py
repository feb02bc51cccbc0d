"""The columns of an Arrow table that give the source of each row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..core.formats import Format
from .blocks import Block, Numbers
from .extras import missing
from .origin import (
    FILE,
    LINE_NUMBER,
    ROLES,
    VERSION,
    envelope_keys,
    origin_name,
    origins_below,
)

try:
    import numpy as np
    import pyarrow as pa
except ImportError as error:
    raise missing("arrow", error) from None


def origin_field(name: str) -> Any:
    """The Arrow field of a source column."""
    kind = pa.int64() if name == LINE_NUMBER else pa.dictionary(pa.int32(), pa.string())
    return pa.field(origin_name(name), kind)


@dataclass(slots=True)
class Origin:
    """Follows a file block by block: the number of lines so far, and the values of its headers."""

    file: str
    form: Format
    wanted: tuple[str, ...]
    lines: int = 0
    origins: Mapping[str, str] = field(default_factory=dict)

    @property
    def beside(self) -> tuple[str, ...]:
        """The keys of the lines that give the source; empty if no source is requested."""
        if ROLES.keys().isdisjoint(self.wanted):
            return ()
        return envelope_keys(self.form)

    def columns(self, block: Block) -> list[Any]:
        """The requested columns for the rows of the next block; none if it has no rows."""
        origins = [self.origins]
        for _, text in block.beside:
            origins.append(origins_below(self.form, text, origins[-1]))
        above = np.searchsorted([number for number, _ in block.beside], block.numbers)
        wanted = self.wanted if len(block.numbers) else ()
        made = [self._column(name, block, origins, above) for name in wanted]
        self.lines += block.count
        self.origins = origins[-1]
        return made

    def _column(
        self, name: str, block: Block, origins: list[Mapping[str, str]], above: Numbers
    ) -> Any:
        if name == LINE_NUMBER:
            return pa.array(block.numbers + (self.lines + 1))
        if name in (FILE, VERSION):
            text = self.file if name == FILE else self.form.version
            return _dictionary([text], np.zeros(len(block.numbers), np.int64))
        return _dictionary([state.get(name) for state in origins], above)


def _dictionary(texts: list[str | None], chosen: Numbers) -> Any:
    """For each row one of the texts."""
    codes = pa.array(texts, pa.string()).dictionary_encode()
    return pa.DictionaryArray.from_arrays(codes.indices.take(pa.array(chosen)), codes.dictionary)
