# Generated from spec/ by `make generate`; edit that, not this.
"""UK exam data in the JCQ formats: basedata, entries, forecast grades and results.

    import jcq_formats as jcq

    file = jcq.read("O6G17_70.X02")             a whole file, as records
    for record in jcq.scan("O6G17_70.X02"): ... one record after another, in constant memory
    issues = jcq.check("O6G17_70.X02")          its issues
    jcq.write(file, "copy/O6G17_70.X02")        the same bytes, unless changed

    sets = jcq.read_basedata("basedata/")       for checks of a centre's file: check(path, basedata=...)
    issues = jcq.check_files("downloads/")      many files, each checked with related files
    jcq.new_file(records, awarding_body=...)    a file of data records, with headers, counts and name
    jcq.version_in_force("6G", "26")            the version for files of a series
    jcq.candidates(file)                        entries, by candidate
    jcq.apply_amendments(entries, amendments)   current entries, and all changes
    jcq.amendment(sent, wanted)                 the amendments that lead to the wanted entries
    jcq.load("downloads/")                      loads files into a database: earlier files, and the current state
    jcq.read_results("downloads/")              several results files combined, with statistics
    jcq.diff(old, new)                          the differences, by key and not by line
    jcq.results(file)                           results in an exams officer's terms
    jcq.upgrade(file, "14").file                the file in another version of the formats
    jcq.fix(file).file                          the file with counts, lengths, line ends set right
    jcq.timetable(files, sets)                  sittings, seats and clashes; fees, deadlines
    jcq.mask(file)                              the file with invented people, to hand on
    jcq.split_centres(file)                     a file for each centre; join_centres is the reverse

    jcq.to_arrow("downloads/", "R5")            the records of one type as a table; to_polars, to_pandas
    jcq.scan_arrow("downloads/", "R5")          the same in constant memory, for DuckDB and polars

    message = jcq.read_message(path)            an XML message, such as component results; scan_message streams
    jcq.write(message, "copy.xml")              the same bytes, unless changed; jcq.new_message makes one

The records of a version are in the module of its name: `jcq.v14`; `jcq.records` has the union of all
versions for each.
Not affiliated with the Joint Council for Qualifications or any awarding body.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from .core.errors import BuildError, FieldError, FormatError, IdentifierError, JcqError
from .core.files import Centre, File, Line
from .core.formats import Format, known_versions, register
from .core.formats import load as load_version
from .core.issues import Issue, Rule, Severity
from .core.messages.formats import MessageFormat, register_messages
from .core.reading import read, scan
from .core.records import Record, UnknownRecord
from .core.writing import write
from .file_name import FileName

if TYPE_CHECKING:
    from .core.messages.message import Message
    from .core.messages.making import new_message
    from .core.messages.reading import read_message, scan_message
    from .core.upgrading import Upgraded
    from .checking.many_files import check_files
    from .checking.one_file import check, iter_issues
    from .exams.basedata import Basedata
    from .exams.basedata_sets import read_basedata
    from .exams.component_results import ComponentResult, component_results
    from .exams.centres import join_centres, split_centres
    from .exams.amending import amendment, standing_entries
    from .exams.amendments import AmendedEntries, Change, ChangeKind, apply_amendments
    from .exams.candidates import Candidate, candidates
    from .exams.diff.comparing import Differences, diff
    from .exams.diff.differences import Difference, DifferenceKind, FieldChange
    from .exams.entries import OptionEntry
    from .exams.exam_series import ExamSeries
    from .exams.in_force import version_in_force
    from .exams.merging import Conflict, Merged, ResultKey, Side, merge
    from .exams.names import CandidateName, candidate_name, split_name
    from .exams.new_files import new_file
    from .exams.planning.deadlines import Deadline, deadlines
    from .exams.planning.fees import Fee, Fees, fees
    from .exams.planning.timetable import Clash, Paper, Seats, Sitting, Timetable, timetable
    from .exams.pseudonyms.files import mask
    from .exams.pseudonyms.invented import Pseudonyms
    from .exams.season import Season, season
    from .exams.picture.gathering import ResultsPicture, read_results
    from .exams.results import CandidateResult, Grade, options_by_code, results
    from .exams.retargeting import retarget
    from .exams.upgrading import upgrade
    from .fixing.fix import Fixed, fix
    from .new_candidates import new_candidate
    from .store.database import Loaded, Store, load
    from .tables.arrow import scan_arrow, to_arrow
    from .tables.data_frames import to_pandas, to_polars

    from . import a2c, records, v11, v12, v13, v14

__all__ = [
    "AmendedEntries",
    "Basedata",
    "BuildError",
    "Candidate",
    "CandidateName",
    "CandidateResult",
    "Centre",
    "Change",
    "ChangeKind",
    "Clash",
    "ComponentResult",
    "Conflict",
    "Deadline",
    "Difference",
    "DifferenceKind",
    "Differences",
    "ExamSeries",
    "Fee",
    "Fees",
    "FieldChange",
    "FieldError",
    "File",
    "FileName",
    "Fixed",
    "Format",
    "FormatError",
    "Grade",
    "IdentifierError",
    "Issue",
    "JcqError",
    "Line",
    "Loaded",
    "Merged",
    "Message",
    "MessageFormat",
    "OptionEntry",
    "Paper",
    "Pseudonyms",
    "Record",
    "ResultKey",
    "ResultsPicture",
    "Rule",
    "Season",
    "Seats",
    "Severity",
    "Side",
    "Sitting",
    "Store",
    "Timetable",
    "UnknownRecord",
    "Upgraded",
    "a2c",
    "amendment",
    "apply_amendments",
    "candidate_name",
    "candidates",
    "check",
    "check_files",
    "component_results",
    "deadlines",
    "diff",
    "fees",
    "fix",
    "iter_issues",
    "join_centres",
    "known_versions",
    "load",
    "load_version",
    "mask",
    "merge",
    "new_candidate",
    "new_file",
    "new_message",
    "options_by_code",
    "read",
    "read_basedata",
    "read_message",
    "read_results",
    "records",
    "results",
    "retarget",
    "scan",
    "scan_arrow",
    "scan_message",
    "season",
    "split_centres",
    "split_name",
    "standing_entries",
    "timetable",
    "to_arrow",
    "to_pandas",
    "to_polars",
    "upgrade",
    "v11",
    "v12",
    "v13",
    "v14",
    "version_in_force",
    "write",
]

__version__ = "0.1.0"

_VERSIONS = {
    "11": "v11",
    "12": "v12",
    "13": "v13",
    "14": "v14",
}

register({version: f"{__name__}.{module}" for version, module in _VERSIONS.items()})

_MESSAGES = ("a2c",)

register_messages(*(f"{__name__}.{module}" for module in _MESSAGES))


_GIVEN_BY = {
    "core.messages.making": ("new_message",),
    "core.messages.message": ("Message",),
    "core.messages.reading": ("read_message", "scan_message"),
    "core.upgrading": ("Upgraded",),
    "checking.many_files": ("check_files",),
    "checking.one_file": ("check", "iter_issues"),
    "exams.amending": ("amendment", "standing_entries"),
    "exams.amendments": ("AmendedEntries", "Change", "ChangeKind", "apply_amendments"),
    "exams.basedata": ("Basedata",),
    "exams.basedata_sets": ("read_basedata",),
    "exams.candidates": ("Candidate", "candidates"),
    "exams.centres": ("join_centres", "split_centres"),
    "exams.component_results": ("ComponentResult", "component_results"),
    "exams.diff.comparing": ("Differences", "diff"),
    "exams.diff.differences": ("Difference", "DifferenceKind", "FieldChange"),
    "exams.entries": ("OptionEntry",),
    "exams.exam_series": ("ExamSeries",),
    "exams.in_force": ("version_in_force",),
    "exams.merging": ("Conflict", "Merged", "ResultKey", "Side", "merge"),
    "exams.names": ("CandidateName", "candidate_name", "split_name"),
    "exams.new_files": ("new_file",),
    "exams.planning.deadlines": ("Deadline", "deadlines"),
    "exams.planning.fees": ("Fee", "Fees", "fees"),
    "exams.planning.timetable": ("Clash", "Paper", "Seats", "Sitting", "Timetable", "timetable"),
    "exams.pseudonyms.files": ("mask",),
    "exams.pseudonyms.invented": ("Pseudonyms",),
    "exams.season": ("Season", "season"),
    "exams.picture.gathering": ("ResultsPicture", "read_results"),
    "exams.results": ("CandidateResult", "Grade", "options_by_code", "results"),
    "exams.retargeting": ("retarget",),
    "exams.upgrading": ("upgrade",),
    "new_candidates": ("new_candidate",),
    "fixing.fix": ("Fixed", "fix"),
    "store.database": ("Loaded", "Store", "load"),
    "tables.arrow": ("scan_arrow", "to_arrow"),
    "tables.data_frames": ("to_pandas", "to_polars"),
}
"""The names of modules that are imported on first use."""

_MODULE_OF = {name: module for module, names in _GIVEN_BY.items() for name in names}


def __getattr__(name: str) -> Any:
    """Imports versions, upgrading, the meaning of records, and tables on first use."""
    if name in ("records", *_MESSAGES, *_VERSIONS.values()):
        return importlib.import_module(f".{name}", __name__)
    if name in _MODULE_OF:
        return getattr(importlib.import_module(f".{_MODULE_OF[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Lists names that are imported on first use as well."""
    return sorted({*globals(), *__all__})
