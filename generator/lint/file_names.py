"""File names: their parts match the example, and agree with fields that can hold the same."""

from __future__ import annotations

import keyword
from collections.abc import Iterator

from generator.lint.names import TYPE_NAMES
from generator.lint.walk import at, owners
from generator.load.nodes import Problem
from generator.load.unknown import known_words
from generator.resolve.fields import FieldSpec
from generator.resolve.model import NameFormSpec, VersionSpec
from generator.runtime.core.formats import NamePart
from generator.runtime.core.names import BaseFileName, parse_name
from generator.runtime.core.printable import counted

TAKEN = frozenset(dir(BaseFileName)) | TYPE_NAMES
"""Names that the class of file names already has, or uses in its type annotations."""

Roles = dict[str, list[FieldSpec]]


def file_name_problems(version: VersionSpec) -> Iterator[Problem]:
    """Checks data types, parts and the example of every pattern."""
    roles: Roles = {}
    for owner in owners(version):
        for field in owner.fields:
            roles.setdefault(field.role, []).append(field)
    for form in version.file_names:
        yield from _data_types(form, version)
        yield from _example(form)
        seen: set[str] = set()
        for index, part in enumerate(form.parts):
            yield from _part(form, index, part, seen)
            yield from _agreement(form, index, part, roles)


def _data_types(form: NameFormSpec, version: VersionSpec) -> Iterator[Problem]:
    known = [data_type.code for data_type in version.data_types]
    for code in form.data_types:
        if code not in known:
            message = f"there is no data type {code!r}"
            yield at(form, "data_types", message, known_words(code, known))


def _example(form: NameFormSpec) -> Iterator[Problem]:
    """The package must parse the example as stated."""
    width = sum(part.width for part in form.parts)
    if len(form.example) != width:
        message = f"the parts have {counted(width, 'character')}, the example {len(form.example)}"
        yield at(form, "example", message, "Correct one of them.")
        return
    if parse_name(form.example, (form,)) is None:
        message = f"{form.example} does not consist of these parts, or has none of its data types"
        yield at(form, "example", message, "Correct the example, or the part that it contradicts.")


def _part(form: NameFormSpec, index: int, part: NamePart, seen: set[str]) -> Iterator[Problem]:
    if part.part in seen:
        yield _at(form, index, "part", f"the part {part.part} appears twice", "Rename one of them.")
    elif part.part in TAKEN or keyword.iskeyword(part.part):
        yield _at(form, index, "part", f"the name {part.part} is taken", "Choose another name.")
    if part.part:
        seen.add(part.part)
    if part.last and part.last != part.width:
        message = "the compared text must be as long as the part"
        yield _at(form, index, "last", message, f"Write last: {part.width}.")


def _agreement(form: NameFormSpec, index: int, part: NamePart, roles: Roles) -> Iterator[Problem]:
    for role in part.agrees_with:
        if role not in roles:
            yield _at(form, index, "is", f"no field has the role {role!r}", "Correct `is`.")
        for width in sorted({field.width for field in roles.get(role, ())}):
            if width < part.width or (width > part.width and not part.last):
                message = f"{role} has {counted(width, 'character')}, the part {part.width}"
                advice = "Correct the width, or say with `last` how many characters are the same."
                yield _at(form, index, "is", message, advice)


def _at(form: NameFormSpec, index: int, word: str, message: str, advice: str) -> Problem:
    words = form.words["parts"][index]
    return Problem(words.mark_of(word), words.path_of(word), message, advice)
