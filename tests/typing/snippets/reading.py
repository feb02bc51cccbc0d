"""Records have typed, read-only properties; the functions of the package are typed too."""

import datetime
from typing import assert_type

import jcq_formats as jcq
from jcq_formats import v14


def properties(option: v14.Option, component: v14.Component) -> None:
    assert_type(option.option_entry_code, str)
    assert_type(option.maximum_mark, int | None)
    assert_type(component.timetable_date, datetime.date | None)
    option.maximum_mark + 1  # wrong: operator, reportOptionalOperand
    option.fee = 2490  # wrong: misc, reportAttributeAccessIssue
    option.title  # wrong: attr-defined, reportAttributeAccessIssue


def functions(path: str) -> None:
    file = jcq.read(path)
    assert_type(file, jcq.File)
    assert_type(jcq.check(file), list[jcq.Issue])
    jcq.read()  # wrong: call-arg, reportCallIssue
    jcq.read(path, versions="14")  # wrong: call-arg, reportCallIssue
    jcq.check(14)  # wrong: arg-type, reportArgumentType
