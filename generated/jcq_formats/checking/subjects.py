"""The modules of rules, in order, and the rules about a file that they register."""  # Copied from generator/runtime/checking/subjects.py by `make generate`; edit that, not this.

from __future__ import annotations

from typing import cast

from ..core.registry import implementations_about
from .file_rules import ABOUT_FILES, FileRules
from .rules import (
    additions,
    agreement,
    candidates,
    counts,
    data_types,
    displaced,
    forecasts,
    header_conditions,
    identities,
    missing_basedata,
    naming,
    order,
    repeats,
    results,
    sequences,
    sets,
    totals,
    unusable_entries,
)

SUBJECTS = (
    order,
    counts,
    totals,
    data_types,
    displaced,
    agreement,
    header_conditions,
    naming,
    candidates,
    results,
    forecasts,
    repeats,
    identities,
    missing_basedata,
    unusable_entries,
    sets,
    sequences,
    additions,
)
"""The order in which they report; add new modules of rules here."""


def file_rules() -> list[type[FileRules]]:
    """The rules about a file, in the order of their modules."""
    names = [module.__name__ for module in SUBJECTS]
    found = cast(list[type[FileRules]], implementations_about(ABOUT_FILES))
    return sorted(found, key=lambda rules: names.index(rules.__module__))
