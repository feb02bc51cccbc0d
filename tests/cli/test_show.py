"""`jcq show` and `jcq layout`: tables that a person reads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from jcq_formats.cli import main

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
SYLLABUSES = str(SAMPLES / "basedata" / "S6G26_98.X01")
RESULTS = SAMPLES / "centre" / "R9999998.X01"
ENTRIES = str(SAMPLES / "centre" / "E9999998.X01")


def test_show_prints_the_header_the_counts_and_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", SYLLABUSES, "--records", "2"]) == 0
    assert capsys.readouterr().out.split("\n") == [
        SYLLABUSES,
        "Syllabus definitions, version 14 of the formats",
        "",
        "File header",
        "      1-1  data_type         S  syllabus definitions",
        "      3-7  address           series 6G, year 26, language _ (English)",
        "      8-9  awarding_body     98  no awarding body: a school made the file itself",
        "    10-11  series            6G",
        "    12-13  year              26",
        "    14-14  distribution      B  broadcast",
        "    15-21  software_package  SAMPLE",
        "    22-24  software_version  001",
        "    25-26  formats_version   14",
        "",
        "8 records, 1 centre block",
        "  S1  File header                  1",
        "  S3  Centre header                1",
        "  S5  Syllabus definition          4",
        "  S7  Centre trailer               1",
        "  S9  File trailer                 1",
        "",
        "Syllabus definition: 2 of 4",
        "  syllabus  syllabus",
        "  code      title",
        "  1MA       MATHEMATICS",
        "  1HI       HISTORY",
        "",
    ]


def test_show_names_the_fields_that_have_no_room(capsys: pytest.CaptureFixture[str]) -> None:
    main(["show", ENTRIES, "--show-personal-data"])
    assert "  No room for candidate_status, uci, uln: --fields" in capsys.readouterr().out
    main(["show", ENTRIES, "--fields", "candidate_number"])
    assert "No room" not in capsys.readouterr().out


def test_show_leaves_out_of_the_table_what_would_be_stars(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["show", ENTRIES])
    out = capsys.readouterr().out
    assert "*" not in out
    assert "  Personal data: candidate_name, date_of_birth, uci, uln;" in out
    main(["show", ENTRIES, "--fields", "candidate_name"])
    assert "  ************ ***\n" in capsys.readouterr().out


@pytest.mark.parametrize("records", ["10", "100"])
def test_show_has_the_grades_of_however_many_results(
    records: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    header, block, *results = RESULTS.read_bytes().split(b"\r\n")[:-3]
    path = tmp_path / "R9999998.X01"
    many = [line[:10] + b"%d" % number + line[11:] for number in range(10) for line in results]
    path.write_bytes(b"\r\n".join([header, block, *many]))
    main(["show", str(path), "--records", records])
    out = capsys.readouterr().out
    assert "outcome\n" in out
    assert "score 171, grade A*\n" in out


def test_what_has_no_room_is_wrapped_and_nothing_is_cut_off(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = Path(ENTRIES).read_bytes().split(b"\r\n")
    codes = [b"9ZZ%02d" % number for number in range(12)]
    lines[2] = lines[2][:108] + b"".join(code.ljust(7) for code in codes)
    path = tmp_path / "E9999998.X01"
    path.write_bytes(b"\r\n".join(lines))
    main(["show", str(path)])
    out = capsys.readouterr().out
    assert [code for code in codes if code.decode() not in out] == []
    assert max(map(len, out.split("\n")[1:])) <= 80


def test_a_record_without_the_fields_asked_for_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    main(["show", str(RESULTS), "--fields", "candidate_name,syllabus_code"])
    assert capsys.readouterr().out.split("\n")[-3:] == [
        "Result: 7 of 7",
        "  It has no field candidate_name and no field syllabus_code.",
        "",
    ]


def test_show_masks_names_unless_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    main(["show", ENTRIES])
    masked = capsys.readouterr().out
    assert "AARDVARK" not in masked
    main(["show", ENTRIES, "--long"])
    assert "AARDVARK" not in capsys.readouterr().out
    main(["show", ENTRIES, "--show-personal-data"])
    assert "AARDVARK:ADA MAY" in capsys.readouterr().out


def test_show_masks_records_of_another_data_type_than_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entries = Path(ENTRIES).read_bytes().split(b"\r\n")
    entries.insert(3, b"S5ADA MA TOPSECRET")
    path = tmp_path / "E9999998.X01"
    path.write_bytes(b"\r\n".join(entries))
    assert main(["show", str(path)]) == 0
    shown = capsys.readouterr().out
    assert "TOPSECRET" not in shown and "1MAH 1HI01" in shown
    main(["check", str(path)])
    said = capsys.readouterr().out
    assert "file.data-type" in said and "TOPSECRET" not in said


def test_show_takes_the_fields_that_are_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", ENTRIES, "--fields", "candidate_number,entries", "--records", "1"]) == 0
    assert capsys.readouterr().out.split("\n")[-4:] == [
        "  candidate",
        "  number     entries",
        "  0001       1MAH 1HI01",
        "",
    ]


def test_a_field_may_be_asked_for_by_its_former_name(capsys: pytest.CaptureFixture[str]) -> None:
    shown = []
    for name in ("qualifier_flag", "previous_qualifier_flag"):
        assert main(["show", ENTRIES, "--fields", f"candidate_number,{name}"]) == 0
        shown.append(capsys.readouterr().out)
    assert shown[0] == shown[1]


def test_a_field_that_does_not_exist_is_wrong_usage(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["show", ENTRIES, "--fields", "candidate_nam"]) == 2
    assert "unknown field 'candidate_nam'; did you mean candidate_name?" in capsys.readouterr().err


def test_all_tables_fit_a_terminal_of_eighty_columns(capsys: pytest.CaptureFixture[str]) -> None:
    main(["show", str(SAMPLES / "basedata"), str(SAMPLES / "centre")])
    main(["layout", "O5"])
    main(["layout", "R5"])
    main(["layout"])
    out = capsys.readouterr().out
    assert [line for line in out.split("\n") if len(line) > 80 and str(SAMPLES) not in line] == []


def test_layout_prints_the_position_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["layout", "S5", "--format-version", "14"]) == 0
    assert capsys.readouterr().out.split("\n")[:6] == [
        "S5  Syllabus definition (version 14, grade A)",
        "    length 45",
        "",
        "start  end width  kind           field",
        "    1    1     1  literal S      data_type",
        "                                  Syllabuses, always S.",
    ]


@pytest.mark.parametrize(
    ("key", "heading", "fields"),
    [
        (
            "E5",
            "12 times, the first:",
            ["109 114 6 text option_entry_code", "115 115 1 text entry_flag"],
        ),
        ("R5", "when result_type is U M:", ["48 50 3 integer score", "51 52 2 text grade"]),
    ],
    ids=["group", "variant"],
)
def test_layout_shows_where_the_fields_of_a_layout_within_stand(
    key: str, heading: str, fields: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["layout", key, "--format-version", "14"]) == 0
    lines = capsys.readouterr().out.split("\n")
    first = lines.index(f"{'':<20}{heading}")
    assert [" ".join(lines[first + at].split()) for at in (1, 3)] == fields


def test_layout_of_no_record_says_which_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["layout", "Q5", "--format-version", "14"]) == 2
    assert (
        "unknown record 'Q5' in version 14; the nearest of 45 known ones are"
        in capsys.readouterr().err
    )


def test_amounts_are_shown_in_pounds(capsys: pytest.CaptureFixture[str]) -> None:
    options = str(SAMPLES / "basedata" / "O6G26_98.X02")
    main(["show", options, "--fields", "option_entry_code,fee"])
    assert "  1MAF    £42.50\n" in capsys.readouterr().out
    main(["show", options, "--records", "1", "--long"])
    assert "80-84  fee                          £42.50\n" in capsys.readouterr().out


SPOILT: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "cut off": (lambda d: d[:700], "the file is incomplete: "),
    "in small letters": (lambda d: d.lower(), "line 1 begins with a small letter"),
    "tabs": (lambda d: d.replace(b"MAY       ", b"MAY\t"), "line 3 has tabs in place of spaces"),
    "slipped": (lambda d: d.replace(b"MAY ", b"MAY   "), "line 3 does not fit its layout"),
}


@pytest.mark.parametrize("what", SPOILT)
def test_a_file_that_cannot_be_used_is_shown_with_a_warning(
    what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil, said = SPOILT[what]
    path = tmp_path / "E9999998.X01"
    path.write_bytes(spoil((SAMPLES / "centre" / path.name).read_bytes()))
    assert main(["show", str(path)]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "Warning: the file " in out
    assert said in out


def test_a_sound_file_is_shown_without_a_warning(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", *map(str, sorted(SAMPLES.glob("*/*")))]) == 0
    assert "Warning" not in capsys.readouterr().out


@pytest.mark.parametrize("number", ["-1", "ten", "²"])
def test_a_number_of_records_that_is_none_is_wrong_usage(
    number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(SAMPLES / "centre" / "E9999998.X01")
    assert main(["show", path, "--records", number]) == 2
    assert "is not a number of records: use 0 or more" in capsys.readouterr().err
