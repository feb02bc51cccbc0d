"""The command `jcq`: show files, check them, look up layouts."""

from __future__ import annotations

import argparse
import contextlib
import errno
import importlib
import io
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from ..core.errors import JcqError, hint
from ..core.printable import name_of_path
from ..core.signals import STOPPING
from .commands import COMMANDS, overview
from .printing import complain

BROKEN_PIPE = 141
SIGNALLED = 128
"""Added to the number of the signal that ended a command."""

WRONG_USAGE = 2
UNREADABLE = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command and returns its exit code.

    0 is success; 1 means errors in a file; 2 wrong usage; 3 a file that cannot be read.
    """
    if arguments is None:
        for number in STOPPING:
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, _stop)
    given = (sys.argv[1:] if arguments is None else list(arguments)) or ["--help"]
    try:
        return _run(given)
    except KeyboardInterrupt:
        return _stopped()
    except Exception:
        # Some libraries turn an interruption into an error of their own.
        if _signals:
            return _stopped()
        raise


def _run(given: Sequence[str]) -> int:
    _prepare_streams()
    try:
        options = _parser(given).parse_args(given)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        if hasattr(options, "embargo_until"):
            _take_embargo(options)
    except (JcqError, OSError) as error:
        refuse(error)
        return WRONG_USAGE
    try:
        code: int = options.run(options)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        _discard_output()
        return BROKEN_PIPE
    except (JcqError, OSError) as error:
        _discard_output()
        return refuse(error)
    except MemoryError:
        _discard_output()
        return refuse(OSError(errno.ENOMEM, "there is not enough memory for so large a file"))


def _take_embargo(options: argparse.Namespace) -> None:
    importlib.import_module(".embargo", __name__).take_from_settings(options)


def _prepare_streams() -> None:
    """Prevents failures on a console that lacks a character, or is closed."""
    if sys.stdout is None:
        sys.stdout = _Closed()
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


class _Closed(io.TextIOBase):
    """Standard output that the caller has closed: nothing can be written to it."""

    def write(self, text: str) -> int:
        raise OSError(errno.EBADF, "it is closed", "standard output")

    @property
    def buffer(self) -> NoReturn:
        """Where bytes would go."""
        raise OSError(errno.EBADF, "it is closed", "standard output")


def _discard_output() -> None:
    """Prevents Python from writing pending output again when it ends."""
    try:
        sys.stdout.flush()
    except OSError:
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


_signals: list[int] = []


def _stop(number: int, _: object) -> None:
    """Ends a command like an interruption, so that it removes incomplete output."""
    _signals.append(number)
    raise KeyboardInterrupt


def _stopped() -> int:
    return SIGNALLED + (_signals[-1] if _signals else signal.SIGINT)


def refuse(error: Exception) -> int:
    """Prints in one line why a file cannot be read or written, and returns the exit code. Prints
    nothing for a stopped command, since some libraries turn that into an error."""
    if _signals:
        return _stopped()
    said = str(error)
    if isinstance(error, OSError) and error.strerror is not None:
        name = "" if error.filename is None else f"{name_of_path(str(error.filename))}: "
        said = f"{name}{error.strerror}"
    complain(f"jcq: {said}")
    return UNREADABLE


class _Command(argparse.ArgumentParser):
    """A command whose files and options may be in any order."""

    within = False

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Does the same as `ArgumentParser`, which calls it again itself."""
        if self.within:
            return super().parse_known_args(args, namespace)
        self.within = True
        return self.parse_known_intermixed_args(args, namespace)


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    """The parser; only the module of the command that was called is imported."""
    called = next((word for word in given if not word.startswith("-")), "")
    commands_in_groups = "" if called else overview()
    parser = argparse.ArgumentParser(
        prog="jcq",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description=f"Read and check UK exam data in the JCQ formats.\n\n{commands_in_groups}",
        epilog="`jcq COMMAND --help` explains a command. Exit codes: 0 done, perhaps with\n"
        "warnings; 1 errors in files; 2 wrong usage; 3 a file cannot be read.",
    )
    parser.add_argument("--version", action="version", version=_version())
    commands = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=_Command)
    if called and called not in COMMANDS:
        known = hint(called, COMMANDS, "`jcq --help` explains them")
        parser.error(f"unknown command {called!r}; {known}")
    for name, summary in COMMANDS.items():
        description = f"{summary[:1].upper()}{summary[1:]}."
        command = commands.add_parser(name, description=description)
        if name == called:
            module = importlib.import_module(f".{name}", __name__)
            module.add_arguments(command)
            command.set_defaults(run=module.run)
    return parser


def _version() -> str:
    package = importlib.import_module("..", __name__)
    return f"jcq {getattr(package, '__version__', '')}"
