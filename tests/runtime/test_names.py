"""File names: parsed and built."""

from __future__ import annotations

from typing import ClassVar

import jcq_formats as jcq
import pytest
from jcq_formats.core.formats import NameForm, NamePart
from jcq_formats.core.names import BaseFileName, disagreements

from tests.made_up.files import ENTRIES


def test_the_name_of_a_broadcast_file() -> None:
    name = jcq.FileName.parse("../somewhere/o6g17_70.x02")
    assert (name.form, str(name)) == ("broadcast", "o6g17_70.x02")
    assert (name.data_type, name.series, name.year, name.language) == ("O", "6G", "17", "_")
    assert (name.awarding_body, name.sequence_number, name.centre_number) == ("70", "02", "")


def test_the_name_of_a_file_of_a_centre() -> None:
    name = jcq.FileName.parse(r"C:\exams\E1234570.X01")
    assert (name.form, name.centre_number, name.awarding_body) == ("centre", "12345", "70")
    assert name == jcq.FileName.parse("e1234570.x01")


def test_the_name_of_a_zip() -> None:
    assert jcq.FileName.parse("z1a13_01.zip").form == "basedata_zip"


@pytest.mark.parametrize(
    "name",
    [
        "",
        "README.md",
        "O6G17_70.X0",
        "O6G17_70.X022",
        "O6G17_70.XA2",
        "O6G1A_70.X02",
        "E12A4570.X01",
        "E1234570.XA1",
        "Q6G17_70.X02",
    ],
)
def test_another_name_is_refused_with_examples(name: str) -> None:
    with pytest.raises(jcq.FormatError, match=r"such as O6G17_70\.X02"):
        jcq.FileName.parse(name)


def test_a_name_is_built_of_its_parts() -> None:
    name = jcq.FileName.build(
        "centre", data_type="A", centre_number="99999", awarding_body="98", sequence_number="102"
    )
    assert str(name) == "A9999998.X02"
    season = {"series": "6G", "year": "26", "language": "_", "awarding_body": "98"}
    name = jcq.FileName.build("broadcast", data_type="O", **season, sequence_number="102")
    assert str(name) == "O6G26_98.X02"
    with pytest.raises(jcq.BuildError, match="awarding_body: 2 characters are needed"):
        jcq.FileName.build("centre", data_type="A", centre_number="99999")
    with pytest.raises(jcq.BuildError, match="unknown form 'zentre'"):
        jcq.FileName.build("zentre")


def test_a_file_for_several_centres_is_named_by_series_and_year() -> None:
    name = jcq.FileName.parse("r6g26_98.x01")
    assert (name.form, name.parts["series"], name.parts["year"]) == ("several_centres", "6G", "26")
    assert jcq.FileName.parse("R1234598.X01").form == "centre"
    with pytest.raises(jcq.BuildError, match="language: must be letters in a file name of form"):
        jcq.FileName.build("several_centres", **{**name.parts, "language": "5"})


def test_a_name_is_taken_apart_and_built_as_a_version_has_it() -> None:
    name = jcq.FileName.parse("O6G17_70.X02", version="11")
    assert name == jcq.FileName.parse("O6G17_70.X02")
    assert name.versions == ("14", "13", "12", "11")
    assert jcq.FileName.parse("E1234570.X01").versions == ("14",)
    with pytest.raises(
        jcq.FormatError, match=r"not a file name of a form of version 11 \(such as O6"
    ):
        jcq.FileName.parse("E1234570.X01", version="11")
    with pytest.raises(jcq.FormatError, match="'99' of the formats is not known"):
        jcq.FileName.parse("O6G17_70.X02", version="99")
    with pytest.raises(jcq.BuildError, match="unknown form 'centre'; known: broadcast"):
        jcq.FileName.build("centre", "11", data_type="E")
    with pytest.raises(jcq.BuildError, match=r"'O1234570.X01' is not a name of form centre"):
        parts = {"centre_number": "12345", "awarding_body": "70", "sequence_number": "01"}
        jcq.FileName.build("centre", data_type="O", **parts)


class _Ambiguous(BaseFileName):
    """Two versions whose patterns match the same names."""

    FORMS = tuple(
        NameForm(
            "book",
            ("B",),
            (NamePart(1, part="data_type"), NamePart(wide, part="shelf"), rest),
            "B",
            "A",
        )
        for wide, rest in ((3, NamePart(1, part="page")), (2, NamePart(2, part="page")))
    )
    VERSIONS: ClassVar = {"14": (0,), "13": (1,)}


def test_where_forms_of_two_versions_fit_the_newer_is_taken_unless_one_is_asked_for() -> None:
    assert _Ambiguous.parse("B1234").parts["shelf"] == "123"
    assert _Ambiguous.parse("B1234", version="13").parts["shelf"] == "12"
    assert _Ambiguous.parse("B1234").versions == ("14",)
    parts = {"data_type": "B", "page": "34"}
    assert _Ambiguous.build("book", shelf="12", **parts).versions == ("13",)


def test_a_part_of_a_name_agrees_with_the_whole_field_unless_it_says_how_much_of_it() -> None:
    header = (ENTRIES.lines[0].record,)

    def disagreeing(part: NamePart, text: str) -> list[str]:
        form = NameForm("made_up", ("E",), (part,), text, "D")
        return [one.in_record for one in disagreements(form, {part.part: text}, header)]

    whole = NamePart(2, part="awarding_body", agrees_with=("file.awarding_body",))
    assert disagreeing(whole, "98") == []
    assert disagreeing(whole, "97") == ["98"]
    last = NamePart(1, part="awarding_body", agrees_with=("file.awarding_body",), last=1)
    assert disagreeing(last, "8") == []
