"""Masks a message: the people and centres in it become invented ones."""  # Copied from generator/runtime/exams/pseudonyms/messages.py by `make generate`; edit that, not this.

from __future__ import annotations

import datetime

from ...core.messages.elements import Element
from ...core.messages.formats import bare
from ...core.messages.message import Message
from ...core.messages.placeholders import Placeholders
from ...core.messages.views import View
from ..component_results import (
    CENTRE_NUMBER,
    FIRST,
    IS_CANDIDATE_NUMBER,
    IS_FAMILY,
    NAME,
    PART,
    PART_TEXT,
    PART_TYPE,
    REFERENCE,
    REFERENCE_TYPE,
)
from .fields import variants
from .invented import Pseudonyms
from .shapes import shape_of


def masked_message(message: Message, pseudonyms: Pseudonyms) -> Message:
    """The message with invented people and centres. Raises BuildError if its encoding cannot hold
    them."""
    views = message.every_view()
    made = message.masked(_Texts(message, views, pseudonyms).instead_of)
    return Message(made.data, _masked_name(message, pseudonyms))


def _masked_name(message: Message, pseudonyms: Pseudonyms) -> str:
    """The name of the file for the masked centre; of an unknown name, nothing but its ending."""
    name = bare(message.name)
    known = message.format.name_within(name)
    parts = message.format.parts_of(known) if known else None
    if parts is None:
        return pseudonyms.file_name(name) + ".xml" if name else ""
    for part in message.format.name_parts:
        if part.agrees_with == CENTRE_NUMBER:
            number = parts[part.part]
            known = known.replace(number, pseudonyms.centre_number(number), 1)
    return known


class _Texts:
    """What stands in place of the texts of a message."""

    def __init__(self, message: Message, views: list[View], pseudonyms: Pseudonyms) -> None:
        self.pseudonyms = pseudonyms
        self.placeholders = Placeholders(message.format, message.header, views)
        self.centre = "" if message.header is None else message.header.text_of_role(CENTRE_NUMBER)
        fields = [field for found in message.format.classes for field in found.FIELDS.values()]
        self.identifiers = [field.identifier for field in fields if field.identifier is not None]
        self.referred = {field.refers_to for field in fields if field.refers_to}
        self.parts: dict[int, str] = {}
        for view in views:
            if view.ROLE == NAME:
                self._invent_name([one for one in view.nested() if one.ROLE == PART])

    def instead_of(self, view: View, field: Element, text: str) -> str:
        """The text in place of a field's; the text itself if it identifies nobody."""
        if id(view.node) in self.parts and field.role == PART_TEXT:
            return self.parts[id(view.node)]
        if field.role == REFERENCE and _is_candidate_number(view):
            return self._candidate_number(text, view.text_of_role(FIRST))
        identifies = bool(field.refers_to or field.personal_unless or field.identifier is not None)
        identifies |= field.role in self.referred
        if (identifies or field.role == CENTRE_NUMBER) and self._is_centre(text):
            return self.pseudonyms.centre_number(text)
        if self.placeholders.instead_of(view, field, text) == text:
            return text
        return self._identifier(text) if identifies else self._particular(field, text)

    def _is_centre(self, text: str) -> bool:
        return text == self.centre or (text.isdecimal() and len(text) == len(self.centre))

    def _candidate_number(self, text: str, centre: str) -> str:
        """The number in the centre; that of the message, unless another is named."""
        if not text.isdecimal() or not text.isascii():
            return shape_of(text)
        return self.pseudonyms.candidate_number(text, centre or self.centre)

    def _identifier(self, text: str) -> str:
        """An identifier that is wrong in the same way, if it is wrong; or random characters."""
        for identifier in self.identifiers:
            wrong = identifier.fault(text)
            made = self.pseudonyms.identifier(identifier, text)
            for one in variants(made, wrong=wrong is not None):
                if len(one) == len(text) and identifier.fault(one) == wrong:
                    return one
        return self.pseudonyms.reference(text)

    def _particular(self, field: Element, text: str) -> str:
        """A personal text that is no identifier: an invented date, or the shape. A single character
        identifies nobody."""
        try:
            value = field.kind.value(text)
        except ValueError:
            return shape_of(text)
        if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            made: str = field.kind.written(self.pseudonyms.date(value))
            return made
        return text if len(text) == 1 else shape_of(text)

    def _invent_name(self, parts: list[View]) -> None:
        """The texts of the parts of a name: one surname, and one forename for each other part."""
        texts: dict[bool, list[str]] = {True: [], False: []}
        for part in parts:
            texts[_is_family(part)].append(part.text_of_role(PART_TEXT).upper())
        surname, forename = self.pseudonyms.name(*(" ".join(texts[key]) for key in (True, False)))
        for part in parts:
            text, made = part.text_of_role(PART_TEXT), surname if _is_family(part) else forename
            self.parts[id(part.node)] = made if text.isupper() else made.title()


def _is_family(part: View) -> bool:
    return _role_of(part, PART_TYPE) == IS_FAMILY


def _is_candidate_number(view: View) -> bool:
    return _role_of(view, REFERENCE_TYPE) == IS_CANDIDATE_NUMBER


def _role_of(view: View, role: str) -> str:
    """The role of the value of a field."""
    field = view.field_of_role(role)
    return "" if field is None else field.role_of_value(view.text(field.name))
