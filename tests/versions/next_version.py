"""A made-up version 15, in force from September 2027, out of YAML alone.

The centre number has six digits, entries have no ULN and a new field that must be given, with codes
of its own for one awarding body that also needs a UPN; twenty options with longer codes, marks have
four digits, a certificate that has a fee says which, and there are no disallowed combinations any
more. Amendments are like entries: nothing is said of them. The accreditation number of an option is
split by position, and the numbers of a candidate at another centre are joined by a hyphen. Entries
stand below a header of their site, which may have a trailer, and an entry may go on in a second
record. A centre trailer has the sum of the maximum marks, and a file trailer a checksum.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.__main__ import main
from tests.generator import packages

ROOT = Path(__file__).resolve().parents[2]

ENTRY = """
    fields:
      - {replace: entries, with: {repeat: 20}}
      - {replace: centre_number, with: {width: 6}}
      - insert: {width: 1, kind: code, name: gender, role: candidate, codes: gender}
        after: sex
      - {remove: uln}
      - insert: {width: 10, kind: text, name: optional_candidate, role: candidate, blank: allowed}
        before: optional_centre_number
      - {remove: optional_centre_number}
      - {remove: optional_candidate_number}
    details:
      gender: {codes_when: {gender_of_one: {file.awarding_body: ["01"]}}}
    meanings:
      optional_candidate: The candidate's numbers at another centre.
      gender: The candidate's gender identity.
      entries: Up to twenty options; places among them may be blank.
    items:
      entries:
        changed:
          - {replace: option_entry_code, with: {width: 8}}
    merges:
      - fields: [optional_centre_number, optional_candidate_number]
        into: optional_candidate
        at: "-"
"""

CHANGED = f"""
changed:
  - data_type: "A"
    with: {{length: {{columns: 281, grade: A, sources: [inference]}}}}
  - data_type: "E"
    with: {{length: {{columns: 281, grade: A, sources: [inference]}}}}
  - data_type: "F"
    with: {{length: {{columns: 30, grade: A, sources: [inference]}}}}
  - data_type: "L"
    with: {{length: {{columns: 30, grade: A, sources: [inference]}}}}
  - data_type: "R"
    with: {{length: {{columns: 52, grade: A, sources: [inference]}}}}
  - record: "E5"{ENTRY}
  - record: "F5"
    fields:
      - {{replace: centre_number, with: {{width: 6}}}}
      - {{replace: filler, with: {{width: 8}}}}
  - record: "R5"
    fields:
      - {{replace: centre_number, with: {{width: 6}}}}
      - {{remove: uln}}
    layouts:
      outcome:
        MarkOutcome:
          changed:
            - {{replace: score, with: {{width: 4}}}}
            - {{replace: filler, with: {{width: 8}}}}
  - record: "O5"
    fields:
      - insert: {{width: 5, kind: text, name: accreditation_serial, blank: allowed}}
        after: accreditation_number
      - insert: {{width: 3, kind: text, name: accreditation_scheme, blank: allowed}}
        after: accreditation_number
      - {{remove: accreditation_number}}
      - {{replace: fee, with: {{filled_when_all: {{item: ["C"], fee_defined: ["Y"]}}}}}}
    meanings:
      accreditation_scheme: Who accredits the option.
      accreditation_serial: The number within the scheme.
    splits: [{{field: accreditation_number, into: [accreditation_scheme, accreditation_serial]}}]
  - record: "L5"
    fields:
      - {{replace: filler, with: {{width: 10}}}}
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
    with: {{width: 26}}
    fields:
      - {{replace: address, with: {{width: 6, none: ["000000"]}}}}
      - {{insert: {{width: 5, kind: integer, name: mark_sum}}, after: date_produced}}
    details:
      mark_sum: {{sum_of: {{field: maximum_mark, over: "C5"}}}}
    meanings:
      mark_sum: The sum of the maximum marks in the block.
  - record: "9"
    with: {{width: 30}}
    fields:
      - {{replace: address, with: {{width: 6, none: ["000000"]}}}}
      - insert: {{width: 8, kind: text, name: checksum, checksum: {{rule: crc32, over: records}}}}
        after: centre_count
    meanings:
      checksum: What the records before it sum to.
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
  - code_list: record_type
    add:
      - {{code: "S", meaning: site header}}
      - {{code: "6", meaning: more data}}
      - {{code: "T", meaning: site trailer}}

retired:
  - {{data_type: "D", why: Nothing is disallowed any more.}}
  - {{record: "D5", why: Nothing is disallowed any more.}}

file_structures:
  - name: sites
    title: Sites of centres
    meaning: The data of a centre stands below headers of its sites.
    data_types: ["E"]
    records:
      - {{record: "1", occurs: one, place: file_header}}
      - {{record: "3", occurs: any, place: centre_header}}
      - {{record: "S", occurs: any, under: "3", place: header}}
      - {{record: "5", occurs: any, under: "S"}}
      - {{record: "6", occurs: optional, continues: "5"}}
      - {{record: "T", occurs: optional, under: "S", place: trailer}}
      - {{record: "7", occurs: one, under: "3", place: centre_trailer}}
      - {{record: "9", occurs: one, place: file_trailer}}
    grade: A
    sources: [inference]

records:
  - key: "ES"
    class: SiteHeader
    title: Site header
    meaning: The start of the entries of one site.
    role: site
    width: 11
    grade: A
    sources: [inference]
    fields:
      - {{start: 3, width: 6, kind: digits, name: centre, role: centre.number, agrees: centre}}
      - {{start: 9, width: 3, kind: text, name: code, default: "A"}}
    meanings:
      centre: The centre's number.
      code: The site; A where there is but one.
  - key: "E6"
    class: EntryArrangement
    title: Entry arrangement
    meaning: What a candidate needs in examinations.
    role: arrangement
    grade: A
    sources: [inference]
    fields:
      - {{start: 3, width: 2, kind: integer, name: extra_time}}
      - {{start: 5, width: 277, kind: filler, name: filler}}
    meanings:
      extra_time: Extra time, in percent.
  - key: "ET"
    class: SiteTrailer
    title: Site trailer
    meaning: The end of the entries of one site.
    role: site_trailer
    width: 9
    grade: A
    sources: [inference]
    fields:
      - {{start: 3, width: 7, kind: integer, name: counted, counts: {{what: records, in: centre}}}}
    meanings:
      counted: How many records the centre has had up to here.

rules:
  - id: file.sum
    severity: error
    grade: A
    sources: [inference]
    meaning: A header or trailer holds another sum than the records have.
    why: Records were lost, or changed on the way.
    do: Ask whoever made the file for a corrected one.
  - id: file.checksum
    severity: error
    grade: A
    sources: [inference]
    meaning: A header or trailer holds another checksum than the records have.
    why: Records were lost, or changed on the way.
    do: Ask whoever made the file for a corrected one.
  - id: record.upn-needed
    severity: error
    grade: A
    sources: [inference]
    meaning: One awarding body needs the UPN.
    why: The booklet asks for it.
    do: Give the UPN.
    header: {{awarding_body: ["01"]}}
    record: "E5"
    filled: [upn]

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
  - name: gender_of_one
    title: Gender identity for one awarding body
    meaning: A gender identity.
    closed: true
    grade: A
    sources: [inference]
    codes:
      - {{code: "N", meaning: not said}}
      - {{code: "O", meaning: own words}}
"""

LAYOUTS = ('"BroadcastAddress"', '"CentreAddress"')

MOVED = (
    *('"A"  #', '"D"  #', '"E"  #', '"F"  #', '"L"  #', '"R"  #', '"L5"  #'),
    *(
        '"1"  #',
        '"3"  #',
        '"7"  #',
        '"9"  #',
        '"D5"  #',
        '"E5"  #',
        '"F5"  #',
        '"O5"  #',
        '"R5"  #',
    ),
    *(*LAYOUTS, '"broadcast"', '"centre"', '"record_type"'),
)
"""How the lines of the skeleton's `same` begin that are not the same."""


def written(folder: Path) -> Path:
    """A copy of the spec with version 15 beside the others."""
    return _written(folder, MOVED, CHANGED)


def written_without(folder: Path, retired: str) -> Path:
    """The same with a version 15 that is version 14 without these data types."""
    gone = [f'"{letter}"  #' for letter in retired] + [f'"{letter}5"  #' for letter in retired]
    changed, lines = [], []
    for name, letters, rest in (
        ("broadcast", "CDLOS", "6G17_70.X02"),
        ("centre", "AEFRX", "1234570.X01"),
        ("several_centres", "AEFR", "6G26_98.X01"),
    ):
        kept = [letter for letter in letters if letter not in retired]
        if len(kept) < len(letters):
            gone.append(f'"{name}"')
        if not kept:
            lines.append(f"  - {{file_name: {name}, why: Nobody sends them.}}")
        elif len(kept) < len(letters):
            words = f"{{data_types: {kept}, example: {kept[-1]}{rest}}}"
            changed.append(f"  - {{file_name: {name}, with: {words}}}")
    for letter in retired:
        lines.append(f'  - {{data_type: "{letter}", why: Nobody sends them.}}')
        lines.append(f'  - {{record: "{letter}5", why: Nobody sends them.}}')
    text = "\n".join(["changed:", *changed, "retired:", *lines]) + "\n"
    return _written(folder, tuple(gone), text)


def _written(folder: Path, moved: tuple[str, ...], changed: str) -> Path:
    spec = folder / "spec"
    shutil.copytree(ROOT / "spec", spec)
    assert main(["new", "15", "--from", "14", "--spec", str(spec)]) == 0
    path = spec / "v15" / "format.yaml"
    text = path.read_text("utf-8").replace("YYYY-MM-DD", "2027-09-01")
    text = text.replace('{year: YYYY, month: "M"}', '{year: 2027, month: "9"}')
    text = text.replace("booklet-15", "inference")
    lines = text.splitlines()
    for begin in moved:
        gone = [line for line in lines if line.startswith(f"    - {begin}")]
        assert len(gone) == 1, begin
        lines.remove(gone[0])
    if all(name in moved for name in LAYOUTS):
        lines.remove("  layouts:")
    path.write_text("\n".join(lines) + "\n" + changed, "utf-8")
    return spec


def built(spec: Path) -> Path:
    """The folder of the package of such a spec."""
    out = spec.parent / "generated"
    assert main(["build", "--spec", str(spec), "--out", str(out)]) == 0
    return out


CANDIDATE = """
import jcq_formats as jcq
ada = {"candidate_number": "0001", "candidate_name": "MOLE:ADA", "sex": "F"}
def said(function, **given):
    try:
        (record,) = function(**ada, **given).records
    except (jcq.BuildError, TypeError) as error:
        return str(error)
    return f"{type(record).__module__.split('.')[1]} {record.line.rstrip()}"
"""
"""What a script can say of new candidates in both versions."""


def printed(built: Path, *command: str, codes: tuple[int, ...] = (0,)) -> list[str]:
    """The lines that Python prints with the package that was built."""
    return packages.run(*command, cwd=built, path=built, codes=codes).splitlines()
