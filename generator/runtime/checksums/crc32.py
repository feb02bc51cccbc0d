"""Cyclic redundancy check of 32 bits, as zip files have it (ISO 3309), in eight hexadecimal digits.

>>> text(add(begin(), b"123456789"))
'CBF43926'
"""

from __future__ import annotations

import zlib

TITLE = "CRC-32"
WIDTH = 8
"""How many characters one has."""


def begin() -> int:
    """The sum of no records."""
    return 0


def add(so_far: int, record: bytes) -> int:
    """The sum with the bytes of one more record, without padding and line end."""
    return zlib.crc32(record, so_far)


def text(so_far: int) -> str:
    """The sum as a field holds it."""
    return f"{so_far:08X}"
