"""Invented component results: clean, the same for the same seed, and for the right candidates."""

from __future__ import annotations

from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats import a2c
from jcq_formats.cli import main
from jcq_formats.testing import World


@pytest.fixture(scope="module")
def world() -> World:
    return World(candidates=60, centres=2, seed=5)


def test_a_world_with_component_results_checks_clean(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    counts = world.write(tmp_path, component_results=True)
    names = [name for name in counts if name.startswith("a2c.")]
    assert [name[:12] for name in names] == ["a2c.99999.98", "a2c.99998.98"]
    for name in names:
        data = (tmp_path / name).read_bytes()
        assert a2c.FORMAT.parts_of(name) is not None
        assert jcq.read_message(data).to_bytes() == data
        assert counts[name] == data.count(b"\n")
        assert jcq.check(data, name=name) == []
    assert main(["check", str(tmp_path), "--only", "message.other-candidates"]) == 0
    assert ": 0 errors, 0 warnings" in capsys.readouterr().out
    rules = {i.rule for i in jcq.check_files(tmp_path) if i.rule.startswith("message.")}
    assert rules == {"message.same-results"}


def test_the_same_seed_gives_the_same_message(world: World) -> None:
    first, again = world.component_results(0), World(candidates=60, centres=2, seed=5)
    assert first is not None
    other = again.component_results(0)
    assert other is not None and other.to_bytes() == first.to_bytes()
    different = World(candidates=60, centres=2, seed=6).component_results(0)
    assert different is not None and different.to_bytes() != first.to_bytes()


def test_candidates_are_those_of_the_results(world: World) -> None:
    message = world.component_results(0)
    assert message is not None
    numbers = {result.candidate_number for result in jcq.component_results(message)}
    results = {record.text("candidate_number") for record in world.results(0)}
    assert numbers == results
    components = {result.component_code for result in jcq.component_results(message)}
    assert components <= set(world.basedata.components)


def test_the_command_adds_them_on_request(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sample", str(tmp_path / "plain"), "--candidates", "5"]) == 0
    assert main(["sample", str(tmp_path / "more"), "--candidates", "5", "--component-results"]) == 0
    plain, more = ({p.name for p in (tmp_path / d).iterdir()} for d in ("plain", "more"))
    (added,) = more - plain
    assert added.startswith("a2c.99999.98.EDIResults.")
    assert capsys.readouterr().out.count(" lines in ") == 2
