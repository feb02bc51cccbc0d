"""python -m generator build | check | lint"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

from generator.build import Difference, difference, put_in_place
from generator.lint import lint
from generator.model import Spec, load_spec
from generator.nodes import SpecError
from generator.render import render

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command: 0 is well, 1 means mistakes or differences."""
    options = _parser().parse_args(arguments)
    try:
        spec = checked_spec(options.spec)
    except SpecError as error:
        print(error, file=sys.stderr)
        count = len(error.problems)
        print(f"{count} mistake{'s' if count != 1 else ''} in the spec", file=sys.stderr)
        return 1
    if options.command == "lint":
        versions = ", ".join(version.version for version in spec.versions)
        print(f"{options.spec.name}: no mistakes (version {versions})")
        return 0
    files = render(spec, options.templates, ROOT / "generator" / "runtime", package_version())
    if options.command == "check":
        return _check(difference(files, options.out), options.out)
    _tell(put_in_place(files, options.out), len(files), options.out)
    return 0


def checked_spec(folder: Path) -> Spec:
    """The spec below the folder. Raises SpecError with every mistake found."""
    spec, problems = load_spec(folder)
    problems += lint(spec, problems)
    if problems:
        raise SpecError(problems)
    return spec


def package_version() -> str:
    """The version of the package, out of pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    version: str = project["version"]
    return version


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m generator", description=__doc__)
    parser.add_argument("command", choices=("build", "check", "lint"))
    parser.add_argument("--spec", type=Path, default=ROOT / "spec", help="the spec (spec/)")
    parser.add_argument("--templates", type=Path, default=ROOT / "templates", help="templates/")
    parser.add_argument("--out", type=Path, default=ROOT / "generated", help="generated/")
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
