"""`jcq diff`: exit codes, the forms of its report, and masking."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jcq_formats.cli import main

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
RESULTS = SAMPLES / "centre" / "R9999998.X01"
ENTRIES = SAMPLES / "centre" / "E9999998.X01"
BASEDATA = ["--basedata", str(SAMPLES / "basedata")]


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def edited(path: Path, old: bytes, new: bytes) -> str:
    data = path.read_bytes()
    assert data.count(old) == 1
    Path(path.name).write_bytes(data.replace(old, new))
    return path.name


def test_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    new = edited(RESULTS, b"1MAH  18 ", b"1MAH  19 ")
    assert main(["diff", str(RESULTS), str(RESULTS)]) == 0
    assert main(["diff", str(RESULTS), new]) == 1
    assert main(["diff", str(RESULTS), str(ENTRIES)]) == 2
    assert main(["diff", str(RESULTS), new, "--output", new]) == 2
    assert main(["diff", str(RESULTS), "missing"]) == 3
    Path("short").write_bytes(RESULTS.read_bytes()[:-50])
    assert main(["diff", str(RESULTS), "short"]) == 3
    assert main(["diff", str(RESULTS), "short", "--incomplete"]) == 0
    assert main(["diff", str(RESULTS), "short", "--incomplete", "--bytes"]) == 1
    said = capsys.readouterr()
    assert "jcq: two of one kind are needed: the old one is results of" in said.err
    assert "short is incomplete: line 11 is cut off" in said.err
    assert "bytes differ from line 11:14" in " ".join(said.out.split())


def test_the_text_says_the_counts_first(capsys: pytest.CaptureFixture[str]) -> None:
    new = edited(RESULTS, b"1MAH  18 ", b"1MAH  19 ")
    assert main(["diff", str(RESULTS), new, *BASEDATA]) == 1
    assert capsys.readouterr().out == f"""\
old: {RESULTS}
new: R9999998.X01
Result: 0 added, 0 removed, 1 changed; grades: 1 up, 0 down.

  code  title                 added  removed  changed  up  down
  1MAH  MATHEMATICS (HIGHER)      0        0        1   1     0

99999 0001 1MAH  Result: changed
    outcome.first_grade: 8 -> 9 (up)
"""


def test_names_are_masked_unless_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    new = edited(ENTRIES, b"AARDVARK:ADA", b"AARDVARK:EVA")
    for form in ("text", "json", "html"):
        assert main(["diff", str(ENTRIES), new, "--format", form]) == 1
        assert "AARDVARK" not in capsys.readouterr().out
        shown = ["diff", str(ENTRIES), new, "--format", form, "--show-personal-data"]
        assert main(shown) == 1
        assert "AARDVARK:EVA" in capsys.readouterr().out


def test_json_has_a_line_for_each_difference_and_the_counts_last(
    capsys: pytest.CaptureFixture[str],
) -> None:
    new = edited(ENTRIES, b"1MAF   1HIS ", b"1MAF   1HI01")
    assert main(["diff", str(ENTRIES), new, "--format", "json"]) == 1
    difference, counts = map(json.loads, capsys.readouterr().out.splitlines())
    assert difference["key"] == {"centre_number": "99999", "candidate_number": "0002"}
    assert difference["changes"] == [
        {"field": "entries", "old": "1HIS", "new": None, "item": "1HIS"},
        {"field": "entries", "old": None, "new": "1HI01", "item": "1HI01"},
    ]
    assert counts["differences"] == 1
    assert counts["codes"]["1HI01"]["added"] == 1


def test_a_page_about_candidates_is_private_and_inert() -> None:
    new = edited(ENTRIES, b"AARDVARK:ADA MAY", b"<b onclick=a()>:")
    command = ["diff", str(ENTRIES), new, "--format", "html", "--show-personal-data"]
    assert main([*command, "--output", "page.html"]) == 1
    page = Path("page.html")
    assert page.stat().st_mode & 0o077 == 0
    text = page.read_text("utf-8")
    assert "&lt;b onclick=a()&gt;:" in text
    assert "<b onclick" not in text
    assert "default-src 'none'" in text


def test_no_difference_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", str(RESULTS), str(RESULTS)]) == 0
    assert capsys.readouterr().out.endswith("No differences.\n")


def test_a_file_in_small_letters_is_named_as_the_cause(capsys: pytest.CaptureFixture[str]) -> None:
    Path("small").write_bytes(RESULTS.read_bytes().lower())
    for given in (["diff", str(RESULTS), "small"], ["diff", "small", str(RESULTS)]):
        assert main(given) == 3
        assert (
            "small cannot be read reliably: line 1 begins with a small" in capsys.readouterr().err
        )
