"""The results page in a real browser: its summary prints on one page, and names are not
executed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jcq_formats.cli import main
from jcq_formats.testing import World

from tests.browser.test_report import dom, run

EVIL = b"<script>document.title='owned'</script>"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of a school; the name of the first candidate contains a script."""
    folder = tmp_path_factory.mktemp("results")
    World(candidates=120, series="6G", year="26").write(folder / "w", component_results=True)
    for amendments in (folder / "w").glob("A*"):
        amendments.unlink()
    entries = folder / "w" / "E9999998.X01"
    lines = entries.read_bytes().split(b"\r\n")
    lines[2] = lines[2][:12] + EVIL.ljust(40) + lines[2][52:]
    entries.write_bytes(b"\r\n".join(lines))
    target = folder / "results.html"
    command = ["results", str(folder / "w"), "--against", str(folder / "w"), "--incomplete"]
    assert main([*command, "--show-personal-data", "--to", "html", "--output", str(target)]) == 0
    return target


def test_a_hostile_name_does_nothing(page: Path) -> None:
    shown = dom(page)
    assert "<title>Results</title>" in shown
    assert "&lt;script&gt;" in shown


def test_the_summary_prints_on_one_page(page: Path) -> None:
    text = page.read_text("utf-8")
    summary = page.with_name("summary.html")
    summary.write_text(text.partition("</section>")[0] + "</section></body></html>", "utf-8")
    assert pages(summary) == 1
    assert pages(page) > 10


def pages(page: Path) -> int:
    target = page.with_suffix(".pdf")
    run(f"--print-to-pdf={target}", page.as_uri())
    return len(re.findall(rb"/Type\s*/Page\b", target.read_bytes()))


def test_charts_have_bars_and_words(page: Path) -> None:
    shown = dom(page)
    assert shown.count('<svg role="img"') > 10
    assert "Percentages by grade: 9 " in shown
    assert "the year before in outline" in shown
