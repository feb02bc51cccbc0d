"""What a centre's file is checked against, beyond its own lines."""  # Copied from generator/runtime/checking/context.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from ..core.issues import Fault
from ..exams.basedata import Basedata


@dataclass(slots=True)
class Verdicts:
    """The faults of different outcomes, by their columns; ``clean`` holds those without any."""

    clean: set[str] = field(default_factory=set)
    faults: dict[str, list[Fault]] = field(default_factory=dict)


VerdictsByRole: TypeAlias = dict[tuple[str, str], Verdicts]
"""By the version and the role of the records."""


@dataclass(slots=True)
class Context:
    """Basedata of the file's series and entries of its centres; None where there are none.

    ``entered_in`` gives the entries of a centre, as `entry_key` has them, or None.
    ``no_basedata_for`` names the series where basedata was given, but of other series alone.
    ``verdicts`` hold for this basedata, and serve one file after the other.
    """

    basedata: Basedata | None = None
    entered_in: Callable[[str], frozenset[str] | None] | None = None
    no_basedata_for: str = ""
    verdicts: VerdictsByRole = field(default_factory=dict)
