"""`jcq fix`: sets right in a file what can be set right without a guess."""  # Copied from generator/runtime/cli/fix.py by `make generate`; edit that, not this.

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ..checking.one_file import check
from ..core.errors import JcqError
from ..core.files import File
from ..core.issues import Severity
from ..core.printable import counted
from ..core.sources import Source
from ..fixing.fix import KINDS, Fixed, fix
from ..fixing.steps import Step
from . import UNREADABLE, WRONG_USAGE
from .embargo import add_embargo_argument
from .inputs import Inputs, add_version_argument
from .outputs import add_force_argument, places_of, put, refusal
from .printing import complain, say

SHOWN = 20
"""The most changes of a kind that are listed."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.epilog = (
        "Example: jcq fix E9999998.X01 --recount --pad --output fixed/. Without --output the"
        " changes are shown only. The file itself is never changed."
    )
    parser.add_argument("file", metavar="FILE", help="a file, or - for standard input")
    parser.add_argument(
        "--output", metavar="PATH", help="the new file, or a folder for it (default: only show)"
    )
    for name, kind in KINDS.items():
        parser.add_argument(
            f"--{name}", dest="kinds", action="append_const", const=name, help=kind.what
        )
    parser.add_argument(
        "--all", dest="kinds", action="store_const", const=list(KINDS), help="all of these"
    )
    add_force_argument(parser)
    add_version_argument(parser)
    add_embargo_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Fixes the file: 0; 1 if something is left to do, 2 if a file would be overwritten or no fix
    was asked for, 3 if it cannot be read."""
    if not options.kinds:
        names = ", ".join(f"--{name}" for name in KINDS)
        complain(f"jcq: say what to fix: {names}, or --all")
        return WRONG_USAGE
    inputs = Inputs.under_embargo(options, [options.file])
    sources = list(inputs)
    if len(sources) > 1:
        complain(f"jcq: {options.file}: one file is needed, not {counted(len(sources), 'file')}")
        return WRONG_USAGE
    for source in sources:
        try:
            fixed = fix(source.read(options.format_version), options.kinds)
        except (JcqError, OSError) as error:
            inputs.refuse(error)
            continue
        return _finished(source, fixed, options)
    if not inputs.unreadable:
        complain(f"jcq: {options.file}: there is no exam file")
    return UNREADABLE


def _finished(source: Source, fixed: Fixed, options: argparse.Namespace) -> int:
    """Shows the changes, writes the file and says what is left."""
    target = _target(fixed.file, options.output)
    reason = refusal([target], places_of([source]), force=options.force) if target else ""
    if reason:
        complain(f"jcq: {reason}")
        return WRONG_USAGE
    _list(fixed.changes, "nothing to change")
    if target is not None:
        put(fixed.file, target, force=options.force)
        say(f"{target}: {counted(len(fixed.changes), 'change')}")
    if fixed.left:
        say("left as it is:")
        _list(fixed.left, "")
    errors = _errors_of(fixed.file, fixed.file.name if target is None else target.name)
    if errors:
        rules = ", ".join(f"{rule} ({number:,})" for rule, number in errors.most_common(3))
        say(f"jcq check still finds {counted(errors.total(), 'error')}: {rules}")
    return 1 if fixed.left or errors else 0


def _target(file: File, output: str | None) -> Path | None:
    """The path to write to; None without one."""
    if output is None:
        return None
    path = Path(output)
    is_folder = path.is_dir() or output.endswith(("/", "\\"))
    return path / (Path(file.name).name or "fixed") if is_folder else path


def _list(steps: Sequence[Step], otherwise: str) -> None:
    """Prints the first steps of each kind, and how many there are more."""
    if not steps and otherwise:
        say(otherwise)
    by_kind: dict[str, list[Step]] = {}
    for step in steps:
        by_kind.setdefault(step.fix, []).append(step)
    for kind, found in by_kind.items():
        for step in found[:SHOWN]:
            where = f"line {step.line_number:,}: " if step.line_number else ""
            say(f"  {kind}: {where}{step.what}")
        if len(found) > SHOWN:
            say(f"  {kind}: and {len(found) - SHOWN:,} more")


def _errors_of(file: File, name: str) -> Counter[str]:
    """The number of errors that a check of the file finds under this name, by rule."""
    issues = check(file.to_bytes(), name=name, version=file.format.version)
    return Counter(issue.rule for issue in issues if issue.severity is Severity.ERROR)
