"""XML messages: read, changed, built and written, in any notation."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats import a2c
from jcq_formats.core.messages.parsing import MOST_BYTES, MOST_DEPTH
from jcq_formats.core.messages.views import UnknownElement, View
from jcq_formats.exams.component_results import Learners, results_among, views_of

from tests.made_up.message import NAME, Learner, learners, message, uci

TEXT = message()


def read(text: str, encoding: str = "utf-8") -> jcq.Message:
    return jcq.read_message(text.encode(encoding), name=NAME)


def names_of(found: jcq.Message) -> list[str]:
    return [part.component for name in found.of(a2c.PartyName) for part in name.components]


def test_what_was_read_is_written_with_the_same_bytes(tmp_path: Path) -> None:
    data = message(learners(500)).replace("\n", "\r\n").encode()
    (tmp_path / "in.xml").write_bytes(data)
    found = jcq.read_message(tmp_path / "in.xml")
    jcq.write(found, tmp_path / "out.xml")
    assert (tmp_path / "out.xml").read_bytes() == data == found.to_bytes()
    assert (tmp_path / "out.xml").stat().st_mode & 0o077 == 0


def test_the_header() -> None:
    header = read(TEXT).header
    assert isinstance(header, a2c.Header)
    assert (header.awarding_body, header.centre_number, header.sequence) == ("98", "99999", 1)
    zone = datetime.timezone(datetime.timedelta(hours=1))
    assert header.time_stamp == datetime.datetime(2026, 8, 13, 0, 1, tzinfo=zone)


def test_outcomes_of_a_learner() -> None:
    found = next(read(TEXT).of(a2c.LearnerOutcomes))
    assert found.learner == uci(1)
    assert [(o.component_code, o.value) for o in found.outcomes] == [
        ("1001/01", "1"),
        ("1001/02", "2"),
    ]
    assert found.outcomes[0].outcome_date == datetime.date(2026, 8, 13)
    assert found.as_dict()["outcomes"][0]["value_type"] == "Scaled/Weighted Mark"


def test_an_organisation_has_an_empty_element_and_no_date() -> None:
    first, *_, last = read(TEXT).of(a2c.Party)
    assert (first.party_id, first.organisation, first.date_of_birth) == ("JCQ", True, None)
    assert (last.organisation, last.date_of_birth) == (False, datetime.date(2008, 2, 29))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "cp1252"])
def test_names_come_through_in_every_encoding(encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    who = [Learner(uci(1), "0001", {"1/1": "1"}, "Tom & Siôn", "O'<Ötter>")]
    data = message(who, encoding=declared).encode(encoding)
    found = jcq.read_message(data)
    assert names_of(found) == ["Tom & Siôn", "O'<Ötter>"]
    assert found.to_bytes() == data
    changed = found.replace(next(found.of(a2c.NameComponent)), component="Łucja & Żbik")
    assert names_of(changed) == ["Łucja & Żbik", "O'<Ötter>"]
    assert jcq.read_message(changed.to_bytes()).to_bytes() == changed.to_bytes()


def test_an_odd_encoding_is_no_trouble() -> None:
    text = TEXT.replace("utf-8", "raw_unicode_escape", 1).replace("<Vole>", "")
    data = text.encode("latin-1", "xmlcharrefreplace").replace(b">O'Otter<", b">\\uZZZZ<")
    found = jcq.read_message(data)
    assert found.to_bytes() == data
    assert len(names_of(found)) == 6


def test_names_beyond_latin_1_come_through() -> None:
    found = read(message(learners(6)))
    pairs = {tuple(p.component for p in name.components) for name in found.of(a2c.PartyName)}
    assert ("Łucja", "Żbik") in pairs
    assert ("Ἀλέξανδρος", "Γλαῦξ") in pairs
    assert ("Tom & Jerry", "<Vole>") in pairs


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("<![CDATA[a & <b>]]>", "a & <b>"),
        ("a<!-- & --> b<?pi x?>", "a b"),
        ("&#x41;&#66;&apos;&quot;", "AB'\""),
        ("\n  Ada\r\nB ", "Ada\nB"),
        ("<![CDATA[]]>", ""),
    ],
)
def test_text_as_xml_may_write_it(written: str, read_as: str) -> None:
    assert read_as in names_of(read(TEXT.replace(">Żbik<", f">{written}<")))


def test_a_prefix_and_comments_change_nothing() -> None:
    text = TEXT.replace("<A2CMessage xmlns=", "<!-- made up --><x:A2CMessage xmlns:x=")
    for close in ("</", "<"):
        parts = text.split(close)
        text = close.join(
            [
                parts[0],
                *(p if p[0] in "?!/x" or p.startswith("x:") else f"x:{p}" for p in parts[1:]),
            ]
        )
    assert "<x:Party_Id>" in text and "</x:Party_Id>" in text
    found = read(text)
    assert [o.value for o in found.of(a2c.Outcome)] == [o.value for o in read(TEXT).of(a2c.Outcome)]
    party = next(found.of(a2c.Party))
    changed = found.replace(party, party_id="JCQ2").to_bytes().decode()
    assert changed == text.replace(">JCQ<", ">JCQ2<", 1)


def test_a_changed_value_is_spliced_in() -> None:
    found = read(TEXT)
    outcome = next(found.of(a2c.Outcome))
    changed = found.replace(outcome, value="57", outcome_date=datetime.date(2026, 8, 20))
    expected = TEXT.replace("<QE_Outcome_Value>1<", "<QE_Outcome_Value>57<", 1)
    expected = expected.replace("<QE_Outcome_Date>2026-08-13<", "<QE_Outcome_Date>2026-08-20<", 1)
    assert changed.to_bytes().decode() == expected
    assert found.to_bytes().decode() == TEXT


def test_a_single_tag_is_opened_for_a_text() -> None:
    text = TEXT.replace("<QE_Outcome_Value>1</QE_Outcome_Value>", '<QE_Outcome_Value a="/" />', 1)
    found = read(text)
    changed = found.replace(next(found.of(a2c.Outcome)), value="7")
    assert '<QE_Outcome_Value a="/" >7</QE_Outcome_Value>' in changed.to_bytes().decode()
    assert next(changed.of(a2c.Outcome)).value == "7"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"valu": "1"}, "did you mean value"),
        ({"value": 1}, "a text is needed, not int"),
        ({"value": "a\x00"}, "a character is not allowed in XML"),
        ({"outcome_date": "2026-08-13"}, "a date is needed, not str"),
        ({"status": "x"}, "the element is missing"),
    ],
)
def test_a_change_that_does_not_fit_is_refused(values: dict[str, object], said: str) -> None:
    found = read(TEXT.replace("<QE_Outcome_Status_Type>Issued</QE_Outcome_Status_Type>", "", 1))
    with pytest.raises(jcq.BuildError, match=said):
        found.replace(next(found.of(a2c.Outcome)), **values)


def test_an_element_of_another_message_is_not_changed() -> None:
    other = next(read(TEXT).of(a2c.Outcome))
    with pytest.raises(jcq.BuildError, match="belongs to another message"):
        read(TEXT).replace(other, value="1")


def test_a_date_that_cannot_be_read_says_where_and_not_what() -> None:
    data = TEXT.replace("2008-02-29", "29/02/2008").encode()
    *_, last = jcq.read_message(data).of(a2c.Party)
    with pytest.raises(jcq.FieldError, match=r"Party\.date_of_birth") as caught:
        last.date_of_birth  # noqa: B018
    start, end = caught.value.start, caught.value.end
    assert data[start - 1 : end] == b"29/02/2008"
    assert "29/02" not in str(caught.value)


def test_unknown_elements_are_kept() -> None:
    text = TEXT.replace("<Party_Type>Person", "<New>Ada</New><Party_Type>Person")
    text = text.replace(
        "</A2CMessage>", "<DataBlock><X_DS><Y>1</Y></X_DS></DataBlock></A2CMessage>"
    )
    found = read(text)
    assert found.to_bytes().decode() == text
    assert isinstance(list(found.items())[-1], UnknownElement)
    assert len(list(found.of(a2c.Party))) == 6


@pytest.mark.parametrize("chunk", [1, 7, 64, 1 << 18])
def test_scanning_gives_the_same_in_pieces(monkeypatch: pytest.MonkeyPatch, chunk: int) -> None:
    from jcq_formats.core.messages import reading

    monkeypatch.setattr(reading, "CHUNK", chunk)
    for encoding in ("utf-8", "utf-16"):
        data = message(learners(4), encoding=encoding).encode(encoding)
        whole = jcq.read_message(data)
        assert whole.header is not None
        assert list(jcq.scan_message(data)) == [whole.header, *whole.items()]
        assert list(jcq.scan_message(data, a2c.Outcome)) == list(whole.of(a2c.Outcome))


def test_scanning_takes_little_memory() -> None:
    import tracemalloc

    data = message(learners(5000)).encode()
    stream = io.BytesIO(data)
    tracemalloc.start()
    count = sum(1 for _ in jcq.scan_message(stream, a2c.Outcome))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 5000 * 2 + 5000 // 3
    assert peak < len(data) / 3


DOCTYPE = '<!DOCTYPE A2CMessage [<!ENTITY a "b">]>'


def readers() -> list[Callable[[bytes], object]]:
    return [jcq.read_message, lambda data: list(jcq.scan_message(data))]


@pytest.mark.parametrize("reader", readers())
@pytest.mark.parametrize(
    ("text", "said"),
    [
        (TEXT.replace("<A2C", f"{DOCTYPE}<A2C", 1), "DOCTYPE"),
        (TEXT.replace("<A2C", "<!DOCTYPE x SYSTEM 'x'><A2C", 1), "DOCTYPE"),
        (TEXT.replace("Otter", "&a;"), r"line \d+, character \d+: this character is not allowed"),
        (TEXT[:-20], "not well-formed XML: line"),
        (TEXT.replace("<Party>", "<Party>" + "<a>" * MOST_DEPTH, 1), "elements are nested"),
        ("<html></html>", "its outermost element is 'html', not A2CMessage"),
        (TEXT.replace("utf-8", "klingon", 1), "encoding"),
        (TEXT.replace("utf-8", "shift_jis", 1), "encoding"),
        ("", "not well-formed XML"),
        (" \n", "not well-formed XML"),
    ],
    ids=["entity", "doctype", "undefined", "cut", "deep", "html", "unknown", "multi", "no", "nl"],
)
def test_what_is_refused(reader: Callable[[bytes], object], text: str, said: str) -> None:
    with pytest.raises(jcq.FormatError, match=said):
        reader(text.encode())


def test_what_is_refused_never_holds_text_of_the_file() -> None:
    with pytest.raises(jcq.FormatError) as caught:
        read(TEXT.replace("</Party_Name_Component>", "</Secret>", 1))
    assert "Secret" not in str(caught.value)
    assert NAME in str(caught.value)


def test_too_large_a_message_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from jcq_formats.core.messages import parsing, reading

    assert MOST_BYTES == 1 << 28
    monkeypatch.setattr(parsing, "MOST_BYTES", 1000)
    with pytest.raises(jcq.FormatError, match="the message has more than 1,000 bytes"):
        read(TEXT)
    monkeypatch.undo()
    monkeypatch.setattr(parsing, "MOST_IN_ITEM", 100)
    monkeypatch.setattr(reading, "CHUNK", 100)
    with pytest.raises(
        jcq.FormatError, match="element or comment of the message has more than 100 bytes"
    ):
        list(jcq.scan_message(TEXT.encode()))


LARGE = {
    "header": ("<TransactionName>", "<TransactionName>{}"),
    "repeated element": ("<Party_Type>", "<Party_Type>{}"),
    "comment": ("<MsgHeader>", "<!--{}--><MsgHeader>"),
    "attribute": ("<DataBlock>", '<DataBlock at="{}">'),
}


@pytest.mark.parametrize("what", LARGE)
@pytest.mark.parametrize("size", [4_000, 6_000])
def test_readers_have_the_same_limits(
    what: str, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jcq_formats.core.messages import parsing, reading

    monkeypatch.setattr(parsing, "MOST_IN_ITEM", 5_000)
    monkeypatch.setattr(reading, "CHUNK", 1_000)
    old, new = LARGE[what]
    data = TEXT.replace(old, new.format("x" * size), 1).encode()
    for reader in (jcq.read_message, lambda d: list(jcq.scan_message(d)), jcq.check):
        if size < 5_000:
            assert reader(data) is not None
            continue
        with pytest.raises(
            jcq.FormatError, match="element or comment of the message has more than 5,000"
        ):
            reader(data)


def test_personal_data_is_masked_where_it_is_printed() -> None:
    found = read(message([Learner(uci(7), "0007", {"1000/01": "5"}, "Tegan", "Goosander")]))
    shown = repr([found, found.header, *found.items()])
    for secret in (uci(7), "Tegan", "Goosander", "2008-02-29"):
        assert secret not in shown
    for known in ("99999", "0007", "Organisation", "JCQ-A2C"):
        assert known in shown


def made(name: str = "Ada") -> list[View]:
    day = datetime.date(2026, 8, 13)
    now = datetime.datetime(2026, 8, 13, 0, 1, tzinfo=datetime.UTC)
    part = a2c.NameComponent.build(order=1, component_type="Given", component=name)
    outcome = a2c.Outcome.build(
        awarding_body="98",
        component_code="0001/01",
        effective_start=now,
        outcome_date_time=now,
        value="57",
        outcome_date=day,
    )
    return [
        a2c.LearnerOutcomes.build(awarding_body="98", learner=uci(1), outcomes=[outcome]),
        a2c.Party.build(party_id="98", party_type="Organisation", organisation=True),
        a2c.Party.build(party_id=uci(1), party_type="Person", date_of_birth=day),
        a2c.PartyName.build(party_id=uci(1), effective_date=day, components=[part]),
    ]


def header() -> a2c.Header:
    now = datetime.datetime(2026, 8, 13, 0, 1, tzinfo=datetime.UTC)
    return a2c.Header.build(
        message_id="m", time_stamp=now, sequence=1, awarding_body="98", centre_number="99999"
    )


@pytest.mark.parametrize("name", ["Ada", "Tom & <Jerry>", "O'\"Otter", "Łucja\r", "\U00010330"])
def test_a_new_message_has_what_it_is_made_of(name: str) -> None:
    found = jcq.new_message(header(), made(name))
    assert found.header is not None
    assert found.header.as_dict() == header().as_dict()
    assert [block.name for block in found.blocks] == ["Party_DS", "PartyName_DS", "QEOutcome_DS"]
    given = {repr(view.as_dict()) for view in made(name.strip())}
    assert {repr(view.as_dict()) for view in found.items()} == given
    assert b"<Organisation/>" in found.to_bytes()
    assert jcq.read_message(found.to_bytes()).to_bytes() == found.to_bytes()
    again = jcq.new_message(found.header, found.items())
    assert again.to_bytes() == found.to_bytes()


def test_a_time_stamp_is_written_with_its_zone_and_read_without() -> None:
    moment = datetime.datetime(2026, 8, 13, 0, 1)
    read = jcq.read_message(message().replace("00:01:00+01:00<", "00:01:00<", 1).encode())
    assert read.header is not None
    assert read.header.decode("time_stamp") == moment
    with pytest.raises(jcq.BuildError, match="a time zone is needed"):
        read.replace(read.header, time_stamp=moment)


def test_what_a_new_element_lacks_is_said() -> None:
    with pytest.raises(jcq.BuildError, match=r"Party\.party_id: a value is needed"):
        a2c.Party.build(party_id="", party_type="Person")
    with pytest.raises(jcq.BuildError, match="Outcome is needed, not NameComponent"):
        part = a2c.NameComponent.build(order=1, component_type="Given", component="A")
        a2c.LearnerOutcomes.build(awarding_body="98", learner="x", outcomes=[part])  # type: ignore[list-item]
    with pytest.raises(
        jcq.BuildError, match="NameComponent is not an element of a message's blocks"
    ):
        jcq.new_message(header(), [part])
    with pytest.raises(jcq.BuildError, match="Party is not the header of a message"):
        jcq.new_message(made()[1], [])


def test_a_file_name() -> None:
    form = a2c.FORMAT
    parts = form.parts_of(f"folder/{NAME.upper()}")
    assert parts is not None
    assert (parts["centre_number"], parts["awarding_body"]) == ("99999", "98")
    assert form.parts_of("a2C.12345.02.EDIResults.0-0-0-0-0123456789abc.xml") is not None
    assert form.parts_of("a2c.1234.02.EDIResults.0.xml") is None
    assert form.parts_of(NAME.replace(".xml", " (1).xml")) is None
    assert form.name_within(NAME.replace(".xml", " (1).xml")) == NAME
    assert form.name_within(f"Copy of {NAME}.txt") == NAME
    assert form.name_within("R9999998.X01") == ""
    assert form.name_of(header(), guid="0") == "a2c.99999.98.EDIResults.0.xml"
    assert form.name_of(header()) == ""


def test_an_encoding_that_marks_each_text_is_changed_all_the_same() -> None:
    data = message(learners(1), encoding="utf-8-sig").encode()
    found = jcq.read_message(data)
    assert b"Otter" in data and b"Otter" not in found.masked().to_bytes()
    (view,) = found.of(a2c.LearnerOutcomes)
    outcome = view.outcomes[0]
    assert found.replace(outcome, value="9").to_bytes().count(b"<QE_Outcome_Value>9<") == 1


def test_what_holds_candidates_prints_none_of_them() -> None:
    gathered = Learners()
    assert list(results_among(gathered, views_of(message(learners(1)).encode())))
    assert repr(gathered) == "Learners(99999, 1 candidates)"
