"""Fixes a file: one kind of thing after another, each only if it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from ..core.errors import JcqError, hint
from ..core.files import File
from ..core.several import file_given, several
from .envelope import agreement, counts, file_name
from .file_bytes import line_ends, single_bytes
from .records import holes, names, padding
from .steps import Fix, Step, Steps


class Kind(NamedTuple):
    """A kind of fix: what it does, in words, and the function that does it."""

    what: str
    apply: Fix


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "encoding": Kind("turn letters of UTF-8 back into single bytes", single_bytes),
        "line-ends": Kind(
            "give every record a line of its own, with the right line end", line_ends
        ),
        "pad": Kind("give records the length of the format", padding),
        "names": Kind("write candidates' names in capitals", names),
        "holes": Kind("close blank places among entries", holes),
        "headers": Kind("set headers and trailers in agreement", agreement),
        "recount": Kind("count records and centres anew in trailers", counts),
        "name": Kind("give the file the name that its headers state", file_name),
    }
)
"""All kinds of fixes, in the order in which they are applied."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """The fixed file, its changes, and what of these kinds is left to do."""

    file: File
    changes: tuple[Step, ...]
    left: tuple[Step, ...]


def fix(file: File, kinds: str | Iterable[str] = tuple(KINDS)) -> Fixed:
    """The file with some kinds of things set right; all, if ``kinds`` does not name some.

    Every other byte is kept, and no value is changed that is not understood: what cannot be set
    right without a guess is in ``left``. Fixing a fixed file changes nothing. Raises JcqError for
    anything but a file, and for an unknown kind.
    """
    file = file_given(file, "file")
    wanted = several(kinds, (str,), "kinds", "names of fixes are needed")
    for kind in wanted:
        if kind not in KINDS:
            raise JcqError(f"kinds: there is no fix {kind!r}; {hint(kind, KINDS)}")
    steps = Steps()
    for name, kind_of_fix in KINDS.items():
        if name in wanted:
            steps.fix = name
            file = kind_of_fix.apply(file, steps)
    return Fixed(file, tuple(steps.done), tuple(steps.left))
