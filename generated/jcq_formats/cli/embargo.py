"""Restricted time on the command line: ``--embargo-until``, or the key in the settings."""  # Copied from generator/runtime/cli/embargo.py by `make generate`; edit that, not this.

from __future__ import annotations

import argparse
import datetime

from ..core.errors import JcqError
from ..exams.embargo import embargo_time
from .configuration import CONFIGURATION, EMBARGO, RESULTS_TABLE, configuration_at


def add_embargo_argument(parser: argparse.ArgumentParser) -> None:
    """Adds the time until which results are not disclosed."""
    parser.add_argument(
        "--embargo-until",
        type=_time,
        metavar="TIME",
        help="a local date and time, such as 2026-08-13T00:01: until then, files of candidates'"
        f" results are refused (default: {EMBARGO} under [{RESULTS_TABLE}] in {CONFIGURATION});"
        " this prevents mistakes, but is not a security measure",
    )


def take_from_settings(options: argparse.Namespace) -> None:
    """Takes the time from the settings if the command line gives none. Raises JcqError and
    OSError."""
    if options.embargo_until is None:
        found = configuration_at(getattr(options, "config", None))
        options.embargo_until = found.embargo_until


def _time(text: str) -> datetime.datetime:
    try:
        return embargo_time(text)
    except JcqError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
