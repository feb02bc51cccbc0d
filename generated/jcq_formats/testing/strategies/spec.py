"""The spec as plain data, read from `spec.json`: the only source of the strategies.

They use neither the fields, kinds and patterns of the package nor its identifiers. What they draw
and how the package reads it are two independent readings of one spec.
"""  # Copied from generator/runtime/testing/strategies/spec.py by `make generate`; edit that, not this.

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from ...core.character_encodings import LATIN_1
from ...core.errors import JcqError, hint
from ...core.formats import version_today
from ..spec import spec_versions

FieldSpec: TypeAlias = Mapping[str, Any]
"""A field in the spec, by the keys of `spec.json`."""

RecordSpec: TypeAlias = Mapping[str, Any]
"""A record in the spec: its key, title, lengths, fields ..."""

SpecItem: TypeAlias = Mapping[str, Any]
"""Any other item of the spec: a code list, a data type, a part of a file name ..."""

DATA, HEADER, TRAILER = "data", "header", "trailer"
HEADERS = ("file_header", "centre_header")
TRAILERS = ("centre_trailer", "file_trailer")
"""The places of headers and trailers, in the order of a file."""

REQUIRED, REPEATED = ("one", "at_least_one"), ("any", "at_least_one")
"""How often records occur of which there must be one, and of which there may be several."""


@dataclass(frozen=True, slots=True, eq=False)
class Spec:
    """The spec of one version."""

    content: SpecItem
    strategies: dict[Hashable, Any] = dataclasses.field(default_factory=dict, repr=False)
    """The strategies made so far, by the identity of the spec of the field or record."""

    @property
    def version(self) -> str:
        """The number of the version."""
        return str(self.content["version"])

    @property
    def encoding(self) -> str:
        """The encoding of its files."""
        return str(self.content.get("encoding", LATIN_1))

    def code_list(self, name: str) -> SpecItem:
        """A code list."""
        return _named(self.content["code_lists"], name)

    def codes(self, name: str) -> tuple[str, ...]:
        """The codes of a list."""
        return tuple(code["code"] for code in self.code_list(name)["codes"])

    def rule_of_unknown_code(self, name: str) -> str:
        """The rule that a code outside this list breaks."""
        return "field.closed-code" if self.code_list(name).get("closed") else "field.open-code"

    def characters(self, name: str) -> str:
        """The characters of a set, without the blank."""
        found: str = _named(self.content["character_sets"], name)["characters"]
        return found.replace(" ", "")

    def data_type(self, letter: str) -> SpecItem:
        """The data type with this letter."""
        return _named(self.content["data_types"], letter, "code")

    def record(self, key: str) -> RecordSpec:
        """A record by its key: `O5`, or `1` for one shared by all data types."""
        return _named(self.content["records"], key, "key")

    def records_of(self, letter: str, place: str) -> list[RecordSpec]:
        """The records of a data type in this place."""
        records: Sequence[RecordSpec] = self.content["records"]
        return [r for r in records if r["place"] == place and letter in r["lengths"]]

    @property
    def rules(self) -> frozenset[str]:
        """The ids of the rules of this version."""
        return frozenset(rule["id"] for rule in self.content["rules"])

    def structure(self, letter: str) -> list[SpecItem]:
        """The rows for the records of a file of a data type, in order."""
        structures = self.content["file_structures"]
        rows = (r for s in structures if letter in s["data_types"] for r in s["records"])
        return [row for row in rows if self.record_in(letter, row) is not None]

    def record_in(self, letter: str, row: SpecItem) -> RecordSpec | None:
        """The record of a row; None if the version has none for this data type."""
        records: Sequence[RecordSpec] = self.content["records"]
        of_type = (r for r in records if r["key"][-1] == row["record"] and letter in r["lengths"])
        return next(of_type, None)

    @property
    def letters(self) -> tuple[str, ...]:
        """The data types of which whole files can be drawn, because all their records are known."""
        codes = [data_type["code"] for data_type in self.content["data_types"]]
        places = (*HEADERS, DATA, *TRAILERS)
        return tuple(c for c in codes if all(self.records_of(c, place) for place in places))

    def refuse_unknown(self, letter: str) -> None:
        """Raises JcqError if no files of this data type can be drawn."""
        if letter not in self.letters:
            raise JcqError(f"no files of data type {letter!r}; {hint(letter, self.letters)}")

    def name_form(self, letter: str) -> SpecItem | None:
        """The pattern of file names of this data type."""
        forms = (form for form in self.content["file_names"] if letter in form["data_types"])
        return next(forms, None)

    def name_parts(self, letter: str) -> Sequence[SpecItem]:
        """The parts of file names of this data type."""
        form = self.name_form(letter)
        return form["parts"] if form is not None else ()


@functools.cache
def specs() -> Mapping[str, Spec]:
    """The spec of every version, by the number of the version."""
    return {version: Spec(content) for version, content in spec_versions().items()}


def spec_of(version: str) -> Spec:
    """The spec of a version; of the one in force today for "".

    Raises JcqError if there is no such version.
    """
    known = specs()
    if version and version not in known:
        raise JcqError(f"no version {version!r}; {hint(version, known)}")
    return known[version or version_today()]


def every_field(fields: Sequence[FieldSpec]) -> Iterator[FieldSpec]:
    """The fields and all fields nested in them."""
    for field in fields:
        yield field
        for layout in field.get("layouts", ()):
            yield from every_field(layout["fields"])


def own_width(fields: Sequence[FieldSpec]) -> int:
    """The width of all fields together."""
    return int(fields[-1]["start"] + fields[-1]["width"] - fields[0]["start"])


def _named(items: Sequence[SpecItem], name: str, key: str = "name") -> SpecItem:
    """The item with this name. Raises JcqError if there is none."""
    found = next((item for item in items if item[key] == name), None)
    if found is None:
        raise JcqError(f"no {key} {name!r}; {hint(name, [item[key] for item in items])}")
    return found
