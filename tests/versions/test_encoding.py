"""Versions in UTF-8: counted in bytes and in characters, letters and invalid bytes, converted both
ways."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.emit.json_schema import record_schema
from generator.emit.kaitai import INEXPRESSIBLE, record_ksy
from generator.resolve.spec import load_spec
from generator.runtime.core.character_encodings import UTF_8_BYTES, UTF_8_CHARACTERS
from tests.generator.packages import run, run_emitted_tests
from tests.versions import utf_8_version

ROOT = Path(__file__).resolve().parents[2]

START = f"""
import jcq_formats as jcq
from jcq_formats.core.records import Record
entries = jcq.read({str(ROOT / "tests/samples/centre/E9999998.X01")!r})

def named(version, name):
    file = jcq.upgrade(entries, version).file
    file.put(2, file.lines[2].record.replace(candidate_name=name))
    return jcq.read(file.to_bytes(), name=entries.name)

def show(*texts):
    print(*map(ascii, texts))
"""

NAME = "ŁUKASZ:ZOË €"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return utf_8_version.built(tmp_path_factory.mktemp("encoding"))


def use(built: Path, program: str) -> list[str]:
    return run("-c", START + program, cwd=built.parent, path=built).splitlines()


@pytest.mark.parametrize(("version", "columns", "size"), [("15", 192, 192), ("16", 192, 196)])
def test_a_name_of_any_letters_is_read_where_it_stands(
    built: Path, version: str, columns: int, size: int
) -> None:
    program = f"""
file = named("{version}", {NAME!r})
record = file.lines[2].record
show(record.candidate_name, record.as_dict()["candidate_name"], record.sex, len(record.line))
print(len(file.to_bytes().splitlines()[2]), jcq.check(file), jcq.check(file.to_bytes()))
scanned = [r for r in jcq.scan(file.to_bytes()) if r.line[:2] == "E5"]
print(scanned[0] == record)
table = jcq.to_arrow(file.to_bytes(), "E5").to_pylist()[0]
show(table["candidate_name"], table["sex"], str(table["date_of_birth"]))
"""
    assert use(built, program) == [
        f"{NAME!a} {NAME!a} 'F' {columns}",
        f"{size} [] []",
        "True",
        f"{NAME!a} 'F' '2010-01-02'",
    ]


@pytest.mark.parametrize(("version", "more"), [("15", " "), ("16", "")])
def test_broken_bytes_are_kept_and_reported_where_they_stand(
    built: Path, version: str, more: str
) -> None:
    program = f"""
broken = named("{version}", "A:ZOË").to_bytes().replace("Ë".encode(), b"\\xcb{more}")
print(jcq.read(broken).to_bytes() == broken)
print(*[(i.rule, i.severity.value, i.line_number, i.start, i.end) for i in jcq.check(broken)])
print(*[i.rule for i in jcq.read(broken).lines[2].record.issues()])
show(jcq.to_arrow(broken, "E5").to_pylist()[0]["candidate_name"])
unknown = b"E?\\xcb\\r\\n" + broken
print([(i.rule, i.line_number) for i in jcq.check(unknown, version="{version}")][:2])
"""
    assert use(built, program) == [
        "True",
        "('record.encoding', 'error', 3, 17, 17)",
        "record.encoding",
        "'A:ZO\\ufffd'",
        "[('record.unknown', 1), ('record.encoding', 1)]",
    ]


def test_no_letter_is_cut_in_two(built: Path) -> None:
    program = """
for version, name in (("15", "É" * 20), ("15", "É" * 20 + "A"), ("16", "É" * 40)):
    try:
        print(named(version, name).lines[2].record.candidate_name == name)
    except jcq.BuildError as error:
        print(error)
data = named("15", "É" * 20).to_bytes()
cut = data.replace("É".encode() * 20 + b"F", b"A" + "É".encode() * 20)
print([(i.rule, i.start, i.end) for i in jcq.check(cut)][:1])
"""
    assert use(built, program) == [
        "True",
        "Entry.candidate_name: 41 bytes do not fit in 40",
        "True",
        "[('field.characters', 13, 52)]",
    ]


def test_an_upgrade_names_the_letters_that_a_version_cannot_hold(built: Path) -> None:
    program = """
long = named("16", "É" * 21)
for file, to in ((named("15", "ŁUKASZ"), "16"), (named("16", "ŁUKASZ"), "14"), (long, "15")):
    done = jcq.upgrade(file, to, drop=True)
    show(done.file.lines[2].record.candidate_name)
    print(*[issue.message for issue in done.issues])
    assert jcq.read(done.file.to_bytes()).to_bytes() == done.file.to_bytes()
"""
    assert use(built, program) == [
        "'\\u0141UKASZ'",
        "",
        "''",
        "candidate_name: a letter with an accent or of another alphabet cannot be written: use A to"
        " Z (version 14)",
        "''",
        "candidate_name: 42 bytes do not fit in 40 (version 15)",
    ]


@pytest.mark.parametrize("version", ["15", "16"])
def test_the_command_line_reads_and_exports_such_files(
    built: Path, version: str, tmp_path: Path
) -> None:
    path = tmp_path / "E9999998.X01"
    use(built, f"jcq.write(named('{version}', {NAME!r}), {str(path)!r})")
    for command in ("check", "show"):
        run("-m", "jcq_formats", command, str(path), cwd=tmp_path, path=built)
    for to in ("csv", "sqlite", "jsonl"):
        out = tmp_path / f"out.{to}"
        options = ("export", str(path), "--to", to, "--output", str(out))
        run("-m", "jcq_formats", *options, cwd=tmp_path, path=built)
        assert NAME.encode() in out.read_bytes(), to


def test_targets_say_what_they_do_not_hold(built: Path) -> None:
    spec = json.loads((built / "jcq_formats" / "spec.json").read_text("utf-8"))["versions"]
    assert [spec[v].get("encoding") for v in ("14", "15", "16")] == [
        None,
        "utf-8-bytes",
        "utf-8-characters",
    ]
    changes = (built / "docs" / "changes-14-15.md").read_text("utf-8")
    assert (
        "UTF-8, one byte for each position, instead of Latin-1, one byte for each position"
        in changes
    )
    found, _ = load_spec(built.parent / "spec")
    for version, said in (("15", UTF_8_BYTES), ("16", UTF_8_CHARACTERS)):
        of_version = next(v for v in found.versions if v.version == version)
        text = record_ksy(of_version, of_version.records[0], "one")
        assert "  encoding: UTF-8\n" in text
        assert INEXPRESSIBLE[said] in text
        entry = next(r for r in of_version.records if r.key == "E5")
        about = record_schema(entry)["properties"]["candidate_name"]["description"]
        assert ("at most 40 bytes of UTF-8" in about) is (version == "15")


@pytest.mark.parametrize("of", ["v15 and Entry", "v16 and Entry", "v15.entries", "v16.entries"])
def test_the_emitted_tests_pass(built: Path, of: str) -> None:
    run_emitted_tests(built, of, "brief")


@pytest.mark.parametrize("version", ["15", "16"])
def test_such_files_are_split_and_built_from_rows(
    built: Path, version: str, tmp_path: Path
) -> None:
    path, rows = tmp_path / "E9999998.X01", tmp_path / "rows.csv"
    use(built, f"jcq.write(named('{version}', {NAME!r}), {str(path)!r})")
    (tmp_path / "new").mkdir()
    header = ("--type", "E", "--awarding-body", "98", "--series", "6G", "--year", "29")
    for command in (
        ("split", str(path), "--to", "parts"),
        ("export", str(path), "--to", "csv", "--output", str(rows)),
        ("build", str(rows), *header, "--to", "new", "--format-version", version),
    ):
        run("-m", "jcq_formats", *command, cwd=tmp_path, path=built)
    assert (tmp_path / "parts" / path.name).read_bytes() == path.read_bytes()
    assert NAME.encode() in (tmp_path / "new" / path.name).read_bytes()
    program = f"""
made = jcq.new_file(named("{version}", {NAME!r}).records, awarding_body="98", series="6G",
    year="29", version="{version}")
show(jcq.read(made.to_bytes()).records[0].candidate_name)
"""
    assert use(built, program) == [ascii(NAME)]


def test_a_record_that_is_cut_off_is_noticed_by_its_characters(built: Path, tmp_path: Path) -> None:
    path = str(tmp_path / "E9999998.X01")
    program = f"""
from jcq_formats.exams.usable_files import refusals_of
from jcq_formats.core.sources import sources_at
file = named("16", {NAME!r})
record = file.lines[2].record
file.put(2, type(record)(record.line[:-2]))
jcq.write(file, {path!r})
print(*refusals_of(None, sources_at({path!r}).found))
"""
    fault = "line 3 is cut off after 190 of 192 characters. Get it again before you use it"
    assert use(built, program) == [f"{path} is incomplete: {fault}"]
