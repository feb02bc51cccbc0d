"""Invented fields with kinds and keys that no version has yet, and their appearance."""

from __future__ import annotations

from typing import Any, NamedTuple


class Made(NamedTuple):
    """An invented field: its row, and its text and values on two valid lines and on one where it
    cannot be decoded. ``newer`` is its row in the next version, ``upgraded`` its text there and
    ``changes`` its entry on the page of changes."""

    name: str
    row: str
    columns: tuple[str, str, str]
    python: tuple[str, str]
    csv: tuple[str, str]
    json: tuple[Any, Any]
    arrow: str
    sqlite: tuple[Any, Any]
    newer: str = ""
    upgraded: tuple[str, str] = ("", "")
    changes: tuple[str, ...] = ()


DATES = (
    Made(
        name="whole",
        row="width: 8, kind: date, form: DDMMYYYY",
        columns=("04051899", "29022000", "29021900"),
        python=("datetime.date(1899, 5, 4)", "datetime.date(2000, 2, 29)"),
        csv=("1899-05-04", "2000-02-29"),
        json=("1899-05-04", "2000-02-29"),
        arrow="date32[day]",
        sqlite=("1899-05-04", "2000-02-29"),
        newer="width: 10, form: YYYY-MM-DD",
        upgraded=("1899-05-04", "2000-02-29"),
        changes=("written as YYYY-MM-DD instead of DDMMYYYY",),
    ),
    Made(
        name="sorted",
        row='width: 8, kind: date, form: YYYYMMDD, none: ["00000000"]',
        columns=("20260504", "00000000", "20261301"),
        python=("datetime.date(2026, 5, 4)", "None"),
        csv=("2026-05-04", ""),
        json=("2026-05-04", None),
        arrow="date32[day]",
        sqlite=("2026-05-04", None),
    ),
    Made(
        name="iso",
        row="width: 10, kind: date, form: YYYY-MM-DD, blank: allowed",
        columns=("2026-05-04", " " * 10, "2026-05/04"),
        python=("datetime.date(2026, 5, 4)", "None"),
        csv=("2026-05-04", ""),
        json=("2026-05-04", None),
        arrow="date32[day]",
        sqlite=("2026-05-04", None),
    ),
    Made(
        name="short",
        row="width: 6, kind: date, window: [1950, 2049]",
        columns=("040526", "311249", "310426"),
        python=("datetime.date(2026, 5, 4)", "datetime.date(2049, 12, 31)"),
        csv=("2026-05-04", "2049-12-31"),
        json=("2026-05-04", "2049-12-31"),
        arrow="date32[day]",
        sqlite=("2026-05-04", "2049-12-31"),
    ),
)

TIMES = (
    Made(
        name="starts",
        row='width: 4, kind: time, none: ["9999"]',
        columns=("0930", "9999", "2400"),
        python=("datetime.time(9, 30)", "None"),
        csv=("09:30:00", ""),
        json=("09:30:00", None),
        arrow="time32[s]",
        sqlite=("09:30:00", None),
        newer='width: 6, none: ["999999"]',
        upgraded=("093000", "999999"),
        changes=("6 characters instead of 4: 37-42 instead of 35-38",),
    ),
    Made(
        name="ended",
        row="width: 6, kind: time",
        columns=("000000", "235959", "235960"),
        python=("datetime.time(0, 0)", "datetime.time(23, 59, 59)"),
        csv=("00:00:00", "23:59:59"),
        json=("00:00:00", "23:59:59"),
        arrow="time32[s]",
        sqlite=("00:00:00", "23:59:59"),
    ),
)

NUMBERS = (
    Made(
        name="half",
        row="width: 5, kind: decimal, decimals: 1, blank: allowed",
        columns=("00125", "     ", "0012."),
        python=("Decimal('12.5')", "None"),
        csv=("12.5", ""),
        json=(12.5, None),
        arrow="decimal128(5, 1)",
        sqlite=(12.5, None),
        newer="decimals: 2, padding: blanks",
        upgraded=(" 1250", "     "),
        changes=("decimals: 2 instead of 1", "padded with blanks instead of nothing"),
    ),
    Made(
        name="balance",
        row="width: 6, kind: decimal, decimals: 2, sign: leading",
        columns=("-01250", "+00000", "-00000"),
        python=("Decimal('-12.50')", "Decimal('0.00')"),
        csv=("-12.50", "0.00"),
        json=(-12.5, 0.0),
        arrow="decimal128(6, 2)",
        sqlite=(-12.5, 0.0),
        newer="sign: trailing",
        upgraded=("01250-", "00000+"),
        changes=("the sign is trailing instead of leading",),
    ),
    Made(
        name="correction",
        row="width: 5, kind: integer, sign: trailing, padding: blanks",
        columns=("  12-", "9999+", "1 12+"),
        python=("-12", "9999"),
        csv=("-12", "9999"),
        json=(-12, 9999),
        arrow="int32",
        sqlite=(-12, 9999),
    ),
    Made(
        name="places",
        row='width: 3, kind: integer, padding: blanks, none: ["***"]',
        columns=("  7", "***", "7  "),
        python=("7", "None"),
        csv=("7", ""),
        json=(7, None),
        arrow="int16",
        sqlite=(7, None),
        newer='kind: decimal, width: 4, decimals: 1, padding: blanks, none: ["****"]',
        upgraded=("  70", "****"),
        changes=("a field of kind decimal instead of integer",),
    ),
    Made(
        name="marks",
        row="width: 3, kind: integer",
        columns=("012", "999", "12 "),
        python=("12", "999"),
        csv=("12", "999"),
        json=(12, 999),
        arrow="int16",
        sqlite=(12, 999),
    ),
)

COMPARED = (
    Made(
        name="finished",
        row="width: 8, kind: date, form: YYYYMMDD, blank: allowed, compare: {at_least: short}",
        columns=("20260505", " " * 8, "20261301"),
        python=("datetime.date(2026, 5, 5)", "None"),
        csv=("2026-05-05", ""),
        json=("2026-05-05", None),
        arrow="date32[day]",
        sqlite=("2026-05-05", None),
        newer="compare: {more_than: short}",
        upgraded=("20260505", " " * 8),
        changes=("condition: after short instead of not before short",),
    ),
    Made(
        name="first_mark",
        row="width: 4, kind: integer, compare: {at_most: half}",
        columns=("0012", "0000", "12 0"),
        python=("12", "0"),
        csv=("12", "0"),
        json=(12, 0),
        arrow="int16",
        sqlite=(12, 0),
    ),
)

FLAGS = (
    Made(
        name="timed",
        row='width: 1, kind: flag, true_is: "Y", false_is: "N"',
        columns=("Y", "N", "X"),
        python=("True", "False"),
        csv=("true", "false"),
        json=(True, False),
        arrow="bool",
        sqlite=(1, 0),
        newer='true_is: "1", false_is: "0"',
        upgraded=("1", "0"),
        changes=("true is written 1 instead of Y", "false is written 0 instead of N"),
    ),
    Made(
        name="resit",
        row='width: 3, kind: flag, true_is: "YES", false_is: "NO", blank: allowed',
        columns=("NO ", "   ", " NO"),
        python=("False", "None"),
        csv=("false", ""),
        json=(False, None),
        arrow="bool",
        sqlite=(0, None),
    ),
    Made(
        name="minutes",
        row='width: 2, kind: integer, blank: allowed, filled_when: {timed: ["Y"]}',
        columns=("90", "  ", "9X"),
        python=("90", "None"),
        csv=("90", ""),
        json=(90, None),
        arrow="int8",
        sqlite=(90, None),
        newer='filled_when: {timed: ["1"]}',
        upgraded=("90", "  "),
        changes=("needed when timed is 1 instead of timed is Y",),
    ),
)
