# Generated from spec/ by `make generate`; edit that, not this.
"""UK exam data in the JCQ formats: basedata, entries, forecast grades and results.

    import jcq_formats as jcq

    file = jcq.read("O6G17_70.X02")             every line of a file, as records
    for record in jcq.scan("O6G17_70.X02"): ... one record after the other, in constant memory
    issues = jcq.check("O6G17_70.X02")          what is wrong with it
    jcq.write(file, "copy/O6G17_70.X02")        the same bytes, unless changed

The records of a version are in the module of its name: `jcq.v14`.
Not affiliated with the Joint Council for Qualifications or any awarding body.
"""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import TYPE_CHECKING

from .core.checking import check, iter_issues
from .core.errors import BuildError, FieldError, FormatError, JcqError
from .core.files import Centre, File, Line
from .core.formats import Format, known_versions, register
from .core.formats import load as load_version
from .core.issues import Issue, Rule, Severity
from .core.reading import read, scan
from .core.records import Record, UnknownRecord
from .core.writing import write
from .file_name import FileName

if TYPE_CHECKING:
    from . import v14

__all__ = [
    "BuildError",
    "Centre",
    "FieldError",
    "File",
    "FileName",
    "Format",
    "FormatError",
    "Issue",
    "JcqError",
    "Line",
    "Record",
    "Rule",
    "Severity",
    "UnknownRecord",
    "check",
    "iter_issues",
    "known_versions",
    "load_version",
    "read",
    "scan",
    "v14",
    "write",
]

__version__ = "0.1.0"

_VERSIONS = {
    "14": "v14",
}

register({version: f"{__name__}.{module}" for version, module in _VERSIONS.items()})


def __getattr__(name: str) -> ModuleType:
    """A version's module is imported when it is first asked for."""
    if name in _VERSIONS.values():
        return importlib.import_module(f".{name}", __name__)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
