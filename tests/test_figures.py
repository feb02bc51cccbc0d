"""The figures of the design are met; `make figures` gives the size of the repository."""

from __future__ import annotations

from tests.figures import figures


def test_the_design_is_as_small_as_it_is_wanted() -> None:
    missed = {row.what: row.names for row in figures() if not row.is_met}
    assert {what for what in missed if not what.endswith("in the repository")} == set(), missed
