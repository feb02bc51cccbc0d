"""File names: taken apart and put together."""

from __future__ import annotations

import jcq_formats as jcq
import pytest


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
    with pytest.raises(jcq.BuildError, match="needs awarding_body of 2"):
        jcq.FileName.build("centre", data_type="A", centre_number="99999")
    with pytest.raises(jcq.BuildError, match="no form 'zentre'"):
        jcq.FileName.build("zentre")
