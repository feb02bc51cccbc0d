"""Where a record stands in a file."""  # Copied from generator/runtime/core/places.py by `make generate`; edit that, not this.

from __future__ import annotations

from enum import StrEnum


class Place(StrEnum):
    """What a record is in the structure of its file, as the spec says it.

    A header or trailer that is not that of the file or of a centre is one of another part.
    """

    FILE_HEADER = "file_header"
    CENTRE_HEADER = "centre_header"
    DATA = "data"
    CENTRE_TRAILER = "centre_trailer"
    FILE_TRAILER = "file_trailer"
    HEADER = "header"
    TRAILER = "trailer"
    UNKNOWN = "unknown"

    @property
    def said(self) -> str:
        """What messages call it, such as "file header"."""
        return self.value.replace("_", " ")
