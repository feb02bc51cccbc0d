"""The reference: a page for each record, code lists, rules, what is open, sources, changes."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from generator.diff.sections import sections
from generator.emit import wording
from generator.emit.banner import said_at
from generator.emit.templates import Templates, cell
from generator.resolve.model import Spec, VersionSpec


def docs_files(spec: Spec, templates: Templates) -> Iterator[tuple[str, bytes]]:
    """Every page of the reference."""
    _register(templates)
    versions, newest = spec.versions, spec.newest
    yield templates.file(
        "docs/README.md",
        "docs/index.md.jinja",
        "spec/",
        versions=versions,
        newest=newest,
        neighbours=list(itertools.pairwise(versions)),
    )
    sources = spec.sources
    yield templates.file(
        "docs/sources.md", "docs/sources.md.jinja", "spec/sources.yaml", sources=sources
    )
    for version in versions:
        yield from _version_pages(version, templates)
    for old, new in itertools.pairwise(versions):
        target = f"docs/changes-{old.version}-{new.version}.md"
        found = sections(old, new)
        about = {"old": old, "new": new, "sections": found}
        yield templates.file(target, "docs/changes.md.jinja", "spec/", **about)


def _version_pages(version: VersionSpec, templates: Templates) -> Iterator[tuple[str, bytes]]:
    folder = f"docs/{version.folder}"
    for record in version.records:
        source = said_at(version, record.module)
        target = f"{folder}/{record.key}.md"
        yield templates.file(target, "docs/record.md.jinja", source, version=version, record=record)
    for page, name in (("codes", "codes"), ("rules", "rules"), ("open", "format")):
        target, template = f"{folder}/{page}.md", f"docs/{page}.md.jinja"
        yield templates.file(target, template, said_at(version, name), version=version)


def changes(old: VersionSpec, new: VersionSpec, templates: Templates) -> str:
    """What changed between two versions, as a page without a banner."""
    _register(templates)
    found = sections(old, new)
    return templates.page("docs/changes.md.jinja", old=old, new=new, sections=found)


def _register(templates: Templates) -> None:
    templates.register(
        {
            "cell": cell,
            "conditions": wording.conditions,
            "rows": lambda fields: list(wording.rows(fields)),
            "weak": lambda version: list(wording.weak(version)),
        }
    )
