"""The pages as Markdown: an index, the guides, and the reference with its records and lists.

Records, code lists and rules that several versions share are printed once; the index and every page
of another version link to them.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.diff.sections import sections
from generator.emit import plain, wording
from generator.emit.banner import source_of
from generator.emit.guides import READERS, guide_files
from generator.emit.message_docs import message_docs_files
from generator.emit.once import homes
from generator.emit.structures import trees
from generator.emit.templates import Templates, cell
from generator.resolve.model import Spec, VersionSpec


@dataclass(frozen=True, slots=True)
class Links:
    """The places of a version's pages and lists: in its own folder, or in that of another version
    with the same content."""

    version: VersionSpec
    homes: dict[tuple[str, str], VersionSpec]

    def home(self, name: str) -> VersionSpec:
        """The version whose folder contains a page or a list."""
        return self.homes[self.version.version, name]

    def page(self, name: str) -> str:
        """The path of a page, from the folder of the reference."""
        return f"{self.home(name).folder}/{name}.md"

    def code_list(self, name: str) -> str:
        """The path of a code list, from the folder of any version."""
        return f"../{self.home(f'codes#{name}').folder}/codes.md#{name}"

    def elsewhere(self) -> list[tuple[VersionSpec, list[str]]]:
        """The records and rules on pages of other versions, by version."""
        names = [*(record.key for record in self.version.records), "rules"]
        found: dict[str, tuple[VersionSpec, list[str]]] = {}
        for name in names:
            if not self.is_own(name):
                home = self.home(name)
                found.setdefault(home.version, (home, []))[1].append(name)
        return list(found.values())

    def is_own(self, name: str) -> bool:
        """Whether it is in this version's own folder."""
        return self.home(name) is self.version


def docs_files(spec: Spec, templates: Templates) -> Iterator[tuple[str, bytes]]:
    """All pages of the guides and of the reference."""
    _register(templates)
    links = _links(spec, templates)
    neighbours = list(itertools.pairwise(spec.versions))
    about: dict[str, Any] = {"versions": spec.versions, "links": links, "neighbours": neighbours}
    about |= {"readers": READERS, "messages": spec.messages}
    yield templates.file("docs/README.md", "docs/index.md.jinja", "spec/", **about)
    yield from guide_files(spec, templates)
    yield from message_docs_files(spec, templates)
    page, source = "docs/sources.md", "spec/sources.yaml"
    yield templates.file(page, f"{page}.jinja", source, sources=spec.sources)
    for version in spec.versions:
        yield from _of_version(version, links[version.version], templates)
    for old, new in neighbours:
        page, template = f"docs/changes-{old.version}-{new.version}.md", "docs/changes.md.jinja"
        about = {"old": old, "new": new, "sections": sections(old, new)}
        yield templates.file(page, template, "spec/", **about)


def changes(old: VersionSpec, new: VersionSpec, templates: Templates) -> str:
    """The changes between two versions, as a page without a banner."""
    _register(templates)
    found = sections(old, new)
    return templates.page("docs/changes.md.jinja", old=old, new=new, sections=found)


def _register(templates: Templates) -> None:
    templates.register(
        {
            "cell": cell,
            "conditions": wording.conditions,
            "trees": lambda structure, version: list(trees(version, structure)),
            "rows": lambda fields: list(wording.rows(fields)),
            "weak": lambda version: list(wording.weak(version)),
        }
    )


def _of_version(
    version: VersionSpec, links: Links, templates: Templates
) -> Iterator[tuple[str, bytes]]:
    folder = f"docs/{version.folder}"
    for record in filter(lambda record: links.is_own(record.key), version.records):
        about = {"number": version.version, "folder": version.folder, "links": links}
        page, source = f"{folder}/{record.key}.md", source_of(version, record.module)
        yield templates.file(page, "docs/record.md.jinja", source, record=record, **about)
    for name, said in (("codes", "codes"), ("rules", "rules"), ("open", "format")):
        if name != "rules" or links.is_own(name):
            page, template = f"{folder}/{name}.md", f"docs/{name}.md.jinja"
            source = source_of(version, said)
            yield templates.file(page, template, source, version=version, links=links)


def _links(spec: Spec, templates: Templates) -> dict[str, Links]:
    """The places of all pages: lists and rules first, since records link to lists."""
    found = homes(spec, _lists_and_rules)
    of_lists = {version.version: Links(version, found) for version in spec.versions}

    def records(version: VersionSpec) -> Iterator[tuple[str, object]]:
        for record in version.records:
            about = {"links": of_lists[version.version], "number": "", "folder": ""}
            yield record.key, templates.page("docs/record.md.jinja", record=record, **about)

    found = {**found, **homes(spec, records)}
    return {version.version: Links(version, found) for version in spec.versions}


def _lists_and_rules(version: VersionSpec) -> Iterator[tuple[str, object]]:
    lists = {codes.name: codes for codes in version.code_lists}
    for codes in version.code_lists:
        spelling = [plain.code_list(lists[name]) for name in codes.spelled_by.values()]
        yield f"codes#{codes.name}", [plain.code_list(codes), *spelling]
    for characters in version.character_sets:
        yield f"codes#{characters.name}", plain.character_set(characters)
    yield "rules", [plain.rule(rule) for rule in version.rules]
