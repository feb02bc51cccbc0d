"""A table of text in columns, for the terminal."""  # Copied from generator/runtime/report/text_table.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

GAP = "  "
LEAST = 12
"""The least width of a column that is shortened."""


def text_table(
    head: Sequence[str],
    rows: Iterable[Sequence[str]],
    width: int,
    *,
    numbers: Collection[str] = (),
    shortened: str = "",
) -> Iterator[str]:
    """The lines of a table, indented. Columns named in ``numbers`` are aligned to the right; if the
    lines are longer than ``width``, texts of the column ``shortened`` are cut, and say so.

    >>> rows = [["1MAH", "45.50"], ["9", "7.00"]]
    >>> print(*text_table(["code", "fee"], rows, 80, numbers=["fee"]), sep="\\n")
      code    fee
      1MAH  45.50
      9      7.00
    """
    found = [list(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(head, *found, strict=True)]
    surplus = len(GAP) * len(widths) + sum(widths) - width
    if shortened in head and surplus > 0:
        at = list(head).index(shortened)
        room = max(min(widths[at], LEAST), widths[at] - surplus)
        for row in found:
            if len(row[at]) > room:
                row[at] = f"{row[at][: room - 3]}..."
        widths[at] = room
    for row in (list(head), *found):
        cells = (
            f"{text:>{size}}" if name in numbers else f"{text:<{size}}"
            for text, size, name in zip(row, widths, head, strict=True)
        )
        yield GAP + GAP.join(cells).rstrip()
