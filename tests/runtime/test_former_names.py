"""Names that fields had before this release are accepted for one more, with a warning."""

from __future__ import annotations

import jcq_formats as jcq
import pytest
from jcq_formats import v14

from tests.made_up.files import ENTRIES

ENTRY = ENTRIES.records[0].line


def test_a_field_is_known_by_its_former_name_for_one_release() -> None:
    says_so = pytest.warns(DeprecationWarning, match="is called qualifier_flag now")
    with says_so as said:
        entry = v14.Entry(ENTRY).replace(previous_qualifier_flag="P")
    assert [warning.filename for warning in said] == [__file__]
    with says_so as said:
        assert (entry.qualifier_flag, entry.previous_qualifier_flag) == ("P", "P")
    assert [warning.filename for warning in said] == [__file__]
    with says_so:
        assert entry.text("previous_qualifier_flag") == entry.line[95] == "P"
    values = {"candidate_number": "0001", "candidate_name": "CROW:CLEO", "sex": "F"}
    for make in (jcq.new_candidate, v14.new_candidate):
        with says_so as said:
            (made,) = make(  # type: ignore[operator]
                **values, centre_number="99999", entries=["1MAH"], previous_qualifier_flag="P"
            ).records
        assert (made.qualifier_flag, said[-1].filename) == ("P", __file__)
    with says_so:
        built = v14.Entry.build(
            centre_number="99999", **values, entries=made.entries, previous_qualifier_flag="P"
        )
    assert built == made
    assert "previous_qualifier_flag" not in entry.as_dict()
    with pytest.raises(KeyError):
        entry.text("no_such_flag")
