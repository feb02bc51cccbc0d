"""Files of an invented version 15 converted to version 14, whose groups and variants differ."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import jcq_formats as jcq
from jcq_formats import v14
from jcq_formats.core.fields import Field
from jcq_formats.core.files import Line
from jcq_formats.core.kinds.text import Text
from jcq_formats.core.kinds.variant import Variant
from jcq_formats.core.parts import Part
from jcq_formats.v14.codes import PUBLISHED_CHARACTERS

from tests.made_up.lines import ENTRY

RESULT = "R5999990001" + " " * 23 + "1MAH  1MAH  "


def carried(line: str, known: type[jcq.Record], *changed: Field) -> jcq.Upgraded:
    """A line of a version 15 with these changed fields of a record, converted to 14."""
    fields = {**known.FIELDS, **{field.name: field for field in changed}}
    same = {"KEY": known.KEY, "TITLE": known.TITLE, "ROLE": known.ROLE, "LENGTHS": known.LENGTHS}
    about: dict[str, Any] = {"__slots__": (), "FIELDS": fields, **same}
    record = type(known.__name__, (jcq.Record,), about)
    form = replace(v14.FORMAT, version="15", extends="14", records={known.KEY: record})
    return jcq.upgrade(jcq.File("", form, [Line(record(line), "\r\n")]), "14", drop=True)


def reported(done: jcq.Upgraded) -> list[tuple[str, str, str]]:
    return [(issue.rule, issue.field, issue.message) for issue in done.issues]


def outcome(layouts: dict[str, type[Part]]) -> Field:
    """The outcome of a result with these layouts, and otherwise a text."""
    kind = Variant("result_type", layouts, fallback=True)
    return replace(v14.Result.FIELDS["outcome"], kind=kind)


def test_a_text_where_the_other_version_has_a_group_does_not_fit() -> None:
    text = replace(v14.Entry.FIELDS["entries"], kind=Text(PUBLISHED_CHARACTERS))
    done = carried(ENTRY, v14.Entry, text)
    ((rule, field, _),) = reported(done)
    assert (rule, field) == ("upgrade.no-fit", "entries")
    assert done.file.records[0].text("entries").strip() == ""


def test_a_layout_that_the_other_version_does_not_choose_has_no_place() -> None:
    done = carried(f"{RESULT}Z200", v14.Result, outcome({"Z": v14.MarkOutcome}))
    message = "outcome: version 14 has no such layout"
    assert reported(done) == [("upgrade.no-place", "outcome", message)]
    assert done.file.records[0].line.rstrip(" ") == f"{RESULT}Z"


def test_a_text_where_the_other_version_chooses_a_layout_has_no_place() -> None:
    done = carried(f"{RESULT}M200", v14.Result, outcome({"Z": v14.MarkOutcome}))
    message = "outcome: version 14 has no such layout"
    assert reported(done) == [("upgrade.no-place", "outcome", message)]
    assert done.file.records[0].line.rstrip(" ") == f"{RESULT}M"


def test_a_layout_that_both_versions_choose_is_carried() -> None:
    done = carried(f"{RESULT}M200", v14.Result, outcome({"M": v14.MarkOutcome}))
    assert reported(done) == []
    assert done.file.records[0].line.rstrip(" ") == f"{RESULT}M200"


def test_a_text_where_neither_version_chooses_a_layout_stays() -> None:
    done = carried(f"{RESULT}Z200", v14.Result, outcome({"M": v14.MarkOutcome}))
    assert reported(done) == []
    assert done.file.records[0].line.rstrip(" ") == f"{RESULT}Z200"
