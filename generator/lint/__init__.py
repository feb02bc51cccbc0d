"""Checks what a schema cannot: finds all mistakes that only the resolved spec shows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from generator.lint.characters import character_problems, encoding_problems
from generator.lint.codes import UNUSED, code_problems
from generator.lint.columns import column_problems
from generator.lint.conditions import condition_problems
from generator.lint.divisions import division_problems
from generator.lint.file_names import file_name_problems
from generator.lint.files import file_problems
from generator.lint.first_series import first_series_problems, order_problems
from generator.lint.flattened import flattened_problems
from generator.lint.form import form_problems
from generator.lint.identifiers import identifier_problems
from generator.lint.links import link_problems
from generator.lint.messages import message_problems
from generator.lint.modules import module_problems
from generator.lint.moves import move_problems
from generator.lint.names import NOT_ALIKE, name_problems
from generator.lint.roles import role_problems
from generator.lint.rules import rule_problems, unlisted_problems
from generator.lint.sources import source_problems
from generator.lint.structures import NO_RECORD, structure_problems
from generator.lint.texts import text_problems
from generator.lint.totals import total_problems
from generator.lint.variants import variant_problems
from generator.lint.written_once import written_once_problems
from generator.load.nodes import Problem
from generator.load.unknown import NONE_AT_ALL
from generator.resolve.model import Spec
from generator.resolve.spec import of_version

__all__ = ["lint"]


CHECKS = (
    column_problems,
    character_problems,
    encoding_problems,
    code_problems,
    condition_problems,
    file_name_problems,
    file_problems,
    first_series_problems,
    flattened_problems,
    identifier_problems,
    link_problems,
    module_problems,
    name_problems,
    role_problems,
    rule_problems,
    structure_problems,
    text_problems,
    total_problems,
    variant_problems,
)


def lint(spec: Spec, known: Sequence[Problem] = ()) -> list[Problem]:
    """All mistakes of the resolved spec, in order of the files; empty if there are none.

    ``known`` are the problems of resolving it. Mistakes that follow from others are not reported: a
    version is not checked while the one that it extends has mistakes.
    """
    problems = list(source_problems(spec))
    broken = {folder_of(problem) for problem in (*known, *problems)}
    unfounded = set[str]()
    for version in spec.in_order_of_extension():
        if version.base_folder in broken:
            broken.add(version.folder)
            continue
        once = list(written_once_problems(spec, version))
        if once:
            problems += once
            unfounded.add(version.folder)
            broken.add(version.folder)
            continue
        resolving = [problem for problem in known if folder_of(problem) == version.folder]
        found: list[Problem] = []
        misplaced = False
        for check in CHECKS:
            new = [p for p in check(version) if not follows(check, p, resolving, misplaced)]
            misplaced = misplaced or (check is column_problems and bool(new))
            found += (of_version(problem, version) for problem in new)
        if not resolving and not misplaced:
            base = next((v for v in spec.versions if v.folder == version.base_folder), None)
            between = (*move_problems(version, base), *division_problems(version, base))
            found += (of_version(p, version) for p in between)
        if found:
            broken.add(version.folder)
        problems += found
    if not known and not problems and spec.versions:
        problems += [*unlisted_problems(spec), *order_problems(spec)]
    problems += (p for p in form_problems(spec) if folder_of(p) not in unfounded)
    for message in spec.messages:
        problems += message_problems(message)
    first = {(p.mark, p.path, p.advice): p for p in reversed(problems)}
    return sorted(first.values())


def follows(check: object, problem: Problem, resolving: list[Problem], misplaced: bool) -> bool:
    """Whether a problem follows from another: positions move with a change that failed, a list is
    unused if its name is misspelt, a record is missing if it has a mistake, series begin with the
    codes of a list, and copies differ if fields are ``misplaced``."""
    if check is column_problems:
        return any("changed" in known.path for known in resolving)
    if check is first_series_problems or problem.message.startswith((UNUSED, NO_RECORD)):
        return bool(resolving)
    return misplaced and problem.message.endswith(NOT_ALIKE)


def missing_files_once(problems: Sequence[Problem]) -> list[Problem]:
    """The problems, but of those that a missing file explains only the first in each folder."""
    found: list[Problem] = []
    folders: set[str] = set()
    for problem in sorted(problems):
        if problem.advice == NONE_AT_ALL:
            if folder_of(problem) in folders:
                continue
            folders.add(folder_of(problem))
        found.append(problem)
    return found


def folder_of(problem: Problem) -> str:
    """The folder of the version with a problem."""
    return PurePosixPath(problem.mark.file).parent.name
