"""The rules of the catalogue and the registered implementations are the same."""

from __future__ import annotations

from collections.abc import Iterator

import jcq_formats as jcq
import pytest
from jcq_formats import a2c
from jcq_formats.checking.catalogue import implemented
from jcq_formats.checking.file_rules import FileRules
from jcq_formats.checking.rules.totals import Totalling
from jcq_formats.checking.subjects import SUBJECTS, file_rules
from jcq_formats.core.fields import Field
from jcq_formats.core.kinds.kind import Kind
from jcq_formats.core.layouts import Layout
from jcq_formats.core.records import encoding_faults
from jcq_formats.core.registry import implementations_about, rule, rules_of
from jcq_formats.core.upgrading import converted


def every_field(layout: type[Layout]) -> Iterator[Field]:
    for field in layout.FIELDS.values():
        yield field
        for nested in field.kind.nested(field):
            yield from every_field(nested.layout)


FIELDS = [
    field
    for version in jcq.known_versions()
    for record in jcq.load_version(version).records.values()
    for field in every_field(record)
]
IMPLEMENTED = implemented()
OF_KINDS = {rule_id for kind in Kind.__subclasses__() for rule_id in rules_of(kind)}
IDLE = OF_KINDS - {rule_id for field in FIELDS for rule_id in field.kind.rules()}
IDLE.update((*rules_of(encoding_faults), *rules_of(Totalling)))
"""Rules that no version needs: of kinds that no field of any has, of UTF-8, and of totals."""

REGISTERED = {rule_id for found in IMPLEMENTED for rule_id in found.ids} - IDLE
OF_MESSAGES = {rule_id for rule_id in REGISTERED if rule_id.startswith("message.")}


@pytest.mark.parametrize("version", jcq.known_versions())
def test_the_catalogue_has_the_rules_that_are_implemented(version: str) -> None:
    # No rule of these versions states a condition of a record, which would need no code.
    assert set(jcq.load_version(version).rules) == REGISTERED - OF_MESSAGES


def test_the_catalogue_of_a_message_has_its_rules() -> None:
    assert set(a2c.FORMAT.rules) == OF_MESSAGES


def test_a_function_is_found_by_what_its_rule_is_about() -> None:
    names = [function.__name__ for function in implementations_about("result")]
    assert names == ["result_type", "score", "grade", "other_option", "partial_absence"]


def test_code_that_is_not_registered_has_no_rules() -> None:
    assert rules_of(rule) == ()
    assert rules_of(converted)[0] == "upgrade.no-place"


def test_every_class_of_rules_about_a_file_is_used_in_the_order_of_the_modules() -> None:
    classes = {found for found in subclasses(FileRules) if found.__module__ in names_of_modules()}
    used = file_rules()
    assert {*used} == {found for found in classes if rules_of(found)}
    order = [names_of_modules().index(found.__module__) for found in used]
    assert order == sorted(order)


def subclasses(base: type) -> set[type]:
    return {found for one in base.__subclasses__() for found in {one, *subclasses(one)}}


def names_of_modules() -> list[str]:
    return [module.__name__ for module in SUBJECTS]
