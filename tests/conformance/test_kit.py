"""The kit for other languages, run on this package: `generated/conformance`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jcq_formats as jcq
import pytest

KIT = Path(__file__).resolve().parents[2] / "generated" / "conformance"
RECORDS = sorted(p for p in KIT.glob("v*/*.json") if not p.stem.startswith("files-"))
FILES = sorted(KIT.glob("v*/files-*.json"))


def loaded(path: Path) -> Any:
    return json.loads(path.read_text("ascii"))


def named(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def class_of(kit: Any) -> type[jcq.Record]:
    records = jcq.load_version(kit["version"]).records.values()
    return next(record for record in records if kit["record"] == record.KEY)


def test_the_kit_has_every_record_and_every_file() -> None:
    for version in jcq.known_versions():
        keys = {record.KEY for record in jcq.load_version(version).records.values()}
        assert {path.stem for path in RECORDS if path.parent.name == f"v{version}"} == keys
    assert FILES


@pytest.mark.parametrize("path", RECORDS, ids=named)
def test_valid_lines_have_these_values(path: Path) -> None:
    kit = loaded(path)
    record = class_of(kit)
    assert len(kit["valid"]) >= 2
    for one in kit["valid"]:
        read = record(one["line"])
        assert json.loads(json.dumps(read.as_dict(), default=str)) == one["values"]
        assert read.issues() == []


@pytest.mark.parametrize("path", RECORDS, ids=named)
def test_wrong_lines_break_these_rules(path: Path) -> None:
    kit = loaded(path)
    record = class_of(kit)
    assert kit["wrong"]
    for one in kit["wrong"]:
        issues = record(one["line"]).issues()
        found = {(issue.rule, issue.field) for issue in issues}
        assert found == {(said["rule"], said["field"]) for said in one["broken"]}, one["wrong"]


@pytest.mark.parametrize("path", FILES, ids=named)
def test_valid_files_have_no_fault(path: Path) -> None:
    kit = loaded(path)
    for one in kit["valid"]:
        data = one["text"].encode("latin-1")
        issues = jcq.check(data, name=one["name"])
        assert [i for i in issues if i.severity is not jcq.Severity.INFORMATION] == []
        file = jcq.read(data)
        assert (file.format.version, file.to_bytes()) == (kit["version"], data)


def test_cases_are_those_of_the_case_files() -> None:
    cases = loaded(KIT / "cases.json")
    assert {case["case"] for case in cases} == {
        path.stem for path in (Path(__file__).parent / "cases").glob("*.yaml")
    }
    for case in cases:
        if not case["together"] and not {"as", "upgrade_to"} & case.keys():
            issues = jcq.check(case["text"].encode("latin-1"), name=case["name"])
            found = [(i.line_number, i.start, i.end, i.severity, i.rule) for i in issues]
            said = [
                (i["line"], i["start"], i["end"], i["severity"], i["rule"]) for i in case["issues"]
            ]
            assert found == said, case["about"]
