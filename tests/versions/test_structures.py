"""Files with another structure: site headers, an optional trailer, continued data."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.emit.json_schema import ONE_RECORD, record_schema
from generator.emit.kaitai import ANY_ORDER, file_ksy
from generator.resolve.spec import load_spec
from tests.generator import packages
from tests.versions import next_version

MADE = """
import jcq_formats as jcq
v = jcq.v15
def entry(number, centre="999999"):
    return v.Entry.build(
        candidate_status="C", centre_number=centre, candidate_number=number, sex="F", gender="N",
        candidate_name="MOLE:ADA", entries=[v.EntryItem.build(option_entry_code="1MAH")],
    )
more = v.EntryArrangement.build(extra_time=25)
site, end = v.SiteHeader.build(centre="999999", code="B"), v.SiteTrailer.build(counted=0)
about = {"awarding_body": "98", "series": "6GA", "year": "28", "version": "15"}
file = jcq.new_file([entry("0001"), more, site, entry("0002"), end], **about)
def shown(file):
    return " ".join(record.line[1] for record in file)
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return next_version.built(next_version.written(tmp_path_factory.mktemp("structures")))


def said(built: Path, use: str) -> list[str]:
    return packages.run("-c", MADE + use, cwd=built, path=built).splitlines()


def run(built: Path, *command: str) -> str:
    return packages.run("-m", "jcq_formats", *command, cwd=built, path=built, codes=(0, 1))


def test_a_new_file_has_the_parts_that_it_needs(built: Path) -> None:
    use = """
print(shown(file), jcq.check(file), len(file.records), len(file.centres))
print(shown(jcq.new_file([entry("0001"), more, entry("0002")], **about)))
print(*(record.line[:11].rstrip() for record in file if record.TITLE.startswith("Site")))
print(jcq.read(file.to_bytes()).to_bytes() == file.to_bytes(), len(jcq.candidates(file)))
"""
    assert said(built, use) == [
        "1 3 S 5 6 S 5 T 7 9 [] 3 1",
        "1 3 S 5 6 5 7 9",
        "ES999999A ES999999B ET0000007",
        "True 2",
    ]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("0 1 3 4 5 6 7 8 9", "3 there is no site header before this data record"),
        ("0 1 2 4 3 5 6 7 8 9", "4 there is no data record before this entry arrangement"),
        ("0 1 2 3 4 4 5 6 7 8 9", "6 there is a second entry arrangement for this data record"),
        ("0 1 7 2 3 4 5 6 8 9", "3 there is no site header before this site trailer"),
        ("0 1 2 3 4 5 6 8 7 9", "9 there is no site header before this site trailer"),
        ("0 2 3 4 5 6 7 8 9", "2 there is no centre header before this site header"),
        ("0 1 2 3 4 5 6 7 9", "9 the last centre has no centre trailer"),
        ("0 1 2 3 4 5 6 8 9", None),
    ],
)
def test_check_holds_a_file_to_its_structure(built: Path, order: str, expected: str | None) -> None:
    use = f"""
lines = file.to_bytes().splitlines(keepends=True)
data = b"".join(lines[int(at)] for at in {order!r}.split())
for issue in jcq.check(data, version="15"):
    if issue.rule in ("file.order", "file.centre-trailer-missing"):
        print(issue.line_number, issue.message)
"""
    assert said(built, use) == ([expected] if expected is not None else [])


def test_split_and_join_take_the_parts_of_a_centre_along(built: Path) -> None:
    use = """
other = jcq.new_file([entry("0001", "999998"), more], **about)
joined = jcq.join_centres([file, other])
print(shown(joined), jcq.check(joined))
apart = jcq.split_centres(joined)
print([one.to_bytes() == two.to_bytes() for one, two in zip(apart, [file, other])])
"""
    assert said(built, use) == ["1 3 S 5 6 S 5 T 7 3 S 5 6 7 9 []", "[True, True]"]


def test_upgrade_names_what_has_no_place_and_what_is_lacking(built: Path) -> None:
    use = """
back = jcq.upgrade(file, "14", drop=True)
losses = [f"{i.line_number} {i.message}" for i in back.issues]
print(*[said for said in losses if " has no " in said and "place" not in said], sep="\\n")
print(shown(back.file), [i.rule for i in jcq.check(back.file) if "count" in i.rule])
again = jcq.upgrade(back.file, "15", drop=True, incomplete=True)
print(*[f"{i.line_number} {i.message}" for i in again.issues if "site" in i.message])
"""
    assert said(built, use) == [
        "3 version 14 has no site header",
        "5 version 14 has no entry arrangement",
        "6 version 14 has no site header",
        "8 version 14 has no site trailer",
        "1 3 5 5 7 9 []",
        "3 version 15 needs a site header before this record",
    ]


def test_commands_take_such_files(built: Path, tmp_path: Path) -> None:
    path = tmp_path / "E99999998.X01"
    said(built, f"jcq.write(file, {str(path)!r})")
    shown = run(built, "show", str(path))
    assert "ES  Site header                     2" in shown
    assert "Entry arrangement: 1 of 1" in shown
    assert "0 errors" in run(built, "check", str(path))
    out = tmp_path / "out"
    assert "E6: 1 row" in run(built, "export", str(path), "--to", "csv", "--output", str(out))
    about = ("--type", "E", "--awarding-body", "98", "--series", "6GA", "--year", "28")
    again = tmp_path / "again"
    run(built, "build", str(out / "E5.csv"), *about, "--to", str(again))
    assert "0 errors" in run(built, "check", str(again))
    sites = ("--record", "ES", "--to", "csv", "--output", str(tmp_path / "sites.csv"))
    run(built, "export", str(path), *sites)
    text = (tmp_path / "sites.csv").read_text("utf-8")
    assert text.splitlines() == ["centre,code", "999999,A", "999999,B"]


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with a required site trailer, and files that may end without their trailers."""
    spec = next_version.written(tmp_path_factory.mktemp("strict"))
    path = spec / "v15" / "format.yaml"
    text = path.read_text("utf-8").replace('"T", occurs: optional', '"T", occurs: one')
    before, last, after = text.rpartition('{record: "9", occurs: one')
    assert last and '"T", occurs: one' in text
    path.write_text(f'{before}{{record: "9", occurs: optional{after}', "utf-8")
    return next_version.built(spec)


def test_a_part_that_must_be_there_is_made_and_missed(strict: Path) -> None:
    use = """
file = jcq.new_file([entry("0001"), more, site, entry("0002")], **about)
print(shown(file), jcq.check(file))
lines = file.to_bytes().splitlines(keepends=True)
data = b"".join(lines[:5] + lines[6:])
print(*[issue.message for issue in jcq.check(data) if issue.rule == "file.order"])
try:
    jcq.apply_amendments(jcq.read(data), [])
except jcq.JcqError as error:
    print(error)
"""
    assert said(strict, use) == [
        "1 3 S 5 6 T S 5 T 7 []",
        "the site header before this site header has no site trailer",
        "the file is incomplete: it has no site trailer before line 6; line 8 should say 7"
        " records; line 9 should say 8 records. Get it again before you use it",
    ]


def test_a_file_may_end_without_a_trailer_where_the_structure_says_so(strict: Path) -> None:
    use = """
file = jcq.new_file([entry("0001")], **about)
other = jcq.new_file([entry("0001", "999998")], **about)
joined = jcq.join_centres([file, other])
print(shown(joined), jcq.check(joined), [shown(one) for one in jcq.split_centres(joined)])
lines = file.to_bytes().splitlines(keepends=True)
print([issue.message for issue in jcq.check(b"".join(lines[:-1])) if "centre" in issue.message])
"""
    assert said(strict, use) == [
        "1 3 S 5 T 7 3 S 5 T 7 [] ['1 3 S 5 T 7', '1 3 S 5 T 7']",
        "['the last centre has no centre trailer']",
    ]


def test_the_reference_prints_a_tree_and_the_changes_name_each_row(built: Path) -> None:
    page = (built / "docs" / "README.md").read_text("utf-8")
    tree = _tree(page, "A file of E has these records in this order:")
    assert [line.split()[0] for line in tree] == list("13S56T79")
    assert tree[4].startswith("6        Entry arrangement, which continues it")
    changes = (built / "docs" / "changes-14-15.md").read_text("utf-8")
    assert "| files of E: record S | new: any number under 3 |" in changes
    assert "| files of E: record 6 | new: none or one under 5, which it continues |" in changes
    assert "| files of E: record 5 | any number under S, instead of any number under 3 |" in changes


def _tree(page: str, begin: str) -> list[str]:
    block = page[page.index(begin) :].split("```text\n", 1)[1]
    return block.split("\n```", 1)[0].splitlines()


def test_what_schemas_and_descriptions_do_not_say_they_say(tmp_path: Path) -> None:
    spec, problems = load_spec(next_version.written(tmp_path))
    assert not problems
    records = {record.key: record for record in spec.newest.records}
    assert ONE_RECORD in record_schema(records["E6"])["description"]
    assert ONE_RECORD not in record_schema(records["E5"])["description"]
    assert ANY_ORDER in file_ksy(spec.newest, {key: key.lower() for key in records})
