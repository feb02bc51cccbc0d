"""What a schema cannot say: every mistake that needs the resolved whole, all of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from generator.lint.codes import UNUSED, code_problems
from generator.lint.columns import column_problems
from generator.lint.fields import field_problems
from generator.lint.files import file_problems
from generator.lint.names import name_problems
from generator.lint.sources import source_problems
from generator.model import Spec, Version
from generator.nodes import Problem

__all__ = ["lint"]


LOOKS = (column_problems, field_problems, name_problems, code_problems, file_problems)


def lint(spec: Spec, known: Sequence[Problem] = ()) -> list[Problem]:
    """Every mistake of the resolved spec, in the order of the files; empty when there is none.

    ``known`` are the problems of resolving it. What only follows from a mistake is not said again:
    a version is not looked at while the one that it extends has mistakes.
    """
    problems = list(source_problems(spec))
    broken = {folder_of(problem) for problem in (*known, *problems)}
    for version in in_order_of_extension(spec):
        if version.base_folder in broken:
            broken.add(version.folder)
            continue
        resolving = [problem for problem in known if folder_of(problem) == version.folder]
        found = [
            problem
            for look in LOOKS
            for problem in look(version)
            if not follows(look, problem, resolving)
        ]
        if found:
            broken.add(version.folder)
        problems += found
    first = {(p.mark, p.path, p.advice): p for p in reversed(problems)}
    return sorted(first.values())


def follows(look: object, problem: Problem, resolving: list[Problem]) -> bool:
    """Whether a problem comes of one of resolving: positions move with a change that failed, and a
    list is unused when its name is misspelt."""
    if look is column_problems:
        return any(known.path.startswith("changed") for known in resolving)
    return bool(resolving) and problem.message.startswith(UNUSED)


def folder_of(problem: Problem) -> str:
    """The folder of the version that a problem stands in."""
    return PurePosixPath(problem.mark.file).parent.name


def in_order_of_extension(spec: Spec) -> list[Version]:
    """Every version after the one that it extends."""
    ordered: list[Version] = []
    waiting = list(spec.versions)
    while waiting:
        done = {version.folder for version in ordered}
        ready = [v for v in waiting if not v.base_folder or v.base_folder in done]
        ordered += ready or waiting
        waiting = [v for v in waiting if v not in ordered] if ready else []
    return ordered
