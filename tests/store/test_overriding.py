"""Manual changes in a store: they take precedence, survive loads, and are reported if affected."""

from __future__ import annotations

from pathlib import Path

import jcq_formats as jcq
import pytest
import sqlalchemy as sa
from jcq_formats.store.schema import FIELDS
from jcq_formats.store.views import _chosen

from .states import loaded
from .test_loading import FIRST, KEY, SECOND, results


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "season.sqlite"
    loaded(path, ("R9999998.X01", FIRST), folder=tmp_path)
    return path


def score_of(store: jcq.Store) -> tuple[object, object, object]:
    (row,) = store.rows("results_with_titles", **KEY)
    return row["score"], row["grade"], row["overridden"]


def test_a_manual_change_counts_and_survives_every_later_load(
    tmp_path: Path, database: Path
) -> None:
    with jcq.Store(database) as store:
        store.override("result", KEY, {"score": "70"}, reason="review of marking")
        assert score_of(store) == (70, "C", ",outcome_score,")
    done = loaded(database, ("R9999998.X02", SECOND), folder=tmp_path)
    with jcq.Store(database) as store:
        assert score_of(store) == (70, "B", ",outcome_score,")
        assert [one.reason for one in store.overrides()] == ["review of marking"]
    assert [(t.field, t.old, t.new, t.own) for t in done.touched] == [
        ("outcome_score", "61", "64", "70"),
        ("outcome_grade", "C", "B", None),
    ]


def test_an_issue_that_changes_other_records_touches_nothing(
    tmp_path: Path, database: Path
) -> None:
    with jcq.Store(database) as store:
        store.override("R5", KEY, {"grade": "A"})
    other = results(2, (b"7AR1  U078b", b"7AR1  U080b"))
    assert loaded(database, ("R9999998.X02", other), folder=tmp_path).touched == []


def test_changes_of_one_record_add_up_until_they_are_withdrawn(database: Path) -> None:
    with jcq.Store(database) as store:
        store.override("result", KEY, {"score": "70"})
        store.override("result", KEY, {"grade": "A"})
        assert score_of(store) == (70, "A", ",outcome_grade,outcome_score,")
        assert len(store.overrides()) == 1
        store.withdraw("result", KEY)
        assert score_of(store) == (61, "C", None)
        assert store.overrides() == []
        assert len(store.rows("override")) == 3


@pytest.mark.parametrize(
    ("record", "key", "values", "said"),
    [
        ("result", {**KEY, "candidate_number": "0009"}, {"score": "1"}, "no result .* is loaded"),
        ("result", {"candidate_number": "0002"}, {"score": "1"}, "more than one result"),
        ("result", {"name": "x"}, {"score": "1"}, "is no key of a result"),
        ("result", KEY, {"scor": "1"}, "did you mean score"),
        ("result", KEY, {"score": "F"}, "a whole number is needed"),
        ("result", KEY, {"result_type": " "}, "result_type: it cannot be blank"),
        ("result", KEY, {"mark": "1"}, "known: .*, score, grade"),
        ("component_results", {"uci": "1"}, {"value": "1"}, "marks in an XML message cannot be"),
        ("result", KEY, {"candidate_number": "0003"}, "is no column to change"),
        ("entry", {"candidate_number": "0002"}, {"sex": "F"}, "entries are changed by amendments"),
        ("reslt", KEY, {"score": "1"}, "did you mean result"),
    ],
)
def test_what_cannot_be_changed_is_refused_and_nothing_is_noted(
    record: str, key: dict[str, str], values: dict[str, str], said: str, database: Path
) -> None:
    with jcq.Store(database) as store:
        with pytest.raises(jcq.JcqError, match=said):
            store.override(record, key, values)
        assert store.rows("override") == []


def test_a_value_made_blank_counts_as_blank(tmp_path: Path, database: Path) -> None:
    with jcq.Store(database) as store:
        made = store.override("result", KEY, {"grade": ""})
        assert made.values == {"outcome_grade": ""}
        assert score_of(store) == (61, "", ",outcome_grade,")
    done = loaded(database, ("R9999998.X02", SECOND), folder=tmp_path)
    assert [(t.field, t.new, t.own) for t in done.touched] == [
        ("outcome_score", "64", None),
        ("outcome_grade", "B", ""),
    ]
    with jcq.Store(database) as store:
        assert score_of(store)[:2] == (64, "")
        store.withdraw("result", KEY)
        assert score_of(store)[:2] == (64, "B")


def test_a_whole_outcome_is_made_blank(database: Path) -> None:
    with jcq.Store(database) as store:
        store.override("result", KEY, {"score": "", "grade": ""})
        assert score_of(store)[:2] == (None, None)


def test_a_blank_value_can_be_kept_blank(tmp_path: Path, database: Path) -> None:
    key = {"candidate_number": "0002", "option_result_code": "1MAH"}
    with jcq.Store(database) as store:
        made = store.override("result", key, {"second_grade": ""})
        assert list(made.values.values()) == [""]
        assert store.overrides() == [made]


def test_the_key_asks_for_no_more_than_is_needed(database: Path) -> None:
    with jcq.Store(database) as store:
        for key in ({"candidate_number": "2"}, {"candidate_number": "0002"}):
            with pytest.raises(jcq.JcqError, match="loaded: give option_result_code as well"):
                store.override("result", key, {"grade": "A"})
        made = store.override("result", {**KEY, "candidate_number": "2"}, {"grade": "A"})
        assert made.key["candidate_number"] == "0002"


def test_several_changes_are_not_withdrawn_by_part_of_a_key(database: Path) -> None:
    with jcq.Store(database) as store:
        for code in ("1HIS", "1MAH"):
            store.override("result", {**KEY, "option_result_code": code}, {"grade": "4"})
        with pytest.raises(jcq.JcqError, match="by hand: give option_result_code as well"):
            store.withdraw("result", {"candidate_number": "0002"})
        with pytest.raises(jcq.JcqError, match="'name' is no key of a result"):
            store.withdraw("result", {"name": "X"})
        store.withdraw("result", KEY)
        assert [one.key["option_result_code"] for one in store.overrides()] == ["1MAH"]


def test_nothing_can_be_withdrawn_where_nothing_was_changed(database: Path) -> None:
    with jcq.Store(database) as store, pytest.raises(jcq.JcqError, match="nothing was changed"):
        store.withdraw("result", KEY)


def test_the_name_of_a_changed_column_is_no_pattern_for_other_names() -> None:
    names = ("a_b", "axb")
    ours = sa.table("ours", *map(sa.column, (*names, FIELDS)))
    theirs = sa.table("theirs", *map(sa.column, names))
    engine = sa.create_engine("sqlite://")
    with engine.begin() as connection:
        connection.exec_driver_sql(
            f"CREATE TABLE ours AS SELECT 'ours' a_b, 'ours' axb, ',axb,' {FIELDS}"
        )
        connection.exec_driver_sql("CREATE TABLE theirs AS SELECT 'theirs' a_b, 'theirs' axb")
        query = sa.select(*(_chosen(theirs.c[name], ours) for name in names))
        (row,) = connection.execute(query.select_from(ours.join(theirs, sa.true()))).all()
    assert row._asdict() == {"a_b": "theirs", "axb": "ours"}
