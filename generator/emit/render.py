"""Combines the outputs of all modules of `emit` into the contents of `generated/`."""

from __future__ import annotations

from pathlib import Path

from generator.emit.conformance import conformance_files
from generator.emit.docs import changes, docs_files
from generator.emit.package import package_files
from generator.emit.spec_json import spec_json
from generator.emit.templates import Templates
from generator.emit.tests import test_files
from generator.resolve.model import Spec, VersionSpec


def render(
    spec: Spec, templates: Path, runtime: Path, tests: Path, package_version: str
) -> dict[str, bytes]:
    """All files in `generated/`, by path.

    ``tests`` has the case files that are part of the kit.
    """
    found = Templates(templates)
    files = {"jcq_formats/spec.json": spec_json(spec)}
    files |= package_files(spec, found, runtime, package_version)
    files |= test_files(spec, found)
    files |= docs_files(spec, found)
    files |= conformance_files(spec, tests, found)
    return dict(sorted(files.items()))


def render_changes(old: VersionSpec, new: VersionSpec, templates: Path) -> str:
    """The changes between two versions, as Markdown."""
    return changes(old, new, Templates(templates))
