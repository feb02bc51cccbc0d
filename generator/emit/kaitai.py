"""Kaitai Struct descriptions: the columns of each record, and files line by line.

They read positions alone, so that a compiler that was written apart can be held against ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.emit.wording import positions, snake
from generator.resolve.model import FieldSpec, RecordSpec, Spec, VersionSpec

HEAD = "# Generated from {source} by `make generate`; edit that, not this.\n"
ENCODING = "ISO-8859-1"


def kaitai_files(spec: Spec) -> Iterator[tuple[str, bytes]]:
    """A description of each record and of the files of each version."""
    for version in spec.versions:
        for record in version.records:
            name = record_name(version, record)
            yield f"kaitai/{name}.ksy", record_ksy(version, record)
        yield f"kaitai/{file_name(version)}.ksy", file_ksy(version)


def record_ksy(version: VersionSpec, record: RecordSpec) -> bytes:
    """The columns of one record, each as text; what is behind the last one is its padding."""
    name = record_name(version, record)
    lines = [
        HEAD.format(source=f"spec/{version.folder}/{record.module}.yaml").rstrip(),
        "meta:",
        f"  id: {name}",
        f"  title: {_quoted(f'{record.title}, version {version.version}')}",
        f"  encoding: {ENCODING}",
        f"doc: {_quoted(record.meaning)}",
        "seq:",
        *_sequence(record.fields),
        "  - id: padding",
        "    size-eos: true",
        "    type: str",
    ]
    layouts = {one.class_name: one for f in record.fields for one in f.layouts}
    if layouts:
        lines.append("types:")
    for layout in layouts.values():
        lines += [f"  {snake(layout.class_name)}:", "    seq:"]
        lines += [f"    {line}" for line in _sequence(layout.fields)]
    return ("\n".join(lines) + "\n").encode()


def file_ksy(version: VersionSpec) -> bytes:
    """A file: lines that end in CR LF, each read by its first two characters.

    Lines must be as long as the booklet has them: what cuts the padding is not for it to read.
    """
    keys = {key: record for record in version.records for key in record.keys}
    lines = [
        HEAD.format(source=f"spec/{version.folder}/format.yaml").rstrip(),
        "meta:",
        f"  id: {file_name(version)}",
        f"  title: {_quoted(f'A file of version {version.version}')}",
        f"  encoding: {ENCODING}",
        "  imports:",
        *(f"    - {record_name(version, record)}" for record in version.records),
        "seq:",
        "  - id: lines",
        "    type: line",
        "    repeat: eos",
        "types:",
        "  line:",
        "    seq:",
        "      - id: record",
        "        terminator: 13",
        "        type:",
        "          switch-on: key",
        "          cases:",
        *(f"            {_key(key)}: {record_name(version, r)}" for key, r in keys.items()),
        "      - id: line_feed",
        "        contents: [10]",
        "    instances:",
        "      key:",
        "        pos: _io.pos",
        "        size: 2",
        "        type: str",
    ]
    return ("\n".join(lines) + "\n").encode()


def record_name(version: VersionSpec, record: RecordSpec) -> str:
    """The name of a record's description, and of its file."""
    return f"jcq_{version.folder}_{snake(record.class_name)}"


def file_name(version: VersionSpec) -> str:
    """The name of the description of files."""
    return f"jcq_{version.folder}_file"


def _sequence(fields: Sequence[FieldSpec]) -> Iterator[str]:
    for field in fields:
        yield f"  - id: {field.name}"
        if field.repeat:
            yield f"    type: {snake(field.layouts[0].class_name)}"
            yield "    repeat: expr"
            yield f"    repeat-expr: {field.repeat}"
        elif field.layouts:
            yield f"    size: {field.width}"
            yield "    type:"
            yield f"      switch-on: {field.chooser}"
            yield "      cases:"
            yield from (
                f"        {_key(code)}: {snake(layout.class_name)}"
                for layout in field.layouts
                for code in layout.when
            )
        else:
            yield f"    size: {field.width}"
            yield "    type: str"
        where = "Column" if field.width == 1 else "Columns"
        yield f"    doc: {_quoted(f'{where} {positions(field)}. {field.meaning}')}"


def _key(text: str) -> str:
    """A text that a switch compares with: an expression that is a string."""
    return f"'\"{text}\"'"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
