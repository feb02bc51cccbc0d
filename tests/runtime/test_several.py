"""One thing in place of several is accepted; things of another type are refused."""

from __future__ import annotations

import io
from collections.abc import Callable
from types import ModuleType
from typing import Any

import jcq_formats as jcq
import pytest
from jcq_formats import v14
from jcq_formats.identifiers import candidate_number, centre_number, uci, uln, upn

from tests.made_up.files import AMENDMENTS, BASEDATA, CENTRE, ENTRIES, RESULTS, new

PATH = CENTRE / "E9999998.X01"
SETS = jcq.read_basedata(BASEDATA)
(SET,) = SETS.values()
FIRST, *_ = ENTRIES.records
NUMBER: Any = 5
BOARD: Any = {"awarding_body": "98", "series": "6G", "year": "26"}


def checked(**more: Any) -> list[tuple[str, int]]:
    return [(issue.rule, issue.line_number) for issue in jcq.check(RESULTS, **more)]


def test_one_is_taken_for_several_where_that_is_certain() -> None:
    assert jcq.apply_amendments(ENTRIES, AMENDMENTS) == jcq.apply_amendments(ENTRIES, [AMENDMENTS])
    assert jcq.join_centres(ENTRIES) is ENTRIES
    assert new(FIRST, sequence_number=1) == new([FIRST], sequence_number=1)  # type: ignore[arg-type]
    candidate, *_ = jcq.candidates(ENTRIES)
    assert new(candidate, sequence_number=1) == new([FIRST], sequence_number=1)  # type: ignore[arg-type]
    assert new([FIRST], after=ENTRIES) == new([FIRST], after=[ENTRIES])
    rule = "cross.partial-absence"
    assert checked(only=rule) == checked(only=[rule]) != []
    assert checked(disable=rule) == checked(disable=(one for one in [rule]))
    assert (rule, 5) not in checked(disable=rule)
    folder = str(BASEDATA)
    alone = list(jcq.check_files(PATH, basedata=folder))
    assert alone == list(jcq.check_files(PATH, basedata=[folder]))
    assert not any(issue.rule == "cross.no-basedata" for issue in alone)
    for table in (jcq.to_arrow, jcq.scan_arrow):
        assert table(PATH, "E5", columns="sex", origin="file").schema.names == [
            "sex",
            "source_file",
        ]
    assert jcq.Basedata.of_files(jcq.read(BASEDATA / "O6G26_98.X02")).options


REFUSED: dict[str, tuple[Callable[[Any], object], tuple[Any, ...], str]] = {
    "apply_amendments, entries": (
        lambda given: jcq.apply_amendments(given, []),
        (str(PATH), PATH, b"", NUMBER, None, FIRST, [ENTRIES]),
        "entries: a file is needed, as jcq.read gives it, not ",
    ),
    "apply_amendments, amendments": (
        lambda given: jcq.apply_amendments(ENTRIES, given),
        (str(PATH), PATH, b"", NUMBER, None, FIRST, [PATH], SETS),
        "amendments: files are needed, as jcq.read gives them, not ",
    ),
    "join_centres": (
        jcq.join_centres,
        (str(PATH), PATH, b"", NUMBER, None, FIRST, [PATH], SETS),
        "files: files are needed, as jcq.read gives them, not ",
    ),
    "split_centres": (
        jcq.split_centres,
        (str(PATH), b"", None, [ENTRIES]),
        "file: a file is needed, as jcq.read gives it, not ",
    ),
    "upgrade": (
        lambda given: jcq.upgrade(given, "14"),
        (str(PATH), b"", None, [ENTRIES]),
        "file: a file is needed, as jcq.read gives it, not ",
    ),
    "write": (
        lambda given: jcq.write(given, io.BytesIO()),
        (str(PATH), b"", None, [ENTRIES]),
        "file: a file is needed, as jcq.read gives it, not ",
    ),
    "write, target": (
        lambda given: jcq.write(ENTRIES, given),
        (io.StringIO(), NUMBER, None, ENTRIES),
        "target: a path or a binary stream is needed, not ",
    ),
    "candidates": (
        jcq.candidates,
        (str(PATH), PATH, b"", NUMBER, None, FIRST, [PATH], [ENTRIES]),
        "records: (records are|a file is) needed, .*, not ",
    ),
    "results": (
        lambda given: list(jcq.results(given)),
        (str(PATH), PATH, b"", NUMBER, None, FIRST, [PATH], [RESULTS]),
        "records: (records are|a file is) needed, .*, not ",
    ),
    "results, options": (
        lambda given: list(jcq.results(RESULTS, options=given)),
        (str(PATH), [FIRST], SET, SETS),
        "options: options by code are needed, as jcq.options_by_code.* gives them, not ",
    ),
    "options_by_code": (
        jcq.options_by_code,
        (str(PATH), PATH, b"", NUMBER, None, FIRST, [PATH], [RESULTS]),
        "records: (records are|a file is) needed, .*, not ",
    ),
    "new_file": (
        lambda given: jcq.new_file(given, **BOARD),
        (str(PATH), PATH, b"", NUMBER, None, [PATH]),
        "records or candidates are needed, not ",
    ),
    "new_file, after": (
        lambda given: jcq.new_file([FIRST], after=given, **BOARD),
        (str(PATH), PATH, b"", NUMBER, FIRST, [PATH]),
        "after: files are needed, as jcq.read gives them, not ",
    ),
    "new_file, year": (
        lambda given: jcq.new_file([FIRST], **{**BOARD, "year": given}),
        (26, None, b"26"),
        "year: two or four digits are needed as text, not ",
    ),
    "new_file, sequence_number": (
        lambda given: jcq.new_file([FIRST], sequence_number=given, **BOARD),
        ("1", 0, 1.5),
        "sequence_number: 1 or more is needed",
    ),
    "version_in_force": (
        lambda given: jcq.version_in_force(given, "26"),
        (6, None, b"6G"),
        "series: a text is needed, such as '6G', not ",
    ),
    "new_candidate, entries": (
        lambda given: jcq.new_candidate(
            centre_number="99999",
            candidate_number="0001",
            candidate_name="MOLE:ADRIAN",
            sex="M",
            entries=given,
            version="14",
        ),
        ("1MAH", b"1MAH", NUMBER, None, FIRST),
        "entries: a list is needed, such as .*, not a single entry",
    ),
    "read": (
        jcq.read,
        (NUMBER, None, ENTRIES, [PATH], FIRST, io.StringIO("E1")),
        "source: a path, bytes or a binary stream is needed, and one file at a time, not ",
    ),
    "read, version": (
        lambda given: jcq.read(PATH, version=given),
        (14, 14.0),
        "version: a text is needed, such as '14', not ",
    ),
    "scan": (
        lambda given: list(jcq.scan(PATH, given)),
        ("E5", [v14.Entry], NUMBER, None, str, FIRST),
        "classes of records are needed, one after the other, such as jcq.v14.Syllabus, not ",
    ),
    "records_of": (
        ENTRIES.records_of,
        ("E5", [v14.Entry], NUMBER, None, str, FIRST),
        "classes of records are needed, one after the other, such as jcq.v14.Syllabus, not ",
    ),
    "put": (
        lambda given: ENTRIES.put(2, given),
        ("E5", b"E5", None, [FIRST]),
        "record: a record is needed, not ",
    ),
    "check": (
        jcq.check,
        (NUMBER, None, [PATH], FIRST),
        "source: a path, bytes or a binary stream is needed, and one file at a time, not ",
    ),
    "check, basedata": (
        lambda given: jcq.check(PATH, basedata=given),
        (str(BASEDATA), BASEDATA, b"", [SET], NUMBER, {"98": BASEDATA}),
        r"basedata: read it first, and give what jcq.read_basedata\(path\) gives, not ",
    ),
    "check, disable": (
        lambda given: jcq.check(PATH, disable=given),
        (b"file.name", NUMBER, None, [NUMBER], {"file.name": "error"}),
        "disable: ids of rules are needed, not ",
    ),
    "check, only": (
        lambda given: jcq.check(PATH, only=given),
        (b"file.name", NUMBER, None, [NUMBER]),
        "only: ids of rules are needed, not ",
    ),
    "check, name": (
        lambda given: jcq.check(PATH, name=given),
        (b"E9999998.X01", NUMBER, [], {}),
        "name: a text is needed, such as 'E9999998.X01', not ",
    ),
    "check of a file, name": (
        lambda given: jcq.check(ENTRIES, name=given),
        (b"E9999998.X01", NUMBER, [], {}),
        "name: a text is needed, such as 'E9999998.X01', not ",
    ),
    "read, name": (
        lambda given: jcq.read(PATH, name=given),
        (b"E9999998.X01", NUMBER, [], {}),
        "name: a text is needed, such as 'E9999998.X01', not ",
    ),
    "read_message, name": (
        lambda given: jcq.read_message(b"<a/>", name=given),
        (b"E9999998.X01", NUMBER, [], {}),
        "name: a text is needed, such as 'E9999998.X01', not ",
    ),
    "FileName.parse": (
        jcq.FileName.parse,
        (None, b"E9999998.X01", NUMBER, []),
        "name: a text is needed, not ",
    ),
    "load_version": (
        jcq.load_version,
        (None, b"14", 14, ["14"], {}),
        "version: a text is needed, such as '14', not ",
    ),
    "split_name": (
        jcq.split_name,
        (None, b"MOLE:ADRIAN", NUMBER, ["MOLE", "ADRIAN"]),
        "name: a text is needed, not ",
    ),
    "candidate_name": (
        lambda given: jcq.candidate_name(given, "ADRIAN"),
        (None, b"MOLE", NUMBER, ["MOLE"]),
        "surname: a text is needed, not ",
    ),
    "candidate_name, forenames": (
        lambda given: jcq.candidate_name("MOLE", given),
        (None, b"ADRIAN", NUMBER, ["ADRIAN"]),
        "forenames: a text is needed, not ",
    ),
    "record_class": (
        jcq.v14.FORMAT.record_class,
        (None, b"E5", NUMBER, ["E5"], v14.Entry),
        "key: a text is needed, such as 'O5', not ",
    ),
    "a record": (
        v14.Entry,
        (None, b"E5", NUMBER, ["E5"], FIRST),
        "Entry: a line of text is needed, not ",
    ),
    "an unknown record": (
        jcq.UnknownRecord,
        (None, b"E5", NUMBER, ["E5"], FIRST),
        "UnknownRecord: a line of text is needed, not ",
    ),
    "Basedata.add": (
        jcq.Basedata().add,
        (None, b"O5", NUMBER, [FIRST], str(PATH)),
        "record: a record is needed, not ",
    ),
    "are_disallowed": (
        lambda given: SET.are_disallowed("1MAH", given),
        (None, b"1MAF", NUMBER, ["1MAF"]),
        "codes: the code of an option is needed, not ",
    ),
    "names_of": (
        SET.names_of,
        (None, b"1MAF", NUMBER, ["1MAF"]),
        "option: the code of an option is needed, not ",
    ),
    "read_results, basedata": (
        lambda given: jcq.read_results(CENTRE, basedata=given),
        (str(BASEDATA), BASEDATA, b"", [SET], NUMBER, {"98": BASEDATA}),
        r"basedata: read it first, and give what jcq.read_basedata\(path\) gives, not ",
    ),
    "diff, basedata": (
        lambda given: jcq.diff(RESULTS, RESULTS, basedata=given),
        (str(BASEDATA), BASEDATA, b"", [SET], NUMBER, {"98": BASEDATA}),
        r"basedata: read it first, and give what jcq.read_basedata\(path\) gives, not ",
    ),
    "new_file, data_type": (
        lambda given: jcq.new_file([], data_type=given, centre_number="99999", **BOARD),
        (None, b"E", NUMBER, ["E"]),
        "data_type: a text is needed, not ",
    ),
    "check, one severity": (
        lambda given: jcq.check(PATH, severity={"file.name": given}),
        (None, b"error", NUMBER, ["error"]),
        "severity: the name of a severity is needed, not ",
    ),
    "check, severity": (
        lambda given: jcq.check(PATH, severity=given),
        ("file.name", ["file.name"], NUMBER),
        "severity: severities by rule are needed: .*, not ",
    ),
    "check_files": (
        lambda given: list(jcq.check_files(given)),
        ([PATH], b"", NUMBER, None, ENTRIES),
        "paths: paths are needed, one after the other and not in a list, not ",
    ),
    "check_files, basedata": (
        lambda given: list(jcq.check_files(PATH, basedata=given)),
        (b"", NUMBER, None, SETS, [SET]),
        "basedata: paths are needed, not ",
    ),
    "read_basedata": (
        jcq.read_basedata,
        ([BASEDATA], b"", NUMBER, None, SETS),
        "paths: paths are needed, one after the other and not in a list, not ",
    ),
    "Basedata.of": (
        jcq.Basedata.of,
        (str(PATH), b"", NUMBER, None, FIRST, [PATH]),
        "records: (records are|a file is) needed, .*, not ",
    ),
    "Basedata.of_files": (
        jcq.Basedata.of_files,
        (str(PATH), b"", NUMBER, None, FIRST, [PATH]),
        "files: files are needed, as jcq.read gives them, not ",
    ),
    "disallowed_pairs": (
        SET.disallowed_pairs,
        ("1MAH", b"1MAH"),
        "codes: a list of options is needed, such as .*, not ",
    ),
    "to_arrow": (
        lambda given: jcq.to_arrow(given, "E5"),
        (NUMBER, None, ENTRIES, [ENTRIES], SETS, io.StringIO("E5")),
        r"source: paths, bytes \(file.to_bytes\(\)\) or binary streams are needed, not ",
    ),
    "to_arrow, columns": (
        lambda given: jcq.to_arrow(PATH, "E5", columns=given),
        (b"sex", NUMBER, [NUMBER], {"sex": 1}),
        "columns: names of columns are needed, not ",
    ),
    "to_arrow, origin": (
        lambda given: jcq.to_arrow(PATH, "E5", origin=given),
        (b"file", NUMBER, None, [NUMBER]),
        "origin: True, or names of columns, are needed, not ",
    ),
    "to_arrow, issues": (
        lambda given: jcq.to_arrow(PATH, "E5", issues=given),
        ("", (), True),
        "issues: give a list, to which they are added, not ",
    ),
    "to_arrow, record": (
        lambda given: jcq.to_arrow(PATH, given),
        (NUMBER, None, [v14.Entry], FIRST),
        "give the key of a record or one class, not ",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_of_another_type_is_refused_in_a_sentence(what: str) -> None:
    call, given, why = REFUSED[what]
    for one in given:
        with pytest.raises(jcq.JcqError, match=f"^{why}") as error:
            call(one)
        assert "AARDVARK" not in str(error.value), one


@pytest.mark.parametrize(
    "call",
    [
        jcq.read,
        jcq.check,
        jcq.read_basedata,
        lambda path: list(jcq.check_files(path)),
        lambda path: list(jcq.check_files(PATH, basedata=path)),
        lambda path: list(jcq.scan(path)),
        lambda path: jcq.to_arrow(path, "E5"),
    ],
)
def test_a_path_with_a_nul_character_is_refused(call: Callable[[str], object]) -> None:
    with pytest.raises(jcq.JcqError, match="a path holds no NUL character; contents are given as"):
        call("E9999998\0.X01")


@pytest.mark.parametrize("given", [None, b"999990260001T", 9990000017, ["0001"]])
@pytest.mark.parametrize("module", [candidate_number, centre_number, uci, uln, upn])
def test_an_identifier_that_is_no_text_is_not_valid(module: ModuleType, given: object) -> None:
    for call in (module.compact, module.validate, module.format):
        with pytest.raises(jcq.IdentifierError, match=f"^{module.NAME}: a text is needed, not "):
            call(given)
    assert not module.is_valid(given)


def test_a_name_may_be_a_path() -> None:
    assert jcq.read(PATH.read_bytes(), name=PATH).name == str(PATH)  # type: ignore[arg-type]
    assert jcq.FileName.parse(PATH).data_type == "E"  # type: ignore[arg-type]
