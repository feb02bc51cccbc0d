"""Numbers as text: digits, leading zeros or blanks, and perhaps a sign.

``sign`` is empty, `leading` or `trailing`: the first or last character is ``-`` for numbers below
0, and ``+`` for all others. ``padding`` is `zeros` or `blanks`.
"""  # Copied from generator/runtime/core/numerals.py by `make generate`; edit that, not this.

from __future__ import annotations

from .printable import counted

ZEROS, BLANKS = "zeros", "blanks"
LEADING, TRAILING = "leading", "trailing"


def digits_in(width: int, sign: str) -> int:
    """The number of characters that hold digits."""
    return width - 1 if sign else width


def read_numeral(text: str, sign: str, padding: str) -> int:
    """The number in this text. Raises ValueError with a reason that does not contain the text."""
    mark, digits = "+", text
    if sign == LEADING:
        mark, digits = text[:1], text[1:]
    elif sign == TRAILING:
        mark, digits = text[-1:], text[:-1]
    if padding == BLANKS:
        digits = digits.lstrip(" ")
    if mark not in ("+", "-") or not digits.isdigit() or not digits.isascii():
        raise ValueError(f"this is not a number: it must be {wanted(len(text), sign, padding)}")
    if mark == "-" and not digits.strip("0"):
        raise ValueError("this is not a number: the sign of 0 must be +")
    return -int(digits) if mark == "-" else int(digits)


def written_numeral(value: int, width: int, sign: str, padding: str, least: int = 1) -> str:
    """The text of a number, with at least ``least`` digits.

    Raises ValueError with the reason if it does not fit.
    """
    columns = digits_in(width, sign)
    if value < 0 and not sign:
        raise ValueError("a negative number is not allowed")
    digits = str(abs(value)).zfill(least)
    if len(digits) > columns:
        raise ValueError(f"{len(digits)} digits do not fit in {columns}")
    padded = digits.rjust(columns, " " if padding == BLANKS else "0")
    mark = "-" if value < 0 else "+"
    return mark + padded if sign == LEADING else padded + mark if sign == TRAILING else padded


def numeral_pattern(width: int, sign: str, padding: str) -> str:
    """A regular expression for exactly the texts that decode to a number."""
    columns = digits_in(width, sign)
    digits = f"[0-9]{{{columns}}}"
    if padding == BLANKS and columns > 1:
        # A blank after a digit would split the number.
        apart = f"(?![ 0-9]{{0,{columns - 2}}}[0-9] )"
        digits = f"{apart}[ 0-9]{{{columns - 1}}}[0-9]"
    not_zero = f"(?![ 0]{{{columns}}})"
    if sign == LEADING:
        return rf"(?:\+|-{not_zero}){digits}"
    return rf"(?:{digits}\+|{not_zero}{digits}-)" if sign == TRAILING else digits


def wanted(width: int, sign: str, padding: str) -> str:
    """What the text must be, for a message."""
    digits = f"{counted(digits_in(width, sign), 'digit')} (0-9)"
    if padding == BLANKS:
        digits += ", or blanks and fewer digits"
    where = {LEADING: ", with + or - before them", TRAILING: ", with + or - after them"}
    return f"{digits}{where.get(sign, '')}"


def details_of_numerals(sign: str, padding: str) -> tuple[str, ...]:
    """Details of such a field for the reference pages."""
    said = [f"with a {sign} sign"] if sign else []
    return (*said, *(["padded with blanks"] if padding == BLANKS else []))
