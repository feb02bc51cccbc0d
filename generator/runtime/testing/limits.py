"""What no world can be made of: candidates that no record can hold."""

from __future__ import annotations

from ..core.errors import BuildError
from ..core.formats import Format
from ..core.roles import fields_by_role
from .candidates import DATE_OF_BIRTH, Particulars, last_birth


def refuse_late_births(form: Format, year: int) -> None:
    """Raises BuildError for a year in which candidates' dates of birth do not fit in any record."""
    for record in form.records.values():
        field = fields_by_role(record).get(DATE_OF_BIRTH)
        if field is not None:
            try:
                field.kind.encode(last_birth(year), field.width)
            except ValueError as error:
                raise BuildError(f"year {year}: dates of birth: {error}") from None


def refuse_too_many(candidates: int, centres: int, particulars: Particulars) -> None:
    """Raises BuildError for numbers that are too large, or negative."""
    if candidates < 0 or not 1 <= centres <= particulars.most_centres:
        raise BuildError(
            f"1 to {particulars.most_centres:,} centres are needed, and no less than 0 candidates"
        )
    if candidates > centres * particulars.most_in_a_centre:
        raise BuildError(f"a centre takes at most {particulars.most_in_a_centre:,} candidates")
