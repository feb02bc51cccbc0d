"""Converts a line to another version, field by field: by role first, then by name."""

from __future__ import annotations

import decimal
import itertools
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from .character_encodings import decoded, encoded, recoded
from .dividing import apart, together
from .fields import Field
from .formats import Division, Move
from .headers import VERSION_ROLE
from .issues import Fault, Severity
from .kinds.group import Group
from .kinds.literal import Literal
from .kinds.variant import Variant
from .layouts import Layout
from .pairing import pairs_after_moves
from .records import Record, UnknownRecord
from .steps import Step
from .values import ColumnType

NO_PLACE = "upgrade.no-place"
NO_FIT = "upgrade.no-fit"
NOT_SAID = "upgrade.not-said"
UNKNOWN_LINE = "upgrade.unknown-line"

Report = Callable[[Fault], None]


@dataclass(frozen=True, slots=True)
class Carrying:
    """The conversion of one line by one step between versions."""

    step: Step
    report: Report

    def record(self, source: Record) -> Record | None:
        """The record in the other version. A record unknown to both is returned unchanged; one that
        is unknown to the other version alone gives None."""
        new_records = self.step.new.records
        target = new_records.get(source.line[:2])
        is_known = not isinstance(source, UnknownRecord)
        if target is None and is_known and any(key[0] == source.line[:1] for key in new_records):
            message = f"version {self.step.new.version} has no {source.TITLE.lower()}"
            self.report(Fault(NO_PLACE, message, 1, 2))
            return None
        if isinstance(source, UnknownRecord) or target is None:
            old, new = self.step.old.version, self.step.new.version
            message = f"this line is not a record that both versions, {old} and {new}, have"
            self.report(Fault(UNKNOWN_LINE, message, 1, 2))
            data = encoded(source.line, self.step.old.encoding)
            return type(source)(decoded(data, self.step.new.encoding))
        rest = source.line[source.END :]
        if rest.strip(" "):
            start = source.END + len(rest) - len(rest.lstrip(" ")) + 1
            message = (
                f"version {self.step.new.version} has no place for the text after the last field"
            )
            self.report(Fault(NO_PLACE, message, start, source.END + len(rest.rstrip(" "))))
        moves = self.step.moves.get(source.KEY, ())
        own = self.columns(source, target, moves, self.step.divisions.get(source.KEY, ()))
        return target(_padded(own, source, target))

    def columns(
        self,
        source: Layout,
        target: type[Layout],
        moves: Sequence[Move] = (),
        divisions: Sequence[Division] = (),
    ) -> str:
        """The text of a layout in the other version. Fields that do not choose a variant come
        first."""
        pairs = pairs_after_moves(source, target, moves)
        made_of: dict[str, Sequence[Field]] = {}
        divided: dict[str, str] = {}
        for division in divisions:
            origins = [source.FIELDS[name] for name in division.fields]
            pairs = {k: f for k, f in pairs.items() if k not in division.to and f not in origins}
            fields = [target.FIELDS[name] for name in division.to]
            divided |= self.divided(source, origins, fields, division.at)
            made_of |= dict.fromkeys(division.to, origins)
        texts = {
            field.name: self.text(source, pairs.get(field.name), field)
            for field in target.FIELDS.values()
            if not isinstance(field.kind, Variant)
        } | divided
        for field in target.FIELDS.values():
            if isinstance(field.kind, Variant):
                so_far = _laid_out(texts, target)
                origin = pairs.get(field.name)
                texts[field.name] = self.variant(source, origin, field, target(so_far))
        self.report_lost(source, [*pairs.values(), *itertools.chain(*made_of.values())])
        made = target(_laid_out(texts, target))
        for field in target.FIELDS.values():
            if field.name not in pairs and field.kind.SETTABLE:
                self.report_not_said(source, made, field, made_of.get(field.name, ()))
        return made.own_text()

    def divided(
        self, source: Layout, origins: Sequence[Field], fields: Sequence[Field], at: str
    ) -> dict[str, str]:
        """The text of the fields that a field is split into, or of the field that several merge
        into."""
        texts = [source.text(origin.name).ljust(origin.width) for origin in origins]
        if all(map(Field.is_nothing, origins, texts)):
            return {field.name: _nothing(texts[0], origins[0], field) for field in fields}
        said = ["" if at and o.is_nothing(t) else t for o, t in zip(origins, texts, strict=True)]
        if len(fields) > 1:
            found = apart(said[0], [field.width for field in fields], at)
        else:
            found = together(said, at)
        if found.lost:
            self.report_no_fit(origins, found.lost)
        had = {
            id_
            for origin, text in zip(origins, texts, strict=True)
            for id_, _ in origin.kind.faults(text)
        }
        made: dict[str, str] = {}
        for field, text in zip(fields, found.texts, strict=True):
            try:
                made[field.name] = self.placed(text, field, had)
            except ValueError as error:
                self.report_no_fit(origins, f"{field.name}: {error}")
                made[field.name] = _unsaid(field)
        return made

    def placed(self, text: str, field: Field, had: Collection[str]) -> str:
        """The text of one part of a value. Raises ValueError if it does not fit."""
        if not text.strip(" "):
            return " " * field.width if field.blank else _unsaid(replace(field, default=""))
        if self.is_foreign(text):
            carried = recoded(text, field.width, self.step.new.encoding)
        elif len(text) > field.width:
            raise ValueError(f"{len(text)} characters do not fit in {field.width}")
        else:
            carried = text.ljust(field.width)
        self.refuse_new_faults(carried, field, had)
        return carried

    def report_no_fit(self, origins: Sequence[Field], message: str) -> None:
        """Reports a value that cannot be carried unchanged, on the first field that holds it."""
        self.report(origins[0].fault(NO_FIT, f"{message} (version {self.step.new.version})"))

    def text(self, source: Layout, origin: Field | None, field: Field) -> str:
        """The text of a field, converted from the field that it corresponds to."""
        if field.role == VERSION_ROLE:
            return self.step.new.version.ljust(field.width)
        if origin is None:
            return _unsaid(field)
        text = source.text(origin.name)
        if isinstance(field.kind, Literal):
            if self.is_foreign(text):
                return field.kind.literal
            sound = not isinstance(origin.kind, Literal) or text == origin.kind.literal
            return field.kind.literal if sound else text.ljust(field.width)
        if origin.is_nothing(text):
            return _nothing(text, origin, field)
        foreign = self.is_foreign(text)
        if origin.kind == field.kind and origin.width == field.width and not foreign:
            return text
        if isinstance(field.kind, Group) and isinstance(origin.kind, Group):
            return self.group(text, origin, origin.kind, field, field.kind)
        try:
            if foreign:
                carried = recoded(text, field.width, self.step.new.encoding)
                self.refuse_faults(text, carried, origin, field)
                return carried
            carried = _encoded(text, origin, field)
            self.refuse_faults(text, carried, origin, field)
        except ValueError as error:
            self.report(origin.fault(NO_FIT, f"{error} (version {self.step.new.version})"))
            return _unsaid(field)
        return carried

    def group(self, text: str, origin: Field, old: Group, field: Field, new: Group) -> str:
        """The items of a group, converted field by field, each in its place, if the new group has
        it."""
        items = list(old.filled(text))
        read = (items[-1][0] + 1) * old.item.END if items else 0
        if not new.has_holes or read > new.repeat * old.item.END:
            items = list(enumerate(item for _, item in items))
        columns = Carrying(self.step, lambda fault: self.report(_within(fault, origin)))
        carried = ""
        for number, item in items:
            carried = carried.ljust(number * new.item.END) + columns.columns(item, new.item)
        if carried[field.width :].strip(" ") or text[read:].strip(" "):
            message = f"{new.repeat} items have a place in version {self.step.new.version}"
            self.report(origin.fault(NO_FIT, message))
        return carried[: field.width].ljust(field.width)

    def variant(self, source: Layout, origin: Field | None, field: Field, made: Layout) -> str:
        """The text of a variant, converted from the layout chosen here to the one chosen there."""
        assert isinstance(field.kind, Variant)
        if origin is None:
            return _unsaid(field)
        text = source.text(origin.name)
        if origin.is_nothing(text):
            return _nothing(text, origin, field)
        part = origin.kind.part(source, origin)
        chosen = field.kind.chosen_like(made, part)
        if chosen is not None and isinstance(part, Layout):
            return self.columns(part, chosen)
        if chosen is None and part is None and origin.width == field.width:
            if not self.is_foreign(text):
                return text
            try:
                return recoded(text, field.width, self.step.new.encoding)
            except ValueError as error:
                self.report(origin.fault(NO_FIT, f"{error} (version {self.step.new.version})"))
                return _unsaid(field)
        message = f"version {self.step.new.version} has no such layout"
        self.report(origin.fault(NO_PLACE, message))
        return _unsaid(field)

    def is_foreign(self, text: str) -> bool:
        """Whether the text has letters that the other version encodes differently."""
        return not text.isascii() and self.step.old.encoding != self.step.new.encoding

    def refuse_faults(self, text: str, carried: str, origin: Field, field: Field) -> None:
        """Raises ValueError if the new text has an error that the old text did not have."""
        self.refuse_new_faults(carried, field, {id_ for id_, _ in origin.kind.faults(text)})

    def refuse_new_faults(self, carried: str, field: Field, had: Collection[str]) -> None:
        """Raises ValueError if the text has an error other than those in ``had``."""
        for id_, message in field.kind.faults(carried):
            known = self.step.new.rules.get(id_)
            if id_ not in had and known is not None and known.severity is Severity.ERROR:
                raise ValueError(message)

    def report_lost(self, source: Layout, origins: Collection[Field]) -> None:
        """Reports every field that has a value and is not carried. Defaults and computed values are
        no loss."""
        carried = {field.name for field in origins}
        for field in source.FIELDS.values():
            text = source.text(field.name)
            lost = field.name not in carried and not isinstance(field.kind, Literal)
            by_itself = bool(field.default) and text.rstrip(" ") == field.default
            by_itself = by_itself or field.total is not None
            if lost and not field.is_nothing(text) and not by_itself:
                message = f"version {self.step.new.version} has no place for it"
                self.report(field.fault(NO_PLACE, message))

    def report_not_said(
        self, source: Layout, made: Layout, field: Field, origins: Sequence[Field]
    ) -> None:
        """Reports a field that has no value and cannot be blank. ``origins`` are the fields that it
        is made from; they report for themselves if they are blank."""
        if origins and all(origin.is_nothing(source.text(origin.name)) for origin in origins):
            return
        old, new = self.step.old.version, self.step.new.version
        for fault in made.presence_faults(field, made.text(field.name)):
            message = (
                f"{field.name} {fault.message} in version {new}, but version {old} does not "
                f"{'say it' if origins else 'have it'}"
            )
            self.report(Fault(NOT_SAID, message, 0, 0))


def _encoded(text: str, origin: Field, field: Field) -> str:
    """The text of a value. Raises ValueError with the reason if it does not fit."""
    kind = field.kind
    if type(origin.kind) is type(kind):
        value = kind.taken_over(origin.decode(text), origin.kind, field.width)
        return field.encode(value)
    if kind.COLUMN in (ColumnType.TEXT, ColumnType.CODE):
        return kind.encode(text.strip(" "), field.width)
    value = origin.decode(text)
    if isinstance(value, str):
        value = kind.decode(value)
    elif isinstance(value, decimal.Decimal) and kind.COLUMN is ColumnType.INTEGER:
        value = value if value % 1 else int(value)
    return field.encode(value)


def _nothing(text: str, origin: Field, field: Field) -> str:
    """The text of a null: blank for blank, and a text that means null by its place in the list."""
    if text in origin.none and field.none:
        return field.none[min(origin.none.index(text), len(field.none) - 1)]
    if not text.strip(" ") and (field.blank or not origin.blank):
        return " " * field.width
    return _unsaid(replace(field, default=""))


def _unsaid(field: Field) -> str:
    """The text of a field that is given no value."""
    if isinstance(field.kind, Literal):
        return field.kind.literal
    return (field.default or (field.none[0] if field.none else "")).ljust(field.width)


def _laid_out(texts: Mapping[str, str], target: type[Layout]) -> str:
    """A line with these texts in their positions. A nested layout keeps the position that it has
    there."""
    line = " " * target.END
    for name, text in texts.items():
        field = target.FIELDS[name]
        line = line[: field.start - 1] + text + line[field.end :]
    return line


def _padded(own: str, source: Record, target: type[Record]) -> str:
    """The line with as much padding as before: a line that was too long or too short stays so."""
    length = target.LENGTHS.get(own[:1], target.END)
    extra = len(source.line) - source.length
    if extra >= 0:
        return own.ljust(length + extra)
    filled = len(own.rstrip(" "))
    return own[: max(filled, min(len(source.line), target.END))]


def _within(fault: Fault, field: Field) -> Fault:
    """A fault of an item, reported for the whole group."""
    return fault._replace(start=field.start, end=field.end, field=f"{field.name}.{fault.field}")
