"""Adler's checksum of 32 bits, as zlib has it (RFC 1950), in eight hexadecimal digits.

>>> text(add(begin(), b"123456789"))
'091E01DE'
"""

from __future__ import annotations

import zlib

TITLE = "Adler-32"
WIDTH = 8
"""How many characters one has."""


def begin() -> int:
    """The sum of no records."""
    return 1


def add(so_far: int, record: bytes) -> int:
    """The sum with the bytes of one more record, without padding and line end."""
    return zlib.adler32(record, so_far)


def text(so_far: int) -> str:
    """The sum as a field holds it."""
    return f"{so_far:08X}"
