"""Basedata sets: which files make up a set, and the grades of an option's gradesets."""

from __future__ import annotations

import itertools
import shutil
from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.exams.basedata import Basedata, established_grades

from tests.made_up.files import BASEDATA, CENTRE

(BASE,) = jcq.read_basedata(BASEDATA).values()


def test_the_later_issue_of_basedata_counts_whatever_their_order() -> None:
    later = jcq.read(BASEDATA / "O6G26_98.X02")
    first = jcq.read(later.to_bytes().replace(b"6G26002", b"6G26001").replace(b"1MAH", b"1MAX"))
    unnumbered = jcq.read(
        later.to_bytes().replace(b"6G26002", b"6G26   ").replace(b"1MAH", b"1MAY")
    )
    for files in itertools.permutations((first, later, unnumbered)):
        assert "1MAH" in Basedata.of_files(files).options
    assert "1MAX" in Basedata.of_files([unnumbered, first]).options
    assert "1MAX" in Basedata.of_files([first, unnumbered]).options


def test_grades_of_a_role_that_an_option_lacks_are_none() -> None:
    option = BASE.options["1MAH"]
    assert established_grades(option, "option.first_forecast_gradeset")[0] == "9"
    assert established_grades(option, "option.no_such_gradeset") == ()


def test_files_of_a_centre_are_no_basedata(tmp_path: Path) -> None:
    with pytest.raises(jcq.FormatError, match=r"samples.centre: there is no basedata here"):
        jcq.read_basedata(CENTRE, BASEDATA)
    for path in (*CENTRE.iterdir(), *BASEDATA.iterdir()):
        shutil.copy(path, tmp_path)
    assert [len(found.files) for found in jcq.read_basedata(tmp_path).values()] == [5]


def test_of_an_issue_that_came_twice_the_complete_file_counts(tmp_path: Path) -> None:
    name = "O6G26_98.X02"
    lines = (BASEDATA / name).read_bytes().splitlines(keepends=True)
    shutil.copy(BASEDATA / name, tmp_path / "O6G26_98 (1).X02")
    (tmp_path / name).write_bytes(b"".join(lines[:3] + lines[4:]))
    (found,) = jcq.read_basedata(tmp_path).values()
    assert "1MAH" in found.options
    assert found.issue == "O6G26_98 (1).X02, issue 002"


def test_basedata_that_is_cut_off_is_refused_by_name_unless_it_is_meant(tmp_path: Path) -> None:
    for path in BASEDATA.iterdir():
        shutil.copy(path, tmp_path)
    for name in ("L6G26_98.X01", "S6G26_98.X01"):
        (tmp_path / name).write_bytes((BASEDATA / name).read_bytes()[:-200])
    with pytest.raises(jcq.JcqError, match=r"[LS]6G26_98.X01 .* \(and 1 more file\)"):
        jcq.read_basedata(tmp_path)
    (found,) = jcq.read_basedata(tmp_path, incomplete=True).values()
    assert len(found.incomplete) == 2
    (issue,) = jcq.check(CENTRE / "E9999998.X01", basedata=found)
    assert issue.rule == "cross.basedata-incomplete"


def test_a_set_that_serves_for_long_remembers_a_bounded_number_of_options(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("jcq_formats.exams.basedata.MOST_REMEMBERED", 10)
    (base,) = jcq.read_basedata(BASEDATA).values()
    pairs = base.disallowed_pairs(("1MAH", "1MAF"))
    for number in range(100):
        base.disallowed_pairs((f"9ZZ{number:02}",))
        assert len(base._meaning) <= 10
    assert base.disallowed_pairs(("1MAH", "1MAF")) == pairs != []
