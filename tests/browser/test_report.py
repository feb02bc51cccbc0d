"""The HTML report in a real browser: it sorts and filters, fits a screen, and runs nothing else."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest
from jcq_formats.cli import main

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
CHROMIUM = shutil.which("chromium")

EVIL = (
    b"<script>document.title='owned'</script>",
    b"\"><img src=x onerror=document.title='owned'>",
    b"=HYPERLINK(1)",
)


def dom(page: Path, script: str = "") -> str:
    """The page after its own script, and after one of ours in a copy that allows it."""
    text = page.read_text("utf-8")
    if script:
        text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
        text = text.replace("</body>", f"<script>{script}</script></body>")
    copy = page.with_name("copy.html")
    copy.write_text(text, "utf-8")
    return run("--dump-dom", copy.as_uri())


def run(*arguments: str) -> str:
    if CHROMIUM is None:
        pytest.fail("Debian's chromium is needed: apt-get install chromium")
    fixed = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    done = subprocess.run(
        [CHROMIUM, *fixed, "--virtual-time-budget=3000", *arguments],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return done.stdout


def answer(page: Path, script: str) -> object:
    """What a script finds in the page."""
    found = re.search(
        r'<pre id="answer">(.*?)</pre>',
        dom(page, ANSWER.replace("SCRIPT", script)),
        re.DOTALL,
    )
    assert found is not None
    return json.loads(unescape(found.group(1)))


ANSWER = """
const rowsShown = () => Array.from(document.querySelectorAll("#issues tbody tr"))
  .filter(row => !row.hidden).map(row => row.cells[2].textContent + " " + row.cells[5].textContent);
const choose = (id, value) => { const field = document.getElementById(id); field.value = value;
  field.dispatchEvent(new Event("input")); };
const sortBy = column => document.querySelectorAll("#issues th button")[column].click();
const answer = (() => { SCRIPT })();
const place = document.createElement("pre"); place.id = "answer";
place.textContent = JSON.stringify(answer); document.body.append(place);
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report on entries whose names and codes contain HTML and scripts."""
    folder = tmp_path_factory.mktemp("report")
    lines = (SAMPLES / "centre" / "E9999998.X01").read_bytes().split(b"\r\n")
    for number, evil in zip((2, 3, 4), EVIL, strict=True):
        name = evil[:40].ljust(40)
        lines[number] = lines[number][:12] + name + b"?" + lines[number][53:]
    lines[5] = lines[5][:8] + b"0000" + lines[5][12:]
    (folder / "E9999998.X01").write_bytes(b"\r\n".join(lines))
    report = folder / "report.html"
    entries = str(folder / "E9999998.X01")
    main(["check", entries, "--format", "html", "--output", str(report), "--show-personal-data"])
    return report


def test_the_page_runs_its_own_script_under_its_own_policy(page: Path) -> None:
    shown = dom(page)
    assert re.search(r'<output id="shown">\d+ of \d+ shown</output>', shown)
    assert "<title>What jcq check found</title>" in shown


def test_nothing_out_of_a_file_is_markup_or_runs(page: Path) -> None:
    text = page.read_text("utf-8")
    assert "&lt;script&gt;document.title=" in text
    for shown in (dom(page), dom(page, "void 0")):
        assert "<title>What jcq check found</title>" in shown
        assert "<img" not in shown
        assert shown.count("<script>") <= 2
    assert answer(page, "return document.querySelectorAll('td script, td img, a').length") == 0


def test_the_page_asks_for_nothing_from_anywhere(page: Path) -> None:
    text = page.read_text("utf-8")
    assert "default-src 'none'" in text
    assert not re.findall(r"(?:https?:)?//[a-z]", text.replace("https://json-schema", ""))


def test_counts_come_first_by_file_and_by_rule(page: Path) -> None:
    found = answer(
        page,
        "return [Array.from(document.querySelectorAll('h2')).map(h => h.textContent),"
        " document.querySelector('.summary').textContent,"
        " document.querySelectorAll('#rules tbody tr').length]",
    )
    assert isinstance(found, list)
    headings, counts, rules = found
    assert headings == ["By file", "By rule", "Issues"]
    assert counts.startswith("1 file, 8 lines: ")
    assert rules >= 3


def test_rows_are_filtered_by_words_severity_and_rule(page: Path) -> None:
    everything = answer(page, "return rowsShown()")
    assert isinstance(everything, list)
    errors = answer(page, "choose('severity', 'error'); return rowsShown()")
    assert isinstance(errors, list)
    assert 0 < len(errors) < len(everything)
    by_rule = answer(page, "choose('rule', 'field.forbidden'); return rowsShown()")
    assert by_rule == ["6 field.forbidden"]
    words = answer(page, "choose('find', 'USE 0001 TO 9999'); return rowsShown()")
    assert words == ["6 field.forbidden"]
    nothing = answer(
        page, "choose('find', 'zzz'); return document.getElementById('shown').textContent"
    )
    assert nothing == f"0 of {len(everything)} shown"


def test_rows_are_sorted_by_a_column_and_back(page: Path) -> None:
    up = answer(page, "sortBy(2); return rowsShown().map(r => Number(r.split(' ')[0]))")
    down = answer(
        page, "sortBy(2); sortBy(2); return rowsShown().map(r => Number(r.split(' ')[0]))"
    )
    assert isinstance(up, list)
    assert up == sorted(up)
    assert down == sorted(up, reverse=True)
    severities = answer(
        page,
        "sortBy(0); return Array.from(document.querySelectorAll('#issues tbody tr'))"
        ".map(row => row.dataset.severity)",
    )
    assert isinstance(severities, list)
    order = ["error", "warning", "information"]
    assert severities == sorted(severities, key=order.index)


def test_the_page_is_no_wider_than_the_screen(page: Path) -> None:
    script = "return [document.documentElement.scrollWidth, window.innerWidth]"
    width, screen = answer(page, script)  # type: ignore[misc]
    assert width <= screen


def test_masked_reports_hold_no_name(tmp_path: Path) -> None:
    data = (SAMPLES / "centre" / "E9999998.X01").read_bytes().replace(b"020110", b"320110")
    (tmp_path / "E9999998.X01").write_bytes(data)
    report = tmp_path / "report.html"
    main(["check", str(tmp_path / "E9999998.X01"), "--format", "html", "--output", str(report)])
    text = report.read_text("utf-8")
    assert "AARDVARK" not in text
    assert "Personal data is masked" in text
