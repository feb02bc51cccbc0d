"""Records of chosen classes have their own type; a record of any version has a union."""

from typing import assert_type

import jcq_formats as jcq
from jcq_formats import v13, v14


def of_one_class(path: str) -> None:
    file = jcq.read(path)
    assert_type(file.records_of(v14.Option), list[v14.Option])
    for option in jcq.scan(path, v14.Option):
        assert_type(option.fee, int | None)
        option.component_code  # wrong: attr-defined, reportAttributeAccessIssue


def of_several_classes(path: str) -> None:
    for record in jcq.scan(path, v13.Option, v14.Option, v14.Link, version="14"):
        assert_type(record, v13.Option | v14.Option | v14.Link)
        if isinstance(record, v14.Link):
            assert_type(record.component_code, str)
        else:
            assert_type(record.option_title, str)
    assert_type(jcq.read(path).records_of(v14.Option, v14.Link), list[v14.Option | v14.Link])


def of_any_version(record: jcq.Record) -> None:
    if isinstance(record, jcq.records.Option):
        assert_type(record.option_title, str)
        record.title  # wrong: union-attr, reportAttributeAccessIssue


def changes(option: v14.Option) -> None:
    option.replace(fee=2490, fee_defined="Y")
    option.replace(fee="2490")  # wrong: arg-type, reportArgumentType
    option.replace(data_type="O")  # wrong: call-arg, reportCallIssue
    values = option.as_dict()
    assert_type(values["maximum_mark"], int | None)
    values["title"]  # wrong: typeddict-item, reportGeneralTypeIssues


def of_entries(entry: v14.Entry) -> None:
    assert_type(entry.as_dict()["entries"][0]["option_entry_code"], str)
    assert_type(entry.entries, tuple[v14.EntryItem, ...])


def results(path: str, basedata: jcq.Basedata) -> None:
    for result in jcq.results(jcq.read(path)):
        if result.option is not None:
            assert_type(result.option.option_title, str)
    assert_type(basedata.options["1MAH"].option_title, str)
    basedata.options["1MAH"].title  # wrong: union-attr, reportAttributeAccessIssue


def tables(path: str) -> None:
    jcq.to_arrow(path, "R5", colums=["uci"])  # wrong: call-arg, reportCallIssue
    jcq.to_polars(path, "R5", colums=["uci"])  # wrong: call-arg, reportCallIssue
    jcq.to_pandas(path, v14.Result, as_text="yes")  # wrong: arg-type, reportArgumentType
