"""Invented layouts: a filler without a role in a shared one, and three grades in a result."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.__main__ import main
from tests.generator import packages

ROOT = Path(__file__).resolve().parents[2]

TRIPLE = """\
        - class: ThreeGrades
          title: Three grades
          meaning: A grade for each of three sciences.
          when: ["T"]
          fields:
            - {start: 48, width: 2, kind: text,   name: first_grade, characters: grades}
            - {start: 50, width: 2, kind: text,   name: second_grade, characters: grades}
            - {start: 52, width: 2, kind: text,   name: third_grade, characters: grades}
            - {start: 54, width: 8, kind: filler, name: filler}
          meanings:
            first_grade: Biology.
            second_grade: Chemistry.
            third_grade: Physics.
"""


def edit(path: Path, pattern: str, by: str) -> None:
    text, count = re.subn(pattern, by, path.read_text("utf-8"), flags=re.M | re.S)
    assert count == 1, pattern
    path.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a package: a version 14 without languages, a 15 with three grades."""
    folder = tmp_path_factory.mktemp("layouts")
    spec = Path(shutil.copytree(ROOT / "spec", folder / "spec"))
    v14 = spec / "v14"
    edit(v14 / "envelope.yaml", "kind: code,   name: language, .*?}", "kind: filler, name: filler}")
    edit(v14 / "envelope.yaml", "      language: [^\n]*\n", "")
    edit(v14 / "format.yaml", r"(?<=width: 1), is: \[address.language\]", "")
    edit(v14 / "format.yaml", r"(?<=no_digits: true), is: \[address.language\]", "")
    edit(v14 / "codes.yaml", r"^  - name: language\n.*?(?=^  - name)", "")
    assert main(["new", "15", "--from", "14", "--spec", str(spec)]) == 0
    new = spec / "v15" / "format.yaml"
    edit(new, "YYYY-MM-DD", "2031-09-01")
    edit(new, 'year: YYYY, month: "M"', 'year: 2031, month: "9"')
    new.write_text(new.read_text("utf-8").replace("booklet-15", "inference"), "utf-8")
    edit(new, '^    - "R5"  [^\n]*\n', "")
    edit(new, '^    - "result_type"  [^\n]*\n', "")
    layouts = (v14 / "results.yaml").read_text("utf-8").partition("      outcome:\n")[2]
    changed = f"""
changed:
  - code_list: result_type
    add: [{{code: "T", meaning: three grades}}]
  - record: "R5"
    layouts:
      outcome:
{TRIPLE}{layouts}"""
    new.write_text(new.read_text("utf-8") + changed, "utf-8")
    assert main(["build", "--spec", str(spec), "--out", str(folder / "generated")]) == 0
    return folder / "generated"


def test_files_are_valid_with_a_filler_in_a_shared_layout(built: Path) -> None:
    packages.run_emitted_tests(built, "v14 and syllabuses", "brief")


def test_a_new_layout_is_announced_with_what_it_holds(built: Path) -> None:
    page = (built / "docs" / "changes-14-15.md").read_text("utf-8")
    assert (
        "| `outcome`, ThreeGrades | new layout when T: `first_grade` 48-49 (Biology),"
        " `second_grade` 50-51 (Chemistry), `third_grade` 52-53 (Physics) |"
    ) in page


def test_a_layout_that_goes_is_announced(built: Path) -> None:
    said = packages.run(
        *("-m", "generator", "diff", "15", "14", "--spec", str(built.parent / "spec")),
        cwd=ROOT,
        path=ROOT,
    )
    assert "| `outcome`, ThreeGrades | layout removed (it was used when T):" in said


def test_all_grades_of_a_result_are_read_and_shown(built: Path) -> None:
    use = """
import jcq_formats as jcq
v = jcq.v15
result = v.Result.build(
    centre_number="99999", candidate_number="0001", option_entry_code="1SC",
    option_result_code="1SC", result_type="T",
    outcome=v.ThreeGrades.build(first_grade="9", second_grade="8", third_grade="7"),
)
print(*next(jcq.results([result], version="15")).grades)
file = jcq.new_file([result], awarding_body="98", series="6G", year="31", version="15")
jcq.write(file, "R9999998.X01")
"""
    assert packages.run("-c", use, cwd=built, path=built) == "9 8 7\n"
    show = ("-m", "jcq_formats", "show", "R9999998.X01")
    said = packages.run(*show, cwd=built, path=built)
    assert "  first_grade 9, second_grade 8,\n" in said
    said = packages.run(*show, "--fields", "outcome", cwd=built, path=built)
    assert "first_grade 9, second_grade 8, third_grade 7" in said, said
