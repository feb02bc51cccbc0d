"""Rare values in published files are not issues."""

from __future__ import annotations

import jcq_formats as jcq
import pytest

from tests.made_up.files import BASEDATA

COMPONENTS = BASEDATA / "C6G26_98.X01"


@pytest.mark.parametrize(
    "sent", [b"N000    ", b"N       ", b"Y050    ", b"Y05030  ", b"G00030  ", b"E000    "]
)
@pytest.mark.parametrize("due_date", [b"150526", b"000000"])
def test_a_component_has_a_due_date_or_not_whatever_is_sent_for_it(
    sent: bytes, due_date: bytes
) -> None:
    lines = COMPONENTS.read_bytes().split(b"\r\n")
    lines[2] = lines[2][:50] + sent + due_date + lines[2][64:]
    assert jcq.check(b"\r\n".join(lines), name=COMPONENTS.name) == []
