"""An invented version 15 in UTF-8 counted in bytes, and 16 counted in characters, in YAML."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.__main__ import main

ROOT = Path(__file__).resolve().parents[2]

LETTERS = """
character_sets:
  - name: letters
    meaning: Letters of Europe and two that have three and four bytes.
    characters: [" ", "A-Z", "a-z", "À-ɏ", ":'-", "€😀"]
    grade: A
    sources: [inference]

rules:
  - id: record.encoding
    severity: error
    grade: A
    sources: [inference]
    meaning: A line holds bytes that are no UTF-8.
    why: Files of this version are UTF-8; the program that made the file wrote another encoding.
    do: Ask whoever made the file to save it as UTF-8.
"""

CHANGED = """
changed:
  - record: "E5"
    fields:
      - {replace: candidate_name, with: {characters: letters}}
  - record: "A5"
    fields:
      - {replace: candidate_name, with: {characters: letters}}
"""


def built(folder: Path) -> Path:
    """The folder of the package of versions 11 to 16."""
    spec, out = folder / "spec", folder / "generated"
    shutil.copytree(ROOT / "spec", spec)
    _new(spec, "15", "14", "2027", "utf-8-bytes", ('"E5"  #', '"A5"  #'), CHANGED + LETTERS)
    _new(spec, "16", "15", "2028", "utf-8-characters", (), "")
    assert main(["build", "--spec", str(spec), "--out", str(out)]) == 0
    return out


def _new(
    spec: Path, version: str, base: str, year: str, encoding: str, moved: tuple[str, ...], more: str
) -> None:
    assert main(["new", version, "--from", base, "--spec", str(spec)]) == 0
    path = spec / f"v{version}" / "format.yaml"
    text = path.read_text("utf-8").replace("YYYY-MM-DD", f"{year}-09-01")
    text = text.replace('{year: YYYY, month: "M"}', f'{{year: {year}, month: "9"}}')
    text = text.replace(f"booklet-{version}", "inference").replace("  encoding: utf-8-bytes\n", "")
    text = text.replace("  line_end: CRLF\n", f"  line_end: CRLF\n  encoding: {encoding}\n")
    lines = [
        line
        for line in text.splitlines()
        if not any(line.startswith(f"    - {begin}") for begin in moved)
    ]
    path.write_text("\n".join(lines) + "\n" + more, "utf-8")
