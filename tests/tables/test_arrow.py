"""Records as Arrow tables: the same values as in the objects, from any bytes."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path
from typing import Any

import duckdb
import jcq_formats as jcq
import polars
import pyarrow as pa
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from jcq_formats.core.kinds.group import Group
from jcq_formats.core.layouts import Layout
from jcq_formats.core.lines import lines_of
from jcq_formats.core.other_versions import misread
from jcq_formats.core.parts import Part
from jcq_formats.tables import arrow, blocks
from jcq_formats.tables.columns import columns_of
from jcq_formats.tables.rows import row_of

from tests.made_up.lines import padded

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
RESULTS = SAMPLES / "centre" / "R9999998.X01"
FORM = jcq.load_version("14")
KEYS = sorted(FORM.records)
HEADER = padded("R199999986G26SSAMPLE 00114")
LINES = sorted(
    {
        line
        for path in SAMPLES.rglob("?*.X*")
        for line in path.read_bytes().decode("latin-1").split("\r\n")
        if line
    }
)
"""Every line of the samples."""

ENDS = st.sampled_from(["\r\n", "\n", "\r"])


def flattened(value: Any, name: str) -> dict[str, Any]:
    """The value of a field in an object, by the names of its columns."""
    if isinstance(value, Part):
        return {f"{name}_{key}": found for key, found in expected(value).items()}
    return {name: value}


def expected(layout: Layout) -> dict[str, Any]:
    """The columns of a record from its properties; None if one cannot be decoded."""
    found: dict[str, Any] = {}
    for field in layout.FIELDS.values():
        if not field.kind.SETTABLE:
            continue
        try:
            if isinstance(field.kind, Group):
                items = field.kind.filled(layout.text(field.name))
                for number, item in items:
                    found |= flattened(item, f"{field.name}_{number + 1}")
            else:
                found |= flattened(layout.decode(field.name), field.name)
        except jcq.FieldError:
            found[field.name] = None
    return found


def rows_expected(data: bytes, key: str) -> list[dict[str, Any]]:
    names = [column.name for column in columns_of(FORM.records[key])]
    rows = []
    for line, _ in lines_of([data]):
        if line[:2] == key:
            found = expected(FORM.records[key](line))
            assert not [name for name in found.keys() - set(names) if found[name] is not None]
            rows.append({name: found.get(name) for name in names})
    return rows


def table(data: bytes, key: str, **options: Any) -> pa.Table:
    options.setdefault("issues", [])
    return jcq.to_arrow(data, key, version="14", incomplete=True, **options)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A line of the samples with some characters changed, cut short or longer."""
    line = draw(st.sampled_from(LINES))
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(2, len(line) - 1))
        text = draw(st.text(" 0123456789A*#\x00\x1a\x85\xb2\xff", min_size=1, max_size=6))
        line = line[:at] + text + line[at + len(text) :]
    if draw(st.booleans()):
        line = line[: draw(st.integers(2, 200))]
    assume(not misread(line, FORM))  # a line with the layout of another version is refused
    return line


@settings(deadline=None)
@given(st.lists(st.tuples(damaged(), ENDS), min_size=1), st.booleans(), st.integers(1, 400))
def test_a_row_holds_what_the_record_says(
    lines: list[tuple[str, str]], last_end: bool, chunk: int
) -> None:
    text = "".join(line + end for line, end in lines)
    data = (text if last_end else text.rstrip("\r\n")).encode("latin-1")
    for key in {line[:2] for line, _ in lines}:
        wanted = rows_expected(data, key)
        assert table(data, key).to_pylist() == wanted
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(arrow, "CHUNK", chunk)
            assert table(data, key).to_pylist() == wanted


@settings(deadline=None)
@given(st.lists(damaged(), min_size=1))
def test_rows_of_the_standard_library_are_those_of_arrow(lines: list[str]) -> None:
    data = "".join(line + "\n" for line in lines).encode("latin-1")
    for key in {line[:2] for line in lines}:
        columns = columns_of(FORM.records[key])
        found: list[jcq.Issue] = []
        rows = [row_of(FORM.records[key](line), columns) for line in lines if line[:2] == key]
        assert [list(r.values()) for r in table(data, key, issues=found).to_pylist()] == [
            values for values, _ in rows
        ]
        assert [issue.start for issue in found] == [f.start for _, faults in rows for f in faults]


@settings(deadline=None)
@given(st.lists(damaged(), min_size=1))
def test_as_text_every_column_is_its_text(lines: list[str]) -> None:
    data = "".join(line + "\r\n" for line in lines).encode("latin-1")
    for key in {line[:2] for line in lines}:
        record = FORM.records[key]
        made = table(data, key, as_text=True)
        assert set(made.schema.types) == {pa.string()}
        simple = [f.name for f in record.FIELDS.values() if f.name in made.column_names]
        for name in simple:
            if not hasattr(record.FIELDS[name].kind, "layouts"):
                texts = [record(line).text(name).rstrip(" ") for line in lines if line[:2] == key]
                assert made[name].to_pylist() == texts


@settings(deadline=None)
@given(st.lists(st.tuples(st.text("O5 1\x1a\x85", max_size=4), ENDS)), st.integers(1, 9))
def test_blocks_hold_the_lines_that_reading_gives(lines: list[tuple[str, str]], size: int) -> None:
    data = "".join(line + end for line, end in lines).encode("latin-1")
    chunks = [data[at : at + size] for at in range(0, len(data), size)]
    found = list(blocks.blocks_of(chunks, ["O5"], 3))
    texts = [block.line(row) for block in found for row in range(len(block.numbers))]
    assert texts == [text for text, _ in lines_of(chunks) if text[:2] == "O5"]
    rows = [bytes(row[:3]).decode("latin-1") for block in found for row in block.matrix]
    assert [row.ljust(3)[:3] for row in texts] == [
        r if len(t) >= 3 else t.ljust(3) for r, t in zip(rows, texts, strict=True)
    ]
    counted = sum(block.count for block in found)
    assert counted == len([text for text, end in lines_of(chunks) if end or text.strip("\x1a")])


def test_types_are_the_smallest_that_hold_what_the_spec_allows() -> None:
    made = jcq.scan_arrow(RESULTS, "O5").schema
    assert made.field("option_title").type == pa.string()
    assert made.field("component_count").type == pa.int8()
    assert made.field("maximum_mark").type == pa.int16()
    assert made.field("fee").type == pa.int32()
    assert made.field("item").type == pa.dictionary(pa.int32(), pa.string())
    assert jcq.scan_arrow(RESULTS, "E5").schema.field("date_of_birth").type == pa.date32()


def test_groups_and_variants_are_flattened() -> None:
    entries = jcq.to_arrow(SAMPLES / "centre" / "E9999998.X01", "E5").to_pylist()[0]
    assert entries["entries_1_option_entry_code"] == "1MAH"
    assert entries["entries_3_option_entry_code"] is None
    assert entries["date_of_birth"] == datetime.date(2010, 1, 2)
    results = jcq.to_arrow(RESULTS, "R5").to_pylist()
    assert [(r["outcome_first_grade"], r["outcome_score"]) for r in results][:1] == [("8", None)]


def test_values_that_cannot_be_decoded_are_null_and_issues() -> None:
    record = (
        "O51MAF  1MA   GCSEFC C       E221099900011MATHEMATICS (FOUNDATION)            Y04X5040"
    )
    data = f"{record}\r\n{record.replace('04X5', '0425')}\r\n".encode()
    issues: list[jcq.Issue] = []
    made = jcq.to_arrow(data, "O5", version="14", issues=issues)
    assert made["fee"].to_pylist() == [None, 4250]
    assert [str(issue) for issue in issues] == [
        "1:80: error field.integer: fee: this is not a number: it must be 5 digits (0-9)"
    ]
    assert jcq.to_arrow(data, "O5", columns=["item"], issues=(other := [])).num_rows == 2
    assert other == []
    with pytest.warns(UserWarning, match="1 value could not be decoded and became null, first "):
        jcq.to_arrow(data, "O5")


def test_an_issue_of_personal_columns_says_nothing_of_them() -> None:
    entry = (SAMPLES / "centre" / "E9999998.X01").read_text("latin-1").split("\n")[2]
    issues: list[jcq.Issue] = []
    jcq.to_arrow(entry.replace("020110", "320110").encode() + b"\n", "E5", issues=issues)
    assert len(issues) == 1
    assert "320110" not in str(issues[0]) + issues[0].masked_text()


def test_folders_zips_streams_and_lists_are_read(tmp_path: Path) -> None:
    alone = jcq.to_arrow(RESULTS, "R5", columns=["uci"])
    packed = tmp_path / "set.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(RESULTS, "R9999998.X01")
    stream = io.BytesIO(RESULTS.read_bytes())
    for source in (RESULTS.parent, str(packed), RESULTS.read_bytes(), stream, [RESULTS]):
        assert jcq.to_arrow(source, "R5", columns=["uci"]).equals(alone)
    assert not stream.closed
    assert jcq.to_arrow([RESULTS, RESULTS], "R5").num_rows == 2 * alone.num_rows
    assert jcq.to_arrow([], jcq.v14.Result).num_rows == 0


def test_files_without_such_records_are_passed_over_in_every_version(tmp_path: Path) -> None:
    old = tmp_path / "S6G26_98.X01"
    old.write_bytes(b"S16G26_986G26BSAMPLE 00113\n")
    alone = jcq.to_arrow(RESULTS, "R5")
    assert jcq.to_arrow([tmp_path, RESULTS], "R5").equals(alone)
    old.write_bytes(b"S16G26_986G26BSAMPLE 00113\nR5\n")
    with pytest.raises(jcq.FormatError, match="version 13 of the formats has no R5 of an estab"):
        jcq.to_arrow([tmp_path, RESULTS], "R5")


def test_origin_says_where_a_row_comes_from() -> None:
    block = "R3{0}986G26001\nR5{0}0001\nR7{0}0000003\n"
    text = HEADER + "\n" + block.format("99999") + block.format("99998") + "R590000\n"
    made = jcq.to_arrow(text.encode(), "R5", origin=True, issues=[], incomplete=True).to_pylist()
    assert [row["source_line_number"] for row in made] == [3, 6, 8]
    assert [row["source_centre_number"] for row in made] == ["99999", "99998", None]
    assert [row["source_sequence_number"] for row in made] == ["001", "001", None]
    assert {row["source_awarding_body"] for row in made} == {"98"}
    assert {(row["source_series"], row["source_year"]) for row in made} == {("6G", "26")}
    assert {row["source_version"] for row in made} == {"14"}
    chosen = jcq.to_arrow(RESULTS, "R5", columns=[], origin=["file", "centre_number"])
    assert chosen.column_names == ["source_file", "source_centre_number"]
    assert set(chosen["source_file"].to_pylist()) == {str(RESULTS)}


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(jcq.JcqError, match="no record 'Q5'"):
        jcq.to_arrow(RESULTS, "Q5")
    with pytest.raises(jcq.JcqError, match="no column 'uic'; did you mean uci"):
        jcq.to_arrow(RESULTS, "R5", columns=["uic"])
    with pytest.raises(jcq.JcqError, match="no origin 'centre'"):
        jcq.to_arrow(RESULTS, "R5", origin=["centre"])
    (tmp_path / "R9999998.X01").write_bytes(b"%PDF-1.4")
    with pytest.raises(jcq.FormatError, match="a PDF document"):
        jcq.to_arrow(tmp_path, "R5")


@pytest.mark.parametrize("version", ["14", None])
def test_a_file_is_read_in_pieces(version: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrow, "CHUNK", 1 << 16)
    lines = 20_000
    record = RESULTS.read_bytes().split(b"\r\n")[2] + b"\r\n"
    asked: list[int] = []

    class Stream(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            asked.append(size or 0)
            return super().read(size)

    batches = list(jcq.scan_arrow(Stream(record * lines), "R5", version=version))
    assert sum(batch.num_rows for batch in batches) == lines
    assert max(batch.num_rows for batch in batches) <= 2 * (1 << 16) // len(record)
    assert max(asked) == 1 << 16 and min(asked) > 0


def test_no_object_is_made_of_a_data_record(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: jcq.v14.Result, line: str) -> None:
        raise AssertionError("an object was made")

    monkeypatch.setattr(jcq.v14.Result, "__init__", refuse)
    assert jcq.to_arrow(RESULTS.read_bytes(), "R5", version="14").num_rows > 0


def test_pandas_and_polars_have_the_same_values() -> None:
    wanted = jcq.to_arrow(RESULTS, "R5").to_pylist()
    assert jcq.to_polars(RESULTS, "R5").to_dicts() == wanted
    frame = jcq.to_pandas(RESULTS, "R5")
    assert str(frame["outcome_score"].dtype) == "int16[pyarrow]"
    assert str(frame["result_type"].dtype) == "category"
    assert frame["uln"].tolist() == [row["uln"] for row in wanted]


def test_a_scan_is_a_relation_of_duckdb() -> None:
    scan = jcq.scan_arrow([RESULTS, RESULTS], "R5")
    assert repr(scan) == "ArrowScan(R5, 20 columns, 2 files)"
    relation = scan.to_duckdb()
    total = scan.to_arrow().num_rows
    assert relation.aggregate("count(*)").fetchall() == [(total,)]
    query = "select count(distinct candidate_number) from scan"
    assert duckdb.sql(query).fetchall() == [(3,)]


def test_a_scan_is_a_lazy_frame_that_reads_what_is_needed() -> None:
    lazy = jcq.scan_arrow(RESULTS, "R5", origin=["line_number"]).to_polars()
    assert isinstance(lazy, polars.LazyFrame)
    graded = lazy.filter(polars.col("outcome_first_grade") == "8")
    assert graded.select("candidate_number", "source_line_number").collect().to_dicts() == [
        {"candidate_number": "0001", "source_line_number": 3}
    ]
    assert lazy.head(1).collect().height == 1
