"""The skeleton of a new version: lists everything that it may inherit, item by item."""

from __future__ import annotations

import re
from pathlib import Path

from generator.resolve.model import VersionSpec

SKELETON = """\
# yaml-language-server: $schema=../schema/spec.schema.json
# Version {version} against version {base}. What the booklet leaves alone stays under `same`; what
# it changes moves to `changed`, what it does not say to `open`, what it takes out to `retired`. New
# records, code lists and rules are listed under their usual keys, here or in files of their own.
# spec/README.md has every key with an example.
format:
  version: "{version}"
  extends: "{base}"
  title: {title}
  publisher: {publisher}
  effective: "YYYY-MM-DD"  # the day from which it applies
{applies_from}  characters: {characters}
  line_end: {line_end}
{encoding}  grade: A
  sources: [booklet-{id}]  # add it to sources.yaml

same:
{same}
# changed:
#   - record: "KEY"
#     fields:
#       - {{replace: NAME, with: {{width: 4}}}}
"""


APPLIES_FROM = """\
  applies_from: {year: YYYY, month: "M"}  # the first series that is written in it
"""


def skeleton(version: str, base: VersionSpec) -> str:
    """The `format.yaml` of a version that inherits everything from another."""
    form = base.form
    return SKELETON.format(
        version=version,
        base=base.version,
        id=version.lower(),
        title=_quoted(form["title"]),
        publisher=_quoted(form["publisher"]),
        applies_from=APPLIES_FROM if base.applies_from is not None else "",
        characters=form["characters"],
        line_end=form["line_end"],
        encoding=f"  encoding: {form['encoding']}\n" if "encoding" in form else "",
        same="\n".join(_same(base)) + "\n",
    )


def write_skeleton(version: str, base: VersionSpec, spec: Path) -> Path:
    """Writes the skeleton into the folder of the version.

    Raises FileExistsError if it exists, ValueError if this is not a version number.
    """
    if re.fullmatch("[0-9][A-Z0-9]", version) is None:
        raise ValueError(f"{version!r} is not a version: two characters, such as 15")
    folder = spec / f"v{version.lower()}"
    folder.mkdir()
    path = folder / "format.yaml"
    path.write_text(skeleton(version, base), encoding="utf-8")
    return path


def _same(base: VersionSpec) -> list[str]:
    lists = (
        ("records", [(record.key, record.title) for record in base.records]),
        ("data_types", [(data_type.code, data_type.title) for data_type in base.data_types]),
        ("code_lists", [(codes.name, codes.title) for codes in base.code_lists]),
        ("layouts", [(layout.class_name, layout.title) for layout in base.shared_layouts]),
        ("character_sets", [(characters.name, "") for characters in base.character_sets]),
        ("file_names", [(form.name, form.example) for form in base.file_names]),
        ("file_structures", [(one.name, one.title) for one in base.file_structures]),
        ("rules", [(rule.id, "") for rule in base.rules]),
    )
    lines = []
    for word, items in lists:
        if items:
            lines.append(f"  {word}:")
            lines += [f'    - "{name}"{f"  # {title}" if title else ""}' for name, title in items]
    return lines


def _quoted(text: str) -> str:
    return text if text.replace(" ", "").isalpha() else f'"{text}"'
