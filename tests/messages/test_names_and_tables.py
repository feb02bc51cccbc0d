"""XML messages among other files: found by name, shown, and exported as tables."""

from __future__ import annotations

import csv
import datetime
import io
import json
import sqlite3
import sys
import zipfile
from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats import a2c
from jcq_formats.cli import main
from jcq_formats.core.sources import sources_at

from tests.made_up.files import BASEDATA, RESULTS
from tests.made_up.message import NAME, Learner, learners, message, uci

COLUMNS = [
    "centre_number",
    "candidate_number",
    "uci",
    "awarding_body",
    "component_code",
    "value_type",
    "value",
    "status",
    "element_type",
    "effective_start",
    "outcome_type",
    "outcome_date_time",
    "outcome_date",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A results file, and component results of 500 candidates."""
    made = tmp_path / "downloads"
    made.mkdir()
    jcq.write(RESULTS, made / "R9999998.X01")
    (made / NAME).write_text(message(learners(500)), "utf-8")
    (made / "notes.xml").write_text("<notes/>", "utf-8")
    return made


def names_at(path: Path, **options: bool) -> set[str]:
    return {Path(source.name).name for source in sources_at(str(path), **options).found}


def test_a_folder_gives_messages_to_those_who_ask(folder: Path) -> None:
    assert names_at(folder) == {"R9999998.X01"}
    assert names_at(folder, messages=True) == {"R9999998.X01", NAME}
    (folder / NAME).rename(folder / NAME.replace("a2c", "A2C").replace(".xml", " (1).xml"))
    assert names_at(folder, messages=True) == {"R9999998.X01"}
    assert len(names_at(folder, messages=True, renamed=True)) == 2


def test_a_zip_gives_messages(folder: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.write(folder / NAME, f"inner/{NAME.upper()}")
        archive.write(folder / "notes.xml", "notes.xml")
    assert names_at(tmp_path / "all.zip", messages=True) == {NAME.upper()}
    assert jcq.to_arrow(tmp_path / "all.zip", "component_results").num_rows == 1166


def test_reading_one_as_records_says_what_it_is(folder: Path) -> None:
    with pytest.raises(
        jcq.FormatError, match=r"this is XML \(component results\), not a file of records"
    ):
        jcq.read(folder / NAME)
    with pytest.raises(jcq.FormatError, match="an XML or HTML document"):
        jcq.read(folder / "notes.xml")


def test_show(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(folder / NAME), "--records", "3"]) == 0
    shown = capsys.readouterr().out
    assert shown.splitlines()[1:] == [
        "Component results",
        "",
        "Header",
        "  message_id        01234567-89ab-cdef-0123-456789abcdef",
        "  time_stamp        2026-08-13T00:01:00+01:00",
        "  sequence          1",
        "  awarding_body     98",
        "  centre_number     99999",
        "  schema_version    10.7",
        "  exchange_name     JCQ-A2C",
        "  exchange_version  2020",
        "  transaction       ProcessResults",
        "",
        "500 candidates, 1,166 outcomes",
        "",
        "Outcomes: 3 of 1,166",
        "  candidate  component  value",
        "  number     code       type                  value  status",
        "  0001       1001/01    Scaled/Weighted Mark  1      Issued",
        "  0001       1001/02    Scaled/Weighted Mark  2      Issued",
        "  0002       1002/01    Scaled/Weighted Mark  2      Issued",
        "  Personal data: uci, name; --show-personal-data shows it.",
    ]


def test_show_has_the_titles_of_components_where_basedata_is_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / NAME
    path.write_text(message([Learner(uci(1), "0001", {"1HI/C": "5", "NONE/1": "6"})]), "utf-8")
    given = ["show", str(path), "--basedata", str(BASEDATA)]
    assert main([*given, "--fields", "component_code,component_title"]) == 0
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "  1HI/C      HISTORY CONTROLLED ASSESSMENT",
        "  NONE/1",
    ]
    assert main(given) == 0
    assert (
        "  0001       1HI/C      HISTORY CONTROLLED ASSESSMENT  Scaled" in capsys.readouterr().out
    )
    path.write_text(message([Learner(uci(1), "0001", {"1HI/C": "5"})], board="70"), "utf-8")
    assert main(given) == 0
    assert "HISTORY" not in capsys.readouterr().out


def test_show_refuses_basedata_that_is_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / NAME
    path.write_text(message(), "utf-8")
    assert main(["show", str(path), "--basedata", str(tmp_path / "nowhere")]) == 3
    assert "nowhere" in capsys.readouterr().err


def test_show_and_check_name_unknown_elements_above_the_repeated_ones(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = "<DataBlock><New_DS/><Zed>1</Zed></DataBlock><Extra><a><b>2</b></a></Extra>"
    text = message(learners(2)).replace("</A2CMessage>", f"{more}</A2CMessage>")
    (tmp_path / NAME).write_text(text, "utf-8")
    assert main(["show", str(tmp_path / NAME)]) == 0
    shown = capsys.readouterr().out
    assert "Elements that are not known: New_DS (1), Zed (1), Extra (1)." in shown
    issues = [issue.message for issue in jcq.check(tmp_path / NAME)]
    assert [said.split()[2] for said in issues] == ["New_DS", "Zed", "Extra"]
    whole = jcq.read_message(tmp_path / NAME)
    assert list(jcq.scan_message(tmp_path / NAME)) == [whole.header, *whole.items()]


@pytest.mark.parametrize("more", ["", "<MsgHeader><MsgInfo/></MsgHeader>"])
def test_show_and_export_find_the_candidate_numbers_wherever_the_header_is(
    folder: Path, capsys: pytest.CaptureFixture[str], more: str
) -> None:
    text = message(learners(3))
    header = text[text.index(" <MsgHeader>") : text.index(" <DataBlock>")]
    text = text.replace(header, "").replace("</A2CMessage>", f"{header}{more}</A2CMessage>")
    (folder / NAME).write_text(text, "utf-8")
    assert main(["show", str(folder / NAME)]) == 0
    shown = capsys.readouterr().out
    assert "  centre_number     99999" in shown
    assert "  0001       1001/01    Scaled/Weighted Mark  1      Issued" in shown
    table = jcq.to_arrow(folder / NAME, "component_results")
    assert set(table["candidate_number"].to_pylist()) == {"0001", "0002", "0003"}
    assert set(table["centre_number"].to_pylist()) == {"99999"}


def test_show_hides_personal_data_unless_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    who = [Learner(uci(1), "0001", {"1/1": "1"}, "Tom & Jerry", "<Żbik>")]
    text = message(who).replace("<Party_Type>Person", "<New>Tegan</New><Party_Type>Person")
    path = tmp_path / NAME
    path.write_text(text, "utf-8")
    for options in ([], ["--long"], ["--fields", "uci,candidate_number"]):
        assert main(["show", str(path), *options]) == 0
        shown = capsys.readouterr().out
        for secret in (uci(1), "Jerry", "Żbik", "2008", "Tegan"):
            assert secret not in shown
        assert "Elements that are not known: New (1)." in shown
    assert main(["show", str(path), "--show-personal-data"]) == 0
    shown = capsys.readouterr().out
    assert "<Żbik>, Tom & Jerry" in shown
    assert shown.endswith("  Elements that are not known: New (1).\n  New  Tegan\n")


def test_a_candidate_number_that_is_none_is_hidden(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / NAME
    path.write_text(message([Learner(uci(1), "Ada Badger", {"1/1": "1"})]), "utf-8")
    assert main(["show", str(path)]) == 0
    assert "**********" in (shown := capsys.readouterr().out)
    assert "Badger" not in shown


def test_a_type_of_value_that_nobody_has_seen_is_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / NAME
    path.write_text(message(value_type="Grade & <Level>"), "utf-8")
    assert main(["show", str(path)]) == 0
    assert "Grade & <Level>" in capsys.readouterr().out


def test_show_reads_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(message(learners(2000)).encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    assert main(["show", "-"]) == 0
    assert "2,000 candidates" in capsys.readouterr().out


def test_a_message_that_breaks_off_is_unreadable(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / NAME
    path.write_text(message(learners(20))[:-400], "utf-8")
    assert main(["show", str(path)]) == 3
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f"jcq: {path}: this is not well-formed XML: line ")
    assert printed.err.count(str(path)) == 1


@pytest.mark.parametrize("to", ["csv", "jsonl", "parquet", "sqlite", "duckdb", "xlsx"])
def test_export(folder: Path, tmp_path: Path, to: str, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / f"out.{to}"
    arguments = ["export", str(folder), "--to", to, "--output", str(target)]
    assert main([*arguments, "--record", "component_results"]) == 0
    assert capsys.readouterr().out == f"component_results: 1,166 rows in {target}\n"
    assert target.stat().st_size


def test_exported_rows(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out"
    assert main(["export", str(folder), "--to", "csv", "--output", str(target), "--origin"]) == 0
    assert {path.name for path in target.iterdir()} == {"R5.csv", "component_results.csv"}
    with (target / "component_results.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert list(rows[0]) == [*COLUMNS, "source_file", "source_line_number"]
    assert (rows[0]["candidate_number"], rows[0]["component_code"]) == ("0001", "1001/01")
    assert (rows[0]["value"], rows[0]["uci"]) == ("1", uci(1))


def test_records_alone_leave_messages_out(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out.csv"
    arguments = ["export", str(folder), "--to", "csv", "--output", str(target)]
    assert main([*arguments, "--record", "R5"]) == 0
    assert capsys.readouterr().out.startswith("R5: ")


def test_a_database_has_records_and_messages(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.sqlite"
    assert main(["export", str(folder), "--to", "sqlite", "--output", str(target)]) == 0
    with sqlite3.connect(target) as connection:
        query = "SELECT count(*), max(outcome_date) FROM component_results"
        assert connection.execute(query).fetchone() == (1166, "2026-08-13")
        assert connection.execute("SELECT count(*) FROM R5").fetchone()[0] > 0
    connection.close()


def test_a_database_has_the_titles_of_components(tmp_path: Path) -> None:
    source, target = tmp_path / NAME, tmp_path / "out.sqlite"
    source.write_text(message([Learner(uci(1), "0001", {"1HI/C": "5", "NONE/1": "6"})]), "utf-8")
    given = [str(source), str(BASEDATA)]
    assert main(["export", *given, "--to", "sqlite", "--output", str(target)]) == 0
    connection = sqlite3.connect(target)
    rows = connection.execute(
        "SELECT candidate_number, component_code, value, component_title, maximum_mark"
        " FROM component_results_with_titles ORDER BY component_code"
    ).fetchall()
    connection.close()
    assert rows == [
        ("0001", "1HI/C", "5", "HISTORY CONTROLLED ASSESSMENT", 50),
        ("0001", "NONE/1", "6", None, None),
    ]


def test_arrow(folder: Path) -> None:
    table = jcq.to_arrow(folder, "component_results", origin=["line_number"])
    assert table.column_names == [*COLUMNS, "source_line_number"]
    assert table.num_rows == 1166
    first = table.to_pylist()[0]
    assert first["outcome_date"] == datetime.date(2026, 8, 13)
    assert first["value"] == "1"
    some = jcq.to_arrow(folder, "component_results", columns=["value", "candidate_number"])
    assert some.column_names == ["value", "candidate_number"]
    assert jcq.to_polars(folder / NAME, "component_results").height == 1166
    assert jcq.to_arrow(folder / NAME, a2c.Outcome).num_rows == 1166
    with pytest.raises(
        jcq.JcqError, match="Party is neither a record nor the outcomes of a message"
    ):
        jcq.to_arrow(folder / NAME, a2c.Party)
    lazy = jcq.scan_arrow(folder / NAME, "component_results").to_polars()
    assert lazy.select("value").collect().height == 1166
    with pytest.raises(jcq.JcqError, match="no column 'valu'; did you mean value"):
        jcq.to_arrow(folder, "component_results", columns=["valu"])
    with pytest.raises(jcq.JcqError, match="a message has no origin 'series'"):
        jcq.to_arrow(folder, "component_results", origin=["series"])
    assert jcq.to_arrow(folder, "R5").num_rows == len(RESULTS.records)


def test_a_date_that_cannot_be_decoded_is_null_and_an_issue() -> None:
    data = message().replace("<QE_Outcome_Date>2026-08-13", "<QE_Outcome_Date>13/08/26", 1).encode()
    issues: list[jcq.Issue] = []
    table = jcq.to_arrow(data, "component_results", issues=issues)
    assert table.column("outcome_date").null_count == 1
    assert [(i.rule, i.field, i.severity) for i in issues] == [
        ("message.value", "outcome_date", jcq.Severity.WARNING)
    ]
    text = jcq.to_arrow(data, "component_results", as_text=True)
    assert text.column("outcome_date")[0].as_py() == "13/08/26"
    with pytest.warns(UserWarning, match="1 value could not be decoded"):
        jcq.to_arrow(data, "component_results")


def test_component_results_of_a_message(tmp_path: Path) -> None:
    data = message(learners(3)).encode()
    streamed = list(jcq.component_results(data))
    whole = list(jcq.component_results(jcq.read_message(data)))
    assert [(r.candidate_number, r.component_code, r.value) for r in streamed] == [
        (r.candidate_number, r.component_code, r.value) for r in whole
    ]
    assert len(streamed) == 7
    first = streamed[0]
    assert (first.centre_number, first.awarding_body, first.uci) == ("99999", "98", uci(1))
    assert isinstance(first.outcome, a2c.Outcome)
    assert uci(1) not in repr(first)


def test_outcomes_before_their_candidates_come_last() -> None:
    text = message(learners(2))
    start, end = text.index(" <DataBlock><DataBlockName>QEO"), text.index("</A2CMessage>")
    outcomes = text[start:end]
    head = text.index(" <DataBlock>")
    moved = text[:head] + outcomes + text[head:start] + text[end:]
    found = [r.candidate_number for r in jcq.component_results(moved.encode())]
    assert found == ["0001", "0001", "0002", "0002"]


def test_only_a_number_given_by_the_centre_is_a_candidate_number() -> None:
    text = message(learners(1)).replace(
        f"<Party_Id_1st>99999</Party_Id_1st><Party_Id_2nd>{uci(1)}</Party_Id_2nd><Party_Role_Type>",
        f"<Party_Id_1st>11111</Party_Id_1st><Party_Id_2nd>{uci(1)}</Party_Id_2nd><Party_Role_Type>",
    )
    assert {r.candidate_number for r in jcq.component_results(text.encode())} == {""}


def test_json_lines_hold_every_letter(tmp_path: Path) -> None:
    source, target = tmp_path / NAME, tmp_path / "out.jsonl"
    source.write_text(message(value_type="Žebra & <co>"), "utf-8")
    assert main(["export", str(source), "--to", "jsonl", "--output", str(target)]) == 0
    rows = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert rows[0]["value_type"] == "Žebra & <co>"
