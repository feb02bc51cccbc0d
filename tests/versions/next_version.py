"""A made-up version 15, in force from September 2027, out of YAML alone.

The centre number has six digits, entries have no ULN and a new field that must be given, and there
are no disallowed combinations any more.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.__main__ import main

ROOT = Path(__file__).resolve().parents[2]

ENTRY = """
    fields:
      - {replace: centre_number, with: {width: 6}}
      - insert: {width: 1, kind: code, name: gender, role: candidate, codes: gender}
        after: sex
      - {remove: uln}
    meanings:
      gender: The candidate's gender identity.
"""

CHANGED = f"""
changed:
  - data_type: "A"
    with: {{length: {{columns: 184, grade: A, sources: [inference]}}}}
  - data_type: "E"
    with: {{length: {{columns: 184, grade: A, sources: [inference]}}}}
  - data_type: "F"
    with: {{length: {{columns: 27, grade: A, sources: [inference]}}}}
  - data_type: "L"
    with: {{length: {{columns: 27, grade: A, sources: [inference]}}}}
  - data_type: "R"
    with: {{length: {{columns: 52, grade: A, sources: [inference]}}}}
  - record: "E5"{ENTRY}
  - record: "A5"{ENTRY}
  - record: "F5"
    fields:
      - {{replace: centre_number, with: {{width: 6}}}}
  - record: "R5"
    fields:
      - {{replace: centre_number, with: {{width: 6}}}}
      - {{remove: uln}}
  - record: "L5"
    fields:
      - {{replace: filler, with: {{width: 7}}}}
  - layout: CentreAddress
    fields:
      - {{replace: centre_number, with: {{width: 6}}}}
  - layout: BroadcastAddress
    fields:
      - insert: {{width: 1, kind: filler, name: filler}}
        after: language
  - record: "1"
    with: {{width: 27}}
    fields:
      - {{replace: address, with: {{width: 6, none: ["000000"]}}}}
  - record: "3"
    with: {{width: 25}}
    fields:
      - {{replace: address, with: {{width: 6, none: ["000000"]}}}}
  - record: "7"
    with: {{width: 21}}
    fields:
      - {{replace: address, with: {{width: 6, none: ["000000"]}}}}
  - record: "9"
    with: {{width: 22}}
    fields:
      - {{replace: address, with: {{width: 6, none: ["000000"]}}}}
  - file_name: centre
    with:
      example: E12345670.X01
      parts:
        - {{part: data_type, width: 1, is: [file.data_type]}}
        - {{part: centre_number, width: 6, digits: true, is: [centre.number]}}
        - {{part: awarding_body, width: 2, is: [file.awarding_body]}}
        - {{literal: ".X"}}
        - {{part: sequence_number, width: 2, digits: true, is: [file.sequence_number], last: 2}}
  - file_name: broadcast
    with: {{data_types: ["C", "L", "O", "S"]}}

retired:
  - {{data_type: "D", why: Nothing is disallowed any more.}}
  - {{record: "D5", why: Nothing is disallowed any more.}}

code_lists:
  - name: gender
    title: Gender identity
    meaning: A gender identity.
    closed: true
    grade: A
    sources: [inference]
    codes:
      - {{code: "W", meaning: woman}}
      - {{code: "N", meaning: another}}
"""

MOVED = (
    *('"A"  #', '"D"  #', '"E"  #', '"F"  #', '"L"  #', '"R"  #', '"L5"  #'),
    *(
        '"1"  #',
        '"3"  #',
        '"7"  #',
        '"9"  #',
        '"A5"  #',
        '"D5"  #',
        '"E5"  #',
        '"F5"  #',
        '"R5"  #',
    ),
    *('"BroadcastAddress"', '"CentreAddress"', '"broadcast"', '"centre"'),
)
"""How the lines of the skeleton's `same` begin that are not the same."""


def written(folder: Path) -> Path:
    """A copy of the spec with version 15 beside the others."""
    spec = folder / "spec"
    shutil.copytree(ROOT / "spec", spec)
    assert main(["new", "15", "--from", "14", "--spec", str(spec)]) == 0
    path = spec / "v15" / "format.yaml"
    text = path.read_text("utf-8").replace("YYYY-MM-DD", "2027-09-01")
    text = text.replace('{year: YYYY, month: "M"}', '{year: 2027, month: "9"}')
    text = text.replace("booklet-15", "inference")
    lines = text.splitlines()
    for begin in MOVED:
        gone = [line for line in lines if line.startswith(f"    - {begin}")]
        assert len(gone) == 1, begin
        lines.remove(gone[0])
    lines.remove("  layouts:")
    path.write_text("\n".join(lines) + "\n" + CHANGED, "utf-8")
    return spec


def built(folder: Path) -> Path:
    """The folder of the package with version 15."""
    out = folder / "generated"
    assert main(["build", "--spec", str(written(folder)), "--out", str(out)]) == 0
    return out
