"""python -m generator build | check | kit | lint | new VERSION --from BASE | diff OLD NEW"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

from generator.emit.build import Difference, difference, put_in_place
from generator.emit.conformance import HARNESSES, HASHES
from generator.emit.kit import kit, kit_hashes
from generator.emit.render import render, render_changes
from generator.lint import lint, missing_files_once
from generator.lint.kinds import kind_problems
from generator.lint.roles import role_notes
from generator.load.nodes import SpecError
from generator.resolve.model import Spec, VersionSpec
from generator.resolve.spec import load_spec
from generator.runtime.core import kinds
from generator.runtime.testing.strategies import kinds as kinds_of_strategies
from generator.versions.new import write_skeleton

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command: 0 is success, 1 means mistakes or differences."""
    options = _parser().parse_args(arguments)
    try:
        spec = checked_spec(options.spec)
    except SpecError as error:
        print(error, file=sys.stderr)
        count = len(error.problems)
        print(f"{count} mistake{'s' if count != 1 else ''} in the spec", file=sys.stderr)
        return 1
    try:
        return COMMANDS[options.command](spec, options)
    except UsageError as error:
        print(f"python -m generator {options.command}: {error}", file=sys.stderr)
        return 2


class UsageError(ValueError):
    """A version that does not exist, or exists already."""


def lint_spec(spec: Spec, options: argparse.Namespace) -> int:
    """Reports that the spec has no mistakes (loading it would have raised them), and which roles
    used by program logic a version lacks."""
    versions = ", ".join(version.version for version in spec.versions)
    print(f"{options.spec.name}: no mistakes (version {versions})")
    for note in role_notes(spec):
        print(f"note: {note}")
    return 0


def new_version(spec: Spec, options: argparse.Namespace) -> int:
    """Writes the skeleton of a version, and prints the next steps."""
    base = _version(spec, options.base)
    try:
        path = write_skeleton(options.version, base, options.spec)
    except FileExistsError:
        raise UsageError(f"version {options.version} exists already") from None
    except ValueError as error:
        raise UsageError(str(error)) from None
    shown = path.relative_to(options.spec.parent)
    print(f"{shown}: version {options.version}, all as in version {base.version}")
    print(f"Next: set `effective`, and add the source to {options.spec.name}/sources.yaml as")
    print("`booklet-...`, then move what the booklet changes to `changed` and run")
    print("`python -m generator lint`.")
    return 0


def print_difference(spec: Spec, options: argparse.Namespace) -> int:
    """Prints the changes between two versions, as Markdown."""
    old, new = _version(spec, options.old), _version(spec, options.new)
    print(render_changes(old, new, options.templates), end="")
    return 0


def _version(spec: Spec, name: str) -> VersionSpec:
    for version in spec.versions:
        if version.version == name:
            return version
    known = ", ".join(version.version for version in spec.versions)
    raise UsageError(f"unknown version {name!r}; known: {known}")


def build_package(spec: Spec, options: argparse.Namespace) -> int:
    """Writes `generated/`, or lists how it differs from the spec."""
    runtime, tests = ROOT / "generator" / "runtime", ROOT / "tests"
    files = render(spec, options.templates, runtime, tests, package_version())
    if options.command == "check":
        return _check(difference(files, options.out), options.out)
    _tell(put_in_place(files, options.out), len(files), options.out)
    return 0


def build_kit(spec: Spec, options: argparse.Namespace) -> int:
    """Builds the complete kit for other languages, if its hashes match those in `generated/`."""
    conformance = options.out / "conformance"
    files = dict(kit(spec, ROOT / "tests"))
    if kit_hashes(files) != (conformance / HASHES).read_bytes():
        print(f"differs: {options.out.name}/conformance/{HASHES}")
        print("run `make generate`", file=sys.stderr)
        return 1
    kept = (conformance / name for name in ("README.md", *HARNESSES))
    files |= {path.name: path.read_bytes() for path in kept if path.exists()}
    _tell(put_in_place(files, options.to), len(files), options.to)
    return 0


def checked_spec(folder: Path) -> Spec:
    """The spec in the folder. Raises SpecError with all mistakes.

    If a kind of field is incomplete, only that is reported.
    """
    lacking = kind_problems(kinds, kinds_of_strategies, ROOT / "templates")
    if lacking:
        raise SpecError(lacking)
    spec, problems = load_spec(folder)
    problems += lint(spec, problems)
    if problems:
        raise SpecError(missing_files_once(problems))
    return spec


def package_version() -> str:
    """The version of the package, from pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    version: str = project["version"]
    return version


COMMANDS = {
    "build": build_package,
    "check": build_package,
    "kit": build_kit,
    "lint": lint_spec,
    "new": new_version,
    "diff": print_difference,
}

SUMMARIES = {
    "build": "write everything below generated/ from the spec",
    "check": "check that generated/ matches the spec",
    "kit": "write lines, files and cases as JSON, for readers in other languages",
    "lint": "check the spec for mistakes",
    "new": "write the skeleton of the next version",
    "diff": "print the changes between two versions, as Markdown",
}


def _parser() -> argparse.ArgumentParser:
    places = argparse.ArgumentParser(add_help=False)
    places.add_argument(
        "--spec", type=Path, default=ROOT / "spec", help="the folder with the spec (default: spec/)"
    )
    places.add_argument(
        "--templates",
        type=Path,
        default=ROOT / "templates",
        help="the folder with the templates (default: templates/)",
    )
    places.add_argument(
        "--out",
        type=Path,
        default=ROOT / "generated",
        help="the folder with the generated files (default: generated/)",
    )
    parser = argparse.ArgumentParser(prog="python -m generator", description=__doc__)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    made = {
        name: commands.add_parser(name, help=summary, parents=[places])
        for name, summary in SUMMARIES.items()
    }
    made["new"].add_argument("version", help="two characters, such as 15")
    made["new"].add_argument("--from", dest="base", required=True, help="the version to extend")
    made["kit"].add_argument(
        "--to",
        type=Path,
        default=ROOT / "dist" / "kit",
        help="the folder to write the kit into (default: dist/kit/)",
    )
    made["diff"].add_argument("old", help="a version, such as 13")
    made["diff"].add_argument("new", help="another version, such as 14")
    return parser


def _check(found: Difference, folder: Path) -> int:
    for what, names in (
        ("missing", found.missing),
        ("differs", found.changed),
        ("stale", found.stale),
    ):
        for name in names:
            print(f"{what}: {folder.name}/{name}")
    if found:
        print("run `make generate`", file=sys.stderr)
    return 1 if found else 0


def _tell(done: Difference, total: int, folder: Path) -> None:
    for what, names in (
        ("new", done.missing),
        ("changed", done.changed),
        ("removed", done.stale),
    ):
        for name in names:
            print(f"{what}: {folder.name}/{name}")
    written = len(done.missing) + len(done.changed)
    print(f"{total} files in {folder.name}/: {written} written, {len(done.stale)} removed")


if __name__ == "__main__":
    sys.exit(main())
