"""Kaitai Struct descriptions: the positions of each record, and files line by line.

Each field has one line. They describe positions only, so that an independent compiler can be
compared with ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.emit.banner import GENERATED, source_of
from generator.emit.once import homes
from generator.emit.wording import snake
from generator.resolve.fields import FieldSpec
from generator.resolve.model import RecordSpec, Spec, VersionSpec
from generator.runtime.core.character_encodings import LATIN_1, UTF_8_BYTES, UTF_8_CHARACTERS

ENCODINGS = {LATIN_1: "ISO-8859-1", UTF_8_BYTES: "UTF-8", UTF_8_CHARACTERS: "UTF-8"}
"""The names of the encodings in Kaitai."""

UNCHECKED = "Only where the fields stand: no value is checked here."
"""The note in every description on what it leaves out of the spec."""

ANY_ORDER = (
    "Lines are read in any order: which records a file has, and under which, is not checked."
)
"""The note in the description of a file on its structure."""

INEXPRESSIBLE = {
    UTF_8_BYTES: "Bytes that are no UTF-8 are not kept.",
    UTF_8_CHARACTERS: (
        "Sizes are bytes here, and the columns characters of UTF-8: only lines of ASCII are read"
        " right, and bytes that are no UTF-8 are not kept."
    ),
}
"""What a description cannot express of an encoding."""


TOTALS = "Nothing is summed here, so these are not compared with other records:"
"""What a description cannot express of sums and checksums."""


def kaitai_files(spec: Spec) -> Iterator[tuple[str, bytes]]:
    """A description of each record, once for all versions that share it, and one of files."""
    places = homes(spec, lambda v: ((record.key, _content(v, record)) for record in v.records))
    for version in spec.versions:
        names = {}
        for record in version.records:
            home = places[version.version, record.key]
            names[record.key] = name = record_name(home, record)
            if home is version:
                text = GENERATED.format(source_of(version, record.module)) + record_ksy(
                    version, record, name
                )
                yield f"kaitai/{name}.ksy", text.encode()
        text = GENERATED.format(source_of(version, "format")) + file_ksy(version, names)
        yield f"kaitai/{file_name(version)}.ksy", text.encode()


def record_ksy(version: VersionSpec, record: RecordSpec, name: str) -> str:
    """The fields of one record, each as text; whatever follows the last one is padding."""
    lines = [
        "meta:",
        f"  id: {name}",
        f"  title: {_quoted(record.title)}",
        f"  encoding: {ENCODINGS[version.format.encoding]}",
        *_body(version, record),
    ]
    return "\n".join(lines) + "\n"


def file_ksy(version: VersionSpec, names: Mapping[str, str]) -> str:
    """A file: lines that end in CR LF, each read by its first two characters.

    ``names`` has the name of each record's description by key. Lines must have the full length of
    the booklet; trimmed padding is not supported.
    """
    keys = {key: names[record.key] for record in version.records for key in record.keys}
    lines = [
        "meta:",
        f"  id: {file_name(version)}",
        f"  title: {_quoted(f'A file of version {version.version}')}",
        f"  encoding: {ENCODINGS[version.format.encoding]}",
        "  imports:",
        *(f"    - {name}" for name in names.values()),
        f"doc: {_quoted(ANY_ORDER)}",
        "seq:",
        "  - {id: lines, type: line, repeat: eos}",
        "types:",
        "  line:",
        "    seq:",
        "      - id: record",
        "        terminator: 13",
        "        type:",
        "          switch-on: key",
        "          cases:",
        *(f"            {_key(key)}: {name}" for key, name in keys.items()),
        "      - {id: line_feed, contents: [10]}",
        "    instances:",
        "      key: {pos: _io.pos, size: 2, type: str}",
    ]
    return "\n".join(lines) + "\n"


def record_name(version: VersionSpec, record: RecordSpec) -> str:
    """The name of a record's description, and of its file."""
    return f"jcq_{version.folder}_{snake(record.class_name)}"


def file_name(version: VersionSpec) -> str:
    """The name of the description of files."""
    return f"jcq_{version.folder}_file"


def _content(version: VersionSpec, record: RecordSpec) -> tuple[str, ...]:
    """A description without its name."""
    encoding = ENCODINGS[version.format.encoding]
    return (record.class_name, record.title, encoding, *_body(version, record))


def _body(version: VersionSpec, record: RecordSpec) -> Iterator[str]:
    totals = ", ".join(field.name for field in record.fields if field.total is not None)
    inexpressible = (
        INEXPRESSIBLE.get(version.format.encoding, ""),
        f"{TOTALS} {totals}." if totals else "",
    )
    said = " ".join(filter(None, (record.meaning, UNCHECKED, *inexpressible)))
    yield f"doc: {_quoted(said)}"
    yield "seq:"
    yield from _sequence(record.fields)
    yield "  - {id: padding, size-eos: true, type: str}"
    layouts = {one.class_name: one for f in record.fields for one in f.layouts}
    if layouts:
        yield "types:"
    for layout in layouts.values():
        yield f"  {snake(layout.class_name)}:"
        yield "    seq:"
        yield from (f"    {line}" for line in _sequence(layout.fields))


def _sequence(fields: Sequence[FieldSpec]) -> Iterator[str]:
    for field in fields:
        where = "Column" if field.width == 1 else "Columns"
        doc = _quoted(f"{where} {field.positions}. {field.meaning}")
        if field.repeat:
            item = snake(field.layouts[0].class_name)
            repeat = f"type: {item}, repeat: expr, repeat-expr: {field.repeat}"
            yield f"  - {{id: {field.name}, {repeat}, doc: {doc}}}"
        elif field.layouts:
            yield f"  - id: {field.name}"
            yield f"    size: {field.width}"
            yield "    type:"
            yield f"      switch-on: {field.chooser}"
            yield "      cases:"
            # A switch has one case for a value: of several layouts, the first.
            cases = {code: one for one in reversed(field.layouts) for code in one.when}
            for code, layout in sorted(cases.items()):
                yield f"        {_key(code)}: {snake(layout.class_name)}"
            yield f"    doc: {doc}"
        else:
            yield f"  - {{id: {field.name}, size: {field.width}, type: str, doc: {doc}}}"


def _key(text: str) -> str:
    """A text as a string expression for a switch."""
    return f"'\"{text}\"'"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
