"""A folder of files of the versions 14, 15 and 16, made with the package that has all three."""

from __future__ import annotations

from pathlib import Path

from tests.versions.next_version import printed

VERSIONS = ("14", "15", "16")

SERIES = {"14": ("6G", "26"), "15": ("6GA", "28"), "16": ("6GA", "29")}
"""A series for which files are written in each version, and its year."""

WORLD = ("--candidates", "12", "--seed", "3")

MARKS = """
import datetime, decimal, pathlib
import jcq_formats as jcq

def mark_sheet(version):
    v = jcq.load_version(version)
    record = v.records["M5"]
    group = "marks" if version == "15" else "candidates"
    given = "mark" if version == "15" else "mark_given"
    half = decimal.Decimal("12.5")
    item = record.FIELDS[group].kind.item
    present = item.build(candidate_number="0001", status="V", reason="S", **{given: half})
    absent = item.build(candidate_number="0002", status="A", reason="I")
    return record.build(
        centre_number="999998", component_code="1MA/C1", maximum_mark=40,
        highest_mark=half, marked_on=datetime.date(2028, 5, 1), sent_on=datetime.date(2028, 5, 2),
        **{group: [present, absent]},
    )
"""
"""What makes a record of marks in the versions that have such records."""


def world(built: Path, folder: Path, version: str) -> Path:
    """A folder with the files of a season in a version; marks among them where it has them."""
    series, year = SERIES[version]
    made = folder / version
    about = ("--series", series, "--year", year, *WORLD)
    printed(built, "-m", "jcq_formats", "sample", str(made), *about)
    if version != "14":
        use = f"""
about = {{"awarding_body": "98", "series": {series!r}, "year": {year!r}}}
file = jcq.new_file([mark_sheet({version!r})], **about)
jcq.write(file, pathlib.Path({str(made)!r}) / file.name)
"""
        printed(built, "-c", MARKS + use)
    return made
