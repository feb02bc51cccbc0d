"""Strategies for Hypothesis: whatever the booklet allows, and whatever it forbids.

    from hypothesis import given
    from jcq_formats import v14
    from jcq_formats.testing import strategies

    @given(strategies.records(v14.Option))
    def test_our_import_takes_every_option(option):
        ...

`lines`, `values`, `records` and `written` draw valid records, `wrong_lines` lines with one thing
wrong and the rules that this breaks; `files` draws whole files, `wrong_files` files with one thing
wrong, `sets` basedata sets. All of it is built from the spec, apart from the code that reads and
checks. Needs the extra ``testing``: ``pip install "jcq-formats[testing]"``.
"""  # Copied from generator/runtime/testing/strategies/__init__.py by `make generate`; edit that, not this.

try:
    import hypothesis as _hypothesis  # noqa: F401
except ImportError as error:
    raise ImportError(
        'jcq_formats.testing.strategies needs Hypothesis: pip install "jcq-formats[testing]"'
    ) from error

from .files import DrawnFile, files, letters, sets
from .records import Written, arguments, lines, records, values, written
from .wrong import Aim, WrongLine, aims, wrong_lines
from .wrong_files import FileAim, WrongFile, file_aims, wrong_files

__all__ = [
    "Aim",
    "DrawnFile",
    "FileAim",
    "Written",
    "WrongFile",
    "WrongLine",
    "aims",
    "arguments",
    "file_aims",
    "files",
    "letters",
    "lines",
    "records",
    "sets",
    "values",
    "written",
    "wrong_files",
    "wrong_lines",
]
