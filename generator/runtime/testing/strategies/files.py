"""Strategies for whole files whose counts, file names and repeated fields all agree."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ...core.character_encodings import narrowed
from ...exams.entries import ITEMS
from ...exams.envelope import SEQUENCE_NUMBER
from ...exams.sequences import SENT_AFTER, SENT_FIRST
from . import identifiers
from .conditions import must_be_filled, texts_beside
from .constraints import Constraints
from .drawing import Draw, HypothesisDraw
from .drawn_files import ANY_FILE, DrawnFile, FileConstraints
from .records import draw_record, line_of
from .shared_texts import (
    BORN,
    CANDIDATE,
    CENTRE,
    LETTER,
    NAME,
    VERSION,
    can_be_in_a_name,
    draw_shared_texts,
    series_year,
)
from .spec import (
    DATA,
    HEADER,
    HEADERS,
    REPEATED,
    REQUIRED,
    TRAILER,
    TRAILERS,
    FieldSpec,
    RecordSpec,
    Spec,
    SpecItem,
    spec_of,
    specs,
)
from .texts import FieldText, fitted, nothing, overwritten, texts_by_role
from .totals import with_totals

BROADCAST = "broadcast"
MOST_CENTRES = 3
MOST_RECORDS = 5
NOT_IN_HEADERS = "_"
"""The character for parts of a file name that no header contains."""


def letters(version: str) -> tuple[str, ...]:
    """The letters of the data types of which whole files can be drawn."""
    return specs()[version].letters


def files(letter: str, *, version: str = "") -> SearchStrategy[DrawnFile]:
    """Valid files of a data type, in the version in force today unless given.

    Raises JcqError if there is no such version, or no data type whose files can be drawn.
    """
    spec = spec_of(version)
    spec.refuse_unknown(letter)

    @st.composite
    def drawn(draw: st.DrawFn) -> DrawnFile:
        return draw_file(HypothesisDraw(draw), spec, letter)

    return drawn()


def draw_file(
    draw: Draw, spec: Spec, letter: str, constraints: FileConstraints = ANY_FILE
) -> DrawnFile:
    """A file of a data type; unless broadcast, of up to ``MOST_CENTRES`` centres."""
    single = constraints.one_centre or is_broadcast(spec, letter)
    centres = 1 if single else draw.number(1, MOST_CENTRES)
    shared = draw_shared_texts(draw, spec, letter, constraints)
    return FileBuilder(draw, spec, letter, shared, constraints).file(centres)


def is_broadcast(spec: Spec, letter: str) -> bool:
    """Whether files of this data type go to all centres."""
    return bool(spec.data_type(letter)["direction"] == BROADCAST)


def data_record(spec: Spec, letter: str) -> RecordSpec:
    """The data record of a data type; the first of several."""
    record = next(spec.record_in(letter, r) for r in spec.structure(letter) if r["place"] == DATA)
    assert record is not None
    return record


def data_lines(spec: Spec, letter: str, lines: Sequence[str]) -> list[int]:
    """The indexes of the lines of that record, from 0."""
    key = letter + data_record(spec, letter)["key"][-1]
    return [at for at, line in enumerate(lines) if line.startswith(key)]


def roles_in_name(spec: Spec, letter: str) -> set[str]:
    """The roles of the fields that the file name repeats."""
    return {role for part in spec.name_parts(letter) for role in part.get("agrees_with", ())}


def _is_not_zero(value: Any) -> bool:
    return bool(value.strip("0"))


@dataclass(frozen=True, slots=True)
class FileBuilder:
    """Builds one file. ``codes`` restricts the references in its records, by role."""

    draw: Draw
    spec: Spec
    letter: str
    shared: Mapping[str, str]
    constraints: FileConstraints
    codes: Mapping[str, Sequence[str]] | None = None

    def file(self, centres: int) -> DrawnFile:
        """The file, with this number of centre blocks."""
        (header,) = self.spec.records_of(self.letter, HEADERS[1])
        lines = [""]
        repeated: Mapping[str, str] = {}
        used: set[str] = set()
        blocks: list[str] = []
        for _ in range(centres):
            block = self._block(used, [*lines, *blocks])
            repeated = self._repeated(header, block[0])
            blocks += block
        if centres > 1:
            # The address in a file of several centres is not established.
            repeated = self._no_address()
        first = self._line(self._record(HEADERS[0]), repeated)
        lines += [*self._parts("", HEADER, repeated), *blocks]
        lines += self._parts("", TRAILER, repeated)
        trailer = self._line(self._record(TRAILERS[1]), repeated)
        last = self._counted(self._record(TRAILERS[1]), trailer, lines, [], centres)
        name = self._name((first, blocks[0])) if centres == 1 else ""
        whole = with_totals(self.spec, (first, *lines[1:], last))
        data = {row["record"] for row in self.spec.structure(self.letter) if row["place"] == DATA}
        records = sum(line[1] in data for line in whole)
        return DrawnFile(name, self.spec.version, whole, centres, self.spec.encoding, records)

    def _record(self, place: str) -> RecordSpec:
        (record,) = self.spec.records_of(self.letter, place)
        return record

    def _parts(self, under: str, place: str, repeated: Mapping[str, str]) -> list[str]:
        """Headers or trailers of the file as a whole, other than its own."""
        rows = (r for r in self.spec.structure(self.letter) if r.get("under", "") == under)
        found: list[str] = []
        for row in rows:
            record = self.spec.record_in(self.letter, row)
            if row["place"] == place and record is not None:
                found += (self._line(record, repeated) for _ in range(self._number(row, 0)))
        return found

    def _number(self, row: SpecItem, least: int) -> int:
        """The number of records of a row, at least ``least`` if several are allowed."""
        occurs, is_data = row["occurs"], row["place"] == DATA
        least = max(least, occurs in REQUIRED, self.constraints.whole and not is_data)
        most = MOST_RECORDS if occurs in REPEATED else 1
        return least if occurs == "one" else self.draw.number(min(least, most), most)

    def _block(self, used: set[str], before: Sequence[str]) -> list[str]:
        """The lines of a centre with an unused number, after the lines ``before``."""
        record = self._record(HEADERS[1])
        header = self._line(record, {}, used)
        repeated = self._repeated(record, header)
        used.add(repeated.get(CENTRE, ""))
        lines = [header]
        self._below(record["key"][-1], lines, before, repeated, set())
        record = self._record(TRAILERS[0])
        trailer = self._counted(record, self._line(record, repeated), before, lines, 1)
        return [*lines, trailer]

    def _below(
        self,
        under: str,
        lines: list[str],
        before: Sequence[str],
        repeated: Mapping[str, str],
        seen: set[tuple[str, str]],
    ) -> None:
        """Adds the records under a record to the lines of a centre, which repeat these texts."""
        for row in self.spec.structure(self.letter):
            record = self.spec.record_in(self.letter, row)
            if row.get("under") != under or row["place"] == TRAILERS[0] or record is None:
                continue
            for _ in range(self._number(row, self._least(row, lines))):
                if row["place"] == DATA and record is data_record(self.spec, self.letter):
                    number = len(data_lines(self.spec, self.letter, lines)) + 1
                    lines.append(self._once(self._data(record, repeated, number), seen))
                elif row["place"] == DATA:
                    own = self._repeated_below(lines[-1]) if row.get("continues") else {}
                    lines.append(self._data(record, {**own, **repeated}, 0))
                else:
                    line = self._line(record, repeated)
                    lines.append(self._counted(record, line, before, lines, 1))
                self._below(row["record"], lines, before, repeated, seen)

    def _least(self, row: SpecItem, lines: Sequence[str]) -> int:
        """The least number of records of a row: the required data, and the records that it belongs
        to."""
        least = max(self.constraints.records, 1 if self._is_sent else 0)
        least -= len(data_lines(self.spec, self.letter, lines))
        data = data_record(self.spec, self.letter)["key"][-1]
        rows = {one["record"]: one for one in self.spec.structure(self.letter)}
        if row["record"] == data:
            return max(least, 0)
        while data := rows[data].get("under", ""):
            if row["record"] == data:
                return min(max(least, 0), 1)
        return 0

    def _repeated_below(self, line: str) -> dict[str, str]:
        """The texts of a record that the one that continues it repeats."""
        return texts_by_role(data_record(self.spec, self.letter)["fields"], line)

    @property
    def _is_sent(self) -> bool:
        """Whether the file holds entries or amendments."""
        return data_record(self.spec, self.letter).get("role") in (SENT_FIRST, SENT_AFTER)

    def _once(self, line: str, seen: set[tuple[str, str]]) -> str:
        """The line with unused identifiers if it must have some, and no option twice."""
        fields = data_record(self.spec, self.letter)["fields"]
        for field in fields:
            start, width = field["start"] - 1, field["width"]
            text = line[start : start + width]
            if field.get("identifier"):
                name = field["name"]
                if (name, text) in seen:
                    is_needed = must_be_filled(field, texts_beside(fields, line), self._header)
                    text = self._another(field, seen) if is_needed else " " * width
                    line = overwritten(line, start, text)
                seen.add((name, text))
            elif field.get("role") == ITEMS:
                size = width // field["repeat"]
                items = [text[at : at + size] for at in range(0, width, size)]
                (code,) = (f["width"] for f in field["layouts"][0]["fields"] if "refers_to" in f)
                once = {item[:code].strip(" "): item for item in reversed(items) if item.strip(" ")}
                if len(once) < sum(bool(item.strip(" ")) for item in items):
                    line = overwritten(line, start, "".join(once.values()).ljust(width))
        return line

    def _another(self, field: FieldSpec, seen: set[tuple[str, str]]) -> str:
        """A valid identifier that no candidate has."""
        numbered = map(identifiers.find(field).numbered, range(10_000))
        return next(text for text in numbered if (field["name"], text) not in seen)

    def _line(
        self, record: RecordSpec, repeated: Mapping[str, str], used: Collection[str] = frozenset()
    ) -> str:
        """A header or trailer, without any of the used centre numbers."""
        own = {LETTER: self.letter, VERSION: self.spec.version}
        filled = set[str]()
        if self.constraints.address or not is_broadcast(self.spec, self.letter):
            filled = {f["name"] for f in record["fields"] if f.get("agrees")}
        in_name = dict.fromkeys(roles_in_name(self.spec, self.letter), can_be_in_a_name)
        constraints = Constraints(
            texts=_as_field_texts({**self.shared, **own, **repeated}),
            allowed={
                **in_name,
                CENTRE: lambda number: _is_not_zero(number) and number not in used,
                SEQUENCE_NUMBER: self._can_be_its_number,
            },
            header=self._header,
            filled=frozenset(filled),
        )
        return line_of(record, draw_record(self.draw, self.spec, record, constraints))

    @property
    def _header(self) -> dict[str, str]:
        """The values of the file header on which something depends, by role and by name."""
        (header,) = self.spec.records_of(self.letter, HEADERS[0])
        found = {f["role"]: f["name"] for f in header["fields"] if f.get("role") in self.shared}
        texts = {role: self.shared[role].rstrip(" ") for role in found}
        return texts | {found[role]: text for role, text in texts.items()}

    def _can_be_its_number(self, number: Any) -> bool:
        """Whether the file can have a sequence number; the first is that of entries."""
        is_after = data_record(self.spec, self.letter).get("role") == SENT_AFTER
        return can_be_in_a_name(number) and not (is_after and str(number).strip("0 ") == "1")

    def _repeated(self, record: RecordSpec, line: str) -> dict[str, str]:
        """The texts of a centre header that all records of its block repeat."""
        agreeing = [f for f in record["fields"] if f.get("agrees") == "centre"]
        chooser = [f for f in record["fields"] if "only" in f]
        by_role = texts_by_role([*chooser, *agreeing], line)
        return {role: text for role, text in by_role.items() if role != LETTER}

    def _no_address(self) -> dict[str, str]:
        (record,) = self.spec.records_of(self.letter, HEADERS[0])
        agreeing = [f for f in record["fields"] if f.get("agrees") == "centre"]
        return {f["role"]: nothing(f).text for f in agreeing}

    def _data(self, record: RecordSpec, repeated: Mapping[str, str], number: int) -> str:
        """A data record; ``number`` is that of the candidate, 0 if that is repeated."""
        by_role = dict(repeated)
        for field in record["fields"]:
            if not number and field.get("role") in by_role:
                continue
            if field.get("role") == CANDIDATE:
                by_role[CANDIDATE] = f"{number:0{field['width']}}"
            elif field.get("role") == NAME:
                by_role[NAME] = self._candidate_name(field)
            elif self.codes is not None and field.get("refers_to"):
                by_role[field.get("role") or field["name"]] = self._reference(field)
        year = series_year(self.spec, self.letter, self.shared)
        born = {BORN: lambda day: day.year <= year}
        begins = number == 1 and record.get("role") == SENT_FIRST
        filled = frozenset(f["name"] for f in record["fields"] if begins and f.get("role") == ITEMS)
        constraints = Constraints(
            texts=_as_field_texts(by_role), allowed=born, filled=filled, header=self._header
        )
        return line_of(record, draw_record(self.draw, self.spec, record, constraints))

    def _candidate_name(self, field: FieldSpec) -> str:
        """A surname and a colon; also forenames if the drawn text has several words."""
        width = field["width"]
        text = narrowed(self.draw.text(field, self.spec, None).text.replace(":", ""))
        text = narrowed(fitted(text[: width - 1], width - 1, self.spec))
        surname, _, forenames = (text.strip(" ") or "A").partition(" ")
        return fitted(f"{surname}:{forenames.strip(' ')}", width, self.spec)

    def _reference(self, field: FieldSpec) -> str:
        """The code of a record, or its beginning if a wildcard is allowed."""
        assert self.codes is not None
        known = [code for role in field["refers_to"] for code in self.codes.get(role, ())]
        code = self.draw.one_of(known)
        if field.get("wildcard") and self.draw.is_filled(field):
            code = code[: field["width"] - 1] + str(field["wildcard"])
        return code.ljust(field["width"])

    def _counted(
        self,
        record: RecordSpec,
        line: str,
        before: Sequence[str],
        of_centre: Sequence[str],
        centres: int,
    ) -> str:
        """A header or trailer with the right counts of the lines before it; smaller ones if 0 is
        allowed as well."""
        for field in record["fields"]:
            if "counts" in field:
                what, within = field["counts"]["what"], field["counts"]["in"]
                counted = of_centre if within == "centre" else [*before, *of_centre]
                number = {"records": len(counted) + 1, "centres": centres}.get(what)
                if number is None:
                    number = sum(one.startswith(what) for one in counted)
                if is_broadcast(self.spec, self.letter) and "zero_allowed" in field["counts"]:
                    number = self.draw.number(0, number)
                line = overwritten(line, field["start"] - 1, f"{number:0{field['width']}}")
        return line

    def _name(self, headers: Sequence[str]) -> str:
        """The file name that agrees with the headers; "" if they lack a number for it."""
        by_role: dict[str, str] = {}
        for place, line in zip(HEADERS, headers, strict=True):
            by_role |= texts_by_role(self.spec.records_of(self.letter, place)[0]["fields"], line)
        texts = []
        for part in self.spec.name_parts(self.letter):
            known = [by_role[role] for role in part.get("agrees_with", ()) if role in by_role]
            if part.get("digits") and not known:
                return ""
            text = part.get("literal") or (known or [NOT_IN_HEADERS * part["width"]])[0]
            texts.append(text[-part["width"] :])
        return "".join(texts)


def _as_field_texts(by_role: Mapping[str, str]) -> dict[str, FieldText]:
    return {role: FieldText(text, text.rstrip(" ")) for role, text in by_role.items()}
