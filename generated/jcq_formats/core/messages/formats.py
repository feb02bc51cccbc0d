"""A message format: its classes, blocks, file names and rules; and all known formats."""  # Copied from generator/runtime/core/messages/formats.py by `make generate`; edit that, not this.

from __future__ import annotations

import functools
import importlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from ..character_encodings import MARKS
from ..copies import ADDED
from ..issues import Rule

if TYPE_CHECKING:
    from .views import View


@dataclass(frozen=True, slots=True)
class BlockForm:
    """The content of a block: one element, which contains repeated elements of a class."""

    element: str
    holds: type[View]


@dataclass(frozen=True, slots=True)
class MessageNamePart:
    """A part of a file name: fixed text, or a named part of a width (0: any), which must equal the
    field with the role ``agrees_with``."""

    literal: str = ""
    part: str = ""
    width: int = 0
    digits: bool = False
    agrees_with: str = ""

    @property
    def pattern(self) -> str:
        """The part as it is shown to people."""
        if self.literal:
            return re.escape(self.literal)
        character = "[0-9]" if self.digits else "[^./\\\\]"
        return f"(?P<{self.part}>{character}{{{self.width}}})" if self.width else _any(self.part)


def _any(part: str) -> str:
    return f"(?P<{part}>[^./\\\\\\s()]+)"


@dataclass(frozen=True, slots=True, eq=False)
class MessageFormat:
    """A message format. ``name`` is the name of its tables."""

    name: str
    title: str
    root: str
    namespace: str
    block: str
    block_name: str
    grade: str
    header: type[View]
    blocks: tuple[BlockForm, ...]
    name_parts: tuple[MessageNamePart, ...]
    name_example: str
    rules: Mapping[str, Rule]

    def __repr__(self) -> str:
        return f"MessageFormat({self.name!r})"

    @property
    def classes(self) -> tuple[type[View], ...]:
        """All classes, nested ones after those that contain them."""
        found = [self.header, *(block.holds for block in self.blocks)]
        for view in found:
            kinds = (field.kind for field in view.FIELDS.values())
            found += [kind.item for kind in kinds if hasattr(kind, "item")]
        return tuple(dict.fromkeys(found))

    def class_of_role(self, role: str) -> type[View] | None:
        """The class with this role, or None."""
        return next((view for view in self.classes if role == view.ROLE), None)

    def parts_of(self, name: str) -> Mapping[str, str] | None:
        """The parts of a file name; None if it does not match the pattern. Case does not matter."""
        found = re.fullmatch(_name_pattern(self.name_parts), bare(name), re.IGNORECASE)
        return None if found is None else found.groupdict()

    def name_of(self, header: View | None, **parts: str) -> str:
        """The name of a file, from the header and the given parts; empty if a part is missing or
        does not fit."""
        texts = []
        for part in self.name_parts:
            said = parts.get(part.part, "")
            if part.agrees_with and header is not None:
                said = header.text_of_role(part.agrees_with)
            texts.append(part.literal or said)
        name = "".join(texts)
        return name if self.parts_of(name) is not None else ""

    def name_within(self, name: str) -> str:
        """The original name of a renamed file, such as a second download; empty if there is
        none."""
        found = re.search(_name_pattern(self.name_parts), ADDED.sub("", bare(name)), re.IGNORECASE)
        return "" if found is None else found[0]


def bare(name: str) -> str:
    """The file name without its folders."""
    return PureWindowsPath(PurePosixPath(name).name).name


@functools.cache
def _name_pattern(parts: tuple[MessageNamePart, ...]) -> str:
    return "".join(part.pattern for part in parts)


_MODULES: list[str] = []


def register_messages(*modules: str) -> None:
    """Registers message formats: the names of the modules that define their ``FORMAT``."""
    _MODULES.extend(module for module in modules if module not in _MODULES)


def message_formats() -> Iterator[MessageFormat]:
    """All message formats; each module is imported only when it is reached."""
    for module in _MODULES:
        yield importlib.import_module(module).FORMAT


def message_format(name: str) -> MessageFormat | None:
    """The message format whose tables have this name, or None."""
    return next((form for form in message_formats() if form.name == name.lower()), None)


def is_message_name(name: str, *, renamed: bool = False) -> bool:
    """Whether a file name is that of a message or, with ``renamed``, was made from one."""
    return any(
        form.parts_of(name) is not None or (renamed and bool(form.name_within(name)))
        for form in message_formats()
    )


PROLOGUE = re.compile(rb"(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
"""What may precede the root element: a declaration, comments, processing instructions."""


def is_before_root(head: bytes) -> bool:
    """Whether the file begins as XML, and its root element is still to come."""
    plain = _plain(head)
    found = PROLOGUE.match(plain)
    if found is None or plain.lstrip()[:1] != b"<":
        return False
    rest = plain[found.end() :]
    return rest.startswith((b"<!--", b"<?")) or rest in (b"", b"<", b"<!", b"<!-")


def _plain(head: bytes) -> bytes:
    for mark in MARKS:
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"")


def message_begun(head: bytes) -> MessageFormat | None:
    """The message format of a file with this beginning, if it is XML with the root element of
    one."""
    plain = _plain(head)
    if plain.lstrip()[:1] != b"<":
        return None
    return next((form for form in message_formats() if form.root.encode() in plain), None)
