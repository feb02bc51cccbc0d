"""How values of the YAML and keys are shown in messages."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from typing import Any


def ticked(words: Iterable[str]) -> list[str]:
    return [f"`{word}`" for word in words]


def shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def said(value: Any) -> str:
    """The type of the value that YAML read, in words."""
    match value:
        case None:
            return "nothing"
        case bool():
            return str(value).lower()
        case int() | float():
            return f"the number {value}"
        case datetime.date():
            return "a date"
        case str():
            return f"the text {shown(value)}"
        case dict():
            return "a mapping"
        case _:
            return "a list"
