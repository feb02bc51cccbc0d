"""Compares the fields of a record or layout, and of nested layouts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.diff.changes import Change, by_key, shown
from generator.resolve.fields import FieldSpec, LayoutSpec
from generator.runtime.core.conditions import FILLED
from generator.runtime.core.formats import Division
from generator.runtime.core.listing import listed
from generator.runtime.core.pairing import paired


def field_changes(
    before: Sequence[FieldSpec],
    after: Sequence[FieldSpec],
    divisions: Sequence[Division] = (),
) -> Iterator[Change]:
    """Fields that are new, removed, renamed or changed; those that only moved are combined.

    ``divisions`` are the fields that are split or merged.
    """
    sources = {name for division in divisions for name in division.fields}
    made = {name for division in divisions for name in division.to}
    pairs = {
        name: source
        for name, source in paired(before, after).items()
        if name not in made and source.name not in sources
    }
    kept = {id(source) for source in pairs.values()}
    moved: list[str] = []
    for field in after:
        source = pairs.get(field.name)
        if source is None:
            yield _new_field(field)
            yield from (_new_layout(f"`{field.name}`", layout) for layout in field.layouts)
            continue
        changes = list(_field(source, field))
        yield from changes
        if source.start != field.start and source.width == field.width and not field.layouts:
            moved.append(f"`{field.name}` {source.positions} to {field.positions}")
    for field in before:
        if id(field) not in kept:
            yield _gone_field(field, divided=field.name in sources)
    for division in divisions:
        yield _division(division)
    if moved:
        yield Change(
            "fields that move",
            "; ".join(moved),
            "Read them at their new positions.",
            "Write them at their new positions.",
        )


def _new_field(field: FieldSpec) -> Change:
    return Change(
        f"`{field.name}`",
        f"new, {field.positions}, {field.kind_name}: {field.meaning}",
        "There is a new field; the fields after it have moved.",
        _when_needed(field),
    )


def _when_needed(field: FieldSpec) -> str:
    """Whether a writer must give the field, always or under conditions."""
    if field.settable and not field.optional:
        return "It must be given."
    when = [one.case_in_words for one in field.all_conditions if one.must == FILLED]
    return f"It must be given when {', or when '.join(when)}." if when else "It may be left out."


def _gone_field(field: FieldSpec, *, divided: bool) -> Change:
    lost = "Its value has no place: `jcq upgrade` refuses it, unless you add `--drop`."
    return Change(
        f"`{field.name}`",
        f"removed (it was in {field.positions}): {field.meaning}",
        "The field no longer exists; the fields after it have moved.",
        "Its value is in other fields." if divided else lost,
    )


def _division(division: Division) -> Change:
    """A field that is split, or several that are merged."""
    fields, to = (listed([f"`{name}`" for name in n]) for n in (division.fields, division.to))
    split = len(division.to) > 1
    if division.at:
        how = f"split at `{division.at}`" if split else f"joined by `{division.at}`"
        named = "a value that would not come back as it is"
    else:
        how = "split by position" if split else "joined by position"
        named = "a value that does not fit"
    return Change(
        fields,
        f"{how} into {to}",
        f"Look for the value in {to}.",
        f"`jcq upgrade` carries it there and back, and names {named}.",
    )


def _field(before: FieldSpec, after: FieldSpec) -> Iterator[Change]:
    what = f"`{after.name}`"
    if before.name != after.name:
        yield Change(
            what,
            f"called `{before.name}` before; its role is the same ({after.role or 'none'})",
            f"Use `{after.name}`; program logic finds it by its role.",
            f"`build` takes `{after.name}`.",
        )
    if before.width != after.width:
        yield _width(what, before, after)
    for word, label, reader, writer in WORDS:
        old, new = _said(before, word), _said(after, word)
        if old != new:
            how = f"{label} {shown(new)} instead of {shown(old)}"
            yield Change(what, how, reader, writer)
    names = _former_classes(before, after)
    for _, old_layout, layout in by_key(
        before.layouts, after.layouts, lambda x: names.get(x.class_name, x.class_name)
    ):
        if old_layout is None and layout is not None:
            yield _new_layout(what, layout)
        elif old_layout is not None and layout is None:
            yield _gone_layout(what, old_layout)
        elif old_layout is not None and layout is not None:
            if old_layout.class_name != layout.class_name:
                yield _renamed_class(what, old_layout, layout)
            if old_layout.when != layout.when:
                yield _chosen_by_others(what, old_layout, layout)
            for change in field_changes(old_layout.fields, layout.fields):
                yield Change(f"{what}, {layout.class_name}: {change.what}", *_rest(change))


def _former_classes(before: FieldSpec, after: FieldSpec) -> dict[str, str]:
    """What the classes of layouts were called that have another name now: those of a group, and
    those that the same values choose."""
    there = {layout.class_name for layout in after.layouts}
    known = {layout.class_name for layout in before.layouts}
    gone = {
        tuple(old.when): old.class_name for old in before.layouts if old.class_name not in there
    }
    return {
        layout.class_name: gone[tuple(layout.when)]
        for layout in after.layouts
        if layout.class_name not in known and tuple(layout.when) in gone
    }


def _renamed_class(what: str, before: LayoutSpec, after: LayoutSpec) -> Change:
    return Change(
        f"{what}, {after.class_name}",
        f"its class was called {before.class_name} before",
        f"It reads as `{after.class_name}`.",
        f"`{after.class_name}.build` makes one.",
    )


def _new_layout(what: str, layout: LayoutSpec) -> Change:
    held = ", ".join(
        f"`{f.name}` {f.positions} ({f.meaning.rstrip('.')})" for f in layout.fields if f.settable
    )
    when = f" when {listed(layout.when, 'or')}" if layout.when else ""
    return Change(
        f"{what}, {layout.class_name}",
        f"new layout{when}: {held}",
        f"It reads as `{layout.class_name}`{when}.",
        f"`{layout.class_name}.build` makes one.",
    )


def _gone_layout(what: str, layout: LayoutSpec) -> Change:
    when = f" (it was used when {listed(layout.when, 'or')})" if layout.when else ""
    return Change(
        f"{what}, {layout.class_name}",
        f"layout removed{when}: {listed([f'`{f.name}`' for f in layout.fields if f.settable])}",
        f"It no longer reads as `{layout.class_name}`.",
        f"`{layout.class_name}` is not accepted.",
    )


def _chosen_by_others(what: str, before: LayoutSpec, after: LayoutSpec) -> Change:
    return Change(
        f"{what}, {after.class_name}",
        f"when {listed(after.when, 'or')} instead of {listed(before.when, 'or')}",
        f"Other values choose `{after.class_name}`.",
        f"`{after.class_name}` is taken beside other values.",
    )


def _rest(change: Change) -> tuple[str, str, str]:
    return change.how, change.reader, change.writer


def _width(what: str, before: FieldSpec, after: FieldSpec) -> Change:
    where = f"{after.positions} instead of {before.positions}"
    how = f"{_characters(after.width)} instead of {before.width}: {where}"
    if after.width > before.width:
        return Change(
            what,
            how,
            f"Values can be {after.width - before.width} longer.",
            f"Pad to {_characters(after.width)}.",
        )
    return Change(
        what,
        how,
        f"No value is longer than {_characters(after.width)}.",
        f"A value of more than {_characters(after.width)} is refused, never truncated.",
    )


WORDS = (
    (
        "kind_name",
        "a field of kind",
        "Values have another type.",
        "Give values of the new type.",
    ),
    ("code_list", "codes of", "The codes have changed.", "Use the new codes."),
    ("character_set", "characters of", "The characters have changed.", "Use the new characters."),
    ("literal", "always", "Expect the new text.", "The new text is written."),
    (
        "blank",
        "may be blank:",
        "Whether it may be blank has changed.",
        "Whether it may be left out has changed.",
    ),
    (
        "none",
        "null is written as",
        "The texts for null have changed.",
        "The text for null has changed.",
    ),
    ("default", "default:", "No change.", "The default has changed."),
    (
        "forbidden",
        "never",
        "The values that cannot occur have changed.",
        "The values that are refused have changed.",
    ),
    (
        "blank_when",
        "blank when",
        "When it is blank has changed.",
        "When to leave it out has changed.",
    ),
    (
        "filled_when",
        "needed when",
        "When it is filled has changed.",
        "When to give it has changed.",
    ),
    (
        "conditions",
        "condition:",
        "The values that are wrong have changed.",
        "The values that are refused have changed.",
    ),
    (
        "repeat",
        "the number of its items is",
        "It can have more or fewer items.",
        "Give at most as many items.",
    ),
    (
        "compared_outside",
        "condition:",
        "The values that are wrong have changed.",
        "The values that are refused have changed.",
    ),
    (
        "codes_when",
        "codes of another list:",
        "Which list has the codes has changed.",
        "Which codes to use has changed.",
    ),
    (
        "holes",
        "blank items among others:",
        "Whether items after a blank one are read has changed.",
        "Whether a blank item may stand among others has changed.",
    ),
    ("form", "written as", "Read it in the new form.", "`build` writes the new form."),
    (
        "decimals",
        "decimals:",
        "The number of decimals has changed.",
        "The number of decimals has changed.",
    ),
    ("sign", "the sign is", "Expect the sign there.", "`build` writes it there."),
    ("padding", "padded with", "No change.", "`build` pads with these."),
    ("true_is", "true is written", "The text for true has changed.", "`build` writes it."),
    ("false_is", "false is written", "The text for false has changed.", "`build` writes it."),
    ("window", "years of", "Two digits mean different years.", "The years allowed have changed."),
    (
        "identifier",
        "checked as",
        "The check letter has a new rule.",
        "The check letter has a new rule.",
    ),
    ("key", "a key:", "Rows are compared by other fields.", "No change."),
    ("refers_to", "found in", "Look it up in the new place.", "It must exist in the new place."),
    ("sum_of", "the sum of", "The number has a new meaning.", "Sum what the new version sums."),
    ("checksum", "the checksum", "It is computed in another way.", "Compute it in the new way."),
    ("counts", "counts", "The number has a new meaning.", "Count what the new version counts."),
    ("personal", "personal data:", "Whether it is masked has changed.", "No change."),
    ("meaning", "means:", "Read it in the new sense.", "Use it in the new sense."),
)
"""The keys of a field: how to word a change of each, and its consequences for readers and
writers."""

AS_WRITTEN = (
    "decimals",
    "sign",
    "holes",
    "codes_when",
    "padding",
    "true_is",
    "false_is",
    "literal",
    "identifier",
    "counts",
    "sum_of",
    "checksum",
)
"""Keys whose values are shown as the author wrote them."""


def _said(field: FieldSpec, word: str) -> Any:
    if word in ("code_list", "character_set"):
        named = getattr(field, word)
        return named.name if named is not None else ""
    if word == "conditions":
        own = (
            field.requirement_of(c)
            for c in field.all_conditions
            if c.compares or c in field.conditions
        )
        return " and ".join(own)
    if word == "form":
        return getattr(field.kind, "form", "")
    if word == "window":
        return "-".join(map(str, field.words.get("window", ()))) or "any"
    if word in AS_WRITTEN:
        return field.words.get(word, "")
    return getattr(field, word)


def _characters(count: int) -> str:
    return "1 character" if count == 1 else f"{count} characters"
