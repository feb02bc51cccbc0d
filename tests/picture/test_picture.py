"""Several files combined: units, component marks, names, and contents of one file only."""

from __future__ import annotations

import zipfile
from pathlib import Path

import jcq_formats as jcq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jcq_formats import v14
from jcq_formats.exams.picture.candidates import ResultsOfCandidate
from jcq_formats.testing import World

from tests.made_up.files import BASEDATA, ENTRIES, RESULTS, candidate, new
from tests.made_up.message import Learner, message, uci

SETS = jcq.read_basedata(BASEDATA)
DORMOUSE = Learner(uci(4), "0004", {"7AR/1": "45", "7AR/2": "60", "0001/01": "7"}, "Dora", "Mouse")


def results(*awards: tuple[str, str, str], **more: object) -> jcq.File:
    """A file of results of marks and grades: candidate, option and grade."""
    return new(
        [
            v14.Result.build(
                centre_number="99999",
                candidate_number=number,
                option_result_code=code,
                result_type="U",
                outcome=v14.MarkOutcome.build(score=50, grade=grade),
            )
            for number, code, grade in awards
        ],
        **more,
    )


def by_number(picture: jcq.ResultsPicture) -> dict[str, ResultsOfCandidate]:
    return {one.candidate_number: one for one in picture.candidates}


def codes(one: ResultsOfCandidate) -> dict[str, list[str]]:
    return {result.code: [unit.code for unit in result.units] for result in one.results}


def test_units_stand_below_the_qualification_they_share_components_with() -> None:
    picture = jcq.read_results(RESULTS, basedata=SETS)
    found = by_number(picture)
    assert codes(found["0004"]) == {"7ARA": ["7AR1", "7AR2"]}
    (archaeology,) = found["0004"].results
    assert (archaeology.grade, archaeology.score) == ("B", "289/400")
    assert (archaeology.syllabus, archaeology.syllabus_title) == ("7AR", "ARCHAEOLOGY")
    assert [unit.score for unit in archaeology.units] == ["78/100", "211/300"]
    assert codes(found["0002"]) == {"1HIS": [], "1MAH": []}
    assert found["0002"].results[1].states == ["partial absence"]


def test_without_basedata_every_result_stands_by_itself() -> None:
    picture = jcq.read_results(RESULTS)
    assert codes(by_number(picture)["0004"]) == {"7AR1": [], "7AR2": [], "7ARA": []}
    assert picture.notes == ["No basedata of awarding body 98, series 6G26: no titles, no units"]


def test_a_unit_of_two_qualifications_stands_by_itself() -> None:
    options = [
        v14.Option(line.record.line.replace("7ARA  ", "7ARB  ", 1))
        for line in jcq.read(BASEDATA / "O6G26_98.X02").lines
        if line.record.line.startswith("O57ARA")
    ]
    records = [record for found in SETS.values() for file in found.files for record in file.records]
    links = [
        v14.Link(r.line.replace("7ARA  ", "7ARB  ", 1)) for r in records if "7ARA" in r.line[:9]
    ]
    basedata = jcq.Basedata.of([*records, *options, *(x for x in links if x.line[0] == "L")])
    file = results(("0001", "7ARA", "a"), ("0001", "7ARB", "a"), ("0001", "7AR1", "a"))
    (one,) = jcq.read_results(file, basedata=basedata).candidates
    assert codes(one) == {"7ARA": [], "7ARB": [], "7AR1": []}


def test_two_results_files_and_marks_in_xml_are_one_picture() -> None:
    qualification = results(("0004", "7ARA", "A"))
    units = results(("0004", "7AR1", "b"), ("0004", "7AR2", "c"), sequence_number=2)
    xml = message([DORMOUSE]).encode()
    picture = jcq.read_results(qualification, units, xml, basedata=SETS)
    (one,) = picture.candidates
    (award,) = one.results
    assert [unit.code for unit in award.units] == ["7AR1", "7AR2"]
    marks = [(m.component_code, m.title, m.value) for unit in award.units for m in unit.components]
    assert marks == [("7AR/1", "ARCHAEOLOGY PAPER 1", "45"), ("7AR/2", "ARCHAEOLOGY PAPER 2", "60")]
    assert [mark.component_code for mark in one.components] == ["0001/01"]
    assert award.components == []
    assert one.name == "Mouse, Dora"


def test_what_stands_in_the_results_file_and_in_xml_counts_once() -> None:
    file = results(("0004", "7ARA", "A"))
    for value, notes in (("50", []), ("A", []), ("49", ["7ARA: the XML has a different value"])):
        learner = DORMOUSE._replace(marks={"7ARA": value})
        (one,) = jcq.read_results(file, message([learner]).encode(), basedata=SETS).candidates
        assert (one.components, one.results[0].components) == ([], [])
        assert one.notes == notes


def test_of_a_result_in_two_files_the_latest_counts() -> None:
    first = results(("0001", "7AR1", "b"), ("0002", "7AR1", "b"), sequence_number=1)
    later = results(("0001", "7AR1", "a"), sequence_number=2)
    for order in ((first, later), (later, first)):
        picture = jcq.read_results(*order, basedata=SETS)
        assert [r.grade for r in picture.all_results()] == ["a", "b"]


def test_names_come_from_entries_and_what_is_in_one_file_alone_is_said() -> None:
    entries = new([candidate("0001", "7AR1", "1MAH"), candidate("0009", "1MAH")])
    file = results(("0001", "7AR1", "b"), ("0001", "7AR2", "c"), ("0002", "7ARX", "c"))
    picture = jcq.read_results(entries, file, message([DORMOUSE]).encode(), basedata=SETS)
    found = by_number(picture)
    assert found["0001"].name == "MOLE:ADRIAN"
    assert "MOLE" not in repr(found["0001"]) + repr(picture)
    assert found["0001"].notes == ["1MAH: entered, no result", "7AR2: result, not entered"]
    assert found["0009"].notes == ["1MAH: entered, no result"]
    assert picture.notes == [
        "1 candidate with component marks and no results: 99999 0004",
        "2 candidates with results and no component marks: 99999 0001, 99999 0002",
        "Not in the basedata: 7ARX. A newer issue may be needed",
    ]


def test_an_amendment_has_the_last_word_on_who_is_entered() -> None:
    picture = jcq.read_results(
        RESULTS, ENTRIES, ENTRIES.to_bytes().replace(b"\nE", b"\nA").replace(b"E1", b"A1", 1)
        .replace(b"1MAF   1HIS   LEAF12", b"1MAH   1HIS         ").replace(b"26001ZZ", b"26002ZZ")
    )  # fmt: skip
    assert by_number(picture)["0002"].notes == []


def test_pending_and_withheld_results_are_said_in_words() -> None:
    file = results(("0001", "7AR1", "Q"), ("0001", "7AR2", "X"))
    pending, withheld = jcq.read_results(file, basedata=SETS).all_results()
    assert (pending.result.pending, pending.result.no_result) == (True, False)
    assert (withheld.result.pending, withheld.result.no_result) == (False, True)
    assert [pending.states, withheld.states] == [["pending"], ["no result"]]
    assert (pending.result.title, pending.result.maximum_mark) == ("ARCHAEOLOGY UNIT 1", 100)
    (other,) = jcq.results([withheld.result.record])
    assert (other.title, other.maximum_mark) == ("", None)


def test_folders_zips_and_basedata_among_the_files(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for path in BASEDATA.iterdir():
            archive.write(path, path.name)
        archive.writestr("R9999998.X01", RESULTS.to_bytes())
    picture = jcq.read_results(tmp_path)
    assert codes(by_number(picture)["0004"]) == {"7ARA": ["7AR1", "7AR2"]}
    assert picture.notes == []


def test_files_without_results_and_incomplete_ones_are_refused() -> None:
    with pytest.raises(jcq.JcqError, match="these files have none: "):
        jcq.read_results(ENTRIES)
    short = RESULTS.to_bytes()[:-50]
    with pytest.raises(jcq.JcqError, match="is incomplete"):
        jcq.read_results(short)
    assert jcq.read_results(short, incomplete=True).candidates


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> jcq.ResultsPicture:
    folder = tmp_path_factory.mktemp("world")
    World(candidates=40, series="6G", year="26").write(folder / "w", component_results=True)
    return jcq.read_results(folder / "w")


def test_every_result_and_every_mark_is_in_one_place(world: jcq.ResultsPicture) -> None:
    (name,) = (name for name in world.files if Path(name).name.startswith("R"))
    records = jcq.read(name).records
    assert len(records) > 100
    found = [result.result.record.line for result in world.all_results()]
    assert sorted(found) == sorted(record.line for record in records)
    (xml,) = (name for name in world.files if name.endswith(".xml"))
    marks = [m for one in world.candidates for m in one.components]
    marks += [m for result in world.all_results() for m in result.components]
    assert len(marks) == sum(1 for _ in jcq.component_results(xml))


AWARDS = st.lists(
    st.tuples(
        st.integers(1, 9999).map("{:04}".format),
        st.sampled_from(("7AR1", "7AR2")),
        st.sampled_from(("a*", "a", "b", "c", "d", "e", "u", "X", "Q")),
    ),
    unique_by=lambda award: award[:2],
    min_size=1,
)


@given(AWARDS)
def test_statistics_count_every_result_once(awards: list[tuple[str, str, str]]) -> None:
    statistics = jcq.read_results(results(*awards), basedata=SETS).statistics()
    by = {one.group.by.value: 0 for one in statistics}
    for one in statistics:
        by[one.group.by.value] += one.entries
        grades = one.grades()
        assert one.graded + one.pending + one.no_result == one.entries
        assert sum(grade.number for grade in grades) == one.graded
        cumulative = [grade.cumulative for grade in grades]
        assert None not in cumulative
        assert cumulative == sorted(cumulative)  # type: ignore[type-var]
        if one.graded:
            assert cumulative[-1] == pytest.approx(100)
    assert set(by.values()) == {len(awards)}


def test_mean_scores_are_of_one_maximum_alone() -> None:
    file = results(("0001", "7AR1", "a"), ("0002", "7AR1", "b"), ("0001", "7AR2", "Q"))
    statistics = {
        (one.group.by.value, one.group.code): one
        for one in jcq.read_results(file, basedata=SETS).statistics()
    }
    unit = statistics["option", "7AR1"]
    assert (unit.mean_score, unit.maximum_mark, unit.pending) == (50, 100, 0)
    assert [(g.grade, g.number, g.percent) for g in unit.grades()][:3] == [
        ("a*", 0, 0),
        ("a", 1, 50),
        ("b", 1, 50),
    ]
    assert statistics["option", "7AR2"].mean_score is None
    both = results(("0001", "7AR1", "a"), ("0001", "7AR2", "b"))
    of_syllabus = next(
        one
        for one in jcq.read_results(both, basedata=SETS).statistics()
        if one.group.by.value == "syllabus"
    )
    assert (of_syllabus.mean_score, of_syllabus.graded) == (None, 2)


def test_grades_whose_order_is_not_established_have_no_cumulative_percentages() -> None:
    (option,) = jcq.read_results(results(("0001", "7AR1", "P1"))).statistics()
    assert [(g.grade, g.cumulative) for g in option.grades()] == [("P1", None)]
