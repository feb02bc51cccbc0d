"""Cyclic redundancy check of 32 bits, as in zip files (ISO 3309), in eight hexadecimal digits.

>>> text(add(begin(), b"123456789"))
'CBF43926'
"""  # Copied from generator/runtime/checksums/crc32.py by `make generate`; edit that, not this.

from __future__ import annotations

import zlib

TITLE = "CRC-32"
WIDTH = 8
"""The length of a checksum in characters."""


def begin() -> int:
    """The checksum of no records."""
    return 0


def add(so_far: int, record: bytes) -> int:
    """The checksum after one more record, given its bytes without padding and line end."""
    return zlib.crc32(record, so_far)


def text(so_far: int) -> str:
    """The checksum as the text of a field."""
    return f"{so_far:08X}"
