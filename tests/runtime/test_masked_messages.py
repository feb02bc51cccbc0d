"""XML messages without personal data: nothing that may be personal is left anywhere in them."""

from __future__ import annotations

import jcq_formats as jcq
import pytest
from jcq_formats import a2c

from tests.made_up.message import NAME, Learner, learners, message, uci


def read(text: str) -> jcq.Message:
    return jcq.read_message(text.encode(), name=NAME)


def test_a_masked_message_has_no_personal_data() -> None:
    text = message([Learner(uci(7), "0007", {"1000/01": "5"}, "Tegan", "Goosander")])
    text = text.replace("<Party_Type>Person", "<New>Tegan</New><Party_Type>Person")
    masked = read(text).masked()
    shown = masked.to_bytes().decode()
    for secret in (uci(7), "Tegan", "Goosander", "2008-02-29"):
        assert secret not in shown
    assert len(shown) == len(text)
    assert [o.value for o in masked.of(a2c.Outcome)] == ["5"]
    assert "0007" in shown and "<Party_Id>99999<" in shown


SECRET = "Jackdaw"
HIDDEN = {
    "beside an element": ("<Party_Name_Component>D'Arcy<", f"<Party_Name_Component>{SECRET}<b/><"),
    "around an element": (">2008-02-29<", f">{SECRET}<b/>{SECRET}<"),
    "in an identifier": (f"<Learner_Party_Id>{uci(1)}<", f"<Learner_Party_Id>{SECRET}<b/><"),
    "in an unknown element": ("<Person>", f"<Preferred>{SECRET}<x/></Preferred><Person>"),
    "between elements": ("<Person>", f"{SECRET}<Person>"),
    "as data between elements": ("<Person>", f"<![CDATA[{SECRET}]]><Person>"),
    "in an attribute": ("<Person>", f"<Person said=\"{SECRET}\" a = '{SECRET}>'>"),
    "in an attribute of a single tag": ("<Organisation/>", f'<Organisation said="{SECRET}"/>'),
    "in a comment": ("<Person>", f"<!-- {SECRET} --><Person>"),
    "in a comment within a value": (">Person<", f">Person<!--{SECRET}--><"),
    "in an instruction": ("<Person>", f"<?who {SECRET}?><?{SECRET}?><Person>"),
    "before the message": ("<A2CMessage ", f"<!--{SECRET}--><A2CMessage "),
    "after the message": ("</A2CMessage>", f"</A2CMessage><!--{SECRET}-->"),
    "in an empty element": ("<Organisation/>", f"<Organisation>{SECRET}</Organisation>"),
    "in a second element": ("</Person>", f"</Person><Person><b>{SECRET}</b></Person>"),
    "in a second header": ("</MsgHeader>", f"</MsgHeader><MsgHeader><a>{SECRET}</a></MsgHeader>"),
    "in the name of a block": ("<DataBlockName>Party_DS<", f"<DataBlockName>{SECRET}<"),
    "in a candidate number": (
        "<Relationship_Reference>0001<",
        f"<Relationship_Reference>{SECRET}<",
    ),
    "in an unknown block": (
        "<DataBlock>",
        f"<DataBlock><Zed>{SECRET}</Zed></DataBlock><DataBlock>",
    ),
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
@pytest.mark.parametrize("where", HIDDEN)
def test_a_masked_message_has_no_text_that_is_not_known(where: str, encoding: str) -> None:
    old, new = HIDDEN[where]
    text = message(learners(2), encoding=encoding.removesuffix("-sig"))
    assert old in text
    data = text.replace(old, new, 1).encode(encoding, "xmlcharrefreplace")
    found = jcq.read_message(data)
    masked = found.masked()
    assert SECRET not in masked.to_bytes().decode(encoding)
    assert [o.as_dict() for o in masked.of(a2c.Outcome)] == [
        o.as_dict() for o in found.of(a2c.Outcome)
    ]


def test_a_masked_message_is_still_of_use() -> None:
    text = message(learners(3))
    found = read(text)
    masked = jcq.read_message(found.masked().to_bytes(), name=NAME)
    before, after = list(jcq.component_results(found)), list(jcq.component_results(masked))
    assert [(r.candidate_number, r.component_code, r.value) for r in after] == [
        (r.candidate_number, r.component_code, r.value) for r in before
    ]
    stands_for = {(old.uci, new.uci) for old, new in zip(before, after, strict=True)}
    assert len(stands_for) == len({new for _, new in stands_for}) == 3
    assert not {old for old, _ in stands_for} & {new for _, new in stands_for}
    assert all(len(new) == 13 for _, new in stands_for)
    assert {issue.field for issue in jcq.check(masked)} == {"date_of_birth"}


def test_a_masked_message_keeps_what_is_wrong_with_an_identifier() -> None:
    text = message([Learner("BADGER", "0001", {"1000/01": "5"}), *learners(3)[1:]])
    masked = read(text).masked()
    assert [i.rule for i in jcq.check(masked, disable=["message.value"])] == ["message.uci"]
    assert "BADGER" not in masked.to_bytes().decode()
    assert "<Party_Id>*****1<" in masked.to_bytes().decode()


def test_an_organisation_is_no_longer_one_where_the_message_names_it_as_a_person() -> None:
    who = [Learner("Jackdaw", "0001", {"1000/01": "5"})]
    text = message(who)
    one = "<Party><Party_ID><Party_Id>Jackdaw</Party_Id></Party_ID><Party_Type>Organisation<"
    text = text.replace("<Party>", f"{one}/Party_Type></Party><Party>", 1)
    assert "Jackdaw" not in read(text).masked().to_bytes().decode()
