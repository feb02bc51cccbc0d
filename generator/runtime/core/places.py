"""The place of a record in a file."""

from __future__ import annotations

from enum import StrEnum


class Place(StrEnum):
    """The place of a record in the structure of its file, as in the spec.

    Headers and trailers that belong neither to the file nor to a centre belong to another part.
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
    def in_words(self) -> str:
        """The name in messages, such as "file header"."""
        return self.value.replace("_", " ")
