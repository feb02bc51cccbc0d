"""The guides: hand-written pages, grouped by audience, with recorded figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.emit.recorded import recorded
from generator.emit.templates import Templates
from generator.resolve.model import Spec


@dataclass(frozen=True, slots=True)
class Guide:
    """One page: its place, its heading, and its summary."""

    page: str
    title: str
    what: str


@dataclass(frozen=True, slots=True)
class Readers:
    """The guides for one kind of reader."""

    title: str
    guides: tuple[Guide, ...]


READERS = (
    Readers(
        "For exams officers",
        (
            Guide(
                "exams-officers/looking-at-files.md",
                "Look at a file",
                "What `jcq show` and `jcq layout` print.",
            ),
            Guide(
                "exams-officers/checking.md",
                "Check files",
                "Results day, entries before they are sent, reports and settings.",
            ),
            Guide(
                "exams-officers/amendments.md",
                "Change entries that were sent",
                "Withdraw, change and add entries, late candidates, and the file to send.",
            ),
            Guide(
                "exams-officers/dates-and-fees.md",
                "Timetable, deadlines and fees",
                "Sittings, seats, clashes, days on which work is due, and what entries cost.",
            ),
            Guide(
                "exams-officers/results.md",
                "Results of candidates",
                "Results, units and component marks together, with statistics.",
            ),
            Guide(
                "exams-officers/changes.md",
                "What has changed",
                "Two issues of results, entries or basedata, compared by `jcq diff`.",
            ),
            Guide(
                "exams-officers/updated-results.md",
                "Updated results",
                "What an update changes, and how to keep what was changed by hand.",
            ),
            Guide(
                "exams-officers/season.md",
                "A season from results day to an update",
                "One worked example, from the folder to the merged file and the database.",
            ),
            Guide(
                "exams-officers/component-results.md",
                "Component results in XML",
                "Marks of components: look at them, check them, export them.",
            ),
            Guide(
                "exams-officers/fixing.md",
                "Set a file right",
                "Counts, lengths, line ends, names: what `jcq fix` changes, and what it leaves.",
            ),
            Guide(
                "exams-officers/handing-on.md",
                "Hand on a file without personal data",
                "The same files with invented people, for a developer or a support desk.",
            ),
        ),
    ),
    Readers(
        "For developers",
        (
            Guide(
                "developers/reading-and-writing.md",
                "Read and write in Python",
                "Records, entries, amendments, results and files of several centres.",
            ),
            Guide(
                "developers/versions.md",
                "Versions of the formats",
                "How the version is chosen, migration notes, and converting files.",
            ),
            Guide(
                "developers/command-line.md",
                "The command line",
                "Commands, folders and zips, and exit codes.",
            ),
            Guide(
                "developers/test-data.md",
                "Test data",
                "Invented files, strategies for Hypothesis, and a kit for other languages.",
            ),
        ),
    ),
    Readers(
        "For data engineers",
        (
            Guide(
                "data-engineers/tables.md",
                "Tables, spreadsheets and databases",
                "Arrow, polars, pandas, DuckDB, Spark, CSV, SQLite and Excel.",
            ),
            Guide(
                "data-engineers/database.md",
                "A database for the season",
                "Earlier and current records, and what changed: tables and queries.",
            ),
            Guide(
                "data-engineers/performance.md",
                "Performance",
                "Speed and memory, compared with other libraries.",
            ),
        ),
    ),
    Readers(
        "For maintainers",
        (
            Guide(
                "maintainers/evidence.md",
                "What is proved, and what is not",
                "Grades of evidence, tests, and their limits.",
            ),
        ),
    ),
)

CHART = "data-engineers/performance.svg"


def guide_files(spec: Spec, templates: Templates) -> Iterator[tuple[str, bytes]]:
    """All guides, and the chart in one of them."""
    figures = recorded(templates)
    for readers in READERS:
        for guide in readers.guides:
            template = f"docs/{guide.page}.jinja"
            about = {"title": guide.title, "newest": spec.newest, "figures": figures}
            yield templates.file(f"docs/{guide.page}", template, f"templates/{template}", **about)
    template = f"docs/{CHART}.jinja"
    yield templates.file(f"docs/{CHART}", template, f"templates/{template}", figures=figures)
