"""Records: values, lines, and failures to decode or build."""

from __future__ import annotations

import calendar
import copy
import dataclasses
import datetime
import pickle
import re
import subprocess
import sys
from collections.abc import Callable

import jcq_formats as jcq
import pytest
from jcq_formats import v14
from jcq_formats.core.kinds.date import Date
from jcq_formats.core.kinds.integer import Integer
from jcq_formats.core.kinds.time import Time
from jcq_formats.core.layouts import Layout
from jcq_formats.core.numerals import BLANKS

from tests.made_up.lines import ENTRY, padded

OPTION = padded(
    "O51HI01 1HI   GCSEFC C       E2210        HISTORY                             "
    "Y04250F       BF               020002"
)


@pytest.fixture
def option() -> v14.Option:
    return v14.Option(OPTION)


def test_fields_read_as_their_kinds_say(option: v14.Option) -> None:
    assert (option.option_entry_code, option.certification_level) == ("1HI01", "FC")
    assert (option.unit_qualification, option.second_forecast_gradeset) == ("", "")
    assert (option.fee, option.maximum_mark, option.component_count) == (4250, 200, 2)
    assert option.text("fee") == "04250"
    assert v14.Option.FIELDS["fee"].start == 80


@pytest.mark.parametrize("text", ["    ", "0000"])
def test_a_maximum_mark_may_be_none(option: v14.Option, text: str) -> None:
    assert v14.Option(OPTION[:109] + text + OPTION[113:]).maximum_mark is None


@pytest.mark.parametrize("text", ["02 0", " 200", "2OO0", "²000", "+200", "20\t0", "1_00"])
def test_what_is_no_number_raises_with_positions_and_stays_readable(text: str) -> None:
    option = v14.Option(OPTION[:109] + text + OPTION[113:])
    with pytest.raises(jcq.FieldError, match="positions 110-113") as error:
        _ = option.maximum_mark
    assert (error.value.field, error.value.start, error.value.end) == ("maximum_mark", 110, 113)
    assert option.text("maximum_mark") == text
    assert option.option_entry_code == "1HI01"
    assert [issue.rule for issue in option.issues()] == ["field.integer"]


def test_an_issue_that_says_no_more_is_about_no_line_and_no_positions() -> None:
    issue = jcq.Issue("field.code", jcq.Severity.ERROR, "a message")
    assert (issue.line_number, issue.start, issue.end) == (0, 0, 0)


def test_a_meaning_that_a_field_states_itself_stays() -> None:
    class Stated(Layout):
        """A layout whose fields state their meaning in three ways."""

        FIELDS = {
            name: dataclasses.replace(v14.Option.FIELDS["fee"], name=name, meaning=meaning)
            for name, meaning in (("own", "Its own."), ("bare", ""), ("by_property", ""))
        }
        bare = "A value of the class, and no property."

        @property
        def own(self) -> int:
            """Another meaning."""
            return 1

        @property
        def by_property(self) -> int:
            """That of the
            property."""
            return 2

    meanings = {name: field.meaning for name, field in Stated.FIELDS.items()}
    assert meanings == {"own": "Its own.", "bare": "", "by_property": "That of the property."}


@pytest.mark.parametrize(
    ("text", "value"),
    [("0930", datetime.time(9, 30)), ("235917", datetime.time(23, 59, 17))],
)
def test_a_time_has_seconds_where_its_field_has_room(text: str, value: datetime.time) -> None:
    assert Time().decode(text) == value
    assert Time().encode(value, len(text)) == text
    assert re.fullmatch(Time().pattern(len(text)), text)
    assert not re.fullmatch(Time().pattern(len(text)), text + "00")


@pytest.mark.parametrize("read", [v14.Option.text, v14.Option.decode])
def test_a_field_that_is_asked_for_without_a_name_is_refused(
    option: v14.Option, read: Callable[[v14.Option, object], object]
) -> None:
    for name in (None, 3, ["fee"]):
        with pytest.raises(jcq.JcqError, match="Option: the name of a field is needed, not"):
            read(option, name)
    with pytest.raises(KeyError, match="Option has no field 'fees'; did you mean fee"):
        read(option, "fees")


def test_a_number_that_is_cut_off_is_not_a_smaller_number() -> None:
    option = v14.Option(OPTION[:111])
    assert option.text("maximum_mark") == "02  "
    with pytest.raises(jcq.FieldError):
        _ = option.maximum_mark
    assert option.text("component_count") == "  "
    assert option.component_count is None


def test_a_text_for_none_is_written_with_its_padding_behind_it() -> None:
    field = dataclasses.replace(v14.Option.FIELDS["fee"], none=("NO",))
    assert field.encode(None) == "NO   "


def test_a_number_after_blanks_that_is_cut_off_is_not_a_smaller_number() -> None:
    field = dataclasses.replace(v14.Option.FIELDS["maximum_mark"], kind=Integer(padding=BLANKS))
    assert field.decode("  12") == 12
    with pytest.raises(ValueError, match="not a number"):
        field.decode("12")


@pytest.mark.parametrize("first", [1890, 2000, 2050])
def test_the_29th_of_february_is_there_in_leap_years_alone(first: int) -> None:
    kind = Date((first, first + 99))
    for two_digits in range(100):
        text = f"2902{two_digits:02}"
        is_there = calendar.isleap(kind.year(two_digits))
        assert (re.fullmatch(kind.pattern(6), text) is not None) == is_there
        assert (list(kind.faults(text)) == []) == is_there


def test_dates_resolve_in_their_window() -> None:
    entry = v14.Entry(ENTRY)
    assert entry.date_of_birth == datetime.date(2010, 1, 2)
    assert v14.Entry(ENTRY.replace("020110", "311230")).date_of_birth == datetime.date(1930, 12, 31)
    assert v14.Entry(ENTRY.replace("020110", "010129")).date_of_birth == datetime.date(2029, 1, 1)
    assert v14.Entry(ENTRY.replace("020110", "000000")).date_of_birth is None
    assert v14.Entry(ENTRY.replace("020110", "290208")).date_of_birth == datetime.date(2008, 2, 29)
    for none_such in ("290209", "310410", "320110", "001310", "0201 0"):
        with pytest.raises(jcq.FieldError, match="date") as error:
            _ = v14.Entry(ENTRY.replace("020110", none_such)).date_of_birth
        assert none_such not in str(error.value)


def codes(entry: v14.Entry) -> list[str]:
    return [item.option_entry_code for item in entry.entries]


def test_entries_after_a_hole_are_read_and_the_hole_is_reported() -> None:
    entry = v14.Entry(ENTRY[:122] + "1HI01  " + ENTRY[129:])
    assert codes(entry) == ["1MAH", "1HI01"]
    assert [item["option_entry_code"] for item in entry.as_dict()["entries"]] == ["1MAH", "1HI01"]
    (issue,) = entry.issues()
    assert (issue.rule, issue.start, issue.end) == ("field.group-hole", 116, 122)


def test_a_hole_may_be_the_first_place_and_there_may_be_several() -> None:
    entry = v14.Entry(ENTRY[:108] + " " * 7 + "1HI01  " + " " * 14 + "1MAF   " + ENTRY[143:])
    assert codes(entry) == ["1HI01", "1MAF"]
    assert [(i.start, i.end) for i in entry.issues()] == [(109, 115), (123, 136)]


def test_a_wrong_item_after_a_hole_is_found_in_its_place() -> None:
    entry = v14.Entry(ENTRY[:122] + "1HI\x7f1  " + ENTRY[129:])
    (issue,) = (i for i in entry.issues() if i.rule != "field.group-hole")
    assert (issue.field, issue.start) == ("entries[2].option_entry_code", 123)


def test_entries_keep_their_places_where_they_are_put_back_as_they_came() -> None:
    entry = v14.Entry(ENTRY[:122] + "1HI01  " + ENTRY[129:])
    assert entry.replace(entries=entry.entries).line == entry.line
    first, last = entry.entries
    assert entry.replace(entries=[first, None, last]).line == entry.line
    assert codes(entry.replace(entries=[last])) == ["1HI01"]


def test_an_issue_within_a_group_stands_in_the_columns_of_the_record() -> None:
    line = ENTRY[:115] + " 1HI01 " + ENTRY[122:]
    (issue,) = v14.Entry(line).issues()
    assert (issue.rule, issue.field) == ("field.justified", "entries[1].option_entry_code")
    assert (issue.start, issue.end) == (116, 121)


def test_the_result_type_chooses_a_typed_outcome() -> None:
    start = "R5999990001" + " " * 23 + "7AR1  7AR1  "
    mark = v14.Result(start + "U078b" + " " * 10)
    assert isinstance(mark.outcome, v14.MarkOutcome)
    assert (mark.outcome.score, mark.outcome.grade) == (78, "b")
    grades = v14.Result(start + "1" + "8           #   "[:14])
    assert isinstance(grades.outcome, v14.GradesOutcome)
    assert grades.outcome.first_grade == "8"
    other = v14.Result(start + "Zwhat is this  ")
    assert other.outcome == "what is this"


def test_a_variant_must_be_of_the_layout_that_is_chosen() -> None:
    outcome = v14.MarkOutcome.build(score=78, grade="b")
    arguments = {
        "centre_number": "99999",
        "candidate_number": "0001",
        "option_result_code": "7AR1",
        "outcome": outcome,
    }
    assert v14.Result.build(**arguments, result_type="U").outcome == outcome
    with pytest.raises(jcq.BuildError, match="result_type needs MarkAndGradeOutcome"):
        v14.Result.build(**arguments, result_type="B")


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"option_entry_code": "1HI01XX"}, "7 characters do not fit in 6"),
        ({"option_entry_code": ""}, "must not be blank"),
        ({"option_entry_code": "1HI "}, "cannot end with a blank"),
        ({"option_entry_code": "1HI\n"}, "a control character cannot be written: remove it"),
        ({"option_entry_code": "1\tHI"}, "a tab cannot be written: remove it"),
        ({"option_title": "ŴYRDD"}, "of another alphabet cannot be written: use A to Z"),
        ({"option_title": "A\u2019S"}, "another kind of apostrophe cannot be written: use '$"),
        ({"option_title": "A\u2013S"}, "another kind of hyphen cannot be written: use -$"),
        ({"option_entry_code": 7}, "a text is needed, not int"),
        ({"fee": 100_000}, "100000 does not fit in 5 digits"),
        ({"fee": -1}, "negative number"),
        ({"fee": 0}, "'00000' means null"),
        ({"fee": "1"}, "a whole number is needed"),
        ({"item": "Z"}, "use C, U or B"),
        ({"item": ["C"]}, "a text is needed, not list"),
        ({"item": "U"}, "must be blank when item is U"),
        ({"certification_level": ""}, "must be filled when item is C or B"),
    ],
)
def test_what_does_not_fit_is_refused(
    option: v14.Option, changes: dict[str, object], why: str
) -> None:
    with pytest.raises(jcq.BuildError, match=why):
        option.replace(**changes)  # type: ignore[arg-type]
    assert option.line == OPTION


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"entries": 5}, "items are needed, not int"),
        ({"entries": ["1MAH"]}, "EntryItem is needed, not str"),
        ({"entries": [v14.EntryItem.build(option_entry_code="1MAH")] * 13}, "13 items do not fit"),
        (
            {"entries": [v14.EntryItem(" " * 7)]},
            "an item is blank: use None to leave its place blank",
        ),
        ({"date_of_birth": "020110"}, "a date is needed, not str"),
        ({"date_of_birth": datetime.date(2030, 1, 1)}, "2030 is not within 1930-2029"),
        ({"candidate_number": "0000"}, "'0000' is not allowed"),
        ({"candidate_number": "1"}, "4 digits"),
    ],
)
def test_an_entry_refuses_what_does_not_fit(changes: dict[str, object], why: str) -> None:
    with pytest.raises(jcq.BuildError, match=why):
        v14.Entry(ENTRY).replace(**changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("address", [5, "99999", {"centre_number": "99999"}])
def test_an_address_must_be_one_of_its_layouts(address: object) -> None:
    with pytest.raises(jcq.BuildError, match=r"CentreTrailer\.address: "):
        v14.CentreTrailer.build(data_type="E", address=address, record_count=3)  # type: ignore[arg-type]


def test_an_unknown_code_of_an_open_list_can_be_read_and_built(option: v14.Option) -> None:
    changed = option.replace(certification_qualification="NEWQ")
    assert changed.certification_qualification == "NEWQ"
    (issue,) = changed.issues()
    assert (issue.rule, issue.severity) == ("field.open-code", jcq.Severity.WARNING)


def test_records_are_equal_by_their_line_and_go_through_pickle(option: v14.Option) -> None:
    assert option == v14.Option(OPTION)
    assert option != v14.Option(OPTION[:-1] + "3")
    assert pickle.loads(pickle.dumps(option)) == option
    assert len({option, v14.Option(OPTION)}) == 1


def test_what_sets_know_a_record_by_cannot_be_assigned(option: v14.Option) -> None:
    item = v14.Entry(ENTRY).entries[0]
    for found in (option, item, jcq.UnknownRecord("X5")):
        with pytest.raises(AttributeError, match="line cannot be assigned; make a new one"):
            found.line = "O5"
        with pytest.raises(AttributeError, match="cannot be deleted"):
            del found.line
    with pytest.raises(AttributeError, match="option_title cannot be assigned; use replace"):
        option.option_title = "HISTORY"  # type: ignore[misc]
    assert copy.copy(item) == copy.deepcopy(item) == item


def test_every_exception_is_pickled_and_copied_whole() -> None:
    error = jcq.FieldError("Option", "fee", 80, 84, "not a number")
    for one in (
        error,
        jcq.JcqError("a"),
        jcq.FormatError("b"),
        jcq.BuildError("c"),
        jcq.IdentifierError("d"),
    ):
        for again in (pickle.loads(pickle.dumps(one)), copy.copy(one), copy.deepcopy(one)):
            assert (type(again), str(again), vars(again)) == (type(one), str(one), vars(one))
            assert isinstance(again, ValueError)


def test_severities_are_in_order_of_gravity() -> None:
    information, warning, error = sorted(jcq.Severity)
    assert (information.value, warning.value, error.value) == ("information", "warning", "error")
    assert max(jcq.Severity) is jcq.Severity.ERROR
    assert error > warning >= warning > information
    assert information <= warning < error


def test_what_is_imported_later_is_listed() -> None:
    listed = subprocess.run(
        [sys.executable, "-c", "import jcq_formats as j; print(*dir(j)); print(*dir(j.v14))"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout.splitlines()
    assert set(jcq.__all__) <= set(listed[0].split())
    assert "new_candidate" in listed[1].split()


def test_a_record_shows_no_personal_data_when_printed() -> None:
    shown = repr(v14.Entry(ENTRY))
    assert "candidate_number='0001'" in shown
    for personal in ("AARDVARK", "2010", "999990230001", "9990000017"):
        assert personal not in shown


def test_replace_on_a_short_line_fills_up_to_the_field_alone() -> None:
    link = v14.Link("L51MA")
    assert link.replace(component_code="1MA/F1").line == "L51MA   1MA/F1      "
    option = v14.Option("O51HI01 1HISYL")
    assert option.replace(certification_qualification="").line == "O51HI01 1HISYL"


def test_literals_that_hold_another_text_are_said() -> None:
    (issue,) = v14.Option("O4" + OPTION[2:]).issues()
    assert (issue.rule, issue.start, issue.end) == ("field.literal", 2, 2)


def test_what_is_said_of_fields_and_files_cannot_be_changed(option: v14.Option) -> None:
    (issue,) = option.replace(option_title=" HISTORY").issues()
    layouts = [*v14.FORMAT.records.values(), v14.EntryItem, v14.MarkOutcome]
    fields = [field for layout in layouts for field in layout.FIELDS.values()]
    for told in (issue, v14.FORMAT, *fields, *(field.kind for field in fields)):
        for name in type(told).__dataclass_fields__:
            with pytest.raises(dataclasses.FrozenInstanceError):
                setattr(told, name, None)


def test_an_issue_without_a_file_is_at_no_line(option: v14.Option) -> None:
    wrong = option.replace(option_title=" HISTORY")
    (fault,) = wrong.faults()
    issue = wrong.issue(fault)
    assert (issue.file, issue.line_number, issue.record) == ("", 0, "O5")
    assert wrong.issues(file="O6G26_98.X01", line_number=3)[0].line_number == 3


@pytest.mark.parametrize(
    ("columns", "severity", "start"),
    [
        ("999990001" + " " * 29 + "1MAH  1A", "", 0),
        ("9999O0001" + " " * 29 + "1MAH  1A", "error", 3),
        ("999990001" + " " * 29 + "1MAH  U06O", "error", 48),
        ("999990001" + " " * 29 + "1MAH  B006O", "error", 48),
        ("999990001" + " " * 29 + "1MAH  1A       ?", "warning", 56),
        ("999990001" + " " * 29 + "1MAH  B0060A     ?", "warning", 58),
    ],
)
def test_a_result_is_wrong_where_two_programs_agree_and_doubtful_where_one_speaks(
    columns: str, severity: str, start: int
) -> None:
    """layouts.md, 5.3: B for 3-34, 41-47, the first grade, score and grade; C for the rest."""
    result = v14.Result(f"R5{columns}".ljust(61))
    found = [(str(issue.severity), issue.start) for issue in result.issues()]
    assert found == ([(severity, start)] if severity else [])
