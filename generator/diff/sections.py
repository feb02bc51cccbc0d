"""Compares two versions: the changes, and their consequences for readers and writers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.diff.changes import Change, by_key, former_names, shown
from generator.diff.fields import field_changes
from generator.diff.structures import structure_changes
from generator.resolve.fields import CodeListSpec
from generator.resolve.model import DataTypeSpec, RecordSpec, RuleSpec, VersionSpec
from generator.runtime.core.character_encodings import LATIN_1, UTF_8_BYTES, UTF_8_CHARACTERS
from generator.runtime.core.formats import Division
from generator.runtime.core.listing import listed


@dataclass(frozen=True, slots=True)
class Section:
    """Changes on one subject."""

    title: str
    changes: list[Change]


def sections(old: VersionSpec, new: VersionSpec) -> list[Section]:
    """All differences between two versions, by subject; empty if there are none."""
    found = [
        Section("First series", list(_first_series(old, new))),
        Section("Encoding", list(_encoding(old, new))),
        Section("Data types and lengths", list(_data_types(old, new))),
    ]
    for key, before, after in by_key(old.records, new.records, lambda record: record.key):
        title = f"Record {key}: {(after or before or new.records[0]).title}"
        found.append(Section(title, list(_record(old, new, before, after))))
    found += [
        Section("Code lists", list(_code_lists(old, new))),
        Section("Rules", list(_rules(old, new))),
        Section("Characters", list(_characters(old, new))),
        Section("File names", list(_file_names(old, new))),
        Section("Structure of files", list(structure_changes(old, new))),
    ]
    return [section for section in found if section.changes]


COLUMNS = {
    LATIN_1: "Latin-1, one byte for each position",
    UTF_8_BYTES: "UTF-8, one byte for each position",
    UTF_8_CHARACTERS: "UTF-8, one character for each position",
}
"""The meaning of each encoding."""


def _encoding(old: VersionSpec, new: VersionSpec) -> Iterator[Change]:
    before, after = old.format.encoding, new.format.encoding
    if before != after:
        yield Change(
            "encoding",
            f"{COLUMNS[after]}, instead of {COLUMNS[before]}",
            "Up to the version in the file header, files are ASCII: decode the rest by it.",
            "Encode files in this way, and pad fields to their length in it.",
        )


# --- First series and data types ---


def _first_series(old: VersionSpec, new: VersionSpec) -> Iterator[Change]:
    first = new.applies_from
    if first is not None and first != old.applies_from:
        yield Change(
            "exam series",
            f"written from month {first.month} of {first.year} on",
            "The header says the version of a file.",
            f"Write files of earlier series in version {old.version}.",
        )


def _data_types(old: VersionSpec, new: VersionSpec) -> Iterator[Change]:
    for code, before, after in by_key(old.data_types, new.data_types, lambda d: d.code):
        if before is None and after is not None:
            yield _new_data_type(after, old)
        elif before is not None and after is None:
            yield _gone_data_type(before, new)
        elif before is not None and after is not None:
            if before.length != after.length:
                yield Change(
                    f"{code}, {after.title.lower()}",
                    f"records have {after.length} characters instead of {before.length}",
                    f"Accept lines of {after.length} characters.",
                    f"Pad every record to {after.length} characters, headers and trailers too.",
                )
            if before.direction != after.direction:
                yield Change(
                    f"{code}, {after.title.lower()}",
                    f"the direction is {after.direction} instead of {before.direction}",
                    "Positions 3-7 have a new layout.",
                    "Positions 3-7 have a new layout.",
                )
            if before.is_sent != after.is_sent:
                yield Change(
                    f"{code}, {after.title.lower()}",
                    f"sent by {_sender(after)} instead of {_sender(before)}",
                    "The severity of some rules depends on it.",
                    "Such files are sent by others.",
                )


def _sender(data_type: DataTypeSpec) -> str:
    return "centres" if data_type.is_sent else "awarding bodies"


def _new_data_type(data_type: DataTypeSpec, old: VersionSpec) -> Change:
    what = f"{data_type.code}, {data_type.title.lower()}"
    if why := _why_open(old, data_type.code):
        return Change(
            what,
            f"established; in version {old.version} it is not: {why}",
            "Such files can be read.",
            f"Such files can be written; in version {old.version} they could not.",
        )
    return Change(
        what, "new", f"Such files are new: {data_type.meaning}", "Such files can be sent."
    )


def _gone_data_type(data_type: DataTypeSpec, new: VersionSpec) -> Change:
    what = f"{data_type.code}, {data_type.title.lower()}"
    if why := _why_open(new, data_type.code):
        return Change(
            what,
            f"not established: {why}",
            "Lines are kept, but not decoded.",
            "Such files cannot be written.",
        )
    return Change(
        what, "removed", "Such files no longer exist.", "Such files can no longer be sent."
    )


def _why_open(version: VersionSpec, name: str) -> str:
    return next((item.why for item in version.left_open if item.name == name), "")


# --- Records ---


def _record(
    old: VersionSpec, new: VersionSpec, before: RecordSpec | None, after: RecordSpec | None
) -> Iterator[Change]:
    if before is None and after is not None:
        how = "established" if _why_open(old, after.key) else "new"
        reader = f"Lines that begin with {listed(after.keys)} are read as {after.class_name}."
        yield Change("the record", how, reader, f"`{after.class_name}.build` makes one.")
    elif before is not None and after is None:
        why = _why_open(new, before.key)
        how = f"not established: {why}" if why else "removed"
        reader = f"Lines that begin with {listed(before.keys)} are kept, as unknown records."
        yield Change("the record", how, reader, "It cannot be written.")
    elif before is not None and after is not None:
        if before.class_name != after.class_name:
            yield Change(
                "the record",
                f"its class is called {after.class_name} instead of {before.class_name}",
                f"Lines that begin with {listed(after.keys)} are read as {after.class_name}.",
                f"`{after.class_name}.build` makes one.",
            )
        divisions = _divisions(old, new, before, after)
        yield from field_changes(before.fields, after.fields, divisions)
        yield from _moves(old, new, before, after)
        if before.grade != after.grade:
            yield Change(
                "evidence",
                f"grade {after.grade} instead of {before.grade}",
                "`check` reports errors for grades A and B, and only warns for C and D.",
                "No change.",
            )


def _divisions(
    old: VersionSpec, new: VersionSpec, before: RecordSpec, after: RecordSpec
) -> list[Division]:
    """The fields that are split or merged; like moves, they are described relative to the extended
    version."""
    divisions: list[Division] = []
    if old.extends in (new.version, new.extends):
        divisions += before.divisions
    if new.extends in (old.version, old.extends):
        divisions += [Division(d.to, d.fields, d.at) for d in after.divisions]
    fields = {f.name for f in before.fields}, {f.name for f in after.fields}
    return [d for d in divisions if fields[0] >= {*d.fields} and fields[1] >= {*d.to}]


def _moves(
    old: VersionSpec, new: VersionSpec, before: RecordSpec, after: RecordSpec
) -> Iterator[Change]:
    """Moves, which are described relative to the extended version: one of the two, or the base of
    both."""
    moves = []
    if old.extends in (new.version, new.extends):
        moves += [(m.field_name, m.to, m.when) for m in before.moves]
    if new.extends in (old.version, old.extends):
        moves += [(m.to, m.field_name, m.when) for m in after.moves]
    fields = {f.name for f in before.fields}, {f.name for f in after.fields}
    for source, target, when in moves:
        if source not in fields[0] or target not in fields[1]:
            continue
        while_ = " and ".join(f"{name} is {listed(codes, 'or')}" for name, codes in when.items())
        yield Change(
            f"`{source}`",
            f"is in `{target}`{' when ' + while_ if while_ else ''}",
            f"Look for it in `{target}`.",
            "`jcq upgrade` carries it there.",
        )


# --- Code lists, rules, characters, names ---


def _code_lists(old: VersionSpec, new: VersionSpec) -> Iterator[Change]:
    names = former_names(old, new, "code_lists")
    for _, before, after in by_key(
        old.code_lists, new.code_lists, lambda x: names.get(x.name, x.name)
    ):
        what = f"`{(after or before or old.code_lists[0]).name}`"
        if before is not None and after is not None and before.name != after.name:
            yield _renamed(what, before.name)
        if before is None and after is not None:
            codes = listed(list(after))
            yield Change(
                what, f"new: {codes}", "Its codes can be looked up.", "Its codes can be looked up."
            )
        elif after is None:
            yield Change(
                what,
                "removed",
                "Its codes can no longer be looked up.",
                "Its codes can no longer be looked up.",
            )
        elif before is not None:
            yield from _codes(what, before, after)


def _codes(what: str, before: CodeListSpec, after: CodeListSpec) -> Iterator[Change]:
    outside = "an error" if after.closed else "a warning"
    if before.closed != after.closed:
        how = "closed" if after.closed else "open"
        yield Change(what, how, f"Any other code is {outside}.", f"Any other code is {outside}.")
    added = [f"`{code}` ({after[code]})" for code in after if code not in before]
    gone = [f"`{code}`" for code in before if code not in after]
    if added:
        yield Change(what, f"new: {listed(added)}", "Now allowed.", "Now allowed.")
    if gone:
        yield Change(what, f"removed: {listed(gone)}", f"Each is {outside}.", f"Each is {outside}.")
    for code in after:
        if code not in before:
            continue
        old, new = before.stands_for.get(code, ()), after.stands_for.get(code, ())
        if before[code] != after[code]:
            how = f"`{code}` means {after[code]} instead of {before[code]}"
            yield Change(what, how, "Read it in the new sense.", "Use it in the new sense.")
        elif old != new:
            how = f"`{code}` stands for {shown(new)}, not {shown(old)}"
            yield Change(what, how, "Other values are checked.", "Other values are checked.")


def _renamed(what: str, before: str) -> Change:
    return Change(what, f"called `{before}` before", "Use the new name.", "Use the new name.")


def _rules(old: VersionSpec, new: VersionSpec) -> Iterator[Change]:
    for name, before, after in by_key(old.rules, new.rules, lambda rule: rule.id):
        what = f"`{name}`"
        if before is None and after is not None:
            how = f"new, {after.severity}: {after.meaning}"
            yield Change(what, how, f"{after.why}", f"{after.do}")
        elif after is None and before is not None:
            how = f"retired: {before.meaning}"
            yield Change(what, how, "No longer checked.", "No longer checked.")
        elif before is not None and after is not None:
            yield from _severities(what, before, after)


def _files(rule: RuleSpec) -> str:
    return f"files {rule.files}" if rule.files else "all files"


def _severities(what: str, before: RuleSpec, after: RuleSpec) -> Iterator[Change]:
    received, now_received = (rule.received or rule.severity for rule in (before, after))
    if before.severity != after.severity:
        how = f"severity changes from {before.severity} to {after.severity}"
        yield Change(what, how, f"`check` reports it as {after.severity}.", "No change.")
    if received != now_received and (before.received or after.received):
        how = f"severity in received files changes from {received} to {now_received}"
        yield Change(what, how, f"`check` reports it there as {now_received}.", "No change.")
    if before.header != after.header:
        yield Change(
            what,
            f"for {_files(after)} instead of {_files(before)}",
            f"`check` reports it for {_files(after)}.",
            "No change.",
        )
    if before.own_evidence != after.own_evidence:
        how = "does not depend" if after.own_evidence else "depends"
        yield Change(
            what,
            f"its grade {how} on the grade of the record",
            "Whether `check` reports an error or a warning may change.",
            "No change.",
        )


def _characters(old: VersionSpec, new: VersionSpec) -> Iterator[Change]:
    names = former_names(old, new, "character_sets")
    for name, before, after in by_key(
        old.character_sets, new.character_sets, lambda x: names.get(x.name, x.name)
    ):
        if before is not None and after is not None and before.name != after.name:
            yield _renamed(f"`{after.name}`", before.name)
        had = set(before.characters) if before is not None else set()
        has = set(after.characters) if after is not None else set()
        for how, characters in (("allows", has - had), ("has no", had - has)):
            if characters:
                said = " ".join(sorted(characters))
                reader = "Now allowed." if how == "allows" else "No longer allowed."
                writer = "Now allowed." if how == "allows" else "They are a warning."
                yield Change(f"`{name}`", f"{how} {said}", reader, writer)


def _file_names(old: VersionSpec, new: VersionSpec) -> Iterator[Change]:
    names = former_names(old, new, "file_names")
    for name, before, after in by_key(
        old.file_names, new.file_names, lambda form: names.get(form.name, form.name)
    ):
        if before is not None and after is not None and before.name != after.name:
            yield _renamed(f"`{after.name}`", before.name)
        if before is None and after is not None:
            how = f"{'established' if _why_open(old, name) else 'new'}, such as {after.example}"
            yield Change(f"`{name}`", how, "Such names are known.", "Files can have such names.")
        elif after is None:
            why = _why_open(new, name)
            how = f"not established: {why}" if why else "removed"
            yield Change(f"`{name}`", how, "Such names are not known.", "Files have other names.")
        elif before is not None and before.parts != after.parts:
            how = f"other parts, such as {after.example}"
            yield Change(
                f"`{name}`", how, "Such names have a new form.", "Name files in the new way."
            )
