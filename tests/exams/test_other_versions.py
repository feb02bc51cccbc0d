"""A sound header of another version than that of the records: no values are read silently."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.cli import main
from jcq_formats.exams.basedata import Basedata

from tests.made_up.files import BASEDATA, ENTRIES, RESULTS

OPTIONS = (BASEDATA / "O6G26_98.X02").read_bytes()
SAID = "line 3 has the layout of version 14, but the file is read as version {}"


def saying(data: bytes, version: str) -> bytes:
    """The file with another version in its header."""
    found = data.replace(b"00114", b"001" + version.encode(), 1)
    assert found != data
    return found


CALLS: dict[str, Callable[[bytes], object]] = {
    "to_arrow": lambda data: jcq.to_arrow(data, data[:1].decode() + "5"),
    "to_arrow, incomplete": lambda data: jcq.to_arrow(
        data, data[:1].decode() + "5", incomplete=True
    ),
    "scan_arrow": lambda data: list(jcq.scan_arrow(data, data[:1].decode() + "5", as_text=True)),
    "read_results": lambda data: jcq.read_results(data),
    "diff": lambda data: jcq.diff(data, data),
    "upgrade": lambda data: jcq.upgrade(jcq.read(data), "14", drop=True),
}


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("version", ["11", "12"])
def test_options_are_not_read_by_the_layout_of_another_version(call: str, version: str) -> None:
    with pytest.raises(jcq.JcqError, match=SAID.format(version)):
        CALLS[call](saying(OPTIONS, version))


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("file", [ENTRIES, RESULTS], ids=["entries", "results"])
def test_files_of_a_version_without_established_layouts_name_the_one_that_fits(
    call: str, file: jcq.File
) -> None:
    with pytest.raises(jcq.JcqError, match=SAID.format("13")):
        CALLS[call](saying(file.to_bytes(), "13"))


def test_options_by_code_refuse_a_file_and_a_scan_alike() -> None:
    data = saying(OPTIONS, "12")
    for given in (jcq.read(data), jcq.scan(data)):
        with pytest.raises(jcq.FormatError, match=SAID.format(12)):
            jcq.options_by_code(given)
    assert "1MAH" in jcq.options_by_code(jcq.scan(data, version="14"))


def test_candidates_and_results_say_that_instead_of_what_follows_from_it() -> None:
    for call, file in ((jcq.candidates, ENTRIES), (jcq.results, RESULTS)):
        with pytest.raises(jcq.JcqError, match=SAID.format(13)) as error:
            list(call(jcq.read(saying(file.to_bytes(), "13"))))  # type: ignore[operator]
        assert "not a known record" not in str(error.value)


def test_records_of_a_shorter_layout_are_noticed_as_longer_ones_are() -> None:
    option = jcq.read(OPTIONS).records[0]
    # Version 12 has a maximum mark of three digits.
    start = type(option).FIELDS["maximum_mark"].start
    older = option.line[: start - 1] + option.line[start:]
    data = OPTIONS.replace(option.line.encode(), older.encode())
    with pytest.raises(jcq.FormatError, match="line 3 has the layout of version 12"):
        jcq.to_arrow(data, "O5")


def test_basedata_of_another_layout_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "O6G26_98.X02"
    path.write_bytes(saying(OPTIONS, "12"))
    with pytest.raises(jcq.FormatError, match=f"{path.name}: {SAID.format(12)}"):
        jcq.read_basedata(tmp_path)
    with pytest.raises(jcq.FormatError, match=SAID.format(12)):
        Basedata.of_files(jcq.read(path))
    assert jcq.read_basedata(tmp_path, version="14")


def test_entries_are_not_checked_against_options_of_another_layout(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "E9999998.X01").write_bytes(ENTRIES.to_bytes())
    (tmp_path / "O6G26_98.X02").write_bytes(saying(OPTIONS, "12"))
    entries, options = str(tmp_path / "E9999998.X01"), str(tmp_path / "O6G26_98.X02")
    assert main(["check", entries, "--basedata", options]) == 3
    assert SAID.format(12) in capsys.readouterr().err
    assert main(["check", str(tmp_path)]) == 1
    said = capsys.readouterr().out
    assert "record.other-version" in said
    assert "cross.option-unknown" not in said


@pytest.mark.parametrize("to", ["csv", "jsonl", "sqlite", "parquet", "xlsx", "duckdb"])
@pytest.mark.parametrize("data", [OPTIONS, ENTRIES.to_bytes()], ids=["options", "entries"])
def test_nothing_is_exported_by_the_layout_of_another_version(
    to: str, data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_bytes(saying(data, "12"))
    target = tmp_path / f"out.{to}"
    arguments = ["export", str(tmp_path / "file"), "--to", to, "--output", str(target)]
    assert main([*arguments, "--incomplete"]) == 3
    assert SAID.format(12) in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert main([*arguments, "--format-version", "14"]) == 0


def test_show_warns_before_it_shows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_bytes(saying(OPTIONS, "12"))
    assert main(["show", str(tmp_path / "file")]) == 0
    said = " ".join(capsys.readouterr().out.split())
    why = "line 3 has the layout of version 14, but the file is read as version 12"
    warning = f"Warning: the file cannot be read reliably: {why}"
    assert said.index(warning) < said.index("File header")
    (tmp_path / "file").write_bytes(OPTIONS)
    assert main(["show", str(tmp_path / "file")]) == 0
    assert "Warning" not in capsys.readouterr().out
