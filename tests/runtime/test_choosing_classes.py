"""Records of chosen classes: those of the file's version, or a refusal that says why."""

from __future__ import annotations

import jcq_formats as jcq
import pytest

LINK = b"L51MAF  1MA/F1            \r\n"
HEADER = b"L16G26_986G26BSAMPLE 00114\r\n"


class Own(jcq.v14.Link):
    """A class of somebody else."""


def test_records_of_chosen_classes_are_given_in_order() -> None:
    file = jcq.read(HEADER + LINK + b"?\r\n")
    assert [type(r) for r in file.records_of(jcq.v14.Link)] == [jcq.v14.Link]
    both = file.records_of(jcq.v13.Link, jcq.v14.Link, jcq.UnknownRecord)
    assert [type(r) for r in both] == [jcq.v14.Link, jcq.UnknownRecord]
    assert list(jcq.scan(HEADER + LINK + b"?\r\n", jcq.v14.Link, jcq.UnknownRecord)) == both


@pytest.mark.parametrize("wanted", [jcq.v13.Link, Own])
def test_classes_of_no_record_of_the_version_are_refused(wanted: type[jcq.Record]) -> None:
    with pytest.raises(jcq.FormatError, match="version 14, whose records have classes"):
        jcq.read(HEADER + LINK).records_of(wanted)
    with pytest.raises(jcq.FormatError, match="none of these is one of them: "):
        list(jcq.scan(HEADER + LINK, wanted))


def test_who_gives_no_class_is_told_one_of_the_version() -> None:
    older = HEADER.replace(b"00114", b"00113") + LINK
    for data, version in ((HEADER + LINK, "14"), (older, "13")):
        with pytest.raises(jcq.JcqError, match=rf"such as jcq\.v{version}\.\w+, not str"):
            jcq.read(data).records_of("L5")  # type: ignore[call-overload]


def test_no_class_at_all_is_refused() -> None:
    with pytest.raises(TypeError, match="name the classes"):
        jcq.read(HEADER + LINK).records_of()  # type: ignore[call-overload]
