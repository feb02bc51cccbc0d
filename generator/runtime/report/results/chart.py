"""A bar chart of grades as SVG: bars differ by fill and outline, not by colour."""

from __future__ import annotations

from html import escape

from ...core.printable import visible
from ...exams.picture.statistics import Statistics

BAR, GAP, HEIGHT, TOP, BOTTOM, LEFT = 22, 14, 110, 16, 20, 4


def chart(one: Statistics, before: Statistics | None = None) -> str:
    """The percentages by grade as filled bars, and beside them, in outline, those of the year
    before."""
    grades = one.grades()
    earlier = {g.grade: g.percent for g in before.grades()} if before is not None else {}
    highest = max([g.percent for g in grades] + list(earlier.values()), default=0.0) or 1.0
    group = BAR * (2 if before is not None else 1)
    width = LEFT * 2 + len(grades) * (group + GAP)
    base = TOP + HEIGHT
    shapes = []
    for place, grade in enumerate(grades):
        left = LEFT + place * (group + GAP) + GAP // 2
        shapes.append(_bar(left, base, grade.percent / highest, filled=True))
        shapes.append(
            _label(left + BAR / 2, base - grade.percent / highest * HEIGHT - 3, grade.percent)
        )
        if before is not None:
            past = earlier.get(grade.grade, 0.0)
            shapes.append(_bar(left + BAR, base, past / highest, filled=False))
        middle = left + group / 2
        shapes.append(
            f'<text x="{middle:.1f}" y="{base + 14}" text-anchor="middle" font-size="12">'
            f"{escape(visible(grade.grade))}</text>"
        )
    said = ", ".join(f"{g.grade} {g.percent:.1f}%" for g in grades)
    beside = "; the year before in outline" if before is not None else ""
    return (
        f'<svg role="img" viewBox="0 0 {width} {base + BOTTOM}" width="{width}"'
        f' height="{base + BOTTOM}" fill="currentColor" font-family="sans-serif">'
        f"<title>{escape(visible(f'Percentages by grade: {said}{beside}'))}</title>"
        f'{"".join(shapes)}<path d="M0 {base}.5H{width}" stroke="currentColor"/></svg>'
    )


def _bar(left: float, base: float, share: float, *, filled: bool) -> str:
    height = share * HEIGHT
    look = "" if filled else ' fill="none" stroke="currentColor" stroke-dasharray="3 2"'
    return (
        f'<rect x="{left + 1}" y="{base - height:.1f}" width="{BAR - 2}" height="{height:.1f}"'
        f"{look}/>"
    )


def _label(middle: float, base: float, percent: float) -> str:
    return (
        f'<text x="{middle:.1f}" y="{base:.1f}" text-anchor="middle" font-size="9">'
        f"{percent:.0f}</text>"
    )
