"""Adler-32, as in zlib (RFC 1950), in eight hexadecimal digits.

>>> text(add(begin(), b"123456789"))
'091E01DE'
"""  # Copied from generator/runtime/checksums/adler32.py by `make generate`; edit that, not this.

from __future__ import annotations

import zlib

TITLE = "Adler-32"
WIDTH = 8
"""The length of a checksum in characters."""


def begin() -> int:
    """The checksum of no records."""
    return 1


def add(so_far: int, record: bytes) -> int:
    """The checksum after one more record, given its bytes without padding and line end."""
    return zlib.adler32(record, so_far)


def text(so_far: int) -> str:
    """The checksum as the text of a field."""
    return f"{so_far:08X}"
