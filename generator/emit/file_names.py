"""The file names of all versions: each pattern once, and all their parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.emit.wording import WIDTH, wrapped
from generator.resolve.model import Spec
from generator.runtime.core.formats import NameForm
from generator.runtime.core.listing import listed


class KnownForm(NamedTuple):
    """A pattern of file names, and the versions that have it, newest first."""

    form: NameForm
    versions: tuple[str, ...]


def known_forms(spec: Spec) -> list[KnownForm]:
    """The patterns of all versions, newer versions first, each once.

    Patterns are the same if names are parsed in the same way, whatever their evidence.
    """
    found: dict[object, KnownForm] = {}
    for version in reversed(spec.versions):
        for form in version.format.file_names:
            known = found.get(_apart(form), KnownForm(form, ()))
            found[_apart(form)] = KnownForm(known.form, (*known.versions, version.version))
    return list(found.values())


def forms_by_version(spec: Spec) -> dict[str, tuple[int, ...]]:
    """The indexes of the known patterns of each version, from 0, in its own order."""
    known = [_apart(form) for form, _ in known_forms(spec)]
    return {
        version.version: tuple(known.index(_apart(form)) for form in version.format.file_names)
        for version in reversed(spec.versions)
    }


def _apart(form: NameForm) -> object:
    """What tells how names of a form are taken apart and what they are called."""
    return form.name, form.data_types, tuple(replace(p, agrees_with=()) for p in form.parts)


def file_names_docstring(forms: Sequence[KnownForm]) -> str:
    """The docstring of FileName: each form with its parts, its versions and an example."""
    lines = [
        "The name of a file, taken apart; not case sensitive.",
        "",
        "The forms of the version in force today are tried first, then the others in this order.",
        "",
    ]
    for form, versions in forms:
        parts = " ".join(p.literal or f"{p.part}({p.width})" for p in form.parts)
        grade = f"grade {form.grade} in version {versions[0]}"
        also = f", also in {', '.join(versions[1:])}" if versions[1:] else ""
        lines.append(f"    {form.name:<14} {form.example:<14} {grade}{also}")
        lines.append(f"        {parts}")
    return "\n".join(lines)


def name_parts(forms: Sequence[KnownForm]) -> list[tuple[str, str]]:
    """The named parts of all forms, each with its positions form by form.

    Where forms of one name differ in it, each with the newest version that has it so.
    """
    positions: dict[str, dict[str, dict[str, str]]] = {}
    for form, versions in forms:
        for part, where in _parts_of(form):
            places = positions.setdefault(part, {}).setdefault(form.name, {})
            places.setdefault(where, versions[0])
    return [
        (part, wrapped(f"Positions by form of name: {_said(by_form)}.", WIDTH - 8))
        for part, by_form in positions.items()
    ]


def _said(by_form: Mapping[str, Mapping[str, str]]) -> str:
    """The positions of a part: `broadcast 2-3, centre 2-7 (15) or 2-6 (14)`."""
    said = []
    for name, places in by_form.items():
        several = len(places) > 1
        each = [f"{where} ({version})" if several else where for where, version in places.items()]
        said.append(f"{name} {listed(each, 'or')}")
    return ", ".join(said)


def _parts_of(form: NameForm) -> Iterator[tuple[str, str]]:
    start = 1
    for part in form.parts:
        end = start + part.width - 1
        if part.part:
            yield part.part, str(start) if end == start else f"{start}-{end}"
        start = end + 1
