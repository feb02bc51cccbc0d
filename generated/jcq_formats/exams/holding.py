"""Whether a file can contain certain records at all; if not, its data type is the error."""  # Copied from generator/runtime/exams/holding.py by `make generate`; edit that, not this.

from __future__ import annotations

from ..core.errors import JcqError
from ..core.files import File
from ..core.formats import Format
from ..core.roles import records_of_role


def letters_of(form: Format, *roles: str) -> set[str]:
    """The data types whose files contain records of these roles; empty for a version without
    them."""
    return {letter for role in roles for letter, _ in records_of_role(form, role)}


def refuse_others(file: File, what: str, *roles: str) -> None:
    """Raises JcqError if a file's data type never contains records of these roles."""
    letters, data_type = letters_of(file.format, *roles), file.data_type
    if letters and data_type is not None and data_type.code not in letters:
        raise JcqError(
            f"{file.name or 'the file'}: {what} are needed, but it holds"
            f" {data_type.title[:1].lower()}{data_type.title[1:]}"
        )
