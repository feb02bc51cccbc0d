"""Identifiers in exam files: one module each, with the same functions if they apply.

`compact` removes separators, `validate` returns the compact form or raises IdentifierError,
`is_valid` returns whether it is valid, `calc_check_digit` computes the check character, `format`
adds separators, and `made_up` returns a valid one for test data.
"""

from __future__ import annotations

from ..core.errors import IdentifierError


def without_blanks(text: str, name: str) -> str:
    """A value given as an identifier of this name, without blanks. Raises IdentifierError if it is
    not text."""
    return text_given(text, name).replace(" ", "")


def text_given(text: str, name: str) -> str:
    """A value given as an identifier of this name. Raises IdentifierError if it is not text."""
    if not isinstance(text, str):
        raise IdentifierError(f"{name}: a text is needed, not {type(text).__name__}")
    return text
