"""Damage to the lines of a file is one issue: joined, wrapped, cut off or in small letters."""

from __future__ import annotations

from pathlib import Path

import jcq_formats as jcq
import pytest

SAMPLES = Path(__file__).parents[1] / "samples"
FILES = (
    "E9999998.X01",
    "F9999998.X01",
    "R9999998.X01",
    "D6G26_98.X01",
    "L6G26_98.X01",
    "O6G26_98.X02",
)


def sample(name: str) -> bytes:
    (path,) = SAMPLES.glob(f"*/{name}")
    return path.read_bytes()


def found(name: str, data: bytes) -> list[str]:
    """Severity, rule and line of each issue, except those of the unchanged sample."""
    issues = (i for i in jcq.check(data, name=name) if i.rule != "cross.partial-absence")
    return [f"{i.severity} {i.rule} {i.line_number}" for i in issues]


every_file = pytest.mark.parametrize("name", FILES)


@every_file
@pytest.mark.parametrize("is_stripped", [False, True], ids=["padded", "stripped"])
@pytest.mark.parametrize(
    "end",
    [b"", b" ", b"  ", b"\0", b"\x85", b"\v", b"\x1e", b"\t", b"\\r\\n"],
    ids=["nothing", "space", "two spaces", "NUL", "NEL", "VT", "RS", "tab", "escaped"],
)
def test_whatever_replaced_the_line_ends_they_are_what_is_missing(
    name: str, is_stripped: bool, end: bytes
) -> None:
    lines = sample(name).splitlines()
    data = end.join(line.rstrip() if is_stripped else line for line in lines)
    for last in (b"", b"\r\n", b"\x1a"):
        (issue,) = jcq.check(data + last, name=name)
        assert (issue.rule, str(issue.severity)) == ("file.no-line-ends", "error")
        is_counted = not end and not is_stripped
        assert issue.message.endswith(f" and {len(lines) if is_counted else 'several'} records")


@every_file
def test_a_slip_in_a_file_without_line_ends_hides_neither(name: str) -> None:
    lines = sample(name).splitlines()
    data = b"".join(lines[:3]) + b" " + b"".join(lines[3:])
    assert found(name, data) == ["error file.no-line-ends 0"]


@every_file
def test_lines_of_which_some_are_joined_are_one_issue(name: str) -> None:
    lines = sample(name).splitlines()
    for start, end in ((0, 2), (1, len(lines)), (3, 5), (-2, len(lines)), (-3, -1)):
        together = [*lines[:start], b"".join(lines[start:end]), *lines[end:]]
        assert found(name, b"\r\n".join([*together, b""])) == ["error record.joined 0"]


@every_file
def test_a_blank_line_after_joined_ones_is_an_issue_of_its_own(name: str) -> None:
    lines = sample(name).splitlines()
    together = [*lines[:3], b"".join(lines[3:5]), b"", *lines[5:], b""]
    issues = found(name, b"\r\n".join(together))
    assert sorted(issues) == ["error record.joined 0", "warning record.blank-line 5"]


@every_file
def test_a_line_of_nul_bytes_alone_is_one_issue(name: str) -> None:
    lines = sample(name).split(b"\r\n")
    nul = b"\0" * len(lines[3])
    for spoilt in ([*lines[:3], nul, *lines[3:]], [*lines[:3], nul, *lines[4:]]):
        assert found(name, b"\r\n".join(spoilt)) == ["error record.nul 4"]


@pytest.mark.parametrize("width", [60, 80, 100, 132])
def test_lines_that_some_program_wrapped_are_one_issue(width: int) -> None:
    lines = sample("E9999998.X01").splitlines()
    wrapped = [line[at : at + width] for line in lines for at in range(0, len(line), width)]
    assert found("E9999998.X01", b"\r\n".join([*wrapped, b""])) == ["error record.wrapped 0"]


@every_file
def test_a_file_that_breaks_off_within_its_headers_is_one_issue(name: str) -> None:
    header, centre_header, *_ = sample(name).split(b"\r\n")
    basedata = jcq.read_basedata(SAMPLES / "basedata")
    for data in (header, header + b"\r\n" + centre_header):
        for size in range(len(data) - len(data.split(b"\r\n")[-1]) + 2, len(data)):
            (issue,) = jcq.check(data[:size], name=name, basedata=basedata)
            assert issue.rule == "file.trailer-missing"
            assert "is cut off within line" in issue.message


@pytest.mark.parametrize("name", FILES[:3])
def test_small_letters_do_not_hide_the_series(name: str, tmp_path: Path) -> None:
    data = sample(name).lower()
    basedata = jcq.read_basedata(SAMPLES / "basedata")
    (issue,) = jcq.check(data, name=name, basedata=basedata)
    assert issue.rule == "record.lower-case"
    (tmp_path / name).write_bytes(data)
    (issue,) = jcq.check_files(tmp_path / name, basedata=[SAMPLES / "basedata"])
    assert issue.rule == "record.lower-case"
