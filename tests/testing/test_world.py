"""The invented world: coherent, clean, the same for the same seed, and constant in memory."""

from __future__ import annotations

import gc
import hashlib
import tracemalloc
from collections import Counter
from pathlib import Path
from typing import Any

import jcq_formats as jcq
import pytest
from jcq_formats import v14
from jcq_formats.exams.basedata import Basedata, established_grades
from jcq_formats.testing import World

from tests.made_up.files import BASEDATA, trouble

PUBLISHED = Path(__file__).resolve().parents[3] / "shared" / "basedata"


@pytest.fixture(scope="module")
def world() -> World:
    return World(candidates=150, centres=2, version="14")


@pytest.fixture(scope="module")
def folder(world: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("world")
    world.write(path)
    return path


def read(folder: Path, letter: str) -> list[jcq.File]:
    return [jcq.read(path) for path in sorted(folder.glob(f"{letter}*"), reverse=True)]


def test_every_file_checks_clean_and_comes_back_to_the_byte(folder: Path) -> None:
    paths = sorted(folder.iterdir())
    assert len(paths) == 5 + 2 * 4
    for path in paths:
        assert trouble(jcq.read(path)) == []
        assert jcq.read(path).to_bytes() == path.read_bytes()


def test_the_same_arguments_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    World(candidates=150, centres=2, version="14").write(tmp_path)
    for path in folder.iterdir():
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()
    lines = (folder / "R9999998.X01").read_bytes().split(b"\r\n")
    digest = hashlib.sha256(b"\n".join(line.rstrip(b" ") for line in lines)).hexdigest()
    assert digest.startswith("441c4ee4d4d3")


def test_another_seed_gives_other_people() -> None:
    first, other = World(candidates=5, seed=1), World(candidates=5, seed=2)
    assert [r.line for r in first.entries(0)] != [r.line for r in other.entries(0)]


def test_results_are_for_the_entries_that_stand_after_amendments(folder: Path) -> None:
    for entries, amendments, results in zip(*(read(folder, x) for x in "EAR"), strict=True):
        standing = jcq.apply_amendments(entries, [amendments])
        assert {change.kind for change in standing.changes} >= {jcq.ChangeKind.CHANGED}
        entered = Counter(
            (one.candidate_number, code)
            for one in standing.candidates
            for code in one.option_entry_codes
        )
        awarded = Counter(
            (result.candidate_number, result.option_entry_code) for result in jcq.results(results)
        )
        assert awarded == entered
        assert all(one.alike for one in standing.candidates)


def test_some_candidates_need_a_second_record(folder: Path) -> None:
    found = [one for file in read(folder, "E") for one in jcq.candidates(file)]
    assert {len(one.records) for one in found} == {1, 2}


def test_no_candidate_holds_a_disallowed_pair(folder: Path) -> None:
    basedata = Basedata.of(r for letter in "SOLCD" for file in read(folder, letter) for r in file)
    assert basedata.are_disallowed("1MAF", "1MAH")
    assert not basedata.are_disallowed("1MAF", "1MAF")
    assert not basedata.are_disallowed("1MAF", "1SCF")
    for file in read(folder, "E"):
        for one in jcq.candidates(file):
            codes = one.option_entry_codes
            assert not [
                (a, b) for a in codes for b in codes if a < b and basedata.are_disallowed(a, b)
            ]


def test_grades_are_of_the_gradeset_and_scores_up_to_the_maximum(folder: Path) -> None:
    options = jcq.options_by_code(read(folder, "O")[0])
    seen: Counter[str] = Counter()
    for file in read(folder, "R"):
        for result in jcq.results(file, options=options):
            assert result.option is not None
            assert isinstance(result.option, v14.Option)
            seen[result.result_type] += 1
            grade = result.grades[0]
            established = established_grades(result.option, "option.first_grade_gradeset")
            assert grade.text in established or grade.text in ("X", "Q")
            if result.score is not None:
                assert result.score <= (result.option.maximum_mark or 0)
    assert set(seen) == {"1", "B", "U"}


def test_nobody_is_entered_for_an_option_whose_grades_are_not_established(folder: Path) -> None:
    assert "LEAF12" in jcq.options_by_code(read(folder, "O")[0])
    assert not any(b"LEAF12" in file.to_bytes() for file in read(folder, "E"))


def test_forecasts_are_for_options_that_can_be_forecast(folder: Path) -> None:
    options = jcq.options_by_code(read(folder, "O")[0])
    for file in read(folder, "F"):
        for record in file.records:
            assert isinstance(record, v14.Forecast)
            option = options[record.option_entry_code]
            assert record.first_grade in established_grades(
                option, "option.first_forecast_gradeset"
            )


def test_identifiers_are_valid_and_belong_to_one_candidate(folder: Path) -> None:
    found = [one for file in read(folder, "E") for one in jcq.candidates(file)]
    for identifier in ("uci", "uln"):
        assert len({getattr(one, identifier) for one in found}) == len(found)


def test_too_many_candidates_for_a_centre_are_refused() -> None:
    with pytest.raises(jcq.BuildError, match="at most 9,000"):
        World(candidates=9001)


@pytest.mark.parametrize(("candidates", "centres"), [(5, 0), (5, 100_000), (-1, 1)])
def test_numbers_that_make_no_world_are_refused(candidates: int, centres: int) -> None:
    with pytest.raises(jcq.BuildError, match="1 to 99,999 centres are needed"):
        World(candidates=candidates, centres=centres)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"series": "S0"}, "address.series: must begin with a code of the list month"),
        ({"series": "00", "together": True}, "S0026_98.X01: address.series: must begin"),
        ({"year": "46"}, "year 2046: dates of birth: the year 2030 is not within 1930-2029"),
        ({"year": "0005", "version": "14"}, "year: the year 0005 is not within 2000-2099"),
    ],
)
def test_a_series_or_year_of_no_correct_file_is_refused(
    given: dict[str, Any], message: str
) -> None:
    with pytest.raises(jcq.BuildError, match=message):
        World(candidates=4, **given)


def test_the_last_year_whose_candidates_can_be_written_is_taken() -> None:
    assert all(list(planned.records) for planned in World(candidates=40, year="45").files())


def test_memory_does_not_grow_with_the_number_of_results() -> None:
    def peak(candidates: int) -> int:
        made = World(candidates=candidates, centres=max(1, candidates // 100))
        tracemalloc.start()
        try:
            for planned in made.files():
                for _ in planned.records:
                    pass
                # What CPython keeps of freed tuples, up to 2,000 of each size, is not ours.
                gc.collect()
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(600)  # Fills what is remembered of outcomes, of which there are few.
    assert peak(600) < 1.2 * peak(200)


@pytest.mark.skipif(not PUBLISHED.exists(), reason="shared/basedata is not here")
@pytest.mark.parametrize("season", ["?6G17_10.X01", "?6a17_01.x02", "?6C17_11.X01"])
def test_candidates_can_be_entered_for_a_published_set(season: str) -> None:
    given = [jcq.read(path) for path in sorted(PUBLISHED.glob(season))]
    made = World(candidates=20, basedata=given, awarding_body="10", series="6G", year="17")
    options = jcq.options_by_code(record for file in given for record in file)
    codes = {code for one in made.enrolled(0) for code in (option.code for option in one.last)}
    assert codes
    assert codes <= options.keys()
    for planned in made.files():
        assert trouble(b"".join(r.line.encode("latin-1") + b"\r\n" for r in planned.records)) == []


def test_updates_are_two_files_and_one_with_three_results_a_grade_higher(tmp_path: Path) -> None:
    World(candidates=12, version="14", updates=True).write(tmp_path / "updates")
    World(candidates=12, version="14").write(tmp_path / "once")
    first, units, later = (
        jcq.read(tmp_path / "updates" / f"R9999998.X0{number}") for number in (1, 2, 3)
    )
    (whole,) = read(tmp_path / "once", "R")
    assert sorted(r.line for r in (*first.records, *units.records)) == sorted(
        r.line for r in whole.records
    )
    assert all(trouble(file) == [] for file in (first, units, later))
    sets = jcq.read_basedata(tmp_path / "once")
    found = jcq.diff(first, later, basedata=sets)
    directions = [c.direction for d in found for c in d.changes if c.direction is not None]
    assert (len(found), directions) == (3, ["up"] * 3)
    assert len({d.key["candidate_number"] for d in found}) == 3


def test_updates_of_all_centres_together_are_refused() -> None:
    with pytest.raises(jcq.BuildError, match="not for all together"):
        World(updates=True, together=True)


@pytest.mark.parametrize("together", [False, True])
def test_the_number_of_processes_makes_no_difference(tmp_path: Path, together: bool) -> None:
    given = [jcq.read(path) for path in sorted(BASEDATA.iterdir())]
    world = World(candidates=40, centres=5, seed=3, basedata=given, together=together)
    for number in (1, 3):
        names: list[str] = []
        counts = world.write(
            tmp_path / str(number), component_results=True, jobs=number, progress=names.append
        )
        assert names == list(counts)
    one, three = ({p.name: p.read_bytes() for p in f.iterdir()} for f in tmp_path.iterdir())
    assert one == three
    assert len(one) > 20 - 4 * together
