"""The booklet as plain data, out of `spec.json` alone: all that the strategies know of the formats.

They ask neither the fields, the kinds and the patterns of the package nor its identifiers, so that
what they draw and what the package makes of it are two readings of one spec.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from ..spec import spec_versions

Words: TypeAlias = Mapping[str, Any]
"""What the spec says of one thing: the words of `spec.json`."""

DATA = "data"
HEADERS = ("file_header", "centre_header")
TRAILERS = ("centre_trailer", "file_trailer")
"""The places of the records around the data, in the order of a file."""


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """One version of the formats."""

    words: Words
    strategies: dict[int, Any] = field(default_factory=dict, repr=False)
    """Strategies for fields that were made already, by the identity of the field's words."""

    @property
    def version(self) -> str:
        """The number of the version."""
        return str(self.words["version"])

    def code_list(self, name: str) -> Words:
        """A code list."""
        return _named(self.words["code_lists"], name)

    def codes(self, name: str) -> tuple[str, ...]:
        """The codes of a list."""
        return tuple(code["code"] for code in self.code_list(name)["codes"])

    def unknown_code(self, name: str) -> str:
        """The rule that a code outside of this list breaks."""
        return "field.closed-code" if self.code_list(name).get("closed") else "field.open-code"

    def characters(self, name: str) -> str:
        """The characters of a set, the blank aside."""
        found: str = _named(self.words["character_sets"], name)["characters"]
        return found.replace(" ", "")

    def data_type(self, letter: str) -> Words:
        """What files of this letter hold."""
        return _named(self.words["data_types"], letter, "code")

    def record(self, key: str) -> Words:
        """A record by its key in the spec: `O5`, or `1` for one that serves all data types."""
        return _named(self.words["records"], key, "key")

    def records_of(self, letter: str, place: str) -> list[Words]:
        """The records of a data type in this place."""
        return [r for r in self.words["records"] if r["place"] == place and letter in r["lengths"]]

    @property
    def rules(self) -> frozenset[str]:
        """The ids of the rules that this version has."""
        return frozenset(rule["id"] for rule in self.words["rules"])

    @property
    def letters(self) -> tuple[str, ...]:
        """The data types of which whole files can be made: data records and all around them."""
        places = (*HEADERS, DATA, *TRAILERS)
        return tuple(
            data_type["code"]
            for data_type in self.words["data_types"]
            if all(self.records_of(data_type["code"], place) for place in places)
        )

    def name_form(self, letter: str) -> Words | None:
        """How files of this data type are named."""
        forms = (form for form in self.words["file_names"] if letter in form["data_types"])
        return next(forms, None)


@functools.cache
def books() -> Mapping[str, Book]:
    """Every version by its number."""
    return {version: Book(words) for version, words in spec_versions().items()}


def every_field(fields: Sequence[Words]) -> Iterator[Words]:
    """The fields and all that are nested in them."""
    for words in fields:
        yield words
        for layout in words.get("layouts", ()):
            yield from every_field(layout["fields"])


def own_width(fields: Sequence[Words]) -> int:
    """The columns that the fields take."""
    return int(fields[-1]["start"] + fields[-1]["width"] - fields[0]["start"])


def _named(known: Sequence[Words], name: str, word: str = "name") -> Words:
    return next(words for words in known if words[word] == name)
