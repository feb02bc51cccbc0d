"""XML messages that are not exported: repeated ones, and those that cannot be read."""

from __future__ import annotations

from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.cli import main

from tests.made_up.message import NAME, learners, message

OTHER = NAME.replace("cdef.xml", "cdee.xml")
FORMATS = ["csv", "jsonl", "parquet", "sqlite", "duckdb", "xlsx"]


@pytest.fixture
def twice(tmp_path: Path) -> Path:
    folder = tmp_path / "twice"
    folder.mkdir()
    for name in (NAME, OTHER):
        (folder / name).write_text(message(learners(2)), "utf-8")
    return folder


@pytest.mark.parametrize("to", FORMATS)
def test_the_same_message_twice_is_not_exported(
    twice: Path, tmp_path: Path, to: str, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / f"out.{to}"
    assert main(["export", str(twice), "--to", to, "--output", str(target)]) == 2
    said = capsys.readouterr().err
    assert f"{twice / NAME} is the same message as {twice / OTHER} (both have the same" in said
    assert len(said.splitlines()) == 1
    assert not target.exists()
    assert main(["export", str(twice / OTHER), "--to", to, "--output", str(target)]) == 0


def test_tables_in_python_do_not_count_it_twice(twice: Path) -> None:
    with pytest.raises(jcq.JcqError, match="the same message as"):
        jcq.to_arrow(twice, "component_results")
    data = message(learners(2))
    with pytest.raises(jcq.JcqError, match="a message is the same message as another"):
        jcq.to_arrow([data.encode(), data.encode()], "component_results")
    other = data.replace("<MessageID>0", "<MessageID>f")
    assert jcq.to_arrow([data.encode(), other.encode()], "component_results").num_rows == 8


def test_a_header_that_comes_twice_is_one_message() -> None:
    text = message(learners(2))
    header = text[text.index(" <MsgHeader>") : text.index(" <DataBlock>")]
    assert (
        jcq.to_arrow(text.replace(header, header * 2).encode(), "component_results").num_rows == 4
    )


@pytest.mark.parametrize("to", FORMATS)
@pytest.mark.parametrize("defect", ["cut off", "a document type"])
def test_every_format_says_in_one_line_why_a_message_cannot_be_read(
    tmp_path: Path, to: str, defect: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text, said = message(), "the file has a document type declaration (DOCTYPE), which is refused"
    text = text.replace("<A2C", "<!DOCTYPE A2CMessage><A2C", 1)
    if defect == "cut off":
        text, said = message()[:9000], "this is not well-formed XML: line"
    path, target = tmp_path / NAME, tmp_path / f"out.{to}"
    path.write_text(text, "utf-8")
    assert main(["export", str(path), "--to", to, "--output", str(target)]) == 3
    shown = capsys.readouterr().err
    assert shown.startswith(f"jcq: {path}: {said}")
    assert len(shown.splitlines()) == 1
    assert not target.exists()
