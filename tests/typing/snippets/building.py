"""`build` and `replace` refuse wrong names, wrong types and missing values."""

from typing import assert_type

from jcq_formats import v14

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
