"""JSON that is easy to read in a diff: one line for each logical item."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeAlias

DIALECT = "https://json-schema.org/draft/2020-12/schema"
"""The dialect of every JSON Schema that is emitted."""

Breaks: TypeAlias = Callable[[Any], bool]
"""Whether a value is broken into lines, one for each of its members."""


def laid_out(data: Any, breaks: Breaks) -> bytes:
    """The data as JSON. Values for which ``breaks`` is false are on one line, however long."""
    return (_text(data, breaks, "") + "\n").encode()


def _text(data: Any, breaks: Breaks, indent: str) -> str:
    if not breaks(data):
        return json.dumps(data, ensure_ascii=False)
    inner = indent + " "
    if isinstance(data, dict):
        members = [f"{json.dumps(k)}: {_text(v, breaks, inner)}" for k, v in data.items()]
        first, last = "{", "}"
    else:
        members = [_text(item, breaks, inner) for item in data]
        first, last = "[", "]"
    return f"{first}\n{inner}" + f",\n{inner}".join(members) + f"\n{indent}{last}"
