"""Guides and reference: every link leads somewhere, and the index leads to every page."""

from __future__ import annotations

import re
from pathlib import Path

import jcq_formats as jcq
import pytest

from tests.links import is_led_to, links

DOCS = Path(__file__).resolve().parents[2] / "generated" / "docs"
PAGES = sorted(DOCS.rglob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_every_link_leads_to_a_page_and_a_heading(page: Path) -> None:
    assert [link for link in links(page) if not is_led_to(page, link)] == []


def test_the_index_leads_to_every_record_of_every_version() -> None:
    sections = (DOCS / "README.md").read_text("utf-8").split("\n## Version ")
    found = {section[:2]: section for section in sections[1:]}
    for version in jcq.known_versions():
        keys = {record.KEY for record in jcq.load_version(version).records.values()}
        assert keys == set(re.findall(r"\[(\w+)\]\(v\d\d/\1\.md\)", found[version]))


def test_every_page_is_linked_to() -> None:
    linked = {
        (page.parent / link.partition("#")[0]).resolve() for page in PAGES for link in links(page)
    }
    assert set(PAGES) - linked == set()


def test_a_record_that_versions_have_alike_stands_once() -> None:
    index = (DOCS / "README.md").read_text("utf-8")
    assert not (DOCS / "v12" / "S5.md").exists()
    assert "Unchanged from version 13 and described there: S5, L5, C5, D5." in index
    assert "| version | 13 |" in (DOCS / "v13" / "S5.md").read_text("utf-8")


def test_a_list_of_another_version_is_linked_to_where_it_stands() -> None:
    assert "[item](../v14/codes.md#item)" in (DOCS / "v12" / "O5.md").read_text("utf-8")
    assert "| [gradeset](../v14/codes.md#gradeset)" in (DOCS / "v13" / "codes.md").read_text(
        "utf-8"
    )
    assert "## gradeset" in (DOCS / "v11" / "codes.md").read_text("utf-8")
