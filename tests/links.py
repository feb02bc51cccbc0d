"""The links and headings of pages in Markdown."""

from __future__ import annotations

import re
from pathlib import Path


def links(page: Path) -> list[str]:
    """The targets of the links of a page, without those in code blocks."""
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    return re.findall(r"\]\(([^)\s]+)\)", text)


def anchors(page: Path) -> set[str]:
    """The anchors of the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def is_led_to(page: Path, link: str) -> bool:
    """Whether a link of a page leads to an existing file, and to an existing heading if it names
    one."""
    path, _, anchor = link.partition("#")
    target = page.parent / path if path else page
    return target.exists() and (not anchor or anchor in anchors(target))
