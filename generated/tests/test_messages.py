# Generated from spec/ by `make generate`; edit that, not this.
"""The laws of XML messages, tested on drawn messages of every format."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import suppress

import jcq_formats as jcq
import pytest
from budget import budget
from hypothesis import given
from hypothesis import strategies as st
from jcq_formats import a2c
from jcq_formats.core.messages.views import UnknownElement, View
from jcq_formats.testing import strategies
from jcq_formats.testing.strategies import DrawnMessage
from jcq_formats.testing.strategies.messages import TEXTS

FORMS = [a2c.FORMAT]

every_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)


def views_of(message: jcq.Message) -> Iterator[View]:
    """The header, all repeated elements, and their nested elements."""
    assert message.header is not None
    for view in (message.header, *message.items()):
        if not isinstance(view, UnknownElement):
            yield from nested(view)


def nested(view: View) -> Iterator[View]:
    yield view
    for inner in view.nested():
        yield from nested(inner)


def texts_of(view: View) -> dict[str, str]:
    fields = (field for field in view.FIELDS.values() if not field.is_repeated)
    return {field.name: view.text(field.name) for field in fields}


@every_form
@budget(50)
@given(data=st.data())
def test_a_message_is_read_as_what_it_was_made_of(
    form: jcq.MessageFormat, data: st.DataObject
) -> None:
    """Its texts are read in any notation, with anything between them; its bytes are kept."""
    drawn: DrawnMessage = data.draw(strategies.messages(form))
    message = jcq.read_message(drawn.data, name=drawn.name)
    assert message.to_bytes() == drawn.data
    found = [(type(view), texts_of(view)) for view in views_of(message)]
    assert sorted(found, key=repr) == sorted(drawn.elements, key=repr)


@every_form
@budget(30)
@given(data=st.data())
def test_a_message_in_pieces_is_the_same(form: jcq.MessageFormat, data: st.DataObject) -> None:
    """A stream gives the same elements as a message that is read whole."""
    drawn: DrawnMessage = data.draw(strategies.messages(form))
    message = jcq.read_message(drawn.data)
    scanned = list(jcq.scan_message(io.BytesIO(drawn.data)))
    assert [v.to_bytes() for v in scanned if type(v) is not form.header] == [
        view.to_bytes() for view in message.items()
    ]
    assert [texts_of(view) for view in scanned if type(view) is form.header] == [
        texts_of(view) for view in [message.header] if view is not None
    ]


@every_form
@budget(50)
@given(data=st.data())
def test_a_change_touches_its_element_alone(form: jcq.MessageFormat, data: st.DataObject) -> None:
    """The bytes around it are kept, and the new value is read again."""
    drawn: DrawnMessage = data.draw(strategies.messages(form))
    message = jcq.read_message(drawn.data)
    views = list(views_of(message))
    place = data.draw(st.integers(0, len(views) - 1))
    view = views[place]
    names = [f.name for f in view.FIELDS.values() if f.kind.NAME == "text"]
    names = [name for name in names if view.node_of(name) is not None]
    if not names:
        return
    name = data.draw(st.sampled_from(names))
    text = data.draw(TEXTS)
    changed = message.replace(view, **{name: text})
    node = view.node_of(name)
    assert node is not None
    assert changed.data.startswith(drawn.data[: node.start])
    assert changed.data.endswith(drawn.data[node.end :])
    before, after = [texts_of(v) for v in views], [texts_of(v) for v in views_of(changed)]
    before[place][name] = text
    assert after == before


@every_form
@budget(30)
@given(data=st.data())
def test_a_message_that_is_made_anew_has_the_same_values(
    form: jcq.MessageFormat, data: st.DataObject
) -> None:
    """Elements that were read can be written in a new message."""
    drawn: DrawnMessage = data.draw(strategies.messages(form, unknown=False))
    message = jcq.read_message(drawn.data)
    assert message.header is not None
    made = jcq.new_message(message.header, message.items())
    assert [texts_of(v) for v in views_of(made)] == [texts_of(v) for v in views_of(message)]
    assert [v.as_dict() for v in made.items()] == [v.as_dict() for v in message.items()]


@every_form
@budget(30)
@given(data=st.data())
def test_a_masked_message_has_no_personal_text(
    form: jcq.MessageFormat, data: st.DataObject
) -> None:
    """Stars or an invented identifier replace it; everything else is kept."""
    drawn: DrawnMessage = data.draw(strategies.messages(form))
    message = jcq.read_message(drawn.data)
    pairs = list(zip(views_of(message), views_of(message.masked()), strict=True))
    referred = {field.refers_to for view in form.classes for field in view.FIELDS.values()}
    stands_for: dict[str, str] = {}
    for view, masked in pairs:
        for name, text in texts_of(view).items():
            field = view.FIELDS[name]
            if field.refers_to or field.role in referred:
                assert stands_for.setdefault(text, masked.text(name)) == masked.text(name)
            elif not field.may_be_personal:
                assert masked.text(name) == text
            elif field.personal:
                assert masked.text(name) == "*" * len(text)
    assert len(set(stands_for.values())) == len(stands_for)
    assert b"made up" not in message.masked().data.replace(b"\0", b"")


@every_form
@budget(100)
@given(data=st.data())
def test_no_bytes_lead_to_a_traceback(form: jcq.MessageFormat, data: st.DataObject) -> None:
    """A message with any byte changed is read and checked, or refused."""
    drawn: DrawnMessage = data.draw(strategies.messages(form))
    assert all(issue.text == "" for issue in jcq.check(drawn.data, name=drawn.name))
    start = data.draw(st.integers(0, len(drawn.data)))
    end = data.draw(st.integers(start, min(start + 3, len(drawn.data))))
    spoilt = drawn.data[:start] + data.draw(st.binary(max_size=3)) + drawn.data[end:]
    with suppress(jcq.FormatError):
        assert jcq.read_message(spoilt).to_bytes() == spoilt
    with suppress(jcq.FormatError):
        jcq.check(spoilt, name=drawn.name)
    with suppress(jcq.FormatError):
        list(jcq.component_results(spoilt))
