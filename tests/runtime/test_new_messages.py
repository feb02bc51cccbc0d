"""New messages from elements that were read: none of their content is lost silently."""

from __future__ import annotations

import jcq_formats as jcq
import pytest
from jcq_formats import a2c
from jcq_formats.core.messages.making import new_message

from tests.made_up.message import learners, message

TEXT = message(learners(3))


def made_of(text: str) -> jcq.Message:
    found = jcq.read_message(text.encode())
    assert found.header is not None
    return new_message(found.header, list(found.items()))


def test_known_elements_are_written_anew() -> None:
    again = made_of(TEXT)
    assert [view.as_dict() for view in again.of(a2c.Outcome)] == [
        view.as_dict() for view in jcq.read_message(TEXT.encode()).of(a2c.Outcome)
    ]
    assert made_of(again.to_bytes().decode()).to_bytes() == again.to_bytes()


def test_comments_white_space_and_namespaces_are_no_loss() -> None:
    text = TEXT.replace("<QEOutcome>", '<!-- a --><QEOutcome xmlns:x="urn:x">\n <!-- b > -->', 1)
    text = text.replace("<Organisation/>", "<Organisation>\n</Organisation>", 1)
    assert made_of(text).to_bytes() == made_of(TEXT).to_bytes()


LOST = {
    "<QEOutcome at='1'>": ("<QEOutcome>", "an attribute of QEOutcome"),
    "<QEOutcome><Zed>7</Zed>": ("<QEOutcome>", "an element in QEOutcome that is not known"),
    "<QEOutcome>Jackdaw": ("<QEOutcome>", "text between the elements of QEOutcome"),
    "<Sequence a='1'>": ("<Sequence>", "an attribute of Sequence"),
    "<MsgInfo><X/>": ("<MsgInfo>", "an element in MsgInfo that is not known"),
    "<QE_Outcome_Value><Unit>raw</Unit>": (
        "<QE_Outcome_Value>",
        "an element in QE_Outcome_Value that is not known",
    ),
    "<QE_Outcome_Value>1</QE_Outcome_Value><QE_Outcome_Value>": (
        "<QE_Outcome_Value>",
        "a second QE_Outcome_Value",
    ),
    "<Organisation at='1'/>": ("<Organisation/>", "an attribute of Organisation"),
    "<Person></Person><Person>": ("<Person>", "a second Person"),
    "</QEOutcome_CN>\nJackdaw</QEOutcome>": (
        "</QEOutcome_CN></QEOutcome>",
        "text between the elements of QEOutcome",
    ),
}


@pytest.mark.parametrize("new", LOST)
def test_what_would_be_lost_is_refused(new: str) -> None:
    old, said = LOST[new]
    assert old in TEXT
    with pytest.raises(jcq.BuildError, match=f": a new message would lose {said}") as caught:
        made_of(TEXT.replace(old, new, 1))
    assert "Jackdaw" not in str(caught.value)


def test_an_element_that_is_built_of_others_loses_nothing_either() -> None:
    text = TEXT.replace("<QEOutcome_CN>", "<QEOutcome_CN at='1'>", 1)
    outcome = next(jcq.read_message(text.encode()).of(a2c.Outcome))
    with pytest.raises(
        jcq.BuildError, match="a new message would lose an attribute of QEOutcome_CN"
    ):
        a2c.LearnerOutcomes.build(awarding_body="98", learner="1", outcomes=[outcome])
