"""The invented subjects of the invented basedata: one row for each option."""

from __future__ import annotations

from typing import NamedTuple


class Paper(NamedTuple):
    """A component: a paper with its duration in minutes, or work marked by teachers; with its
    maximum mark."""

    code: str
    title: str
    minutes: int = 0
    marked: int = 0


class Offer(NamedTuple):
    """An option of a subject; candidates are not entered for it if its gradeset is not
    established."""

    code: str
    title: str
    qualification: str
    level: str
    item: str
    result_type: str
    gradeset: str
    papers: tuple[str, ...]
    maximum_mark: int | None = None
    endorsement: str = ""
    forecast: bool = True
    fee: int | None = 4250


class Subject(NamedTuple):
    """A syllabus with its options; ``apart`` lists options that exclude one another."""

    code: str
    title: str
    papers: tuple[Paper, ...]
    offers: tuple[Offer, ...]
    apart: tuple[tuple[str, str], ...] = ()


def _tiered(code: str, title: str) -> Subject:
    """A subject with a foundation and a higher tier, which exclude one another."""
    papers = tuple(
        Paper(f"{code}/{tier}{n}", f"{title} {name} PAPER {n}", 90)
        for tier, name in (("F", "FOUNDATION"), ("H", "HIGHER"))
        for n in (1, 2)
    )
    offers = tuple(
        Offer(
            f"{code}{tier}", f"{title} ({name})", "GCSE", "FC", "C", "1", "40",
            tuple(p.code for p in papers if f"/{tier}" in p.code),
        )
        for tier, name in (("F", "FOUNDATION"), ("H", "HIGHER"))
    )  # fmt: skip
    return Subject(code, title, papers, offers, ((f"{code}*", f"{code}*"),))


def _linear(code: str, title: str, endorsement: str = "") -> Subject:
    papers = tuple(Paper(f"{code}/{n}", f"{title} PAPER {n}", 105) for n in (1, 2))
    offer = Offer(
        f"{code}01", title, "GCSE", "FC", "C", "1", "40", tuple(p.code for p in papers),
        endorsement=endorsement,
    )  # fmt: skip
    return Subject(code, title, papers, (offer,))


def _coursework(code: str, title: str) -> Subject:
    papers = (
        Paper(f"{code}/1", f"{title} PAPER 1", 105),
        Paper(f"{code}/C", f"{title} CONTROLLED ASSESSMENT", marked=50),
    )
    codes = tuple(p.code for p in papers)
    full = Offer(f"{code}01", title, "GCSE", "FC", "C", "B", "F", codes, 200)
    short = Offer(
        f"{code}S", f"{title} (SHORT COURSE)", "GCSE", "SC", "C", "B", "F", codes[:1], 100, fee=2150
    )
    return Subject(code, title, papers, (full, short), ((f"{code}01", f"{code}S"),))


def _modular(code: str, title: str) -> Subject:
    """A subject with two units, the first of which is also an AS."""
    papers = tuple(Paper(f"{code}/{n}", f"{title} PAPER {n}", 90 + 30 * n) for n in (1, 2))
    first, second = (paper.code for paper in papers)
    award = Offer(f"{code}A", title, "GCE", "A", "C", "B", "4", (first, second), 400, fee=9900)
    half = Offer(f"{code}S", f"{title} (AS)", "GCE", "ASB", "C", "B", "A", (first,), 200, fee=5400)
    units = (
        Offer(
            f"{code}{n}", f"{title} UNIT {n}", "GCE", "B", "U", "U", "B", (paper,), 200,
            forecast=False, fee=None,
        )
        for n, paper in ((1, first), (2, second))
    )  # fmt: skip
    return Subject(code, title, papers, (award, half, *units), ((f"{code}A", f"{code}S"),))


SUBJECTS = (
    _tiered("1MA", "MATHEMATICS"),
    _tiered("1SC", "SCIENCE"),
    _linear("1EN", "ENGLISH LANGUAGE", endorsement="42"),
    _linear("1LI", "ENGLISH LITERATURE"),
    _linear("1CY", "WELSH"),
    _linear("1GG", "GEOGRAPHY"),
    _linear("1MU", "MUSIC"),
    _coursework("1HI", "HISTORY"),
    _coursework("1DT", "DESIGN"),
    _modular("7AR", "ARCHAEOLOGY"),
    _modular("7BO", "BOTANY"),
    _modular("7LO", "LOGIC"),
    Subject(
        "ENTRY",
        "GARDENING (ENTRY LEVEL)",
        (Paper("ENTRY/1", "GARDENING", marked=60),),
        (Offer("ENTRY3", "GARDENING", "EL", "EL3", "C", "1", "G", ("ENTRY/1",), fee=2900),),
    ),
    Subject(
        "LEAF",
        "LEAF STUDIES (LEVEL 1/2)",
        (Paper("LEAF/1", "LEAF COLLECTION", marked=60),),
        (Offer("LEAF12", "LEAF STUDIES", "L1L2", "1&2", "C", "1", "30", ("LEAF/1",), fee=None),),
    ),
)
"""Gradeset 30 is not established: nobody is entered for leaf studies."""
