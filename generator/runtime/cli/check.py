"""`jcq check`: prints the issues of files, with places and advice."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Iterator
from typing import Any, TextIO

from ..checking.many_files import Checking
from ..checking.related import Checked
from ..checking.settings import Settings
from ..core.errors import JcqError
from ..core.issues import Severity
from ..exams.embargo import restricted_results, restricted_until, structural
from ..report.summary import Report
from . import UNREADABLE, WRONG_USAGE, refuse
from .configuration import CONFIGURATION, Configuration, configuration_at
from .embargo import add_embargo_argument
from .inputs import (
    Inputs,
    add_basedata_argument,
    add_file_arguments,
    add_jobs_argument,
    jobs_wanted,
    terminal_width,
)
from .outputs import add_force_argument, format_of, places_of, refused, report_stream
from .printing import complain
from .progress import Progress

FORMATS = ("text", "json", "html")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.epilog = (
        "Example: jcq check E9999998.X01 --basedata basedata/. Exit codes: 0 no errors, 1 errors,"
        " 2 wrong usage, 3 a file cannot be read."
    )
    add_file_arguments(parser)
    add_embargo_argument(parser)
    add_basedata_argument(parser, "basedata to check entries, forecasts and results against")
    add_jobs_argument(parser)
    rules = parser.add_argument_group(
        "rules", "names of rules such as file.name, with commas between several"
    )
    rules.add_argument(
        "--disable", action="append", default=[], metavar="RULE", help="rules not to check"
    )
    rules.add_argument(
        "--only", action="append", default=[], metavar="RULE", help="the only rules to check"
    )
    rules.add_argument(
        "--severity",
        action="append",
        default=[],
        metavar="RULE=LEVEL",
        help="report a rule as error, warning or information",
    )
    rules.add_argument(
        "--config",
        metavar="FILE",
        help=f"a file with the same settings (default: {CONFIGURATION}, if there is one)",
    )
    output = parser.add_argument_group("output")
    output.add_argument(
        "--format",
        choices=FORMATS,
        help="default: by the ending of --output, such as .html, or else text",
    )
    output.add_argument("--output", metavar="FILE", help="a file instead of the terminal")
    add_force_argument(output)
    output.add_argument("--quiet", action="store_true", help="one line for each issue")


def run(options: argparse.Namespace) -> int:
    """Checks the files: 0 no errors, 1 errors, 2 wrong usage, 3 if a file cannot be read."""
    options.format = format_of(options.format, options.output, FORMATS) or "text"
    try:
        configured = configuration_at(options.config)
        settings = _settings(options, configured)
    except (JcqError, OSError) as error:
        refuse(error)
        return WRONG_USAGE
    inputs = Inputs(options.files, renamed=True, messages=True)
    beside = Inputs([*configured.basedata, *options.basedata], renamed=True)
    with Progress() as progress:
        sources = list(inputs)
        basedata = list(beside)
        until, version = options.embargo_until, options.format_version
        restricted = {s.name for s in sources if restricted_results(s, until, version)}
        try:
            reading = [*places_of([*sources, *basedata]), options.config or CONFIGURATION]
            with report_stream(options, reading, private=options.show_personal_data) as stream:
                checking = Checking(
                    sources,
                    beside.found,
                    settings,
                    options.format_version,
                    jobs_wanted(options),
                    progress.watched,
                )
                errors = _check(checking, options, inputs, beside, progress, stream, restricted)
        except FileExistsError as error:
            complain(f"jcq: {refused(error)}")
            return WRONG_USAGE
    if inputs.unreadable or beside.unreadable:
        return UNREADABLE
    return 1 if errors else 0


def _check(
    checking: Checking,
    options: argparse.Namespace,
    inputs: Inputs,
    beside: Inputs,
    progress: Progress,
    stream: TextIO,
    restricted: set[str],
) -> int:
    """Writes the issues of the files, and returns the exit code."""
    report = Report(show_personal_data=options.show_personal_data)
    report.basedata_used = checking.basedata_used
    writer = _writer(options, report, stream)
    for checked in checking.files():
        progress.step(checked.name)
        if checked.name in restricted:
            progress.clear()
            until = options.embargo_until
            complain(
                f"jcq: {checked.name}: {restricted_until(until)}; only its structure is checked"
            )
            checked.issues = structural(checked.issues)
        writer.write(_counted(checked, report), progress.clear)
        if checked.error is not None:
            inputs.refuse(checked.error)
            report.unreadable.append(checked.name)
    for error in checking.unusable:
        beside.refuse(error)
    report.passed_over = [str(error) for error in checking.passed_over]
    report.passed_over += [f"{name}: its name is not that of basedata" for name in beside.left_out]
    writer.finish(inputs.left_out, inputs.unreadable + beside.unreadable)
    return report.severities[Severity.ERROR]


def _counted(checked: Checked, report: Report) -> Iterator[Any]:
    """The issues of a file in order of its lines, counted."""
    yield from report.of_file(checked.name, checked.issues)
    report.end_of_file(checked.name, checked.lines, readable=checked.error is None)
    report.has_centre_files |= checked.check is not None and checked.check.is_of_centre


def _settings(options: argparse.Namespace, configured: Configuration) -> Settings:
    """The settings of the configuration, overridden by those of the command line."""
    levels = dict(configured.severity)
    for given in _listed(options.severity):
        rule, equals, level = given.partition("=")
        if not equals:
            raise JcqError(f"--severity needs RULE=LEVEL, not {given!r}")
        levels[rule] = level
    return Settings.of(
        disable=[*configured.disable, *_listed(options.disable)],
        only=[*configured.only, *_listed(options.only)],
        severity=levels,
    )


def _listed(given: list[str]) -> list[str]:
    return [part for text in given for part in text.split(",") if part]


def _writer(options: argparse.Namespace, report: Report, stream: TextIO) -> Any:
    """The writer of the format; only its module is imported."""
    module = importlib.import_module(f"..report.{options.format}", __package__)
    width = terminal_width() if options.output is None else 80
    return module.Writer(report, stream, width=width, quiet=options.quiet)
