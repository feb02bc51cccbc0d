"""Loads the spec in a folder: every version loaded, extended and resolved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath
from types import ModuleType

from generator.load.documents import load_folder, load_sources
from generator.load.nodes import Mark, Problem, SpecError, SpecMapping
from generator.resolve.items import source
from generator.resolve.messages import load_messages
from generator.resolve.model import MessageSpec, Source, Spec, VersionSpec
from generator.resolve.resolver import Resolver
from generator.runtime.core import kinds as runtime_kinds
from generator.versions.chain import extended


def load_spec(folder: Path, kinds: ModuleType = runtime_kinds) -> tuple[Spec, list[Problem]]:
    """The spec in a folder, and the problems of resolving it.

    Raises SpecError if the YAML or its shape is wrong, so that nothing can be resolved.
    """
    root = folder.parent
    failures: list[Problem] = []
    sources: list[Source] = []
    documents: dict[str, dict[str, SpecMapping]] = {}
    try:
        sources = [source(s) for s in load_sources(folder / "sources.yaml", root)["sources"]]
    except SpecError as error:
        failures += error.problems
    for version_folder in sorted(folder.glob("v[0-9]*")):
        try:
            documents[version_folder.name] = load_folder(version_folder, root)
        except SpecError as error:
            failures += error.problems
    if not documents and not failures:
        mark = Mark(folder.name, 1, 1)
        failures.append(Problem(mark, "", "there is no version here", "Add a folder such as v14."))
    problems: list[Problem] = []
    messages: list[MessageSpec] = []
    try:
        messages = load_messages(folder, problems)
    except SpecError as error:
        failures += error.problems
    if failures:
        raise SpecError(failures)
    versions: list[VersionSpec] = []
    for name, data in extended(documents, problems).items():
        found: list[Problem] = []
        versions.append(Resolver(data, name, kinds, found).version())
        said = {(problem.mark, problem.path) for problem in problems}
        problems += [of_version(p, versions[-1]) for p in found if (p.mark, p.path) not in said]
    in_order = sorted(versions, key=lambda version: version.version)
    return Spec(sources, in_order, documents, messages), problems


def of_version(problem: Problem, version: VersionSpec) -> Problem:
    """The problem; if it is in the text of another version, it names the version that has it."""
    if PurePosixPath(problem.mark.file).parent.name == version.folder:
        return problem
    return replace(problem, message=f"in version {version.version}, {problem.message}")
