"""Files that cannot be read reliably are refused, because their values would be guesses."""

from __future__ import annotations

from collections.abc import Callable

import jcq_formats as jcq
import pytest

from tests.made_up.files import AMENDMENTS, ENTRIES, RESULTS

AMENDED = AMENDMENTS.to_bytes().decode("latin-1").split("\r\n")[:-1]
ENTERED = ENTRIES.to_bytes().decode("latin-1").split("\r\n")[:-1]
AWARDED = RESULTS.to_bytes().decode("latin-1").split("\r\n")[:-1]

SLIPPED = "does not fit its layout: its text may have slipped. Check the file with `jcq"
FOREIGN = "is a record of a different data type from the file. Check"


def read(lines: list[str], name: str = "A9999998.X02") -> jcq.File:
    return jcq.read("".join(f"{line}\r\n" for line in lines).encode("latin-1"), name=name)


def spoilt(lines: list[str], number: int, change: Callable[[str], str]) -> list[str]:
    """The lines with one of them (from 1) changed."""
    return [*lines[: number - 1], change(lines[number - 1]), *lines[number:]]


def inserted(at: int, text: str) -> Callable[[str], str]:
    """Inserts text before a position (from 1) of a line, which keeps its length."""
    return lambda line: (line[: at - 1] + text + line[at - 1 :])[: len(line)]


def written(at: int, text: str) -> Callable[[str], str]:
    """Overwrites a line with text, from a position (from 1)."""
    return lambda line: line[: at - 1] + text + line[at - 1 + len(text) :]


DOUBTFUL = {
    "tabs": (
        [line.replace("    ", "\t") for line in AMENDED],
        "line 1 has tabs in place of spaces (and 5 more lines). Get the file again",
    ),
    "no-break spaces": (
        [line.replace(" ", "\xa0") for line in AMENDED],
        "line 1 has no-break spaces in place of spaces (and 5 more lines). Get the file again",
    ),
    "the letter O": (
        spoilt(AMENDED, 3, lambda line: line[:3] + line[3:].replace("0", "O")),
        "line 3 has the letter O in place of the digit 0. Check the file",
    ),
    "records in one line": (
        ["".join(AMENDED)],
        "line 1 has several records, because line ends are missing. Get the file again",
    ),
    "a tab in a name": (
        spoilt(AMENDED, 3, written(15, "\t")),
        "line 3 has tabs in place of spaces. Get the file again, as it was sent",
    ),
    "NUL": (spoilt(AMENDED, 3, written(30, "\0")), "line 3 has NUL bytes, so it is damaged. Get"),
    "UTF-8": (
        spoilt(AMENDED, 3, lambda line: line.replace("BEN", "B\xc3\x89N")),
        "line 3 is UTF-8, in which a letter with an accent moves all that follows it. Save",
    ),
    "UTF-8, the columns in place": (
        spoilt(AMENDED, 3, lambda line: line.replace("BEN ", "B\xc3\x89N")),
        "line 3 is UTF-8",
    ),
    "small letters": (
        [line.lower() for line in AMENDED],
        "line 1 begins with a small letter (and 5 more lines). Get the file again",
    ),
    "a data letter changed": (
        spoilt(AMENDED, 3, written(1, "ZZ")),
        "line 3 is not a known record. Check the file with `jcq check`, and ask for a corrected",
    ),
    "entries among amendments": (spoilt(AMENDED, 3, written(1, "E")), f"line 3 {FOREIGN}"),
    "a result among amendments": (
        spoilt(AMENDED, 3, lambda line: AWARDED[2].ljust(192)),
        f"line 3 {FOREIGN}",
    ),
    "a trailer of results": (spoilt(AMENDED, 6, written(1, "R")), f"line 6 {FOREIGN}"),
    "a centre trailer of entries": (spoilt(AMENDED, 5, written(1, "E")), f"line 5 {FOREIGN}"),
    "a name slipped": (spoilt(AMENDED, 3, inserted(13, " ")), f"line 3 {SLIPPED}"),
    "entries slipped": (spoilt(AMENDED, 3, inserted(109, " ")), f"line 3 {SLIPPED}"),
    "slipped, and the blanks at line ends lost": (
        [line.rstrip() for line in spoilt(AMENDED, 3, inserted(13, " "))],
        f"line 3 {SLIPPED}",
    ),
    "two records in one line": (
        [*AMENDED[:2], AMENDED[2] + AMENDED[3], *AMENDED[4:]],
        "line 3 has several records, because line ends are missing. Get the file again",
    ),
    "a centre header slipped": (spoilt(AMENDED, 2, inserted(3, " ")), f"line 2 {SLIPPED}"),
    "a centre trailer slipped": (spoilt(AMENDED, 5, inserted(3, " ")), f"line 5 {SLIPPED}"),
    "a count with a letter": (
        spoilt(AMENDED, 6, written(8, "000000G")),
        "line 6 has a count that cannot be read. Check",
    ),
    "a letter in a candidate number": (
        spoilt(AMENDED, 3, written(9, "O002")),
        "line 3 has a candidate number that cannot be read. Check",
    ),
    "candidate number 0000": (
        spoilt(AMENDED, 3, written(9, "0000")),
        "line 3 has a candidate number that cannot be read. Check",
    ),
    "a candidate of another centre": (
        spoilt(AMENDED, 3, written(4, "99998")),
        "line 3 is of a different centre from its block. Check",
    ),
    "a centre trailer of another centre": (
        spoilt(AMENDED, 5, written(3, "99998")),
        "line 5 is of a different centre from its block. Check",
    ),
    "a centre header of another series": (
        spoilt(AMENDED, 2, written(12, "25")),
        "line 2 is of a different awarding body or series from the file header. Check",
    ),
    "a candidate before the centre header": (
        [AMENDED[0], AMENDED[2], AMENDED[1], *AMENDED[3:]],
        "line 2 is in no centre's block. Check",
    ),
    "a candidate after the end": (
        [*AMENDED, AMENDED[2]],
        "line 7 is after the end of the file. Check",
    ),
    "records after the end-of-file mark": (
        [*AMENDED[:5], "\x1a", AMENDED[5]],
        "line 7 is after the end of the file. Check",
    ),
    "an end-of-file mark among candidates": (
        [*AMENDED[:3], "\x1a", *AMENDED[3:]],
        "line 5 is after the end of the file (and 2 more lines)",
    ),
    "a tab in both headers": (
        spoilt(spoilt(AMENDED, 1, written(12, "\t")), 2, written(4, "\t")),
        "line 1 has tabs in place of spaces (and 1 more line). Get",
    ),
    "two files put together": (
        AMENDED + AMENDED,
        "line 7 begins another file. Split the files, and give each by itself",
    ),
    "no file header": (AMENDED[1:], "line 1 is before the file header (and 4 more lines)"),
}


@pytest.mark.parametrize("what", DOUBTFUL)
def test_amendments_that_cannot_be_read_for_certain_are_refused(what: str) -> None:
    lines, why = DOUBTFUL[what]
    with pytest.raises(jcq.JcqError) as error:
        jcq.apply_amendments(ENTRIES, [read(lines)])
    said = str(error.value)
    assert said.startswith(f"A9999998.X02 cannot be read reliably: {why}")
    assert ";" not in said, "one cause is said once, without what follows from it"


@pytest.mark.parametrize("what", ["tabs", "UTF-8", "a name slipped", "a data letter changed"])
def test_they_are_taken_as_they_are_where_that_is_meant(what: str) -> None:
    assert jcq.apply_amendments(ENTRIES, [read(DOUBTFUL[what][0])], incomplete=True).candidates


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ([line.replace("    ", "\t") for line in ENTERED], "line 1 has tabs in place of spaces"),
        (spoilt(ENTERED, 4, inserted(13, " ")), f"line 4 {SLIPPED}"),
        (spoilt(ENTERED, 4, written(1, "ZZ")), "line 4 is not a known record"),
        (spoilt(ENTERED, 4, written(1, "A")), f"line 4 {FOREIGN}"),
    ],
)
def test_so_are_entries(lines: list[str], why: str) -> None:
    with pytest.raises(jcq.JcqError) as error:
        jcq.apply_amendments(read(lines, "E9999998.X01"), [AMENDMENTS])
    assert str(error.value).startswith(f"E9999998.X01 cannot be read reliably: {why}")


@pytest.mark.parametrize("at", range(3, 110))
def test_no_blank_too_many_before_the_entries_changes_what_is_entered(at: int) -> None:
    whole = jcq.apply_amendments(ENTRIES, [AMENDMENTS]).changes
    for by in range(1, 7):
        try:
            file = read(spoilt(AMENDED, 3, inserted(at, " " * by)))
            found = jcq.apply_amendments(ENTRIES, [file]).changes
        except jcq.JcqError:
            continue
        # After the last letter of a name, and if nothing follows, no text moves.
        assert found == whole, by


@pytest.mark.parametrize(
    "change",
    [
        written(54, "300201"),
        written(53, "X"),
        lambda line: line.replace("BEN", "B\xc9N"),
        lambda line: line.replace("230002H", "230002T"),
    ],
    ids=["no such date", "no such sex", "an accent", "another check letter"],
)
def test_a_wrong_value_in_its_place_is_no_doubt(change: Callable[[str], str]) -> None:
    found = jcq.apply_amendments(ENTRIES, [read(spoilt(AMENDED, 3, change))])
    assert found.changes[0].removed == ("1MAF",)


def recounted(lines: list[str]) -> list[str]:
    """The lines with right counts in both trailers."""
    *others, centre, file = lines
    return [
        *others,
        written(8, f"{len(lines) - 2:07}")(centre),
        written(8, f"{len(lines):07}")(file),
    ]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda line: line, "lines 3 and 5 enter one candidate twice"),
        (written(109, "1MAF  "), "lines 3 and 5 enter one candidate twice"),
        (
            lambda line: written(13, "CROW")(line[:108].ljust(192)),
            "lines 3 and 5 have one candidate number and different particulars",
        ),
    ],
    ids=["the same record", "an option in both", "another name"],
)
def test_records_of_one_candidate_that_contradict_each_other_are_refused(
    change: Callable[[str], str], why: str
) -> None:
    lines = recounted([*AMENDED[:4], change(AMENDED[2]), *AMENDED[4:]])
    with pytest.raises(
        jcq.JcqError, match=f"^A9999998.X02: {why}: `jcq check A9999998.X02` shows what is wrong$"
    ):
        jcq.apply_amendments(ENTRIES, [read(lines)])
    assert jcq.apply_amendments(ENTRIES, [read(lines)], incomplete=True).changes


def test_a_further_record_of_a_candidate_is_no_contradiction() -> None:
    more = AMENDED[2][:108] + "7ARA".ljust(84)
    lines = recounted([*AMENDED[:4], more, *AMENDED[4:]])
    found = jcq.apply_amendments(ENTRIES, [read(lines)])
    assert found.changes[0].added == ("1MAH", "7ARA")


def test_a_file_of_several_centres_is_refused() -> None:
    there = [line.replace("99999", "88888", 1) for line in AMENDED[1:5]]
    both = [*AMENDED[:5], *there, written(8, "00000100000002")(AMENDED[5])]
    with pytest.raises(jcq.JcqError, match="X02 has 2 centres: split it first"):
        jcq.apply_amendments(ENTRIES, [read(both)])


def test_headers_of_two_centres_are_refused() -> None:
    lines = spoilt(AMENDED, 1, written(3, "88888"))
    with pytest.raises(jcq.JcqError, match="file header and centre header are of different centr"):
        jcq.apply_amendments(ENTRIES, [read(lines)])


UNCERTAIN_RESULTS = {
    "tabs": ([line.replace("    ", "\t") for line in AWARDED], 1),
    "an entry among results": ([*AWARDED[:3], ENTERED[2], *AWARDED[3:]], 4),
    "no known record": (spoilt(AWARDED, 4, written(1, "Q")), 4),
    "slipped": (spoilt(AWARDED, 4, inserted(12, " ")), 4),
    "of another centre": (spoilt(AWARDED, 4, written(3, "99998")), 4),
    "two files put together": (AWARDED + AWARDED, 12),
}


@pytest.mark.parametrize("what", UNCERTAIN_RESULTS)
def test_results_that_cannot_be_read_for_certain_are_refused(what: str) -> None:
    lines, number = UNCERTAIN_RESULTS[what]
    file = read(lines, "R9999998.X01")
    why = f"cannot be read reliably: line {number} "
    with pytest.raises(jcq.JcqError, match=f"^R9999998.X01 {why}"):
        next(jcq.results(file))
    found = []
    with pytest.raises(jcq.JcqError, match=f"^the file {why}"):
        for result in jcq.results(iter(file)):
            found.append(result)
    assert len(found) == min(max(0, number - 3), 7)
    assert list(jcq.results(file, incomplete=True))


def test_an_outcome_that_slipped_is_unread_and_the_others_are_read() -> None:
    file = read(spoilt(AWARDED, 4, inserted(48, " ")), "R9999998.X01")
    found = list(jcq.results(file))
    assert [result.unread for result in found if result.unread] == [" 0171A*"]
    assert len(found) == 7


@pytest.mark.parametrize("outcome", ["    0171A*", "0171  A*", "0171     A*", "           01"])
def test_a_score_or_grade_that_stands_elsewhere_is_unread(outcome: str) -> None:
    file = read(spoilt(AWARDED, 4, lambda line: (line[:47] + outcome).ljust(61)), "R9999998.X01")
    result = list(jcq.results(file))[1]
    assert (result.score, result.grades, result.unread) == (None, (), outcome)


def test_files_of_another_data_type_are_said_to_be_that() -> None:
    for call, why in (
        (lambda: list(jcq.results(ENTRIES)), "results are needed, but it holds entries"),
        (lambda: jcq.candidates(RESULTS), "entries or amendments are needed, but it holds results"),
        (lambda: jcq.options_by_code(RESULTS), "options are needed, but it holds results"),
        (lambda: jcq.apply_amendments(RESULTS, []), "entries are needed, but it holds results"),
    ):
        with pytest.raises(jcq.JcqError, match=why):
            call()
    with pytest.raises(jcq.JcqError, match="these are records of another kind: Entries of a cand"):
        list(jcq.results(ENTRIES.records))
    assert list(jcq.results([])) == []
