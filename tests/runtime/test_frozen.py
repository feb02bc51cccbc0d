"""Objects of the package that can change."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil

import jcq_formats as jcq
import pytest

GATHERING = {
    "Basedata",
    "Belonging",
    "Causes",
    "Checked",
    "Checking",
    "File",
    "Lines",
    "Certainty",
    "Completeness",
    "Context",
    "DiffCount",
    "DiffSummary",
    "Learners",
    "MessageContext",
    "Progress",
    "Related",
    "Repeated",
    "Statistics",
    "Tally",
    "UnknownOption",
    "UnknownOptions",
    "Verdicts",
    "_Blocks",
    "_Gathering",
    "DoubtfulLines",
    "_Merging",
    "_Open",
}
"""Classes whose objects are filled step by step, or edited."""


def test_all_but_what_gathers_is_frozen() -> None:
    gathering = set()
    for folder in ("core", "exams", "checking", "identifiers"):
        package = importlib.import_module(f"jcq_formats.{folder}")
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for name, value in vars(importlib.import_module(found.name)).items():
                if isinstance(value, type) and dataclasses.is_dataclass(value):
                    gathering |= set() if value.__dataclass_params__.frozen else {name}
    assert gathering == GATHERING


def test_what_is_known_of_a_data_type_cannot_be_changed() -> None:
    data_type = jcq.load_version("14").data_types["S"]
    with pytest.raises(dataclasses.FrozenInstanceError):
        data_type.length = 46  # type: ignore[misc]
