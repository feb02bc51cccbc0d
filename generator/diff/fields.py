"""Fields against fields: those of a record or layout, and the layouts within them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.diff.changes import Change, by_key, listed, shown
from generator.resolve.fields import FieldSpec, LayoutSpec
from generator.runtime.core.upgrading import paired


def field_changes(before: Sequence[FieldSpec], after: Sequence[FieldSpec]) -> Iterator[Change]:
    """Fields that are new, gone, renamed or different; those that have only moved, together."""
    pairs = paired(before, after)
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
            yield _gone_field(field)
    if moved:
        yield Change(
            "fields that move",
            "; ".join(moved),
            "Read them from their new columns.",
            "Write them in their new columns.",
        )


def _new_field(field: FieldSpec) -> Change:
    needed = field.settable and not field.optional
    return Change(
        f"`{field.name}`",
        f"new, {field.positions}, {field.kind_name}: {field.meaning}",
        "A further field can be asked for; what stands behind it has moved.",
        "It must be given." if needed else "It may be left out.",
    )


def _gone_field(field: FieldSpec) -> Change:
    return Change(
        f"`{field.name}`",
        f"gone (it stood in {field.positions}): {field.meaning}",
        "It can be asked for no more; what stood behind it has moved.",
        "What it held has no place: `jcq upgrade` refuses it unless told to leave it out.",
    )


def _field(before: FieldSpec, after: FieldSpec) -> Iterator[Change]:
    what = f"`{after.name}`"
    if before.name != after.name:
        yield Change(
            what,
            f"called `{before.name}` before; its role is the same ({after.role or 'none'})",
            f"Ask for `{after.name}`; logic by role finds it.",
            f"`build` takes `{after.name}`.",
        )
    if before.width != after.width:
        yield _width(what, before, after)
    for word, label, reader, writer in WORDS:
        old, new = _said(before, word), _said(after, word)
        if old != new:
            how = f"{label} {shown(new)} instead of {shown(old)}"
            yield Change(what, how, reader, writer)
    for _, old_layout, layout in by_key(before.layouts, after.layouts, lambda x: x.class_name):
        if old_layout is None and layout is not None:
            yield _new_layout(what, layout)
        elif old_layout is not None and layout is None:
            yield _gone_layout(what, old_layout)
        elif old_layout is not None and layout is not None:
            if old_layout.when != layout.when:
                yield _chosen_by_others(what, old_layout, layout)
            for change in field_changes(old_layout.fields, layout.fields):
                yield Change(f"{what}, {layout.class_name}: {change.what}", *_rest(change))


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
    when = f" (it stood when {listed(layout.when, 'or')})" if layout.when else ""
    return Change(
        f"{what}, {layout.class_name}",
        f"layout gone{when}: {listed([f'`{f.name}`' for f in layout.fields if f.settable])}",
        f"It no longer reads as `{layout.class_name}`.",
        f"No `{layout.class_name}` is taken.",
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
    how = f"{_columns(after.width)} instead of {before.width}: {where}"
    if after.width > before.width:
        return Change(
            what,
            how,
            f"Values can be {after.width - before.width} longer.",
            f"Pad to {_columns(after.width)}.",
        )
    return Change(
        what,
        how,
        f"No value is longer than {_columns(after.width)}.",
        f"What needs more than {_columns(after.width)} does not fit: it is refused, never cut.",
    )


WORDS = (
    (
        "kind_name",
        "a field of kind",
        "Values have another type.",
        "Values of another type are taken.",
    ),
    ("code_list", "codes of", "Other codes come.", "Other codes are taken."),
    ("character_set", "characters of", "Other characters come.", "Other characters are allowed."),
    ("literal", "always", "Another text stands here.", "Another text is written."),
    ("blank", "may be blank:", "Look whether it is blank.", "It may be left out, or not."),
    (
        "holes",
        "blank items among others:",
        "Items after a blank one are read, or not.",
        "A blank item may be left among others, or not.",
    ),
    ("none", "none is written as", "Other texts mean none.", "Nothing is written otherwise."),
    ("default", "written by itself:", "Nothing changes.", "Something else is written by itself."),
    ("forbidden", "never", "Other values cannot occur.", "Other values are refused."),
    ("blank_when", "blank when", "It is blank in other cases.", "Leave it out in other cases."),
    ("filled_when", "needed when", "It is filled in other cases.", "Give it in other cases."),
    ("comparison", "must be", "Other values are wrong.", "Other values are refused."),
    ("form", "written as", "Read it in the new form.", "`build` writes the new form."),
    ("decimals", "decimals:", "More or fewer digits stand after the point.", "Likewise."),
    ("sign", "the sign is", "Look for the sign there.", "`build` writes it there."),
    ("padding", "padded with", "Nothing changes.", "`build` pads so."),
    ("true_is", "true is written", "Another text means true.", "`build` writes it."),
    ("false_is", "false is written", "Another text means false.", "`build` writes it."),
    ("window", "years of", "Two digits mean other years.", "Other years are taken."),
    ("identifier", "checked as", "Check letters are checked otherwise.", "Likewise."),
    ("refers_to", "found in", "Look it up elsewhere.", "It must be found elsewhere."),
    ("counts", "counts", "The number means something else.", "Count something else."),
    ("personal", "personal data:", "It is masked, or not.", "Nothing changes."),
    ("meaning", "means:", "Read it in the new sense.", "Use it in the new sense."),
)
"""What a field can say: the word, how to put it, and what it means for a reader and a writer."""

AS_WRITTEN = (
    "form",
    "decimals",
    "sign",
    "holes",
    "padding",
    "true_is",
    "false_is",
    "literal",
    "window",
    "identifier",
    "counts",
)
"""Those of them that are shown as the author wrote them."""


def _said(field: FieldSpec, word: str) -> Any:
    if word in ("code_list", "character_set"):
        named = getattr(field, word)
        return named.name if named is not None else ""
    if word in AS_WRITTEN:
        return field.words.get(word, "")
    return getattr(field, word)


def _columns(count: int) -> str:
    return "1 column" if count == 1 else f"{count} columns"
