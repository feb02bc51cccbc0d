"""The kit for other languages: lines and files with their values, JSON Schemas, Kaitai.

It is built into `dist/kit`; `generated/conformance` has its hashes and instructions. It is made
from the boundary values that the strategies know for each field, and from the case files; nothing
in it is random.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from generator.emit.json_schema import json_schema_files
from generator.emit.kaitai import kaitai_files
from generator.emit.message_schema import message_schema_files
from generator.emit.spec_json import plain_versions
from generator.resolve.model import Spec
from generator.runtime.core.values import json_value
from generator.runtime.testing.strategies import spec as drawn
from generator.runtime.testing.strategies.constraints import Constraints
from generator.runtime.testing.strategies.drawing import BoundaryDraw
from generator.runtime.testing.strategies.files import draw_file
from generator.runtime.testing.strategies.records import draw_record, line_of
from generator.runtime.testing.strategies.texts import values_of
from generator.runtime.testing.strategies.wrong_lines import mutated, mutations_of

LINES, FILES = 16, 6
"""The number of valid lines for each record, and of files for each data type."""

ENDS = {"CR LF": "\r\n", "LF": "\n", "CR": "\r", "none": ""}
MARKS = {"UTF-8": (b"\xef\xbb\xbf", b""), "Ctrl-Z": (b"", b"\x1a")}


def kit(spec: Spec, tests: Path) -> Iterator[tuple[str, bytes]]:
    """The lines, files, schemas, descriptions and cases, as files in the kit's folder.

    ``tests`` has the case files; without them there are no cases.
    """
    for version, content in plain_versions(spec).items():
        one = drawn.Spec(content)
        for record in content["records"]:
            yield f"v{version}/{record['key']}.json", _json(_of_record(one, record))
        for letter in one.letters:
            yield f"v{version}/files-{letter}.json", _json(_of_files(one, letter))
    yield from json_schema_files(spec)
    yield from message_schema_files(spec.messages)
    yield from kaitai_files(spec)
    yield "cases.json", _json(list(_of_cases(tests)))


def kit_hashes(files: Mapping[str, bytes]) -> bytes:
    """The SHA-256 hashes of each version's part of the kit, and of the cases: one line each.

    The hash of a version covers its files in order of name, as `cat v14/*.json` prints them.
    """
    parts: dict[str, bytes] = {}
    for name in sorted(files):
        folder, _, file = name.rpartition("/")
        part = f"{folder}/*{PurePosixPath(file).suffix}" if folder else name
        parts[part] = parts.get(part, b"") + files[name]
    lines = [f"{hashlib.sha256(data).hexdigest()}  {part}\n" for part, data in parts.items()]
    return "".join(lines).encode("ascii")


def _of_record(spec: drawn.Spec, record: drawn.RecordSpec) -> dict[str, Any]:
    valid: list[dict[str, Any]] = []
    seen = set[str]()
    for step in range(4 * LINES):
        texts = draw_record(BoundaryDraw(step), spec, record, Constraints(all_spellings=True))
        line = line_of(record, texts)
        if line not in seen and len(valid) < LINES:
            seen.add(line)
            valid.append({"line": line, "values": values_of(record["fields"], texts)})
    wrong = []
    for number, mutation in enumerate(mutations_of(spec, record)):
        found = mutated(BoundaryDraw(number), spec, record, mutation)
        broken = [{"rule": rule, "field": field} for rule, field in sorted(found.broken)]
        wrong.append({"line": found.line, "wrong": str(mutation), "broken": broken})
    return {
        "version": spec.version,
        "record": record["key"],
        "title": record["title"],
        "lengths": record["lengths"],
        "valid": valid,
        "wrong": wrong,
    }


def _of_files(spec: drawn.Spec, letter: str) -> dict[str, Any]:
    files = [draw_file(BoundaryDraw(step), spec, letter) for step in range(FILES)]
    return {
        "version": spec.version,
        "data_type": letter,
        "valid": [{"name": one.name, "text": one.data.decode("latin-1")} for one in files],
    }


def _of_cases(tests: Path) -> Iterator[dict[str, Any]]:
    samples = tests / "samples"
    for path in sorted((tests / "conformance" / "cases").glob("*.yaml")):
        case = yaml.safe_load(path.read_text("utf-8"))
        try:
            edited = edited_sample(samples, case)
            together = [edited_sample(samples, other) for other in case.get("together", ())]
        except ValueError as error:
            raise ValueError(f"{path.name}: {error}") from None
        yield {
            "case": path.stem,
            "about": case["about"],
            "name": edited.name,
            "text": edited.to_bytes().decode("latin-1"),
            "together": [
                {"name": other.name, "text": other.to_bytes().decode("latin-1")}
                for other in together
            ],
            **{word: case[word] for word in ("as", "line", "upgrade_to") if word in case},
            "issues": [_issue(said) for said in case["issues"]],
        }


def _issue(said: str) -> dict[str, Any]:
    place, severity, rule = said.split()
    line, _, columns = place.partition(":")
    start, _, end = columns.partition("-")
    return {
        "line": int(line),
        "start": int(start or 0),
        "end": int(end or start or 0),
        "severity": severity,
        "rule": rule,
    }


def edited_sample(samples: Path, words: str | Mapping[str, Any]) -> Edited:
    """A sample unchanged, or a ``file`` with ``edits``. Raises ValueError for an edit that cannot
    be made."""
    if isinstance(words, str):
        return Edited(samples / words)
    edited = Edited(samples / words["file"])
    for change in words["edits"]:
        edited.edit(change)
    return edited


class Edited:
    """A sample file with the edits of a case."""

    def __init__(self, path: Path) -> None:
        text = path.read_bytes().decode("latin-1")
        self.name = path.name
        self.first, self.last = b"", b""
        self.lines = [[line, "\r\n"] for line in text.removesuffix("\r\n").split("\r\n")]
        self.further: dict[int, list[str]] = {}
        self.removed: set[int] = set()

    def edit(self, change: dict[str, Any]) -> None:
        """Makes one edit; lines keep the numbers that they have in the sample."""
        if change.get("line", change.get("after", 0)) > len(self.lines):
            raise ValueError(f"the sample has {len(self.lines)} lines: {change}")
        match change:
            case {"name": name}:
                self.name = name
            case {"mark": mark}:
                self.first, self.last = MARKS[mark]
            case {"after": number, "text": text}:
                width = len(self.lines[max(number - 1, 0)][0])
                self.further.setdefault(number, []).append(text.ljust(width))
            case {"line": number, "remove": True}:
                self.removed.add(number)
            case {"line": number, "end": end}:
                self.lines[number - 1][1] = ENDS[end]
            case {"line": number}:
                self.lines[number - 1][0] = _edited(self.lines[number - 1][0], change)
            case _:
                raise ValueError(f"no such edit: {change}")

    def to_bytes(self) -> bytes:
        """The file, edited."""
        text = "".join(line + "\r\n" for line in self.further.get(0, ()))
        for number, (line, end) in enumerate(self.lines, 1):
            if number not in self.removed:
                text += line + end
            text += "".join(line + "\r\n" for line in self.further.get(number, ()))
        return self.first + text.encode("latin-1") + self.last


def _edited(line: str, change: dict[str, Any]) -> str:
    match change:
        case {"columns": columns, "text": text}:
            start, _, end = str(columns).partition("-")
            if int(end or start) - int(start) + 1 != len(text):
                raise ValueError(f"{text!r} has another width")
            new = line[: int(start) - 1] + text + line[int(end or start) :]
        case {"text": text}:
            new = text.ljust(len(line))
        case {"cut": column}:
            new = line[:column]
        case {"more": text}:
            new = line + text
        case _:
            raise ValueError(f"no such edit: {change}")
    if new == line:
        raise ValueError(f"the edit changes nothing: {change}")
    return str(new)


def _json(data: Any) -> bytes:
    text = json.dumps(data, indent=1, ensure_ascii=True, default=json_value)
    return (text + "\n").encode("ascii")
