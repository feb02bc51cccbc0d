"""The rehearsal's versions: rules, results and conversions between them, every loss by its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.versions.next_version import printed

ROOT = Path(__file__).resolve().parents[2]


# --- Rules and roles ---


def test_program_logic_finds_renamed_fields_by_their_roles(built: Path, season: Path) -> None:
    use = f"""
import glob, jcq_formats as jcq
for version in "14", "15", "16":
    (path,) = glob.glob({str(season)!r} + f"/{{version}}/R*")
    result = next(jcq.results(list(jcq.scan(path)), version=version))
    name = "option_result_code" if version != "16" else "awarded_option_code"
    print(result.option_result_code == getattr(result.record, name) != "")
    (path,) = glob.glob({str(season)!r} + f"/{{version}}/E*")
    found = jcq.candidates(jcq.read(path))
    print(len(found), {{type(one).__name__ for c in found for one in c.records[0].entries}})
"""
    assert printed(built, "-c", use) == [
        *("True", "12 {'EntryItem'}"),
        *("True", "12 {'EntryItem'}"),
        *("True", "12 {'EnteredOption'}"),
    ]


def test_a_result_is_changed_by_hand_under_the_names_of_two_versions(
    built: Path, season: Path, tmp_path: Path
) -> None:
    use = f"""
import glob, jcq_formats as jcq
(path,) = glob.glob({str(season)!r} + "/14/R*")
database = {str(tmp_path / "season.sqlite")!r}
jcq.load(path, database=database)
with jcq.Store(database) as store:
    row = store.rows("current_result")[0]
    (code,) = row.keys() & {{"option_result_code", "awarded_option_code"}}
    for name in "option_result_code", "awarded_option_code":
        key = {{"candidate_number": row["candidate_number"], name: row[code]}}
        made = store.override("result", key, {{"uln": ""}})
        print(made.key[code] == row[code], made.values)
"""
    assert printed(built, "-c", use) == ["True {'uln': ''}"] * 2


def test_results_of_the_new_types_are_read(built: Path) -> None:
    use = """
import decimal, jcq_formats as jcq
for version in "15", "16":
    v = getattr(jcq, f"v{version}")
    half, three = (v.Result.FIELDS["outcome"].kind.layouts[code] for code in "HT")
    name = "option_result_code" if version == "15" else "awarded_option_code"
    about = {"centre_number": "999999", "candidate_number": "0001", name: "1SC"}
    outcomes = {
        "H": half.build(half_mark=decimal.Decimal("61.5"), grade="A**"),
        "T": three.build(first_grade="9", second_grade="A**", third_grade="7"),
    }
    for code, outcome in outcomes.items():
        record = v.Result.build(result_type=code, outcome=outcome, **about)
        (result,) = jcq.results([record], version=version)
        print(type(record.outcome).__name__, *result.grades, record.outcome.as_dict())
"""
    half = "A** {'half_mark': Decimal('61.5'), 'grade': 'A**'}"
    grades = {"first_grade": "9", "second_grade": "A**", "third_grade": "7"}
    three = f"ThreeGradesOutcome 9 A** 7 {grades}"
    assert printed(built, "-c", use) == [
        *(f"HalfMarkOutcome {half}", three),
        *(f"DecimalMarkOutcome {half}", three),
    ]


def test_an_added_rule_is_looked_for_and_a_retired_one_is_not(built: Path, season: Path) -> None:
    use = f"""
import glob, pathlib, jcq_formats as jcq
for version in "14", "15", "16":
    (path,) = glob.glob({str(season)!r} + f"/{{version}}/E*")
    print(*(i.rule for i in jcq.check(pathlib.Path(path).read_bytes() + b"\\x1a")))
    file = jcq.read(path)
    record = file.records[0].replace(upn="")
    about = {{"series": "6G" if version == "14" else "6GA", "year": "26"}}
    for body in "01", "98":
        made = jcq.new_file([record], awarding_body=body, version=version, **about)
        print(body, *(i.rule for i in jcq.check(made) if i.severity == "error"))
"""
    assert printed(built, "-c", use) == [
        *("file.end-of-file-mark", "01", "98"),
        *("file.end-of-file-mark", "01 record.upn-needed", "98"),
        *("", "01 record.upn-needed", "98"),
    ]


def test_names_are_in_the_letters_of_their_people(built: Path) -> None:
    use = """
import jcq_formats as jcq
for version in "15", "16":
    sex, gender = ("sex", "gender") if version == "15" else ("legal_sex", "gender_identity")
    new = getattr(jcq, f"v{version}").new_candidate
    ada = {"candidate_number": "0001", "candidate_name": "ŁUKASZ:ZOË", sex: "X", gender: "N"}
    records = new(centre_number="999999", entries=["1MAF"], **ada).records
    file = jcq.new_file(records, awarding_body="98", series="6GA", year="28", version=version)
    again = jcq.read(file.to_bytes())
    print(ascii(again.records[0].candidate_name), [i.rule for i in jcq.check(again)])
    print("ŁUKASZ".encode() in file.to_bytes())
"""
    assert printed(built, "-c", use) == ["'\\u0141UKASZ:ZO\\xcb' []", "True"] * 2


# --- Conversions ---

LOST = """
import collections, pathlib, jcq_formats as jcq
def converted(version, to):
    for path in sorted(pathlib.Path({folder!r}, version).iterdir()):
        file = jcq.read(path)
        try:
            up = jcq.upgrade(file, to, drop=True)
        except jcq.JcqError as error:
            print(path.name[0], "refused:", str(error).split(": ", 1)[1])
            continue
        back = jcq.upgrade(up.file, version, drop=True, incomplete=True).file
        said = dict.fromkeys(f"{{i.field or '-'}}: {{i.message}}" for i in up.issues)
        print(path.name[0], back.to_bytes() == file.to_bytes(), *said, sep=" | ")
"""
"""Says of each file of a version what is lost on the way to another, and whether it comes back."""

CENTRE = "centre_number: centre_number: has 5 digits, but 6 are needed (version 15)"
NO_ULN = "uln: uln: version 15 has no place for it"
NO_GENDER = "-: gender must not be blank in version 15, but version 14 does not have it"
SITE = "-: version 16 needs a site header before this record"


def test_up_to_16_every_loss_is_named(built: Path, season: Path) -> None:
    use = LOST.format(folder=str(season)) + "converted('14', '16')"
    assert printed(built, "-c", use) == [
        f"A | False | {CENTRE} | {NO_ULN} | {NO_GENDER}",
        "C | True",
        "D refused: version 15 has no disallowed combinations",
        f"E | False | {CENTRE} | {NO_ULN} | {NO_GENDER} | {SITE}",
        f"F | False | {CENTRE}",
        "L | True",
        "O | True",
        f"R | False | {CENTRE} | {NO_ULN}",
        "S | True",
    ]


SERIES = "series: series: 3 characters do not fit in 2 (version 14)"
BACK = "centre_number: centre_number: has 6 digits, but 5 are needed (version 14)"
MEN = "gender_identity: gender_identity: use W, N or O (version 15)"


def test_down_to_14_every_loss_is_named(built: Path, season: Path) -> None:
    use = LOST.format(folder=str(season)) + "converted('16', '14')"
    gender = "gender: gender: version 14 has no place for it"
    site = "-: version 14 has no site header"
    trailer = "-: version 14 has no site trailer"
    found = printed(built, "-c", use)
    entries = found[2].split(" | ")
    assert entries[:2] == ["E", "False"]
    assert set(entries[2:]) == {SERIES, BACK, MEN, gender, site, trailer}
    assert set(found[0].split(" | ")[2:]) <= {SERIES, BACK, MEN, gender}
    assert [*found[1:2], *found[3:]] == [
        f"C | False | {SERIES}",
        f"F | False | {SERIES} | {BACK}",
        f"L | False | {SERIES}",
        "M refused: version 14 has no marks of a centre",
        f"O | False | {SERIES}",
        f"R | False | {SERIES} | {BACK}",
        f"S | False | {SERIES}",
    ]


def test_other_names_cost_nothing(built: Path, season: Path) -> None:
    use = LOST.format(folder=str(season)) + "converted('15', '16')"
    trailer = "-: version 16 needs a site trailer before this record"
    found = printed(built, "-c", use)
    assert found == [f"{x} | True" + f" | {trailer}" * (x == "E") for x in "ACEFLMORS"]


def test_what_fits_is_carried_into_the_wider_columns(built: Path) -> None:
    option, component = (
        (ROOT / "tests/samples/basedata" / name).as_posix()
        for name in ("O6G26_98.X02", "C6G26_98.X01")
    )
    use = f"""
import jcq_formats as jcq
for path in {option!r}, {component!r}:
    up = jcq.upgrade(jcq.read(path), "16").file
    header = up.lines[0].record
    print(header.series, header.year, header.address.year, header.formats_version)
    print([i.rule for i in jcq.check(up.to_bytes())])
print(up.records[0].line[58:66], up.records[0].due_date == jcq.read(path).records[0].due_date)
header = jcq.v16.FileHeader(header.line.replace("2026", "1926"))
up.put(0, header)
print(jcq.upgrade(up, "14", drop=True, incomplete=True).issues[0].message)
"""
    said = printed(built, "-c", use)
    assert said[:4] == ["6G 2026 2026 16", "[]"] * 2
    assert said[4].endswith(" True")
    assert said[5] == "year: the year 1926 is not within 2000-2099 (version 14)"


# --- Pages ---


@pytest.mark.parametrize(
    ("page", "rows"),
    [
        (
            "changes-14-15.md",
            (
                "| encoding | UTF-8, one character ",
                "| M, marks of a centre | new |",
                "| D, disallowed combinations | removed |",
                "| `gender` | new, 55, code: The candidate's gender identity. |",
                "| `date_of_birth` | written as DDMMYYYY instead of DDMMYY |",
                "| `date_of_birth` | years of any instead of 1930-2029 |",
                "| `date_of_birth` | 8 characters instead of 6:",
                "| `candidate_name` | characters of letters instead of names |",
                "| `uln` | removed",
                "| `entries` | the number of its items is 20 instead of 12 |",
                "| `outcome`, HalfMarkOutcome | new layout when H: `half_mark` 39-43 (The mark)",
                "| `outcome`, ThreeGradesOutcome | new layout when T:",
                "| `outcome`, GradesOutcome: `first_grade` | 3 characters instead of 2:",
                "| `first_grade` | 3 characters instead of 2:",
                "| `address`, BroadcastAddress: `series` | 3 characters instead of 2:",
                "| `address`, BroadcastAddress: `year` | 4 characters instead of 2:",
                "| `year` | 4 characters instead of 2:",
                "| `checksum` | new, 25-32, text:",
                "| `mark_sum` | new, 26-30, integer:",
                "| `sex` | new: `X` (neither of the two) |",
                "| `result_type` | new: `H` (half marks) and `T` (three grades) |",
                "| `letters` | allows ",
                "| `centre` | other parts, such as E12345670.X01 |",
                "| `broadcast` | other parts, such as O6GA2028_70.X02 |",
                "| files of E: record S | new:",
                "| files of E: record T | new: none or one under S |",
                "| `record.upn-needed` | new, error: One awarding body needs the UPN. |",
            ),
        ),
        (
            "changes-15-16.md",
            (
                "| the record | its class is called ComponentMarks instead of MarkSheet |",
                "| `legal_sex` | called `sex` before;",
                "| `gender_identity` | called `gender` before;",
                "| `gender_identity` | called `gender` before | Use the new name.",
                "| `gender_identity` | new: `M` (man) |",
                "| `entries`, EnteredOption | its class was called EntryItem before |",
                "| `entries`, EnteredOption: `entered_code` | called `option_entry_code` before;",
                "| `outcome`, DecimalMarkOutcome | its class was called HalfMarkOutcome before |",
                "| `candidates` | called `marks` before;",
                "| `candidates`, CandidateMark: `mark_given` | called `mark` before;",
                "| `optional_candidate` | split at `-` into `other_centre_number` and",
                "| `checksum` | the checksum rule is adler32",
                "| files of E: record T | one under S, instead of none or one under S |",
                "| `file.end-of-file-mark` | retired:",
            ),
        ),
    ],
)
def test_what_has_changed_is_announced(built: Path, page: str, rows: tuple[str, ...]) -> None:
    text = (built / "docs" / page).read_text("utf-8")
    assert [row for row in rows if row not in text] == []


def test_amendments_follow_entries_in_each_version_after_the_other(built: Path) -> None:
    for name in ("changes-14-15.md", "changes-15-16.md"):
        page = (built / "docs" / name).read_text("utf-8")
        of = {
            key: page.partition(f"## Record {key}")[2].partition("\n## ")[0].splitlines()[1:]
            for key in ("E5", "A5")
        }
        # A rule that states a condition is one of entries alone.
        of["E5"] = [row for row in of["E5"] if not row.startswith("| `upn` | condition:")]
        assert len(of["E5"]) > 8
        assert of["A5"] == of["E5"]
