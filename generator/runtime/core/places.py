"""Where a record stands in a file."""

from __future__ import annotations

from enum import StrEnum


class Place(StrEnum):
    """One file header, then for each centre a centre header, data and a centre trailer, then one
    file trailer."""

    FILE_HEADER = "file_header"
    CENTRE_HEADER = "centre_header"
    DATA = "data"
    CENTRE_TRAILER = "centre_trailer"
    FILE_TRAILER = "file_trailer"
    UNKNOWN = "unknown"

    @property
    def said(self) -> str:
        """What messages call it, such as "file header"."""
        return self.value.replace("_", " ")
