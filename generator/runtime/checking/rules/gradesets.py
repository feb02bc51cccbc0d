"""Compares grades with the gradesets of their options."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.issues import INFERRED, Fault
from ...core.kinds.code import Code
from ...core.records import Record
from ...core.roles import by_role
from ..progress import fault_at


def gradeset_faults(
    record: Record, role: str, option: Record, gradeset_role: str, rule: str
) -> Iterator[Fault]:
    """The fault of a grade that is not in the gradeset; none if the grades of that are not
    established."""
    found, gradeset = by_role(record, role), by_role(option, gradeset_role)
    if found is None or gradeset is None or not isinstance(gradeset[0].kind, Code):
        return
    text = found[1].text(found[0].name).rstrip(" ")
    code = gradeset[1].text(gradeset[0].name).rstrip(" ")
    established = gradeset[0].kind.list_of(gradeset[1], code).stands_for.get(code, ())
    special = found[0].special is not None and text in found[0].special
    if text and established and not special and text not in established:
        listed = " ".join(established)
        unquoted = f"not one of the grades of the option: {listed} (gradeset {code})"
        fault = fault_at(record, role, rule, f"{text!r} is {unquoted}", INFERRED)
        yield fault._replace(unquoted=unquoted)
