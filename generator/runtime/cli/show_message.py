"""`jcq show` for an XML message: its header, counts, and the first outcomes as a table."""

from __future__ import annotations

import argparse
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import BinaryIO

from ..core.messages.formats import MessageFormat, message_formats
from ..core.messages.nodes import Node
from ..core.messages.reading import naming, scanned
from ..core.messages.unknown import unknown_around, unknown_in
from ..core.messages.views import MASK, View
from ..core.needs import needs
from ..core.printable import counted, visible
from ..core.roles import text_or_blank
from ..exams.basedata import Basedata
from ..exams.component_results import (
    AWARDING_BODY,
    COMPONENT,
    STATUS,
    VALUE,
    VALUE_TYPE,
    ComponentResult,
    Learners,
    results_among,
)
from ..exams.exam_series import ExamSeries
from ..identifiers.candidate_number import is_valid
from ..tables.messages import message_columns
from .inputs import terminal_width

GAP = "  "
NAMED = "name"
TITLE = "component_title"
COMPONENT_TITLE = "component.title"
needs("the titles of components in component results", ("component",), {COMPONENT_TITLE: ()})

PERSONAL = ("uci", NAMED)
"""Columns that are shown only on request; the name is in no table."""

UNUSUAL = 5
"""The most names of unknown elements that are listed."""


class _Read:
    """Collects a summary of a message in one pass, in little memory."""

    def __init__(self, form: MessageFormat, most: int) -> None:
        self.form = form
        self.most = most
        self.header: View | None = None
        self.learners = Learners()
        self.candidates: set[str] = set()
        self.outcomes = 0
        self.results: list[ComponentResult] = []
        self.unknown: Counter[str] = Counter()
        self.unknown_texts: list[tuple[str, str]] = []
        self.titles: dict[str, str] = {}

    def read(self, stream: BinaryIO, name: str) -> None:
        """Reads the whole message. Raises FormatError and OSError."""
        with naming(""):
            for result in results_among(self.learners, self._views(stream, name)):
                self.outcomes += 1
                self.candidates.add(result.uci)
                if len(self.results) < self.most:
                    self.results.append(result)

    def _views(self, stream: BinaryIO, name: str) -> Iterator[View]:
        for view in scanned(stream, name, at_end=self._at_end):
            if isinstance(view, self.form.header) and self.header is None:
                self.header = view
            for node in unknown_in(view):
                self.unknown[node.name] += 1
                if len(self.unknown_texts) < self.most:
                    self.unknown_texts.append((node.name, view.source.text_of(node)))
            yield view

    def _at_end(self, root: Node) -> None:
        """Names the unknown elements above the repeated ones as well."""
        self.unknown.update(node.name for node in unknown_around(self.form, root))


def shown_message(
    stream: BinaryIO,
    name: str,
    form: MessageFormat,
    options: argparse.Namespace,
    sets: Mapping[ExamSeries, Basedata] = MappingProxyType({}),
) -> Iterator[str]:
    """The output for a message, with the titles of its components if there is basedata of its
    awarding body. Raises FormatError and OSError before the first line."""
    found = _Read(form, max(options.records, 0))
    found.read(stream, name)
    yield name
    yield form.title
    if found.header is not None:
        yield ""
        yield found.header.TITLE
        yield from _fields(found.header, options.show_personal_data)
    yield ""
    yield f"{counted(len(found.candidates), 'candidate')}, {counted(found.outcomes, 'outcome')}"
    if found.header is not None:
        body = found.header.text_of_role(AWARDING_BODY)
        found.titles = _titles(known for s, known in sets.items() if s.awarding_body == body)
    if found.results:
        yield ""
        yield f"Outcomes: {len(found.results):,} of {found.outcomes:,}"
        yield from _outcomes(found, options)
    if found.unknown:
        yield from _wrapped(_not_known(found.unknown))
        for element, text in found.unknown_texts if options.show_personal_data else ():
            yield f"{GAP}{visible(element)}{GAP}{visible(text)}".rstrip()


def field_names() -> list[str]:
    """The names of the columns that can be requested."""
    return [column.name for form in message_formats() for column in message_columns(form)]


def _fields(view: View, show_personal_data: bool) -> Iterator[str]:
    width = max(map(len, view.FIELDS), default=0)
    for name in view.FIELDS:
        shown = view.shown(name, show_personal_data=show_personal_data)
        yield f"{GAP}{name:<{width}}{GAP}{shown}".rstrip()


def _outcomes(found: _Read, options: argparse.Namespace) -> Iterator[str]:
    names = _names(found, options)
    cells = [[_cell(found, result, name, options) for name in names] for result in found.results]
    if options.long:
        width = max(map(len, names))
        for row in cells:
            yield ""
            for name, cell in zip(names, row, strict=True):
                yield f"{GAP}{name:<{width}}{GAP}{cell}".rstrip()
        return
    yield from _table(names, cells)
    if options.fields is None and not options.show_personal_data:
        hidden = ", ".join(PERSONAL)
        yield from _wrapped(f"Personal data: {hidden}; --show-personal-data shows it.")


def _names(found: _Read, options: argparse.Namespace) -> list[str]:
    """The columns to show: the requested ones, or the usual ones."""
    columns = message_columns(found.form)
    titles = [TITLE] if found.titles else []
    known = [*(column.name for column in columns), *titles]
    if options.fields is not None:
        return [name for name in options.fields if name in known]
    personal = list(PERSONAL) if options.show_personal_data else []
    if options.long:
        return [*(name for name in known if name not in PERSONAL), *personal]
    by_role = {column.role: column.name for column in columns}
    wanted = [by_role[role] for role in (VALUE_TYPE, VALUE, STATUS)]
    return ["candidate_number", *personal, by_role[COMPONENT], *titles, *wanted]


def _titles(sets: Iterable[Basedata]) -> dict[str, str]:
    """The titles of components by code."""
    known = (item for basedata in sets for item in basedata.components.items())
    return {code: text_or_blank(component, COMPONENT_TITLE) for code, component in known}


def _cell(found: _Read, result: ComponentResult, name: str, options: argparse.Namespace) -> str:
    show = options.show_personal_data
    if name == NAMED:
        return visible(found.learners.names.get(result.uci, ""))
    if name == TITLE:
        return visible(found.titles.get(result.component_code, ""))
    is_number = is_valid(result.candidate_number)
    if not show and (name == "uci" or (name == "candidate_number" and not is_number)):
        return MASK * len(getattr(result, name))
    if name in result.outcome.FIELDS:
        return visible(result.outcome.shown(name, show_personal_data=show))
    return visible(str(getattr(result, name)))


def _table(names: Sequence[str], cells: Sequence[Sequence[str]]) -> Iterator[str]:
    """The names, broken at underscores, then the rows."""
    heads = [name.split("_") for name in names]
    height = max(map(len, heads), default=0)
    padded = [[*[""] * (height - len(head)), *head] for head in heads]
    rows = [*zip(*padded, strict=True), *cells]
    widths = [max(len(row[place]) for row in rows) for place in range(len(names))]
    for row in rows:
        line = GAP.join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        yield f"{GAP}{line}".rstrip(" ")


def _not_known(unknown: Counter[str]) -> str:
    most = [f"{visible(name)} ({number:,})" for name, number in unknown.most_common(UNUSUAL)]
    more = ", ..." if len(unknown) > UNUSUAL else ""
    return f"Elements that are not known: {', '.join(most)}{more}."


def _wrapped(sentence: str) -> list[str]:
    return textwrap.wrap(
        sentence,
        terminal_width(),
        initial_indent=GAP,
        subsequent_indent=GAP,
        break_on_hyphens=False,
    )
