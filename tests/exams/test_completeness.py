"""Incomplete files are refused if missing parts would be misinterpreted."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sized
from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.cli import main
from jcq_formats.core.formats import Format
from jcq_formats.core.lines import texts_of
from jcq_formats.exams.completeness import Completeness, lacking_in
from jcq_formats.tables.block_completeness import BlockCompleteness
from jcq_formats.tables.blocks import blocks_of

from tests.made_up.files import AMENDMENTS, CENTRE, ENTRIES, RESULTS

FORMAT = jcq.v14.FORMAT
LINES = AMENDMENTS.to_bytes().splitlines(keepends=True)
CUT_CANDIDATE = LINES[2][:108]

INCOMPLETE = {
    "cut within a candidate": (
        b"".join([*LINES[:2], CUT_CANDIDATE]),
        [
            "its last centre has no centre trailer",
            "it has no file trailer",
            "line 3 is cut off after 108 of 192 characters",
        ],
    ),
    "cut after a candidate": (
        b"".join(LINES[:3]),
        ["its last centre has no centre trailer", "it has no file trailer"],
    ),
    "without a file trailer": (b"".join(LINES[:-1]), ["it has no file trailer"]),
    "without a centre trailer": (
        b"".join(LINES[:-2] + LINES[-1:]),
        [
            "the centre before line 5 has no centre trailer",
            "line 5 should say 5 records",
        ],
    ),
    "a candidate left out": (
        b"".join(LINES[:2] + LINES[3:]),
        [
            "line 4 should say 3 records",
            "line 5 should say 5 records",
        ],
    ),
    "a record cut off within": (
        b"".join([*LINES[:2], CUT_CANDIDATE + b"\r\n", *LINES[3:]]),
        ["line 3 is cut off after 108 of 192 characters"],
    ),
    "two records cut off": (
        b"".join([*LINES[:2], *[line[:115] + b"\r\n" for line in LINES[2:4]], *LINES[4:]]),
        ["line 3 is cut off after 115 of 192 characters (and 1 more line)"],
    ),
    "a trailer cut off within what it counts": (
        b"".join([*LINES[:-1], LINES[-1][:4]]),
        [f"line {len(LINES)} is cut off after 4 of 192 characters"],
    ),
    "headers alone": (
        b"".join(LINES[:2]),
        ["its last centre has no centre trailer", "it has no file trailer"],
    ),
}
COMPLETE = {
    "as it was sent": b"".join(LINES),
    "blanks at line ends lost": b"".join(line.rstrip() + b"\r\n" for line in LINES),
    "with an end-of-file mark": b"".join(LINES) + b"\x1a",
    "with blank lines": b"\r\n".join(LINES) + b"\r\n\r\n",
    "without the last line end": b"".join(LINES).rstrip(b"\r\n"),
}


def in_blocks(data: bytes, form: Format, size: int = 1 << 20) -> list[str]:
    """What a file lacks, read in chunks of this size."""
    completeness = BlockCompleteness(form)
    for block in blocks_of([data[at : at + size] for at in range(0, len(data), size)], [], 2):
        completeness.add(block)
    return completeness.completeness.lacking()


def lacking(file: jcq.File) -> list[str]:
    """What a file lacks, line by line."""
    completeness = Completeness(file.format)
    for record in file:
        completeness.add(record)
    return completeness.lacking()


@pytest.mark.parametrize("what", INCOMPLETE)
def test_what_a_file_lacks_is_said(what: str) -> None:
    data, faults = INCOMPLETE[what]
    file = jcq.read(data, name="A9999998.X02")
    assert lacking(file) == faults
    assert lacking_in(texts_of([data]), file.format) == faults
    assert in_blocks(data, file.format) == in_blocks(data, file.format, 100) == faults


@pytest.mark.parametrize("what", COMPLETE)
def test_a_file_that_is_all_there_lacks_nothing(what: str) -> None:
    file = jcq.read(COMPLETE[what], name="A9999998.X02")
    assert lacking(file) == lacking_in(texts_of([COMPLETE[what]]), file.format) == []
    assert in_blocks(COMPLETE[what], file.format) == []


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("centre/F9999998.X01", 18),
        ("centre/R9999998.X01", 48),
        ("basedata/O6G26_98.X02", 115),
        ("basedata/S6G26_98.X01", 10),
    ],
)
def test_a_record_cut_off_before_what_is_never_blank_is_noticed(name: str, least: int) -> None:
    data = (Path(__file__).parents[1] / "samples" / name).read_bytes()
    lines = data.splitlines(keepends=True)
    for size in range(least - 3, least + 1):
        cut = b"".join([*lines[:3], lines[3][:size] + b"\r\n", *lines[4:]])
        file = jcq.read(cut, name=name)
        length = file.lines[3].record.length
        said = [f"line 4 is cut off after {size} of {length} characters"][: size < least]
        assert lacking(file) == said
        assert lacking_in(texts_of([cut]), file.format) == in_blocks(cut, file.format) == said


@pytest.mark.parametrize(
    "name",
    ["E9999998.X01", "F9999998.X01", "R9999998.X01"],
)
def test_every_byte_that_is_missing_at_the_end_is_noticed_but_for_the_padding(name: str) -> None:
    data = (Path(__file__).parents[1] / "samples" / "centre" / name).read_bytes()
    form = jcq.read(data).format
    last_line = data.rindex(b"9", 0, len(data.rstrip()))
    whole = len(data.rstrip())
    start = data.rindex(b"\n", 0, last_line) + 1
    for cut in (*range(300, start + 2, 97), start, start + 1):
        assert in_blocks(data[:cut], form) == lacking_in(texts_of([data[:cut]]), form) != [], cut
    for cut in range(whole, len(data)):
        assert lacking_in(texts_of([data[:cut]]), form) == [], cut


def test_blocks_say_the_same_as_lines_of_whatever_is_left_of_a_file() -> None:
    said = set[str]()
    for seed in range(300):
        chance = random.Random(seed)
        data = bytearray(chance.choice([ENTRIES, AMENDMENTS, RESULTS]).to_bytes())
        for _ in range(chance.randrange(4)):
            at = chance.randrange(len(data))
            match chance.randrange(3):
                case 0:
                    del data[at : at + chance.choice([1, 60, 400])]
                case 1:
                    data[at:at] = chance.choice([b"\r", b"\n", b"\x1a", b" " * 300])
                case 2:
                    data[at] = chance.choice(b"E59R\r\n")
        found = in_blocks(bytes(data), FORMAT, chance.choice([50, 1000]))
        assert found == lacking_in(texts_of([bytes(data)]), FORMAT), seed
        said.update(found)
    assert len(said) > 30


@pytest.mark.parametrize("what", INCOMPLETE)
def test_amendments_that_are_not_all_there_are_refused_unless_they_are_meant(what: str) -> None:
    data, faults = INCOMPLETE[what]
    file = jcq.read(data, name="A9999998.X02")
    with pytest.raises(jcq.JcqError, match=f"^A9999998.X02 is incomplete: {re.escape(faults[0])}"):
        jcq.apply_amendments(ENTRIES, [file])
    assert len(jcq.apply_amendments(ENTRIES, [file], incomplete=True).candidates) == 4


def test_entries_that_are_not_all_there_are_refused_too() -> None:
    cut = jcq.read(ENTRIES.to_bytes()[:700], name="E9999998.X01")
    with pytest.raises(jcq.JcqError, match=r"^E9999998[.]X01 is incomplete"):
        jcq.apply_amendments(cut, iter([AMENDMENTS]))


def test_results_of_a_file_that_is_cut_off_are_refused_before_the_first() -> None:
    cut = jcq.read(RESULTS.to_bytes()[:400], name="R9999998.X01")
    with pytest.raises(jcq.JcqError, match=r"^R9999998[.]X01 is incomplete"):
        next(jcq.results(cut))
    assert len(list(jcq.results(cut, incomplete=True))) == len(cut.records)


def test_results_of_a_scan_that_is_cut_off_are_refused_after_the_last(tmp_path: Path) -> None:
    path = tmp_path / "R9999998.X01"
    path.write_bytes(RESULTS.to_bytes()[:400])

    def read(**more: bool) -> Iterator[jcq.CandidateResult]:
        return jcq.results(jcq.scan(path), **more)

    with pytest.raises(jcq.JcqError, match=r"^the file is incomplete: "):
        list(read())
    assert list(read(incomplete=True))


def test_results_of_records_alone_need_no_trailer() -> None:
    assert len(list(jcq.results(RESULTS.records[:2]))) == 2


@pytest.mark.parametrize("what", INCOMPLETE)
def test_candidates_of_a_file_that_is_not_all_there_are_refused_unless_they_are_meant(
    what: str,
) -> None:
    data, faults = INCOMPLETE[what]
    file = jcq.read(data, name="A9999998.X02")
    with pytest.raises(jcq.JcqError, match=f"^A9999998.X02 is incomplete: {re.escape(faults[0])}"):
        jcq.candidates(file)
    with pytest.raises(jcq.JcqError, match=f"^the file is incomplete: {re.escape(faults[0])}"):
        jcq.candidates(jcq.scan(data))
    for given in (file, jcq.scan(data)):
        assert len(jcq.candidates(given, incomplete=True)) == len(file.records)
    assert len(jcq.candidates(file.records)) == len(file.records)


@pytest.mark.parametrize("what", INCOMPLETE)
def test_no_file_follows_one_that_is_not_all_there_unless_it_is_meant(what: str) -> None:
    data, faults = INCOMPLETE[what]
    before = jcq.read(data, name="A9999998.X02")
    about = {"awarding_body": "98", "series": "6G", "year": "26"}
    with pytest.raises(jcq.JcqError, match=f"^A9999998.X02 is incomplete: {re.escape(faults[0])}"):
        jcq.new_file(ENTRIES.records, after=[ENTRIES, before], **about)
    made = jcq.new_file(ENTRIES.records, after=[ENTRIES, before], incomplete=True, **about)
    assert made.name == "A9999998.X03"
    # A file whose numbers do not count here may be as it is.
    assert (
        jcq.new_file(jcq.read(CENTRE / "F9999998.X01").records, after=before, **about).name
        == "F9999998.X01"
    )


def test_rows_are_built_after_a_file_that_is_cut_off_only_where_it_is_meant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "E9999998.X01").write_bytes(ENTRIES.to_bytes()[:700])
    rows = "centre_number,candidate_number,candidate_name,sex,candidate_status\n"
    (tmp_path / "rows.csv").write_text(f"{rows}99999,0009,BADGER:ADA,F,C\n", encoding="utf-8")
    arguments = ["build", str(tmp_path / "rows.csv"), "--type", "E", "--awarding-body", "98"]
    arguments += ["--series", "6G", "--year", "26", "--to", str(tmp_path / "out")]
    arguments += ["--after", str(tmp_path / "E9999998.X01")]
    assert main(arguments) == 3
    assert "E9999998.X01 is incomplete: " in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
    assert main([*arguments, "--incomplete"]) == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["A9999998.X02"]


@pytest.mark.parametrize("table", [jcq.to_arrow, jcq.to_polars, jcq.to_pandas])
@pytest.mark.parametrize("what", INCOMPLETE)
def test_a_table_of_a_file_that_is_not_all_there_is_refused_unless_it_is_meant(
    table: Callable[..., Sized], what: str
) -> None:
    data, faults = INCOMPLETE[what]
    with pytest.raises(jcq.JcqError, match=f"^the file is incomplete: {re.escape(faults[0])}"):
        table(data, "A5")
    assert len(table(data, "A5", incomplete=True)) == data.count(b"A5")


UNRELIABLE = {
    "slipped": (
        ENTRIES.to_bytes().replace(b"MAY ", b"MAY  ").replace(b"1HI01 ", b"1HI01", 1),
        "line 3 does not fit its layout",
    ),
    "tabs": (ENTRIES.to_bytes().replace(b"MAY       ", b"MAY\t"), "line 3 has tabs"),
    "UTF-8": (ENTRIES.to_bytes().replace(b"ADA MAY", "ADÁ MAY".encode()), "line 3 is UTF-8"),
}


@pytest.mark.parametrize("table", [jcq.to_arrow, jcq.to_polars, jcq.to_pandas])
@pytest.mark.parametrize("what", UNRELIABLE)
def test_a_table_of_a_file_that_cannot_be_read_reliably_is_refused(
    table: Callable[..., Sized], what: str
) -> None:
    data, fault = UNRELIABLE[what]
    with pytest.raises(jcq.JcqError, match=f"^the file cannot be read reliably: {fault}"):
        table(data, "E5")
    assert len(table(data, "E5", incomplete=True, issues=[])) == data.count(b"\nE5")


def test_a_scan_gives_the_rows_before_it_refuses(tmp_path: Path) -> None:
    path = tmp_path / "A9999998.X02"
    path.write_bytes(INCOMPLETE["cut within a candidate"][0])
    batches = iter(jcq.scan_arrow(path, "A5"))
    assert next(batches).num_rows == 1
    with pytest.raises(jcq.JcqError, match=r"A9999998[.]X02 is incomplete"):
        next(batches)
    lazy = jcq.scan_arrow(path, "A5").to_polars()
    assert len(lazy.head(1).collect()) == 1
    assert jcq.scan_arrow(path, "A5", incomplete=True).to_arrow().num_rows == 1


def test_records_without_a_header_need_no_trailer() -> None:
    assert jcq.to_arrow(LINES[2], "A5", version="14").num_rows == 1


@pytest.mark.parametrize("to", ["csv", "jsonl", "parquet", "sqlite", "duckdb", "xlsx"])
@pytest.mark.parametrize("what", INCOMPLETE)
def test_an_incomplete_file_is_not_exported_unless_it_is_meant(
    to: str, what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, faults = INCOMPLETE[what]
    (tmp_path / "A9999998.X02").write_bytes(data)
    (tmp_path / "E9999998.X01").write_bytes(ENTRIES.to_bytes())
    out = tmp_path / "out"
    arguments = ["export", str(tmp_path), "--to", to, "--output", str(out)]
    assert main(arguments) == 3
    said = capsys.readouterr().err
    assert f"A9999998.X02 is incomplete: {'; '.join(faults)}. Get it again" in said
    assert "E9999998" not in said
    assert "nothing was written" in said
    assert not out.exists()
    assert main([*arguments, "--incomplete"]) == 0
    assert out.exists()


@pytest.mark.parametrize("name", ["basedata/O6G26_98.X02", "centre/R9999998.X01"])
def test_small_letters_are_the_one_reason(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = Path(__file__).parents[1] / "samples" / name
    path = tmp_path / source.name
    path.write_bytes(source.read_bytes().lower())
    assert main(["export", str(path), "--to", "csv", "--output", str(tmp_path / "out")]) == 3
    assert "line 1 begins with a small letter" in capsys.readouterr().err
    assert main(["split", str(path), "--to", str(tmp_path / "split")]) == 3
    assert "line 1 is in small letters, so it cannot be read" in capsys.readouterr().err
