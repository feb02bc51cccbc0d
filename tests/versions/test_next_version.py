"""A version that is merged early: files are written by their series, or as requested."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.__main__ import checked_spec
from generator.load.nodes import SpecError
from tests.versions import next_version
from tests.versions.next_version import CANDIDATE, printed

ROOT = Path(__file__).resolve().parents[2]


def test_files_are_written_in_the_version_in_force_for_their_series(built: Path) -> None:
    use = """
import jcq_formats as jcq
series = ("6G", "26"), ("8G", "27"), ("9GA", "27"), ("1GA", "28"), ("6GA", "2028"), ("9GA", "28")
print(*(jcq.version_in_force(*one) for one in series))
for module, month, year in (jcq.v14, "6G", "26"), (jcq.v15, "9GA", "27"):
    syllabus = [module.Syllabus.build(syllabus_code="1MA", syllabus_title="MATHEMATICS")]
    file = jcq.new_file(syllabus, awarding_body="98", series=month, year=year)
    print(file.format.version, jcq.read(file.to_bytes()).format.version)
print(jcq.new_file(syllabus, awarding_body="98", series="6GA", year="26", version="15").format)
"""
    assert printed(built, "-c", use) == [
        "14 14 15 15 15 16",
        "14 14",
        "15 15",
        "Format('15')",
    ]


def test_records_of_another_version_are_refused_with_what_to_do(built: Path) -> None:
    use = """
import jcq_formats as jcq
link = jcq.v14.Link.build(option_entry_code="1MAF", component_code="1MA/F1")
try:
    jcq.new_file([link], awarding_body="98", series="9GA", year="27")
except jcq.BuildError as error:
    print(error)
"""
    assert printed(built, "-c", use) == [
        "the records are not those of version 15, which is in force for the series 9GA27:"
        " upgrade their file first, or give the version (--format-version on the command line,"
        " version= in Python)"
    ]


@pytest.mark.parametrize(
    ("series", "more", "version"),
    [
        (("6G", "26"), (), "14"),
        (("6GA", "28"), (), "15"),
        (("6GA", "26"), ("--format-version", "15"), "15"),
        (("9GA", "2028"), (), "16"),
    ],
)
def test_rows_become_a_file_of_the_version_in_force(
    built: Path, tmp_path: Path, series: tuple[str, str], more: tuple[str, ...], version: str
) -> None:
    rows = tmp_path / "links.csv"
    rows.write_text("option_entry_code,component_code\n1MAF,1MA/F1\n", "utf-8")
    about = ("--type", "L", "--awarding-body", "98", "--series", series[0], "--year", series[1])
    printed(built, "-m", "jcq_formats", "build", str(rows), *about, *more, "--to", str(tmp_path))
    (made,) = tmp_path.glob("L*")
    use = f"import jcq_formats as jcq; print(jcq.read({str(made)!r}).format.version)"
    assert printed(built, "-c", use) == [version]


def test_the_first_series_is_announced(built: Path) -> None:
    page = (built / "docs" / "changes-14-15.md").read_text("utf-8")
    assert "| exam series | written from month 9 of 2027 on |" in page


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("", "`applies_from` is missing"),
        ('  applies_from: {year: 2027, month: "S"}\n', "no series begins with 'S'"),
        (
            '  applies_from: {year: 2011, month: "9"}\n',
            "version 15 applies no later than version 14",
        ),
    ],
)
def test_lint_wants_a_first_series_that_there_is_and_after_the_last(
    tmp_path: Path, written: str, problem: str
) -> None:
    spec = next_version.written(tmp_path)
    path = spec / "v15" / "format.yaml"
    line = next(x for x in path.read_text("utf-8").splitlines() if "applies_from" in x)
    path.write_text(path.read_text("utf-8").replace(f"{line}\n", written), "utf-8")
    with pytest.raises(SpecError) as refused:
        checked_spec(spec)
    assert [problem in str(one) for one in refused.value.problems] == [True]


def test_a_candidate_has_the_fields_of_the_version(built: Path) -> None:
    use = """
new = jcq.v15.new_candidate
print(said(new, centre_number="999999", gender="N", entries=["1MAF"]))
print(said(new, centre_number="999999"))
print(said(new, centre_number="999999", gender="N", uln="9990000017"))
print(said(new, centre_number="999999", gender="X"))
print(said(new, centre_number="999999", gender="O")[:19])
print(said(jcq.v14.new_candidate, centre_number="99999", uln="9990000017"))
"""
    assert printed(built, "-c", CANDIDATE + use) == [
        f"v15 E5C9999990001{'MOLE:ADA':40}FN00000000{' ' * 26}{' ' * 15}1MAF",
        "new_candidate() missing 1 required keyword-only argument: 'gender'",
        "new_candidate() got an unexpected keyword argument 'uln'",
        "Entry.gender: use W, N or O",
        "v15 E5C9999990001MO",
        f"v14 E5C999990001{'MOLE:ADA':40}F000000{' ' * 26}9990000017",
    ]


def test_a_candidate_is_of_the_version_in_force_for_the_series(built: Path) -> None:
    use = """
new = jcq.new_candidate
june, later = {"series": "6G", "year": "26"}, {"series": "6GA", "year": "28"}
print(said(new, centre_number="99999", **june)[:17])
print(said(new, centre_number="999999", gender="N", **later)[:18])
print(said(new, centre_number="99999", version="14", **later)[:17])
print(said(new, centre_number="999999", **later))
print(said(new, centre_number="999999", gender="N", uln="9990000017", **later))
print(said(new, centre_number="99999", gender="N", **june).partition(";")[0])
file = jcq.new_file(
    new(centre_number="99999", **ada, **june).records, awarding_body="98", **june
)
print(file.format.version, file.name)
"""
    assert printed(built, "-c", CANDIDATE + use) == [
        "v14 E5C999990001M",
        "v15 E5C9999990001M",
        "v14 E5C999990001M",
        "version 15 of the formats needs a gender",
        "version 15 of the formats has no uln here; did you mean upn?",
        "version 14 of the formats has no gender here",
        "14 E9999998.X01",
    ]


def test_a_type_checker_knows_the_fields_of_the_version(built: Path, tmp_path: Path) -> None:
    ada = 'centre_number="999999", candidate_number="0001", candidate_name="MOLE:ADA", sex="F"'
    lines = [
        "import jcq_formats as jcq",
        f'jcq.v15.new_candidate({ada}, gender="N")',
        f"jcq.v15.new_candidate({ada})",
        f'jcq.v15.new_candidate({ada}, gender="N", uln="")',
        f"jcq.v14.new_candidate({ada})",
        f'jcq.v14.new_candidate({ada}, gender="N")',
        f'jcq.new_candidate({ada}, gender="N", series="6GA", year="28")',
        f'jcq.new_candidate({ada}, uln="", version="14")',
    ]
    written = tmp_path / "user.py"
    written.write_text("\n".join(lines) + "\n", "utf-8")
    checked = ("-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), str(written))
    found = [line for line in printed(built, *checked, codes=(1,)) if ": error:" in line]
    assert [line.split(":")[1] for line in found] == ["3", "4", "6"]


def sampled(built: Path, folder: Path, *more: str) -> tuple[str, dict[str, str]]:
    """The last line of a check of a world, and the file header of each file by name."""
    world = ("sample", str(folder), "--candidates", "120", "--centres", "2", *more)
    printed(built, "-m", "jcq_formats", *world)
    verdict = printed(built, "-m", "jcq_formats", "check", "--quiet", str(folder))[-1]
    names = sorted(path.name for path in folder.iterdir())
    return verdict, {name: (folder / name).read_text("latin-1").split("\r\n")[0] for name in names}


@pytest.mark.parametrize(
    ("more", "version"),
    [
        ((), "14"),
        (("--version", "15"), "15"),
        (("--series", "6GA", "--year", "28"), "15"),
        (("--series", "6G", "--year", "28", "--version", "14"), "14"),
    ],
)
def test_a_sample_follows_the_spec_of_its_version(
    built: Path, tmp_path: Path, more: tuple[str, ...], version: str
) -> None:
    verdict, headers = sampled(built, tmp_path / "world", *more)
    assert ": 0 errors, 0 warnings" in verdict
    letters = "".join(dict.fromkeys(name[0] for name in headers))
    centre, place = {"14": ("99998", slice(24, 26)), "15": ("999998", slice(30, 32))}[version]
    assert letters == {"14": "ACDEFLORS", "15": "ACEFLORS"}[version]
    assert f"E{centre}98.X01" in headers
    assert {header[place] for header in headers.values()} == {version}


def test_what_a_version_needs_beyond_the_others_is_made_up_for_samples(
    built: Path, tmp_path: Path
) -> None:
    sampled(built, tmp_path / "world", "--version", "15")
    use = f"""
import glob, jcq_formats as jcq
paths = glob.glob({str(tmp_path / "world" / "E*")!r})
found = [one for path in paths for one in jcq.candidates(jcq.read(path))]
print(*sorted({{one.records[0].gender for one in found}}))
print(len(found) == len({{one.uci for one in found}}) > 100)
"""
    assert printed(built, "-c", use) == ["N W", "True"]


@pytest.mark.slow
@pytest.mark.parametrize("retired", ["A", "AE", "F", "R", "AEFR", "D"])
def test_a_sample_skips_what_the_version_does_not_have(tmp_path: Path, retired: str) -> None:
    package = next_version.built(next_version.written_without(tmp_path, retired))
    verdict, headers = sampled(package, tmp_path / "world", "--version", "15")
    assert ": 0 errors" in verdict
    letters = {name[0] for name in headers}
    assert letters == set("ACDEFLORS") - set(retired) - set("A" if "E" in retired else "")


def test_amendments_follow_entries_which_change_within_their_group(built: Path) -> None:
    use = """
for name in "Entry", "Amendment":
    record = getattr(jcq.v15, name)
    group = record.FIELDS["entries"]
    print(name, group.start, group.end, group.kind.repeat)
new = jcq.v15.new_candidate
codes = [f"LONG{n:04}" for n in range(20)]
(made,) = new(centre_number="999999", gender="N", entries=codes, **ada).records
print([item.option_entry_code for item in made.entries] == codes)
print(*(len(new(centre_number="999999", gender="N", entries=codes + ["1MAF"], **ada).records),))
"""
    assert printed(built, "-c", CANDIDATE + use) == [
        "Entry 105 284 20",
        "Amendment 105 284 20",
        "True",
        "2",
    ]


def test_each_change_within_a_group_a_variant_or_a_shared_layout_is_announced(built: Path) -> None:
    page = (built / "docs" / "changes-14-15.md").read_text("utf-8")
    entries = page.partition("## Record E5")[2].partition("\n## ")[0]
    amendments = page.partition("## Record A5")[2].partition("\n## ")[0]
    for rows in (entries, amendments):
        assert "| `entries` | the number of its items is 20 instead of 12 |" in rows
        assert "| `entries`, EntryItem: `option_entry_code` | 8 characters instead of 6:" in rows
    assert "| `outcome`, MarkOutcome: `score` | 4 characters instead of 3:" in page
    assert "| `address`, CentreAddress: `centre_number` | 6 characters instead of 5:" in page


def test_what_is_within_a_group_goes_up_and_comes_back_or_is_named(built: Path) -> None:
    use = """
old = jcq.v14.new_candidate(centre_number="99999", entries=["1MAF", "2MAH"], **ada).records
file = jcq.new_file(old, awarding_body="98", series="6G", year="26", version="14")
up = jcq.upgrade(file, "15", drop=True, incomplete=True).file
record = up.records[0]
print(record.line[104:131].rstrip(), [item.option_entry_code for item in record.entries])
back = jcq.upgrade(up, "14", drop=True, incomplete=True).file.records[0]
print(back.line[108:] == file.records[0].line[108:])
codes = [f"X{n:05}" for n in range(12)]
def with_codes(*codes):
    items = [jcq.v15.EntryItem.build(option_entry_code=code) for code in codes]
    up.put(2, record.replace(gender="N", centre_number="999999", entries=items))
    made = jcq.upgrade(up, "14", drop=True, incomplete=True)
    return [i for i in made.issues if "entries" in i.field]
print(with_codes(*codes))
for issue in with_codes(*codes[:11], "LONGER01", "X99999"):
    print(issue.field, issue.message)
"""
    assert printed(built, "-c", CANDIDATE + use) == [
        "1MAF     2MAH ['1MAF', '2MAH']",
        "True",
        "[]",
        "entries.option_entry_code entries.option_entry_code: 8 characters do not fit in 6"
        " (version 14)",
        "entries entries: 12 items have a place in version 14",
    ]


def test_what_is_split_or_merged_goes_up_and_comes_back_or_is_named(built: Path) -> None:
    option = (ROOT / "tests/samples/basedata/O6G26_98.X02").as_posix()
    use = f"""
file = jcq.read({option!r})
up = jcq.upgrade(file, "15")
option = up.file.records[0]
print(option.accreditation_scheme, option.accreditation_serial, up.issues)
print(jcq.upgrade(up.file, "14").file.to_bytes() == file.to_bytes())
for name in "Entry", "Amendment":
    old = getattr(jcq.v14, name).build(
        centre_number="99999", qualifier_flag="P", optional_centre_number="12345",
        optional_candidate_number="0001", entries=[], **ada
    )
    about = {{"series": "6G", "year": "26", "version": "14", "sequence_number": 2}}
    file = jcq.new_file([old], awarding_body="98", **about)
    up = jcq.upgrade(file, "15", drop=True, incomplete=True).file
    print(up.records[0].optional_candidate)
    back = jcq.upgrade(up, "14", drop=True, incomplete=True).file
    print(back.records[0].text("optional_centre_number"))
    up.put(2, up.records[0].replace(optional_candidate="123450001"))
    issues = jcq.upgrade(up, "14", drop=True, incomplete=True).issues
    print(*(i.message for i in issues if i.field == "optional_candidate"))
"""
    lost = (
        "optional_candidate: there is no '-' at which it could be split (version 14) "
        "optional_candidate: optional_centre_number: 9 characters do not fit in 5 (version 14)"
    )
    assert printed(built, "-c", CANDIDATE + use) == [
        "999 00011 []",
        "True",
        *["12345-0001", "12345", lost] * 2,
    ]
    page = (built / "docs" / "changes-14-15.md").read_text("utf-8")
    halves = "`accreditation_scheme` and `accreditation_serial`"
    assert f"| `accreditation_number` | split by position into {halves} |" in page
    numbers = "`optional_centre_number` and `optional_candidate_number`"
    assert page.count(f"| {numbers} | joined by `-` into `optional_candidate` |") == 2
