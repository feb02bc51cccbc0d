"""Strategies for Hypothesis: whatever the spec allows, and whatever it forbids.

    from hypothesis import given
    from jcq_formats import v14
    from jcq_formats.testing import strategies

    @given(strategies.records(v14.Option))
    def test_our_import_takes_every_option(option):
        ...

`lines`, `values`, `records` and `written` draw valid records; `files` and `sets` draw whole files
and basedata sets, `messages` XML messages. `wrong_lines` and `wrong_files` draw lines and files
with one thing wrong, and the rules that this breaks; `mutations` and `file_mutations` list what can
be wrong. All of this is read from the spec, independently of the code that reads and checks. Needs
the extra ``testing``: ``pip install "jcq-formats[testing]"``.
"""  # Copied from generator/runtime/testing/strategies/__init__.py by `make generate`; edit that, not this.

try:
    import hypothesis as _hypothesis  # noqa: F401
except ImportError as error:
    raise ImportError(
        'jcq_formats.testing.strategies needs Hypothesis: pip install "jcq-formats[testing]"'
    ) from error

from .drawn_files import DrawnFile
from .files import files, letters
from .line_mutation import Mutation, WrongLine
from .messages import DrawnMessage, messages
from .mutated_files.mutation import FileMutation, WrongFile
from .records import Written, arguments, lines, records, values, written
from .sets import sets
from .wrong_files import file_mutations, wrong_files
from .wrong_lines import mutations, wrong_lines

__all__ = [
    "DrawnFile",
    "DrawnMessage",
    "FileMutation",
    "Mutation",
    "Written",
    "WrongFile",
    "WrongLine",
    "arguments",
    "file_mutations",
    "files",
    "letters",
    "lines",
    "messages",
    "mutations",
    "records",
    "sets",
    "values",
    "written",
    "wrong_files",
    "wrong_lines",
]
