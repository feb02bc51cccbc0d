"""Laws of a store, for drawn issues: loading twice equals loading once, order makes no difference,
nothing disappears, and manual changes survive."""

from __future__ import annotations

import atexit
import functools
import shutil
import tempfile
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import jcq_formats as jcq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jcq_formats import v14
from jcq_formats.core.sources import Source
from sqlalchemy import delete

from tests.made_up.files import BASEDATA, candidate, new

from .states import said_by

MEMORY = Path("/dev/shm")
"""The folder for files in memory, on systems that have it."""

OPTIONS = jcq.options_by_code(jcq.read(BASEDATA / "O6G26_98.X02"))
SAID = (
    *("file", "issue", "changes", "result", "current_result", "results_with_titles"),
    *("option", "current_option", "entry", "amendment", "standing_entries"),
)
CANDIDATES = ("0001", "0002", "0003")
CODES = ("1MAH", "1HI01", "7ARA")


class Issue(NamedTuple):
    """A file: its kind (results, options, or entries and amendments), its number and its awards."""

    kind: str
    number: int
    awards: dict[tuple[str, str], str]


KEYS = st.tuples(st.sampled_from(CANDIDATES), st.sampled_from(CODES))
AWARDS = st.dictionaries(KEYS, st.sampled_from("ABC"), min_size=1)
KINDS = st.sampled_from(("results", "options", "sent"))
ISSUES = st.lists(
    st.builds(Issue, KINDS, st.sampled_from((1, 2, 3, 99, 100)), AWARDS),
    min_size=1,
    max_size=5,
    unique_by=lambda issue: (issue.kind, issue.number),
)


def data_of(issue: Issue) -> bytes:
    """The bytes of the file, the same for the same issue."""
    records: list[object]
    if issue.kind == "sent":
        codes = {who: [c for w, c in issue.awards if w == who] for who, _ in issue.awards}
        records = [r for who, found in codes.items() for r in candidate(who, *found).records]
        if issue.number > 1:
            records = [v14.Amendment(f"A{record.line[1:]}") for record in records]
    elif issue.kind == "options":
        records = [option(code, title) for (_, code), title in issue.awards.items()]
        records = list({record.text("option_entry_code"): record for record in records}.values())
    else:
        records = [result(*one) for one in issue.awards.items()]
    return new(records, sequence_number=issue.number).to_bytes()


def option(code: str, title: str) -> jcq.Record:
    return OPTIONS[code].replace(option_title=f"TITLE {title}")


def result(key: tuple[str, str], grade: str) -> jcq.Record:
    return v14.Result.build(
        centre_number="99999",
        candidate_number=key[0],
        option_result_code=key[1],
        result_type="B",
        outcome=v14.MarkAndGradeOutcome.build(score=50, grade=grade),
    )


@functools.cache
def store() -> jcq.Store:
    """One database for all draws. It is emptied before each, because creating one takes longer."""
    folder = tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None)
    atexit.register(shutil.rmtree, folder)
    return jcq.Store(Path(folder) / "laws.sqlite", create=True)


def load(issues: Sequence[Issue]) -> None:
    files = [(f"{issue.kind} {issue.number}", data_of(issue)) for issue in issues]
    store().load([(Source(name, functools.partial(BytesIO, data)), None) for name, data in files])


def state_after(*loads: Sequence[Issue]) -> dict[str, list[str]]:
    """The contents of the store after these loads."""
    one = store()
    with one.engine.begin() as connection:
        for table in reversed(one.schema.metadata.sorted_tables):
            if table is not one.schema.layout:
                connection.execute(delete(table))
    for issues in loads:
        load(issues)
    return said_by(one, SAID)


def order_does_not_matter(issues: list[Issue], data: st.DataObject) -> None:
    """Neither the order of files nor the number of loads makes a difference."""
    shuffled = data.draw(st.permutations(issues))
    cut = data.draw(st.integers(0, len(issues)))
    assert state_after(issues) == state_after(shuffled[:cut], shuffled[cut:])


def twice_is_once(issues: list[Issue], data: st.DataObject) -> None:
    """Files already in the store change nothing."""
    again = data.draw(st.lists(st.sampled_from(issues), max_size=3))
    assert state_after(issues) == state_after(issues, again, issues)


def nothing_disappears(issues: list[Issue], _: st.DataObject) -> None:
    """Every file comes back byte for byte. Every result ever loaded is current, as in its latest
    issue, and so are the options of the latest basedata."""
    state_after(*[[issue] for issue in issues])
    expected: dict[tuple[str, str], str] = {}
    latest: set[str] = set()
    for issue in sorted(issues, key=lambda one: one.number):
        assert store().contents(f"{issue.kind} {issue.number}") == data_of(issue)
        if issue.kind == "results":
            expected |= issue.awards
        elif issue.kind == "options":
            latest = {code for _, code in issue.awards}
    found = {
        (row["candidate_number"], row["option_result_code"]): row["outcome_grade"]
        for row in store().rows("current_result")
    }
    assert found == expected
    assert {row["option_entry_code"] for row in store().rows("current_option")} == latest


def manual_changes_survive(issues: list[Issue], data: st.DataObject) -> None:
    """A manual change takes precedence, whatever is loaded later. Withdrawing it restores the
    values of the files."""
    first = data.draw(st.builds(Issue, st.just("results"), st.sampled_from((1, 50)), AWARDS))
    who, code = data.draw(st.sampled_from(sorted(first.awards)))
    key = {"candidate_number": who, "option_result_code": code}
    state_after([first])
    store().override("result", key, {"grade": "E"})
    load(issues)
    (row,) = store().rows("results_with_titles", **key)
    assert (row["grade"], row["overridden"]) == ("E", ",outcome_grade,")
    store().withdraw("result", key)
    found = said_by(store(), SAID)
    assert found == state_after([first], issues)


LAWS = (order_does_not_matter, twice_is_once, nothing_disappears, manual_changes_survive)


@pytest.mark.parametrize(
    "examples", [pytest.param(20, id="few"), pytest.param(300, id="many", marks=pytest.mark.slow)]
)
@pytest.mark.parametrize("law", LAWS)
def test_laws(law: Callable[[list[Issue], st.DataObject], None], examples: int) -> None:
    settings(max_examples=examples, deadline=None)(given(ISSUES, st.data())(law))()
