"""Runs the kit for other languages, as built by `make kit` into `dist/kit`, on this package."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import jcq_formats as jcq
import pytest
from jcq_formats.testing import strategies

from generator.__main__ import checked_spec, main
from generator.emit.kit import kit as made_kit
from generator.emit.kit import kit_hashes

ROOT = Path(__file__).resolve().parents[2]
HASHES = ROOT / "generated" / "conformance" / "SHA256"
VERSIONS = {version: jcq.load_version(version) for version in jcq.known_versions()}
RECORDS = [
    (version, record)
    for version, known in VERSIONS.items()
    for record in dict.fromkeys(known.records.values())
]
BY_CHANCE = ("file.code-small-letters", "record.may-have-slipped")
"""The rules about small letters in codes and text that may have moved, which drawn texts break."""

FILES = [(v, letter) for v in VERSIONS for letter in strategies.letters(v)]

of_records = pytest.mark.parametrize(("version", "record"), RECORDS)
of_files = pytest.mark.parametrize(("version", "letter"), FILES)


def loaded(path: Path) -> Any:
    return json.loads(path.read_text("ascii"))


def test_the_kit_has_every_record_and_every_file(kit: Path) -> None:
    names = {path.relative_to(kit).as_posix() for path in kit.rglob("*") if path.is_file()}
    schemas = {name for known in loaded(kit / "schemas.json").values() for name in known.values()}
    assert {name for name in names if not name.startswith("kaitai/")} == {
        *(f"v{version}/{record.KEY}.json" for version, record in RECORDS),
        *(f"v{version}/files-{letter}.json" for version, letter in FILES),
        *schemas,
        *("schemas.json", "cases.json", "README.md", "Kit.cs", "Kit.java"),
    }
    assert {f"kaitai/jcq_v{version}_file.ksy" for version in VERSIONS} <= names


def test_the_committed_hashes_are_those_of_the_kit(kit: Path) -> None:
    found = []
    versions = (f"v{version}/*.json" for version in sorted(VERSIONS))
    for part in ("a2c/*.json", "cases.json", "kaitai/*.ksy", "schemas.json", *versions):
        data = b"".join(path.read_bytes() for path in sorted(kit.glob(part)))
        found.append(f"{hashlib.sha256(data).hexdigest()}  {part}")
    assert HASHES.read_text("ascii").splitlines() == found


def test_a_kit_of_another_spec_than_the_committed_one_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "generated"
    shutil.copytree(HASHES.parent, out / "conformance")
    kept = out / "conformance" / "SHA256"
    kept.write_text(kept.read_text("ascii").replace("a", "b"), "ascii")
    assert main(["kit", "--out", str(out), "--to", str(tmp_path / "kit")]) == 1
    assert capsys.readouterr().out == "differs: generated/conformance/SHA256\n"
    assert not (tmp_path / "kit").exists()


def test_an_added_code_changes_one_line_of_what_is_committed(tmp_path: Path) -> None:
    spec = tmp_path / "spec"
    shutil.copytree(ROOT / "spec", spec)
    codes = spec / "v14" / "codes.yaml"
    text = codes.read_text("utf-8")
    male = '      - {code: "M", meaning: male}\n'
    assert male in text
    codes.write_text(text.replace(male, male + male.replace('"M"', '"X"')), "utf-8")
    before = HASHES.read_bytes().splitlines()
    after = kit_hashes(dict(made_kit(checked_spec(spec), ROOT / "tests"))).splitlines()
    assert [line.split()[1] for line in after if line not in before] == [b"v14/*.json"]
    assert len(after) == len(before)


@of_records
def test_valid_lines_have_these_values(version: str, record: type[jcq.Record], kit: Path) -> None:
    lines = loaded(kit / f"v{version}" / f"{record.KEY}.json")
    assert (lines["version"], lines["record"]) == (version, record.KEY)
    assert len(lines["valid"]) >= 2
    for one in lines["valid"]:
        read = record(one["line"])
        assert json.loads(json.dumps(read.as_dict(), default=str)) == one["values"]
        assert read.issues() == []


@of_records
def test_wrong_lines_break_these_rules(version: str, record: type[jcq.Record], kit: Path) -> None:
    lines = loaded(kit / f"v{version}" / f"{record.KEY}.json")
    assert lines["wrong"]
    for one in lines["wrong"]:
        issues = record(one["line"]).issues()
        found = {(issue.rule, issue.field) for issue in issues}
        assert found == {(said["rule"], said["field"]) for said in one["broken"]}, one["wrong"]


@of_files
def test_valid_files_have_no_fault(version: str, letter: str, kit: Path) -> None:
    files = loaded(kit / f"v{version}" / f"files-{letter}.json")
    assert files["valid"]
    for one in files["valid"]:
        data = one["text"].encode("latin-1")
        issues = jcq.check(data, name=one["name"], disable=BY_CHANCE)
        assert [i for i in issues if i.severity is not jcq.Severity.INFORMATION] == []
        file = jcq.read(data)
        assert (file.format.version, file.to_bytes()) == (version, data)


def test_cases_are_those_of_the_case_files(kit: Path) -> None:
    cases = loaded(kit / "cases.json")
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
