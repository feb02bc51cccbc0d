"""What versions have in common: a class, a code list or a catalogue that is the same stands once.

Everything here compares what would be emitted. Whatever another version has already is marked with
its `Origin`; where only what is said of a record differs, such as its grade or its lengths, the
class is a variation of the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from generator.emit.spec_json import plain, plain_field
from generator.resolve.model import (
    CharacterSet,
    CodeList,
    Field,
    Layout,
    Origin,
    Record,
    Spec,
    Version,
    every_field,
)
from generator.runtime.core.layouts import IDENTIFIER_RULE
from generator.runtime.core.records import RECORD_RULES

T = TypeVar("T", CodeList, CharacterSet, Layout)

EVIDENCE = frozenset({"grade", "sources", "only"})
"""What a class of records does not say of its fields."""

CLASS_WORDS = (
    "key",
    "class_name",
    "title",
    "meaning",
    "note",
    "role",
    "place",
    "grade",
    "grade_by_data_type",
    "sources",
    "lengths",
)
"""What a class of records says of itself."""


def share(spec: Spec) -> None:
    """Marks everything that a version before has already, in the order of extension."""
    before: list[Version] = []
    for version in spec.in_order_of_extension():
        _share_lists(version, before)
        _share_layouts(version, before)
        version.rules_origin = next((v.folder for v in before if _same_rules(version, v)), "")
        for record in version.records:
            record.origin = _origin_of(record, version, before)
        before.append(version)


def needed_rules(record: Record) -> set[str]:
    """The ids of the rules that a single line of the record can break."""
    needed = set(RECORD_RULES)
    for field in every_field(record.fields):
        if field.kind_class is not None:
            needed.update(field.kind_class.RULES)
        if field.identifier_module is not None:
            needed.add(IDENTIFIER_RULE)
        for rules in field.condition_rules.values():
            needed.update(rules.values())
    return needed


def _share_lists(version: Version, before: Sequence[Version]) -> None:
    for codes in version.code_lists:
        codes.origin = _equal(codes, version, before, lambda v: v.code_lists)
    for characters in version.character_sets:
        characters.origin = _equal(characters, version, before, lambda v: v.character_sets)


def _share_layouts(version: Version, before: Sequence[Version]) -> None:
    for layout in layouts_of(version):
        layout.origin = _equal(layout, version, before, layouts_of)


def layouts_of(version: Version) -> Iterable[Layout]:
    """Every layout within the records, and the shared ones."""
    yield from version.shared_layouts
    for record in version.records:
        for field in every_field(record.fields):
            yield from field.layouts


def _equal(
    wanted: T, version: Version, before: Sequence[Version], of: Callable[[Version], Iterable[T]]
) -> Origin[T] | None:
    """The first equal one that stands in its own version."""
    said = _content(wanted, version)
    for other in before:
        for known in of(other):
            if known.origin is None and _content(known, other) == said:
                return Origin(other.folder, known)
    return None


def _origin_of(
    record: Record, version: Version, before: Sequence[Version]
) -> Origin[Record] | None:
    """The class that is the same; failing that, the one that has the same layout."""
    varied: Origin[Record] | None = None
    layout = _fields_content(record.fields, version)
    for other in before:
        for known in other.records:
            if known.is_shared or _fields_content(known.fields, other) != layout:
                continue
            if known.class_name != record.class_name or known.key != record.key:
                continue
            if _class_content(record, version) == _class_content(known, other):
                return Origin(other.folder, known)
            if varied is None and known.origin is None:
                varied = Origin(other.folder, known, whole=False)
    return varied


def _class_content(record: Record, version: Version) -> Any:
    rules = {rule.id: plain(rule) for rule in version.rules}
    needed = [rules.get(rule_id) for rule_id in sorted(needed_rules(record))]
    return [getattr(record, word) for word in CLASS_WORDS], needed


def _same_rules(one: Version, other: Version) -> bool:
    return not other.rules_origin and plain(one.rules) == plain(other.rules)


def _content(item: CodeList | CharacterSet | Layout, version: Version) -> Any:
    if isinstance(item, CharacterSet):
        return plain(item)
    if isinstance(item, CodeList):
        codes = [(c.code, c.meaning, c.stands_for, c.spelled_by) for c in item.codes]
        return item.name, item.title, item.meaning, item.closed, item.grade, item.sources, codes
    said = (item.class_name, item.title, item.meaning, item.grade, item.sources, item.repeated)
    return said, _fields_content(item.class_fields, version)


def _fields_content(fields: Sequence[Field], version: Version) -> Any:
    """What a class says of its fields; lists and layouts are the same where they stand once."""
    found = []
    for field in fields:
        said = {k: v for k, v in plain_field(field).items() if k not in EVIDENCE}
        said["layouts"] = [(x.class_name, x.when, _home(x, version)) for x in field.layouts]
        named = (field.code_list, field.special, field.starts_with, _characters(field))
        homes = [_home(item, version) for item in named if item is not None]
        found.append((said, field.own_grade, homes))
    return found


def _characters(field: Field) -> CharacterSet | None:
    return field.character_set if field.takes("characters") else None


def _home(item: CodeList | CharacterSet | Layout, version: Version) -> str:
    """The version that an item stands in."""
    return item.origin.folder if item.origin is not None else version.folder
