"""Makes text from files and names safe to print: nothing in it controls a terminal."""

from __future__ import annotations

import json
import os
from typing import Any


def visible(text: str) -> str:
    """The text with unprintable characters replaced by full stops, one for one."""
    return text if text.isprintable() else "".join(c if c.isprintable() else "." for c in text)


def counted(number: int, noun: str) -> str:
    """A number with its noun, such as `1 file`, `2 files` or `1,000 errors`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def name_of_path(path: str | os.PathLike[str]) -> str:
    r"""The name of a path as text: bytes that are not UTF-8 are written as ``\xff``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def json_of(data: Any, default: Any = None) -> str:
    """Data as JSON on one line: letters as they are, unprintable characters escaped."""
    text = json.dumps(data, ensure_ascii=False, default=default)
    return text if text.isprintable() else "".join(map(_escaped, text))


def _escaped(character: str) -> str:
    if character.isprintable():
        return character
    return json.dumps(character)[1:-1] if character > "\x7f" else f"\\u{ord(character):04x}"
