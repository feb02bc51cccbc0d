"""Sums and checksums of the invented version 15: computed, checked and carried."""

from __future__ import annotations

import json
from pathlib import Path

from generator.__main__ import checked_spec
from generator.emit.json_schema import json_schema_files
from generator.emit.kaitai import TOTALS, kaitai_files
from tests.versions import next_version
from tests.versions.next_version import CANDIDATE, printed

ROOT = Path(__file__).resolve().parents[2]
COMPONENTS = ROOT / "tests/samples/basedata/C6G26_98.X01"


def test_sums_and_checksums_come_with_new_files_and_conversions(built: Path) -> None:
    use = f"""
import jcq_formats as jcq
file = jcq.read({COMPONENTS.as_posix()!r})
up = jcq.upgrade(file, "15").file
trailer, last = (line.record for line in up.lines[-2:])
print(trailer.mark_sum, sum(one.maximum_mark or 0 for one in up.records), jcq.check(up.to_bytes()))
print(jcq.upgrade(up, "14").file.to_bytes() == file.to_bytes())
about = {{"awarding_body": "98", "series": "6GA", "year": "28"}}
one = next(one for one in up.records if one.maximum_mark).replace(maximum_mark=7)
made = jcq.new_file([one, one.replace(component_code="X", maximum_mark=8)], **about)
print(made.lines[-2].record.mark_sum, jcq.check(made))
print(made.lines[-1].record.checksum != last.checksum)
"""
    assert printed(built, "-c", use) == ["50 50 []", "True", "15 []", "True"]


def test_a_wrong_sum_or_checksum_is_reported_with_what_there_is(built: Path) -> None:
    use = f"""
import jcq_formats as jcq
up = jcq.upgrade(jcq.read({COMPONENTS.as_posix()!r}), "15").file
up.put(11, up.lines[11].record.replace(mark_sum=51))
found = jcq.check(up.to_bytes())
for issue in found:
    print(issue.line_number, issue.start, issue.rule, issue.message)
try:
    jcq.upgrade(up, "14", incomplete=True)
except jcq.BuildError as error:
    print(str(error).partition("mark_sum: ")[2].partition(":")[0])
print(jcq.upgrade(up, "15", incomplete=True).file.lines[11].record.mark_sum)
"""
    sums, checksums, lost, kept = printed(built, "-c", use)
    there = "the sum of maximum_mark of the C5 records before it is 50"
    assert sums == f"12 26 file.sum mark_sum: the centre trailer says 51; {there}"
    assert checksums.startswith("13 25 file.checksum checksum: the file trailer says ")
    assert lost.startswith("version 14 has no place for this total, which is wrong")
    assert kept == "51"


def test_files_of_centres_are_split_and_joined_with_their_totals(built: Path) -> None:
    use = """
def one(centre):
    records = new(centre_number=centre, gender="N", entries=["1MAF"], **ada).records
    return jcq.new_file(records, awarding_body="98", series="6GA", year="28")
new = jcq.v15.new_candidate
files = [one("999998"), one("999999")]
joined = jcq.join_centres(files)
print(jcq.check(joined), len(joined.lines))
print([a.to_bytes() == b.to_bytes() for a, b in zip(jcq.split_centres(joined), files)])
joined.put(len(joined.lines) - 1, joined.lines[-1].record.replace(checksum="00000000"))
try:
    jcq.split_centres(joined)
except jcq.JcqError as error:
    print(error)
"""
    clean, same, refused = printed(built, "-c", CANDIDATE + use)
    assert (clean, same) == ("[] 10", "[True, True]")
    assert "is incomplete: line 10 should say" in refused


def test_rows_become_a_file_with_its_totals(built: Path, tmp_path: Path) -> None:
    rows = tmp_path / "links.csv"
    rows.write_text("option_entry_code,component_code\n1MAF,1MA/F1\n", "utf-8")
    about = ("--type", "L", "--awarding-body", "98", "--series", "6GA", "--year", "28")
    printed(built, "-m", "jcq_formats", "build", str(rows), *about, "--to", str(tmp_path))
    (made,) = tmp_path.glob("L*")
    use = f"""
import jcq_formats as jcq
made = jcq.read({str(made)!r})
print(made.lines[-2].record.mark_sum, made.lines[-1].record.checksum != "0" * 8)
print([issue.rule for issue in jcq.check(made) if issue.rule.startswith("file.")])
"""
    assert printed(built, "-c", use) == ["0 True", "[]"]


def test_other_languages_are_told_that_totals_are_not_computed_there(tmp_path: Path) -> None:
    spec = checked_spec(next_version.written(tmp_path))
    files = {**dict(json_schema_files(spec)), **dict(kaitai_files(spec))}
    schemas = json.loads(files["schemas.json"])["15"]
    found = {
        name: json.loads(files[schemas[key]])["properties"][name]["description"]
        for key, name in (("7", "mark_sum"), ("9", "checksum"))
    }
    assert found == {
        "mark_sum": "The sum of the maximum marks in the block. Beyond this schema: the sum of "
        "maximum_mark in the C5 records around it.",
        "checksum": "What the records before it sum to. Beyond this schema: the CRC-32 of the "
        "records around it.",
    }
    texts = [text.decode() for name, text in files.items() if name.endswith(".ksy")]
    said_of = [line for text in texts for line in text.splitlines() if TOTALS in line]
    assert sorted(line.rpartition(": ")[2] for line in said_of) == ['checksum."', 'mark_sum."']
