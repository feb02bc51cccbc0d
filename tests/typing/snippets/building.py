"""`build` and `replace` refuse wrong names, wrong types and missing values."""

from typing import Unpack, assert_type

import jcq_formats as jcq
from jcq_formats import v14
from jcq_formats.v14 import LinkValues

link = v14.Link.build(option_entry_code="1MAF", component_code="1MA/F1")
assert_type(link, v14.Link)
assert_type(link.replace(component_code="1MA/F2"), v14.Link)

v14.Link.build(option_entry_code="1MAF")  # wrong: call-arg, reportCallIssue
v14.Link.build(option_code="1MAF", component_code="1MA/F1")  # wrong: call-arg, reportCallIssue
v14.Link.build(option_entry_code=1, component_code="F1")  # wrong: arg-type, reportArgumentType
link.replace(component=1)  # wrong: call-arg, reportCallIssue
link.replace(component_code=1)  # wrong: arg-type, reportArgumentType

v14.MarkOutcome.build(score=200)
v14.MarkOutcome.build(score="200")  # wrong: arg-type, reportArgumentType
v14.MarkOutcome.build(first_endorsement="P")  # wrong: call-arg, reportCallIssue
v14.GradesOutcome.build()  # wrong: call-arg, reportCallIssue


def relinked(link: v14.Link, **changes: Unpack[jcq.v14.LinkChanges]) -> LinkValues:
    """A function of the user's, typed with the names of the typed dictionaries."""
    return link.replace(**changes).as_dict()


assert_type(relinked(link, component_code="1MA/F2")["component_code"], str)
relinked(link, component="1MA/F2")  # wrong: call-arg, reportCallIssue
relinked(link)["component"]  # wrong: typeddict-item, reportGeneralTypeIssues
item: v14.EntryItemChanges = {"option_entry_code": "1MAF"}
item["option_entry_code"] = 1  # wrong: typeddict-item, reportGeneralTypeIssues
