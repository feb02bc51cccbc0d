"""Component results in XML: compared by candidate and component."""

from __future__ import annotations

import jcq_formats as jcq

from tests.made_up.message import Learner, learners, message, uci


def told(old: str, new: str) -> list[tuple[str, str, str, list[object]]]:
    found = jcq.diff(old.encode(), new.encode())
    return [
        (one.kind.value, one.title, one.code, [(c.field, c.old, c.new) for c in one.changes])
        for one in found
    ]


def with_mark(mark: str) -> str:
    return message([Learner(uci(1), "0001", {"1001/01": mark, "1001/02": "7"})])


def test_a_mark_that_changed_is_told_by_component_and_candidate() -> None:
    assert told(with_mark("17"), with_mark("19")) == [
        ("changed", "Outcome", "1001/01", [("value", "17", "19")])
    ]
    (found,) = jcq.diff(with_mark("17").encode(), with_mark("19").encode())
    assert found.key["candidate_number"] == "0001"
    assert found.key["learner"] == uci(1)
    assert uci(1) not in str(found.as_dict())


def test_order_headers_and_white_space_do_not_count() -> None:
    text = message(learners(3))
    later = text.replace("<Sequence>1<", "<Sequence>2<").replace("\n", "\n   ")
    assert told(text, later) == []
    assert told(text, message(list(reversed(learners(3))))) == []


def test_a_candidate_more() -> None:
    found = told(message(learners(2)), message(learners(3)))
    assert {kind for kind, *_ in found} == {"added"}
    assert [code for _, title, code, _ in found if title == "Outcome"] == [
        "1003/01",
        "1003/02",
        "2000/01",
    ]


def test_an_element_that_is_not_described_is_compared_and_hidden() -> None:
    text = with_mark("17")
    other = text.replace("</Party_DS>", "<Secret>JANE</Secret></Party_DS>")
    (found,) = jcq.diff(text.encode(), other.encode())
    assert found.kind is jcq.DifferenceKind.ADDED
    assert "JANE" not in str(found.as_dict())
