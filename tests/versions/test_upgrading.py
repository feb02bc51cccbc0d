"""Files converted between versions: by role and name, to the byte, refusing losses."""

from __future__ import annotations

from pathlib import Path

import jcq_formats as jcq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jcq_formats.testing.strategies import lines

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "basedata"
OLDER = ("11", "12", "13")
BASEDATA = ("C5", "D5", "L5", "O5", "S5")

V11_OPTION = (
    "O51011  2010  GCE ASBCEDC  50022520GCE ARCHAEOLOGY AS                  Y02490A UB   20002"
)
V11_UNIT = (
    "O51012  2010  GCE B  UE            GCE ARCHAEOLOGY UNIT 1              N00000  UB   10001"
)
V11_BOTH = (
    "O51013  2010  GCE A  BE            GCE ARCHAEOLOGY                     N00000  UB   40002"
)
V14_UNIT = (
    "O51012  2010         UGCE B  E            GCE ARCHAEOLOGY UNIT 1              N00000"
    "        UB               010001"
)


drawn = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


def upgraded(line: str, version: str, to: str, *, drop: bool = False) -> jcq.Upgraded:
    return jcq.upgrade(jcq.read(line.encode("latin-1"), version=version), to, drop=drop)


@drawn
@given(data=st.data(), version=st.sampled_from(OLDER), key=st.sampled_from(BASEDATA))
def test_up_and_back_down_again_is_the_same_to_the_byte(
    data: st.DataObject, version: str, key: str
) -> None:
    line = data.draw(lines(jcq.load_version(version).records[key]))
    up = upgraded(line, version, "14", drop=True)
    assert {issue.rule for issue in up.issues} <= {"upgrade.not-said"}
    down = jcq.upgrade(up.file, version)
    assert down.file.to_bytes() == line.encode("latin-1")


@drawn
@given(data=st.data(), version=st.sampled_from(OLDER), key=st.sampled_from(BASEDATA))
def test_what_goes_down_without_a_loss_comes_back_to_the_byte(
    data: st.DataObject, version: str, key: str
) -> None:
    line = data.draw(lines(jcq.v14.FORMAT.records[key]))
    down = upgraded(line, "14", version, drop=True)
    if not down.issues:
        back = jcq.upgrade(down.file, "14", drop=True)
        assert back.file.to_bytes() == line.encode("latin-1")


@pytest.mark.parametrize("sample", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
@pytest.mark.parametrize("version", ["12", "13"])
def test_a_whole_file_goes_down_and_up(sample: Path, version: str) -> None:
    file = jcq.read(sample)
    down = jcq.upgrade(file, version)
    assert down.file.to_bytes()[24:26] == version.encode()
    assert [issue.rule for issue in jcq.check(down.file)] == []
    assert jcq.upgrade(down.file, "14").file.to_bytes() == sample.read_bytes()


def test_a_unit_of_version_11_has_its_qualification_where_version_14_has_that_of_units() -> None:
    (line,) = upgraded(V11_UNIT, "11", "14").file.lines
    assert line.record.line == V14_UNIT
    assert upgraded(V14_UNIT, "14", "11").file.lines[0].record.line == V11_UNIT


def test_a_certification_keeps_its_qualification() -> None:
    option = upgraded(V11_OPTION, "11", "14").file.records[0]
    assert isinstance(option, jcq.v14.Option)
    assert (option.certification_qualification, option.certification_level) == ("GCE", "ASB")
    assert (option.unit_qualification, option.maximum_mark) == ("", 200)


def test_between_older_versions_the_way_leads_over_the_one_that_both_extend() -> None:
    option = upgraded(V11_UNIT, "11", "12").file.records[0]
    assert isinstance(option, jcq.v12.Option)
    assert (option.unit_qualification, option.maximum_mark, len(option.line)) == ("GCE", 100, 114)
    back = upgraded(option.line, "12", "11").file
    assert back.lines[0].record.line == V11_UNIT


def test_a_maximum_mark_of_1000_is_refused_by_three_columns() -> None:
    line = V14_UNIT.replace("010001", "100001")
    with pytest.raises(jcq.BuildError, match=r"1000 does not fit in 3 digits \(version 12\): not"):
        upgraded(line, "14", "12")
    dropped = upgraded(line, "14", "12", drop=True)
    (issue,) = dropped.issues
    assert (issue.rule, issue.line_number, issue.start, issue.end) == (
        "upgrade.no-fit",
        1,
        110,
        113,
    )
    assert dropped.file.records[0].text("maximum_mark") == "000"


def test_what_the_newer_version_needs_and_the_older_does_not_say_is_refused() -> None:
    needed = (
        "unit_qualification must be filled when item is U or B in version 14, but version 11"
        " does not have it"
    )
    with pytest.raises(jcq.BuildError, match=f"{needed}, and 1 more: not converted to version 14;"):
        upgraded(V11_BOTH, "11", "14")
    said = upgraded(V11_BOTH, "11", "14", drop=True).issues
    assert [(i.rule, i.start, i.end) for i in said] == [("upgrade.not-said", 0, 0)] * 2


def test_a_unit_s_qualification_has_no_place_beside_that_of_the_certification() -> None:
    line = V14_UNIT[:14] + "GCE A  BGCE B  " + V14_UNIT[29:]
    assert [(i.rule, i.field) for i in upgraded(line, "14", "11", drop=True).issues] == [
        ("upgrade.no-place", "unit_qualification"),
        ("upgrade.no-place", "unit_level"),
    ]


def test_columns_that_cannot_be_decoded_keep_their_bytes_where_they_read_alike() -> None:
    line = V14_UNIT.replace("N00000", "N0OO00")
    down = upgraded(line, "14", "13").file
    assert down.lines[0].record.line == line


@pytest.mark.parametrize("line", ["", "   ", "\x1a"])
def test_lines_that_hold_nothing_stay(line: str) -> None:
    data = (V14_UNIT + "\r\n" + line).encode("latin-1")
    assert jcq.upgrade(jcq.read(data, version="14"), "13").file.to_bytes() == data


def test_a_header_without_padding_stays_without() -> None:
    data = b"S16B14_156B14BEDEXCEL   14\r\nS5 2010  GCE ARCHAEOLOGY\r\n"
    down = jcq.upgrade(jcq.read(data), "12", incomplete=True).file
    assert down.to_bytes() == data.replace(b"14\r\n", b"12\r\n", 1)


@pytest.mark.parametrize("more", ["", " ", "   "])
def test_a_line_that_is_too_long_stays_as_much_too_long(more: str) -> None:
    line = V11_UNIT.ljust(jcq.v11.Option(V11_UNIT).length)
    up = upgraded(line + more, "11", "14", drop=True)
    record = up.file.records[0]
    assert len(record.line) == record.length + len(more)


def test_a_line_that_was_cut_short_stays_so() -> None:
    assert upgraded("L51MA   1MA/F1", "14", "13").file.to_bytes() == b"L51MA   1MA/F1"
    assert upgraded(V14_UNIT[:112], "14", "13").file.to_bytes() == V14_UNIT[:112].encode()
    assert upgraded(V14_UNIT[:36], "14", "12").file.to_bytes() == V14_UNIT[:36].encode()


def test_a_file_that_is_cut_off_is_converted_only_if_it_is_meant() -> None:
    data = next(SAMPLES.glob("O*")).read_bytes()
    file = jcq.read(data[: data.index(b"O9") - 60], name="O6G26_98.X02")
    with pytest.raises(jcq.JcqError, match=r"^O6G26_98[.]X02 is incomplete: .*no file trailer"):
        jcq.upgrade(file, "13")
    down = jcq.upgrade(file, "13", incomplete=True).file
    assert len(down.records) == len(file.records)
    assert down.header is not None and down.trailer is None


def test_files_of_a_data_type_that_the_version_leaves_open_are_refused() -> None:
    entries = jcq.read(SAMPLES.parent / "centre" / "E9999998.X01")
    with pytest.raises(jcq.JcqError, match=r"cannot be converted to version 13\. The rec"):
        jcq.upgrade(entries, "13")


def test_an_unknown_version_says_which_are_known() -> None:
    with pytest.raises(jcq.FormatError, match="known: 11, 12, 13, 14"):
        jcq.upgrade(jcq.read(V14_UNIT.encode(), version="14"), "10")


def test_a_refusal_names_no_personal_data() -> None:
    file = jcq.read(SAMPLES.parent / "centre" / "E9999998.X01")
    record = file.records[0]
    file.put(2, type(record)(record.line + "BADGER:ZOE"))
    with pytest.raises(jcq.JcqError) as refused:
        jcq.upgrade(file, "13")
    assert "BADGER" not in str(refused.value)
