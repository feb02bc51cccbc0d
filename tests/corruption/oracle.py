"""Decides whether a line is wrong from `spec.json` alone, independently of the checker.

It uses neither the package's kinds, nor its patterns, nor its identifiers.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import stdnum.gb.upn
from jcq_formats.testing.spec import spec_versions

UCI_LETTERS = dict(
    zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", [*range(1, 17), *range(10, 17), 10, 11, 12], strict=True)
)


class Oracle:
    """One version of the formats, read from the resolved spec."""

    def __init__(self, version: str, series_year: int) -> None:
        self.series_year = series_year
        versions = spec_versions()
        self.data_types_by_version = {
            name: {data_type["code"] for data_type in other["data_types"]}
            for name, other in versions.items()
        }
        spec = versions[version]
        self.lists = {x["name"]: x for x in spec["code_lists"]}
        self.sets = {x["name"]: set(x["characters"]) for x in spec["character_sets"]}
        self.direction = {x["code"]: x["direction"] for x in spec["data_types"]}
        self.records = {}
        for record in spec["records"]:
            for letter in record["lengths"]:
                self.records[letter + record["key"][-1]] = record
        self.named = {
            (letter, role): part.get("last", part["width"])
            for form in spec["file_names"]
            for letter in form["data_types"]
            for part in form["parts"]
            for role in part.get("is", part.get("agrees_with", ()))
        }

    def fields(self, line: str) -> Iterator[tuple[str, list[int], dict[str, Any]]]:
        """Name, positions from 0 and keys of each field of a line, including those of items of a
        group and of the layout that applies."""
        for field in self.records[line[:2]]["fields"]:
            name, repeat = field["name"], field.get("repeat", 1)
            size = field["width"] // repeat
            for inner in self._inner(field, line):
                columns = [c + n * size for n in range(repeat) for c in _columns(inner)]
                yield f"{name}.{inner['name']}", columns, inner
            if not any(self._inner(field, line)):
                yield name, list(_columns(field)), field

    def _inner(self, field: dict[str, Any], line: str) -> list[dict[str, Any]]:
        """The nested fields of a field; none if it must agree with others as a whole."""
        if "agrees" in field:
            return []
        choosers = {f["name"]: f for f in self.records[line[:2]]["fields"]}
        for layout in field.get("layouts", ()):
            chosen = field["kind"] == "group" or (
                "".join(line[c] for c in _columns(choosers[field["chooser"]])) in layout["when"]
            )
            if chosen:
                return list(layout["fields"])
        return []

    def is_wrong(self, key: str, line: str, clean: str) -> bool:
        """Whether a line that was ``clean`` now breaks a rule."""
        record = self.records[key]
        if line[:2] != key or any(c in line for c in "\r\n\0"):
            return True
        end = record["fields"][-1]["start"] + record["fields"][-1]["width"] - 1
        if line[end:].strip(" "):
            return True
        return any(
            self._tied(key, field, line, clean) for field in record["fields"]
        ) or self._any_wrong(record["fields"], line)

    def _any_wrong(self, fields: list[dict[str, Any]], line: str) -> bool:
        texts = {f["name"]: line[f["start"] - 1 : f["start"] - 1 + f["width"]] for f in fields}
        return any(self._wrong(field, texts[field["name"]], texts, line) for field in fields)

    def _wrong(self, field: dict[str, Any], text: str, texts: dict[str, str], line: str) -> bool:
        blank = not text.strip(" ")
        nothing = blank or text.rstrip(" ") in field.get("none", ())
        for other, codes in field.get("blank_when", {}).items():
            if texts[other].strip(" ") in codes and not nothing:
                return True
        for other, codes in field.get("filled_when", {}).items():
            if texts[other].strip(" ") in codes and nothing:
                return True
        if field["kind"] in ("filler", "unestablished"):
            return not blank
        if blank:
            return not field.get("blank", False)
        if nothing:
            return False
        if text.rstrip(" ") in field.get("forbidden", ()):
            return True
        if self._wrong_value(field, text, texts, line):
            return True
        return "identifier" in field and not IDENTIFIERS[field["identifier"]](text)

    def _wrong_value(
        self, field: dict[str, Any], text: str, texts: dict[str, str], line: str
    ) -> bool:
        match field["kind"]:
            case "literal":
                return text != str(field["literal"])
            case "integer" | "digits":
                return not set(text) <= set("0123456789")
            case "date":
                if field.get("role") == "candidate.date_of_birth" and _is_date(
                    text, field["window"]
                ):
                    return self.series_year < 2000 + int(text[4:]) <= field["window"][1]
                return not _is_date(text, field["window"])
            case "code":
                codes = field.get("only") or [
                    c["code"] for c in self.lists[field["code_list"]]["codes"]
                ]
                return text.rstrip(" ") not in codes
            case "text":
                strange = not set(text) <= self.sets[field["character_set"]]
                if field.get("role") == "candidate.name":
                    strange |= text.count(":") != 1 or text.startswith(":")
                starts = field.get("starts_with")
                begun = starts is None or any(
                    text.startswith(c["code"]) for c in self.lists[starts]["codes"]
                )
                return strange or text.startswith(" ") or not begun
            case "group":
                return self._wrong_group(field, text)
            case "variant":
                chooser = texts[field["chooser"]].strip(" ")
                for layout in field["layouts"]:
                    if chooser in layout["when"]:
                        return self._any_wrong(layout["fields"], line)
                return False
        raise AssertionError(field["kind"])

    def _wrong_group(self, field: dict[str, Any], text: str) -> bool:
        (item,) = field["layouts"]
        size = field["width"] // field["repeat"]
        items = [text[at : at + size] for at in range(0, len(text), size)]
        filled = [bool(one.strip(" ")) for one in items]
        if filled != sorted(filled, reverse=True):
            return True
        width = item["fields"][0]["width"]
        codes = [one[:width] for one in items if one.strip(" ")]
        if len(set(codes)) < len(codes):
            # One entry for an option.
            return True
        before = " " * (field["start"] - 1)
        return any(self._any_wrong(item["fields"], before + one) for one in items if one.strip(" "))

    def _tied(self, key: str, field: dict[str, Any], line: str, clean: str) -> bool:
        """Whether a field no longer agrees with other records, the counts or the name."""
        first, last = field["start"] - 1, field["start"] + field["width"] - 1
        text, before = line[first:last], clean[first:last]
        if text == before:
            return False
        if "counts" in field and field["counts"]["in"] != "set":
            allowed = field["counts"].get("zero_allowed", ())
            return not (self.direction[key[0]] in allowed and not text.strip("0"))
        if field.get("role") == "file.formats_version":
            # Another version is not a fault if that version has such files.
            return key[0] not in self.data_types_by_version.get(text, ())
        if "agrees" in field:
            return True
        width = self.named.get((key[0], field.get("role", "")), 0)
        return bool(width) and text[-width:] != before[-width:]


def _columns(field: dict[str, Any]) -> range:
    return range(field["start"] - 1, field["start"] - 1 + field["width"])


def _is_date(text: str, window: list[int]) -> bool:
    try:
        day, month, year = int(text[:2]), int(text[2:4]), int(text[4:])
    except ValueError:
        return False
    if not all(c in "0123456789" for c in text):
        return False
    century = window[0] // 100 * 100
    full = next(y for y in (century + year, century + 100 + year) if window[0] <= y <= window[1])
    try:
        datetime.date(full, month, day)
    except ValueError:
        return False
    return True


def _is_uci(text: str) -> bool:
    body = text[:12]
    if not all(c in "0123456789" for c in body[:5] + body[6:]):
        return False
    if body[5] != "0" and body[5] not in UCI_LETTERS:
        return False
    total = 0
    for weight, character in zip(range(16, 4, -1), body, strict=True):
        total += weight * (UCI_LETTERS[character] if character in UCI_LETTERS else int(character))
    return "ABCDEFGHKLMRTVWXY"[total % 17] == text[12]


def _is_uln(text: str) -> bool:
    if not all(c in "0123456789" for c in text) or text[0] == "0":
        return False
    remainder = sum(int(c) * (10 - i) for i, c in enumerate(text[:9])) % 11
    return remainder != 0 and 10 - remainder == int(text[9])


def _is_upn(text: str) -> bool:
    body = text[1:]
    if not all(c in "0123456789" for c in body[:-1]):
        return False
    try:
        return bool(stdnum.gb.upn.calc_check_digit(body) == text[0])
    except ValueError:
        return False


IDENTIFIERS = {"uci": _is_uci, "uln": _is_uln, "upn": _is_upn}
