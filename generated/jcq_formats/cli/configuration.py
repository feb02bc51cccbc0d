"""Settings in a file, `jcq.toml`: those of `jcq check`, and the time until which results are
restricted."""  # Copied from generator/runtime/cli/configuration.py by `make generate`; edit that, not this.

from __future__ import annotations

import datetime
import tomllib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..checking.settings import Settings
from ..core.errors import JcqError, hint
from ..core.printable import name_of_path
from ..exams.embargo import embargo_time, local_time

CONFIGURATION = "jcq.toml"

SIZE_LIMIT = 1 << 20
"""The most bytes of such a file."""

TABLE = "check"

LISTS = ("disable", "only", "basedata")
"""The keys whose values are lists of texts."""

LEVELS = "severity"
"""The key whose value is a table of texts."""

RESULTS_TABLE, EMBARGO = "results", "embargo-until"
"""The table and the key for the time before which results are not disclosed."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings under `[check]` and `[results]`; empty without a file."""

    disable: list[str] = field(default_factory=list)
    only: list[str] = field(default_factory=list)
    severity: dict[str, str] = field(default_factory=dict)
    basedata: list[str] = field(default_factory=list)
    embargo_until: datetime.datetime | None = None


def configuration_at(path: str | None) -> Configuration:
    """The configuration in a file, or in the usual one if it exists.

    Raises JcqError, with the file and the line or key, if it is not a valid configuration, and
    OSError.
    """
    found = Path(path or CONFIGURATION)
    if path is None and not found.is_file():
        return Configuration()
    try:
        tables = _tables(found)
        _refuse_others(tables)
        said = replace(
            _checked(tables.get(TABLE, {})), embargo_until=_embargo(tables.get(RESULTS_TABLE, {}))
        )
        Settings.of(disable=said.disable, only=said.only, severity=said.severity)
    except JcqError as error:
        raise JcqError(f"{name_of_path(found)}: {error}") from None
    return said


def _tables(path: Path) -> dict[str, Any]:
    with path.open("rb") as stream:
        data = stream.read(SIZE_LIMIT + 1)
    if len(data) > SIZE_LIMIT:
        raise JcqError(f"larger than {SIZE_LIMIT:,} bytes: is it a file of settings?")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise JcqError(f"line {line} is not UTF-8 text: save the file as UTF-8") from None
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise JcqError("lists or tables within one another, too many of them") from None
    except ValueError as error:
        raise JcqError(f"not TOML: {error}") from None


def _refuse_others(tables: dict[str, Any]) -> None:
    """Raises JcqError for a setting that would have no effect, such as one below no table."""
    known = (TABLE, RESULTS_TABLE)
    for name, value in tables.items():
        if name not in known and isinstance(value, dict):
            raise JcqError(f"there is no table [{name}]; {hint(name, known)}")
        if name not in known:
            raise JcqError(f"{name!r} is below no table: write [{TABLE}] on a line before it")


def _checked(said: Any) -> Configuration:
    """The settings, after checking that every key is known and has a value of its type."""
    if not isinstance(said, dict):
        raise JcqError(f"`{TABLE}` must be a table: write [{TABLE}] on a line of its own")
    known = (*LISTS, LEVELS)
    for key, value in said.items():
        if key not in known:
            raise JcqError(f"[{TABLE}] has no key {key!r}; {hint(key, known)}")
        if key == LEVELS:
            _refuse_other_levels(value)
        elif not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise JcqError(f'[{TABLE}] {key} must be a list of texts, such as ["..."]')
        elif any("\0" in one for one in value):
            raise JcqError(f"[{TABLE}] {key} holds a NUL character: remove it")
    return Configuration(**said)


def _embargo(said: Any) -> datetime.datetime | None:
    """The time before which results are not disclosed, or None."""
    if not isinstance(said, dict):
        raise JcqError(f"`{RESULTS_TABLE}` must be a table: write [{RESULTS_TABLE}]")
    for key in said:
        if key != EMBARGO:
            raise JcqError(f"[{RESULTS_TABLE}] has no key {key!r}; {hint(key, [EMBARGO])}")
    if EMBARGO not in said:
        return None
    until = said[EMBARGO]
    try:
        is_time = isinstance(until, datetime.datetime)
        return local_time(until) if is_time else embargo_time(str(until))
    except JcqError as error:
        raise JcqError(f"[{RESULTS_TABLE}] {EMBARGO}: {error}") from None


def _refuse_other_levels(value: Any) -> None:
    if not isinstance(value, dict):
        raise JcqError(f'[{TABLE}] {LEVELS} must be a table, such as {{"file.name" = "error"}}')
    for rule, level in value.items():
        if isinstance(level, dict):
            raise JcqError(f"[{TABLE}.{LEVELS}] {rule}: put the id of the rule in quotation marks")
        if not isinstance(level, str):
            raise JcqError(f"[{TABLE}.{LEVELS}] {rule!r} must be a text: error, warning ...")
