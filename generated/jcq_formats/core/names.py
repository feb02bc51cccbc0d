"""File names: parsed, built, and compared with the contents of the file."""  # Copied from generator/runtime/core/names.py by `make generate`; edit that, not this.

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath, PureWindowsPath
from typing import ClassVar, NamedTuple, Self

from .copies import ADDED
from .errors import BuildError, FormatError, JcqError
from .fields import Field
from .formats import NameForm, NamePart, load, version_today
from .kinds.kind import is_number
from .printable import counted
from .records import Record
from .roles import by_role, text_of


class BaseFileName:
    """A file name that matches a pattern of some version; case does not matter.

    ``name`` is the original name, without folders; ``form`` is the name of its pattern,
    ``versions`` are the versions with that pattern, newest first; ``parts`` holds the named parts
    in capitals.
    """

    __slots__ = ("form", "name", "parts", "versions")

    FORMS: ClassVar[tuple[NameForm, ...]] = ()
    """The patterns of all versions, each once: newer versions first, and within a version in the
    order of its spec."""

    VERSIONS: ClassVar[Mapping[str, tuple[int, ...]]] = {}
    """For each version, newest first, the indexes of its patterns in ``FORMS``, in the order of its
    spec."""

    def __init__(
        self, name: str, form: str, parts: Mapping[str, str], versions: tuple[str, ...] = ()
    ) -> None:
        self.name = name
        self.form = form
        self.parts = dict(parts)
        self.versions = versions

    @classmethod
    def parse(cls, name: str, version: str | None = None) -> Self:
        """Parses a file name; folders before it are ignored.

        The patterns of the version in force today are tried first, then those of the others, newer
        versions first; the first match counts. With ``version``, only the patterns of that version
        are tried. Raises FormatError if no pattern matches, or there is no such version, and
        JcqError if the name is not text.
        """
        if not isinstance(name, (str, os.PathLike)):
            raise JcqError(f"name: a text is needed, not {type(name).__name__}")
        bare = PureWindowsPath(PurePosixPath(name).name).name
        forms = cls._forms_of(version)
        for form, versions in forms:
            parts = _parts_of(bare, form)
            if parts is not None:
                return cls(bare, form.name, parts, versions)
        of = "a known form" if version is None else f"a form of version {version}"
        like = [form.example for form, having in forms if (version or version_today()) in having]
        examples = ", ".join(like or (form.example for form, _ in forms))
        raise FormatError(f"{bare!r} is not a file name of {of} (such as {examples})")

    @classmethod
    def build(cls, form: str, version: str | None = None, **parts: str) -> Self:
        """Builds a file name from its parts.

        Without ``version``, the pattern of this name that the parts fit is used; if several fit,
        that of the version in force today, or else of the newest. Raises BuildError if there is no
        such pattern, a part is missing or does not fit, and FormatError if there is no such
        version.
        """
        forms = cls._forms_of(version)
        named = [found for found in forms if found[0].name == form]
        if not named:
            known = ", ".join(dict.fromkeys(found.name for found, _ in forms))
            raise BuildError(f"unknown form {form!r}; known: {known}")
        refusals = []
        for found, versions in named:
            name, errors = _put_together(found, parts)
            taken_apart = _parts_of(name, found) if not errors else None
            if taken_apart is not None:
                return cls(name, form, taken_apart, versions)
            is_none = f"{name!r} is not a name of form {form}: {found.example} is one"
            refusals.append(errors or [BuildError(is_none)])
        # The pattern that the parts nearly fit is the one that the caller has in mind.
        raise min(refusals, key=len)[0]

    @classmethod
    def _forms_of(cls, version: str | None) -> list[tuple[NameForm, tuple[str, ...]]]:
        """The patterns of a version, or all, with the versions that have them."""
        if version is None:
            today = cls.VERSIONS.get(version_today(), ())
            wanted: Iterable[int] = dict.fromkeys((*today, *range(len(cls.FORMS))))
        else:
            load(version)
            wanted = cls.VERSIONS.get(version, ())
        return [
            (cls.FORMS[i], tuple(v for v, having in cls.VERSIONS.items() if i in having))
            for i in wanted
        ]

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.name!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, BaseFileName):
            return NotImplemented
        return (self.form, self.parts) == (other.form, other.parts)

    def __hash__(self) -> int:
        return hash((self.form, *sorted(self.parts.items())))


class Disagreement(NamedTuple):
    """A part of a file name, and the field of a record that should have the same value."""

    part: str
    in_name: str
    record: Record
    field: Field
    in_record: str


def parse_name(name: str, forms: tuple[NameForm, ...]) -> tuple[NameForm, dict[str, str]] | None:
    """The pattern and the parts of a name, or None if no pattern matches."""
    for form in forms:
        parts = _parts_of(PureWindowsPath(PurePosixPath(name).name).name, form)
        if parts is not None:
            return form, parts
    return None


def name_within(name: str, forms: tuple[NameForm, ...]) -> str:
    """The original name of a renamed file: by a browser (``E9999998 (1).X01``), by copying (``Copy
    of ...``) or with another ending (``.txt``); empty if there is none."""
    bare = ADDED.sub("", PureWindowsPath(PurePosixPath(name).name).name)
    for start in range(len(bare)):
        if start and bare[start - 1].isalnum():
            continue
        for form in forms:
            size = sum(part.width for part in form.parts)
            found, after = bare[start : start + size], bare[start + size :]
            if _parts_of(found, form) is not None and not after[:1].isalnum():
                return found
    return ""


def disagreements(
    form: NameForm, parts: Mapping[str, str], records: tuple[Record, ...]
) -> Iterator[Disagreement]:
    """The parts of a name that contradict these records."""
    for part in form.parts:
        for role in part.agrees_with:
            for record in records:
                found = by_role(record, role)
                if found is None:
                    continue
                field, owner = found
                text = owner.text(field.name)
                said = text[-part.last :] if part.last else text
                if said.upper() != parts[part.part]:
                    yield Disagreement(part.part, parts[part.part], record, field, said)


def name_of(forms: tuple[NameForm, ...], records: tuple[Record, ...]) -> str:
    """The file name for these headers; empty if no pattern suits them.

    Raises BuildError if a header lacks a part of the name.
    """
    form = form_of(forms, records)
    if form is None:
        return ""
    parts = {part.part: _said(records, part) for part in form.parts if part.part}
    return "".join(_text_of(part, parts, form.name) for part in form.parts)


def form_of(forms: tuple[NameForm, ...], records: tuple[Record, ...]) -> NameForm | None:
    """The pattern of the name for these headers: of those for its data type, the one of which the
    file header itself gives the most parts."""
    fitting = [form for form in forms if records and records[0].line[:1] in form.data_types]
    return min(fitting, key=lambda form: _not_said(records[:1], form), default=None)


def _not_said(records: tuple[Record, ...], form: NameForm) -> int:
    return sum(1 for part in form.parts if part.agrees_with and not _said(records, part))


def _said(records: tuple[Record, ...], part: NamePart) -> str:
    """The part of the name, from the first record that gives it."""
    for role in part.agrees_with:
        for record in records:
            said = text_of(record, role)
            if said is not None:
                return said
    return ""


def _parts_of(name: str, form: NameForm) -> dict[str, str] | None:
    if name[:1].upper() not in form.data_types:
        return None
    rest = name.upper()
    parts: dict[str, str] = {}
    for part in form.parts:
        text, rest = rest[: part.width], rest[part.width :]
        if len(text) < part.width or (part.literal and text != part.literal.upper()):
            return None
        if not _is_of_its_characters(text, part):
            return None
        if part.part:
            parts[part.part] = text
    return None if rest else parts


def _is_of_its_characters(text: str, part: NamePart) -> bool:
    if part.digits:
        return is_number(text)
    return not part.no_digits or not any(map(str.isdigit, text))


def _put_together(form: NameForm, parts: Mapping[str, str]) -> tuple[str, list[BuildError]]:
    """The name that these parts make in a pattern, and an error for each part that does not fit."""
    name, errors = "", []
    for part in form.parts:
        try:
            name += _text_of(part, parts, form.name)
        except BuildError as error:
            errors.append(error)
    return name, errors


def _text_of(part: NamePart, parts: Mapping[str, str], form: str) -> str:
    if part.literal:
        return part.literal
    text = parts.get(part.part, "")
    if part.last and len(text) > part.width:
        text = text[-part.last :]
    if len(text) != part.width:
        many = "is" if part.width == 1 else "are"
        needed = f"{counted(part.width, 'character')} {many} needed"
        raise BuildError(f"{part.part}: {needed} in a file name of form {form}")
    is_safe = text.isascii() and text.replace("_", "0").isalnum()
    if not is_safe or not _is_of_its_characters(text, part):
        what = "digits" if part.digits else "letters" + " and digits" * (not part.no_digits)
        raise BuildError(
            f"{part.part}: must be {what} in a file name of form {form}: check the headers"
        )
    return text
