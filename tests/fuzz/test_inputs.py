"""Inputs found by fuzzing, reduced: the law holds for each, and it still reaches the same code."""

from __future__ import annotations

from typing import Any

import jcq_formats as jcq
import pytest

from tests.fuzz.inputs import inputs
from tests.fuzz.law import NAMES, check_any

INPUTS = inputs()


@pytest.mark.parametrize("known", INPUTS, ids=lambda known: known["name"])
def test_the_law_holds(known: dict[str, Any]) -> None:
    assert check_any(known["data"]) == ("rules" in known)


@pytest.mark.parametrize("known", [x for x in INPUTS if "rules" in x], ids=lambda x: x["name"])
def test_what_is_read_breaks_these_rules(known: dict[str, Any]) -> None:
    found = {issue.rule for name in NAMES for issue in jcq.check(known["data"], name=name)}
    assert sorted(found) == known["rules"]


@pytest.mark.parametrize("known", [x for x in INPUTS if "refused" in x], ids=lambda x: x["name"])
def test_what_is_refused_is_refused_for_this(known: dict[str, Any]) -> None:
    with pytest.raises(jcq.FormatError) as refused:
        jcq.read(known["data"])
    assert str(refused.value).startswith(known["refused"])
