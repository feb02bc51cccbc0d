"""Results under another series."""

from __future__ import annotations

from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.cli import main

from tests.made_up.files import CENTRE

PATH = CENTRE / "R9999998.X01"
RESULTS = jcq.read(PATH)


def test_only_series_and_year_in_the_headers_change() -> None:
    other = jcq.retarget(RESULTS, series="1A", year="2027")
    assert other.name == PATH.name
    expected = RESULTS.to_bytes().replace(b"986G26", b"981A27")
    assert other.to_bytes() == expected
    assert expected.count(b"981A27") == 2
    assert jcq.retarget(other, series="6G", year="26").to_bytes() == RESULTS.to_bytes()


def test_a_file_for_several_centres_gets_another_name_too(tmp_path: Path) -> None:
    other = jcq.read(PATH.read_bytes().replace(b"99999", b"99998"), name="R9999898.X01")
    joined = jcq.join_centres([RESULTS, other])
    changed = jcq.retarget(joined, series="1A", year="27")
    assert (joined.name, changed.name) == ("R6G26_98.X01", "R1A27_98.X01")
    assert next(iter(changed)).line.startswith("R11A27")
    assert list(changed)[-1].line.startswith("R91A27")
    assert {str(i) for i in jcq.check(changed.to_bytes(), name=changed.name)} == {
        str(i).replace("6G26", "1A27") for i in jcq.check(joined.to_bytes(), name=joined.name)
    }


@pytest.mark.parametrize(
    ("file", "series", "year", "why"),
    [
        (jcq.read(CENTRE / "E9999998.X01"), "6G", "26", "results"),
        (RESULTS, "6", "26", "series: 2 characters are needed"),
        (RESULTS, "6G", "twenty", "year"),
        (
            jcq.read(PATH.read_bytes()[63:], name=PATH.name, version="14"),
            "6G",
            "26",
            "no file header",
        ),
    ],
)
def test_what_cannot_be_done_is_refused(file: jcq.File, series: str, year: str, why: str) -> None:
    with pytest.raises(jcq.JcqError, match=why):
        jcq.retarget(file, series=series, year=year)


def test_the_command_says_what_it_does(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = ["retarget", str(PATH), "--series", "1A", "--year", "27", "--to", str(tmp_path)]
    assert main(call) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{tmp_path}/R9999998.X01: 2 of 11 lines changed\n")
    assert "Do this only where the awarding body describes it" in out
    assert main(call) == 2
    assert main([*call, "--embargo-until", "2999-01-01T00:01", "--force"]) == 3
