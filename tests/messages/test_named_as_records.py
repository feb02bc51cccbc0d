"""XML messages in unusual files: named like records, or with much before the root."""

from __future__ import annotations

import io
from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.cli import main

from tests.made_up.message import learners, message


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "R9999998.X01"
    found.write_text(message(learners(2)), "utf-8")
    return found


def test_show_and_export_take_it(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", str(path)]) == 0
    assert "2 candidates, 4 outcomes" in capsys.readouterr().out
    target = tmp_path / "out.csv"
    assert main(["export", str(path), "--to", "csv", "--output", str(target)]) == 0
    assert len(target.read_text("utf-8").splitlines()) == 5
    assert jcq.to_arrow(path, "component_results").num_rows == 4


@pytest.mark.parametrize("where", ["", "R9999998.X01"])
def test_check_says_that_the_name_is_another(
    path: Path, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(path.parent / where), "--quiet"]) == 0
    shown = capsys.readouterr().out
    assert "warning message.renamed: the name of the file should be like a2c." in shown
    assert [issue.rule for issue in jcq.check(path)] == ["message.renamed"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("prologue", ["<!--{}-->", "<?of {}?>", "<?of x?>{}<!-- -->"])
def test_a_long_comment_before_the_outermost_element(
    path: Path, prologue: str, encoding: str, capsys: pytest.CaptureFixture[str]
) -> None:
    filler = "\n" * 200_000
    text = message(learners(2), encoding=encoding)
    text = text.replace("<A2CMessage", f"{prologue.format(filler)}<A2CMessage", 1)
    path.write_bytes(text.encode(encoding))
    assert jcq.read_message(path).to_bytes() == path.read_bytes()
    assert main(["show", str(path)]) == 0
    assert "2 candidates, 4 outcomes" in capsys.readouterr().out
    for source in (path, path.read_bytes(), io.BytesIO(path.read_bytes())):
        assert [issue.rule for issue in jcq.check(source, name="")] == []
    for source in (path, path.read_bytes(), io.BytesIO(path.read_bytes())):
        assert jcq.to_arrow(source, "component_results").num_rows == 4
