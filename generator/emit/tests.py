"""Property-based round-trip tests, made from the spec."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.emit import wording
from generator.emit.banner import said_at
from generator.emit.templates import Templates
from generator.resolve.model import FieldSpec, Spec, VersionSpec


def test_files(spec: Spec, templates: Templates) -> Iterator[tuple[str, bytes]]:
    """The laws, and what names whose they are."""
    templates.register(
        {
            "independent": independent,
            "snake": wording.snake,
            "line_ends": line_ends,
            "tupled": _tupled,
        }
    )
    yield templates.file("tests/conftest.py", "tests/conftest.py.jinja", "spec/")
    yield templates.file("tests/laws.py", "tests/laws.py.jinja", "spec/")
    for version in spec.versions:
        for name in version.modules:
            target = f"tests/test_{version.folder}_{name}.py"
            source, records = said_at(version, name), version.records_of(name)
            about = {"version": version, "name": name, "records": records}
            yield templates.file(target, "tests/test_records.py.jinja", source, **about)
        target = f"tests/test_{version.folder}_files.py"
        source = said_at(version, "format")
        yield templates.file(target, "tests/test_files.py.jinja", source, version=version)


def independent(fields: Sequence[FieldSpec]) -> list[str]:
    """The names of the fields that can be changed whatever the others hold."""
    tied = {f.chooser for f in fields} | {f.name for f in fields if f.chooser}
    for f in fields:
        if f.blank_when or f.filled_when:
            tied |= {f.name, *f.blank_when, *f.filled_when}
    return [f.name for f in fields if f.settable and f.name not in tied]


def line_ends(version: VersionSpec) -> list[tuple[str, str]]:
    """Every line end that is read, with the rule that it breaks; none for the version's own."""
    own = version.format.line_end
    return [(end, "" if end == own else "file.line-end") for end in ("\r\n", "\n", "\r")]


def _tupled(values: Sequence[object]) -> str:
    return repr(tuple(values))
