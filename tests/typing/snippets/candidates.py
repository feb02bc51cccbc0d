"""`new_candidate` has the fields of the record, of one version or of any."""

from typing import assert_type

import jcq_formats as jcq
from jcq_formats import v13, v14

one = v14.new_candidate(
    centre_number="99999",
    candidate_number="0001",
    candidate_name="MOLE:ADA",
    sex="F",
    entries=["1MAF", jcq.OptionEntry("1HI01"), v14.EntryItem.build(option_entry_code="7ARA")],
)
assert_type(one, jcq.Candidate)
v14.new_candidate(centre_number="99999", sex="F")  # wrong: call-arg, reportCallIssue
v14.newest_candidate()  # wrong: attr-defined, reportAttributeAccessIssue
v13.new_candidate()  # wrong: attr-defined, reportAttributeAccessIssue

assert_type(jcq.version_in_force("6G", "26"), str)
other = jcq.new_candidate(
    series="6G",
    year="26",
    centre_number="99999",
    candidate_number="0001",
    candidate_name="MOLE:ADA",
    sex="F",
    uln="9990000017",
)
assert_type(other, jcq.Candidate)
jcq.new_candidate(version="14", sex="F")  # wrong: call-arg, reportCallIssue
