"""What fields say of themselves and of one another."""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.walk import Owner, at, owners
from generator.model import DIRECTION, Field, Version, every_field
from generator.nodes import Problem

COUNTED = ("records", "centres")


def field_problems(version: Version) -> Iterator[Problem]:
    """Texts that do not fit, conditions that cannot hold, choosers, counts, roles, references."""
    roles = {f.role for owner in owners(version) for f in owner.fields if f.role}
    for owner in owners(version):
        by_name = {f.name: f for f in owner.fields}
        for field in owner.fields:
            yield from _fit(field)
            yield from _conditions(field, by_name)
            yield from _choice(field, owner, by_name, version)
            yield from _links(field, by_name, roles, version)
    yield from _roles(version)


def _fit(field: Field) -> Iterator[Problem]:
    """Texts of the spec that the field itself could not hold."""
    kind = field.kind_object
    if kind is None:
        return
    misfit = kind.misfit(field.width)
    if misfit:
        word = "literal" if "literal" in field.words else "width"
        yield at(field, word, misfit, "Correct the one or the other.")
        return
    for text in field.none:
        if len(text) != field.width:
            message = f"{text!r} has {len(text)} characters, the field {field.width}"
            yield at(field, "none", message, "A text for none fills its field.")
    for text in field.forbidden:
        if len(text) > field.width or any(True for _ in kind.faults(text.ljust(field.width))):
            message = f"{text!r} cannot stand in this field anyway"
            yield at(field, "forbidden", message, "Remove or correct it.")
    if field.default is not None:
        yield from _default(field)


def _default(field: Field) -> Iterator[Problem]:
    kind, default = field.kind_object, field.default
    assert kind is not None and default is not None
    advice = "Give a text that the field can hold, or remove it."
    if not field.settable:
        yield at(field, "default", f"a {field.kind} has no default", "Remove it.")
    elif len(default) > field.width:
        message = f"{default!r} has {len(default)} characters, the field {field.width}"
        yield at(field, "default", message, advice)
    else:
        for _, message in kind.faults(default.ljust(field.width)):
            yield at(field, "default", f"{default!r} does not fit: {message}", advice)


def _conditions(field: Field, by_name: dict[str, Field]) -> Iterator[Problem]:
    for word, conditions in (
        ("blank_when", field.blank_when),
        ("filled_when", field.filled_when),
    ):
        for other, values in conditions.items():
            if other not in by_name or other == field.name:
                message = f"there is no other field {other!r} beside this one"
                yield at(field, word, message, f"Fields: {', '.join(by_name)}.")
                continue
            yield from _values_of(field, word, by_name[other], values)
    if field.blank_when and not field.blank and not field.none:
        message = "the field may never be blank, so the condition cannot hold"
        yield at(field, "blank_when", message, "Add `blank: allowed`, or a text for `none`.")
    if field.filled_when and not field.blank and not field.none:
        message = "the field may never be blank, so the condition says nothing"
        yield at(field, "filled_when", message, "Add `blank: allowed`, or remove the condition.")
    for other in field.blank_when.keys() & field.filled_when.keys():
        both = sorted(set(field.blank_when[other]) & set(field.filled_when[other]))
        if both:
            message = f"must be blank and filled when `{other}` is {', '.join(both)}"
            yield at(field, "filled_when", message, "Remove one of the two.")


def _values_of(field: Field, word: str, other: Field, values: tuple[str, ...]) -> Iterator[Problem]:
    """Values that the other field could never hold."""
    for value in values:
        if other.code_list is not None:
            known = [code.code for code in other.code_list.codes]
            if value not in known:
                message = f"{value!r} is no code of `{other.name}` ({other.code_list.name})"
                yield at(field, word, message, f"Known: {', '.join(known)}.")
        elif len(value) > other.width:
            message = f"{value!r} is wider than `{other.name}`, which has {other.width}"
            yield at(field, word, message, "Correct the value.")


def _choice(
    field: Field, owner: Owner, by_name: dict[str, Field], version: Version
) -> Iterator[Problem]:
    """A variant's readings: each value once, all values covered, the class of each its own."""
    if not field.layouts or field.repeat or not field.chooser:
        return
    chooser = by_name[field.chooser]
    if chooser is field:
        yield at(field, "chosen_by", "a field cannot choose its own layout", "Name another field.")
        return
    seen: dict[str, str] = {}
    for layout in field.layouts:
        for value in layout.when:
            if value in seen:
                message = f"{value!r} chooses both {seen[value]} and {layout.class_name}"
                yield at(field, "layouts", message, "Each value chooses one layout.")
            seen[value] = layout.class_name
    if field.words["chosen_by"] == DIRECTION:
        records = [r for r in version.records if r.fields is owner.fields]
        wanted = [code for record in records for code in record.lengths]
    else:
        for layout in field.layouts:
            yield from _values_of(field, "layouts", chooser, layout.when)
        codes = chooser.code_list
        wanted = [code.code for code in codes.codes] if codes and codes.closed else ["any other"]
    left = [code for code in wanted if code not in seen]
    if left and "fallback" not in field.words:
        message = f"no layout is chosen when `{chooser.name}` is {', '.join(left)}"
        yield at(field, "layouts", message, "Add a layout, or `fallback: text`.")


def _links(
    field: Field, by_name: dict[str, Field], roles: set[str], version: Version
) -> Iterator[Problem]:
    """References, counts and agreement name what is there."""
    for role in field.refers_to:
        if role not in roles:
            message = f"no field has the role {role!r}"
            yield at(field, "refers_to", message, "Name the role of the field it must be found in.")
    if field.agrees and not field.role:
        message = "fields agree by their role, but this one has none"
        yield at(field, "agrees", message, "Add `role:`.")
    if field.counts is None:
        return
    keys = [record.key for record in version.records]
    what, matching = field.counts["what"], field.counts.get("matching")
    if what not in (*COUNTED, *keys):
        advice = f"Known: {', '.join((*COUNTED, *keys))}."
        yield at(field, "counts", f"there is nothing called {what!r} to count", advice)
    if matching is not None and matching not in by_name:
        message = f"there is no field {matching!r} here to match by"
        yield at(field, "counts", message, f"Fields: {', '.join(by_name)}.")


def _roles(version: Version) -> Iterator[Problem]:
    """A role stands once in a record; readings of a variant never stand together."""
    for record in version.records:
        seen: dict[str, Field] = {}
        for field in record.fields:
            nested = {f.role: f for f in every_field([field]) if f.role}
            for role, found in nested.items():
                if role in seen:
                    message = f"the role {role!r} is that of `{seen[role].name}` already"
                    yield at(found, "role", message, "A role stands once in a record.")
            seen.update(nested)
