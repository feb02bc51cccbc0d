"""The placeholders for personal data in a masked message, and which identifiers are personal."""  # Copied from generator/runtime/core/messages/placeholders.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..fields import Identifier
from .elements import Element
from .formats import MessageFormat
from .views import MASK, View


class Placeholders:
    """Replaces the texts of a message; ``views`` are all elements that have a class.

    Names and dates become stars. Each identifier is replaced by an invented one, always the same,
    so that records of one person can still be matched. Identifiers of organisations are kept.
    """

    def __init__(self, form: MessageFormat, header: View | None, views: Iterable[View]) -> None:
        fields = [field for found in form.classes for field in found.FIELDS.values()]
        self._referred = {field.refers_to for field in fields if field.refers_to}
        self._identifiers = [field.identifier for field in fields if field.identifier is not None]
        self._organisations = set(_of_file_name(form, header))
        self._taken: set[str] = set()
        self._given: dict[str, str] = {}
        self._numbers: dict[Identifier | None, int] = {}
        people: set[str] = set()
        for view in views:
            for field in view.FIELDS.values():
                if field.role in self._referred:
                    is_person = view.is_personal(field.name)
                    (people if is_person else self._organisations).add(view.text(field.name))
                if self._identifies(field):
                    self._taken.add(view.text(field.name))
        self._organisations -= people
        self._taken |= self._organisations

    def instead_of(self, view: View, field: Element, text: str) -> str:
        """The replacement for the text of a field: the text itself if it is not personal."""
        identifier, is_personal = self._identifier_of(text), self._is_personal(view, field, text)
        if identifier is None and not (is_personal and self._identifies(field)):
            return MASK * len(text) if is_personal else text
        if text not in self._given:
            self._given[text] = self._invented(identifier or self._as_long_as(text), text)
        return self._given[text]

    def _is_personal(self, view: View, field: Element, text: str) -> bool:
        if field.refers_to or field.role in self._referred:
            return text not in self._organisations
        if field.personal_unless and not view.is_personal(field.name):
            # A text that may be personal is kept if it is plainly a number or an organisation.
            return not text.isdigit() and text not in self._organisations
        return view.is_personal(field.name)

    def _identifies(self, field: Element) -> bool:
        is_reference = bool(field.refers_to or field.personal_unless)
        return is_reference or field.role in self._referred or field.identifier is not None

    def _identifier_of(self, text: str) -> Identifier | None:
        valid = (found for found in self._identifiers if found.fault(text) is None)
        return next(valid, None)

    def _as_long_as(self, text: str) -> Identifier | None:
        """The identifier of this length, of which a personal text may be an invalid one: whether it
        is valid is personal too."""
        found = (one for one in self._identifiers if len(one.made_up(1)) == len(text))
        return next(found, None)

    def _invented(self, identifier: Identifier | None, text: str) -> str:
        """A text of the same length that does not occur in the message, unless all are used up; a
        valid identifier if it has the length of one."""
        while True:
            number = self._numbers[identifier] = self._numbers.get(identifier, 0) + 1
            made = str(number) if identifier is None else identifier.made_up(number)
            made = made.rjust(len(text), MASK)
            if made not in self._taken:
                self._taken.add(made)
                return made


def _of_file_name(form: MessageFormat, header: View | None) -> Iterator[str]:
    """The texts that the file name reveals anyway."""
    for part in form.name_parts:
        if header is not None and part.agrees_with:
            yield header.text_of_role(part.agrees_with)
