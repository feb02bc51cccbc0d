"""`make mutants`: changes the spec or the runtime in small ways, rebuilds, and runs tests.

A wrong spec can be noticed only by literal lines and by tables typed by hand, since everything made
from the spec is equally wrong. A wrong runtime can be noticed by any test. `survivors.md` lists the
mutants that no test noticed, with reasons.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from threading import Lock
from typing import NamedTuple

from generator.__main__ import ROOT, checked_spec, package_version
from generator.emit.banner import copied
from generator.emit.build import put_in_place
from generator.emit.render import render
from generator.load.nodes import SpecError
from tests.mutants import of_runtime, of_spec
from tests.mutants.of_spec import Mutant

BY_HAND = ("tests/spec/test_transcribed.py", "tests/conformance/test_cases.py", "tests/runtime")
"""Literal lines, and tables typed by hand."""

BUT = ("--deselect", "tests/conformance/test_cases.py::test_what_is_said_reads_so")
"""Tests whose expectations were taken from output of the package, and so would follow a wrong
spec."""

QUICK = (
    *BY_HAND,
    "tests/checking",
    "tests/diff",
    "tests/exams",
    "tests/versions/test_choosing.py",
    "tests/versions/test_layouts.py",
    "tests/versions/test_upgrading.py",
)
THOROUGH = (
    "tests/cli",
    "tests/report",
    "tests/tables",
    "tests/test_readme.py",
    "tests/testing",
    "tests/corruption",
    "tests/versions/test_rehearsal.py",
    "tests/versions/test_rehearsal_of_logic.py",
    "generated/tests",
)
"""Further tests for a wrong runtime that the quick tests do not notice."""

MADE_UP_KINDS = ("tests/generator/test_kinds.py",)
"""The last tests: keys of kinds that no version has, in a separate package."""

SECONDS = 240
"""The time limit for tests, which detects a program that no longer ends."""

Caught = str
"""The test that failed; empty if none did."""


class Verdict(NamedTuple):
    """A mutant, and the first test that noticed it; empty if none did, None if lint did."""

    mutant: Mutant
    caught: Caught | None


class Workshop:
    """A copy of the project for one mutant after another."""

    rendering = Lock()

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clean = _rendered(ROOT / "spec")
        for name in ("generated", "tests", "spec"):
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(*CACHES))
        shutil.copytree(ROOT / "generator", folder / "generator")
        for name in ("templates", ".ci", "README.md", "LICENSE"):
            (folder / name).symlink_to(ROOT / name)
        shutil.copy(ROOT / "pyproject.toml", folder)
        if (shared := ROOT.parent / "shared").exists():
            (folder.parent / "shared").unlink(missing_ok=True)
            (folder.parent / "shared").symlink_to(shared)

    def of_spec(self, mutant: Mutant) -> Verdict:
        """The fate of a changed spec: lint refuses it, a test fails, or nothing happens."""
        path = self.folder / "spec" / mutant.file
        before = path.read_bytes()
        path.write_text(mutant.text, "utf-8")
        try:
            with self.rendering:
                files = _rendered(self.folder / "spec")
            put_in_place(files, self.folder / "generated")
            return Verdict(mutant, self._failing(*BY_HAND, *BUT))
        except SpecError:
            return Verdict(mutant, None)
        except Exception as error:
            return Verdict(mutant, f"the build fails: {type(error).__name__}")
        finally:
            path.write_bytes(before)
            put_in_place(self.clean, self.folder / "generated")

    def unchanged(self) -> Caught:
        """The test that fails without any mutant; if there is one, no verdict is valid."""
        return self._failing(*QUICK, *THOROUGH) or self._failing(*MADE_UP_KINDS)

    def of_runtime(self, mutant: Mutant) -> Verdict:
        """The fate of a changed runtime; a build that fails counts as noticed."""
        path = self.folder / "generator" / "runtime" / mutant.file
        before = path.read_bytes()
        path.write_text(mutant.text, "utf-8")
        try:
            if not mutant.file.startswith(BUILT_WITH):
                copy = self.folder / "generated" / "jcq_formats" / mutant.file
                code = copied(f"generator/runtime/{mutant.file}", mutant.text)
                copy.write_text(code, "utf-8")
            elif failure := self._run("generator", "build"):
                return Verdict(mutant, failure)
            failing = (self._failing(*tests) for tests in (QUICK, THOROUGH, MADE_UP_KINDS))
            return Verdict(mutant, next(filter(None, failing), ""))
        finally:
            path.write_bytes(before)
            put_in_place(self.clean, self.folder / "generated")

    def _failing(self, *tests: str) -> Caught:
        # Neither chance nor what was kept of another mutant may notice anything.
        shutil.rmtree(self.folder / ".hypothesis", ignore_errors=True)
        options = ("-x", "-q", "-rfE", "-p", "no:cacheprovider", "--hypothesis-seed=0")
        options += ("-m", "not slow")
        return self._run("pytest", *options, *tests)

    def _run(self, *module: str) -> Caught:
        """The test that failed, or the end of the output; empty if all passed."""
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "NO_COLOR": "1"}
        try:
            done = subprocess.run(
                (sys.executable, "-m", *module),
                cwd=self.folder,
                env=environment,
                capture_output=True,
                text=True,
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return "it does not end"
        if done.returncode == 0:
            return ""
        failed = [x for x in done.stdout.splitlines() if x.startswith(("FAILED", "ERROR"))]
        said = (done.stderr or done.stdout).strip().splitlines()
        return failed[0].partition(" - ")[0] if failed else said[-1]


BUILT_WITH = (
    "core/codes",
    "core/fields",
    "core/formats",
    "core/issues",
    "core/kinds",
    "core/layouts",
    "identifiers",
)
"""The modules that the generator itself uses, so that a change affects its output; the rest is
copied."""


def _rendered(spec: Path) -> dict[str, bytes]:
    runtime = ROOT / "generator" / "runtime"
    templates, tests = ROOT / "templates", ROOT / "tests"
    return render(checked_spec(spec), templates, runtime, tests, package_version())


CACHES = ("__pycache__", ".hypothesis", ".pytest_cache", ".mypy_cache", "browser")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the requested mutants, and prints the verdicts."""
    options = _parser().parse_args(arguments)
    chosen = list(_chosen(options))
    with tempfile.TemporaryDirectory() as folder:
        free: SimpleQueue[Workshop] = SimpleQueue()
        for number in range(options.jobs):
            (Path(folder) / str(number)).mkdir()
            workshop = Workshop(Path(folder) / str(number) / "project")
            # The others are its copies.
            if number == 0 and (failing := workshop.unchanged()):
                print(f"without any mutant: {failing}", file=sys.stderr)
                return 1
            free.put(workshop)

        def judged(work: tuple[str, Mutant]) -> Verdict:
            workshop = free.get()
            try:
                verdict: Verdict = getattr(workshop, work[0])(work[1])
                return verdict
            finally:
                free.put(workshop)

        with ThreadPoolExecutor(options.jobs) as pool:
            verdicts = []
            for (kind, _), verdict in zip(chosen, pool.map(judged, chosen), strict=True):
                verdicts.append((kind, verdict))
                _tell(kind, verdict, options.verbose)
    return _sum(verdicts, options.least)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("--spec", type=int, default=130, help="mutants of the spec (130)")
    parser.add_argument("--runtime", type=int, default=120, help="mutants of the runtime (120)")
    parser.add_argument("--seed", type=int, default=7, help="which ones (7)")
    parser.add_argument("--jobs", type=int, default=2, help="how many at a time (2)")
    parser.add_argument("--least", type=float, default=95.0, help="per cent to be noticed (95)")
    parser.add_argument("--only", default="", help="those whose file or change holds this")
    parser.add_argument("--verbose", action="store_true", help="say what noticed each")
    return parser


def _chosen(options: argparse.Namespace) -> Iterator[tuple[str, Mutant]]:
    """This many of each kind, the same ones for the same seed."""
    kinds = (
        ("of_spec", of_spec.mutants(ROOT / "spec"), options.spec),
        ("of_runtime", of_runtime.mutants(ROOT / "generator" / "runtime"), options.runtime),
    )
    for kind, every, number in kinds:
        wanted = [m for m in every if options.only in f"{m.file}: {m.what}"]
        picked = random.Random(options.seed).sample(wanted, min(number, len(wanted)))
        yield from ((kind, mutant) for mutant in sorted(picked))


def _tell(kind: str, verdict: Verdict, verbose: bool) -> None:
    mutant, caught = verdict
    if caught == "" or verbose:
        said = "SURVIVED" if caught == "" else "lint refuses it" if caught is None else caught
        print(f"{kind} {mutant.file}: {mutant.what}: {said}", flush=True)


def _sum(verdicts: list[tuple[str, Verdict]], least: float) -> int:
    """The score; mutants that lint refuses do not count, since nothing was built from them."""
    built = [(kind, v) for kind, v in verdicts if v.caught is not None]
    caught = [v for _, v in built if v.caught]
    score = 100 * len(caught) / len(built) if built else 100.0
    for kind in ("of_spec", "of_runtime"):
        of_kind = [v for k, v in built if k == kind]
        print(f"{kind}: {sum(bool(v.caught) for v in of_kind)} of {len(of_kind)} noticed")
    print(f"{len(verdicts) - len(built)} more refused by lint; {score:.1f} % noticed")
    return 0 if score >= least else 1


if __name__ == "__main__":
    sys.exit(main())
