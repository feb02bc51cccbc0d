"""The description of an XML message: its contents, and each mistake that lint finds."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from generator.lint.messages import message_problems
from generator.load.nodes import Problem, SpecError
from generator.resolve.messages import load_messages
from generator.resolve.model import MessageSpec

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    """A copy of the description alone."""
    folder = tmp_path / "spec"
    shutil.copytree(ROOT / "spec" / "a2c", folder / "a2c")
    return folder


def described(spec: Path) -> MessageSpec:
    (message,) = load_messages(spec, [])
    return message


def problems_of(spec: Path) -> list[str]:
    """Every mistake, without the folder."""
    found: list[Problem] = []
    try:
        for message in load_messages(spec, found):
            found += message_problems(message)
    except SpecError as error:
        found = error.problems
    return [str(problem).removeprefix("spec/a2c/") for problem in sorted(set(found))]


def edit(spec: Path, name: str, replace: str, by: str) -> None:
    path = spec / "a2c" / name
    text = path.read_text("utf-8")
    assert text.count(replace) == 1, f"{replace!r} must be there once"
    path.write_text(text.replace(replace, by), "utf-8")


def test_everything_rests_on_one_writer(spec: Path) -> None:
    message = described(spec)
    fields = [field for found in message.classes for field in found.fields]
    assert {field.established for field in fields} == {"C"}
    assert {field.sources for field in fields} == {("component-results-writer",)}


def test_it_has_no_mistakes(spec: Path) -> None:
    assert problems_of(spec) == []


MISTAKES = {
    "an element in two parts": (
        "elements.yaml",
        "{path: Party_Type,              kind: text,     name: party_type, role: party.type}",
        "{path: Other/One, kind: text, name: party_type, role: party.type}\n"
        "      - {path: Party_ID/More, kind: text, name: more}",
        ["Party_ID appears a second time", "`more` has no meaning"],
    ),
    "a field that holds another": (
        "elements.yaml",
        "path: Party_Type,  ",
        "path: Party_ID,  ",
        ["Party_ID is a field, but contains the field Party_ID/Party_Id"],
    ),
    "a field twice": (
        "elements.yaml",
        "name: legal_sex_type,",
        "name: date_of_birth,",
        ["is the name of two fields", "is the role of two fields", "no field 'legal_sex_type'"],
    ),
    "a member of every class": (
        "elements.yaml",
        "name: legal_sex_type,",
        "name: nested,",
        ["`nested` is taken", "there is no field 'legal_sex_type'", "`nested` has no meaning"],
    ),
    "an unknown field in a condition": (
        "elements.yaml",
        "personal_unless: {party_type: [organisation]}",
        "personal_unless: {party_typ: [organisation]}",
        ["there is no field 'party_typ'. Did you mean party_type?"],
    ),
    "an unknown role of a value": (
        "elements.yaml",
        "personal_unless: {party_type: [organisation]}",
        "personal_unless: {party_type: [organization]}",
        ["no value of party_type has the role 'organization'. Did you mean organisation?"],
    ),
    "a reference to no field": (
        "elements.yaml",
        "refers_to: party.id, identifier: uci",
        "refers_to: party.ids, identifier: uci",
        ["no field has the role 'party.ids'. Did you mean party.id?"],
    ),
    "a reference to a reference": (
        "elements.yaml",
        "refers_to: party.id, identifier: uci",
        "refers_to: relationship.first_party, identifier: uci",
        ["'relationship.first_party' refers to another field itself"],
    ),
    "a class that is not there": (
        "message.yaml",
        "holds: Relationship, ",
        "holds: Relationships, ",
        ["there is no class 'Relationships'. Did you mean", "contains Relationship. Name it"],
    ),
    "items of a class below": (
        "elements.yaml",
        "items: NameComponent}",
        "items: Outcome}",
        ["there is no class 'Outcome' above", "nor another class contains NameComponent"],
    ),
    "items without a class": (
        "elements.yaml",
        "kind: items, name: components, items: NameComponent}",
        "kind: items, name: components}",
        ["the key `items` is missing", "nor another class contains NameComponent"],
    ),
    "a key without a text": (
        "elements.yaml",
        "kind: items, name: components, items: NameComponent}",
        "kind: items, name: components, key: true, items: NameComponent}",
        ["a field of the kind items cannot be a key. Mark a field with a text"],
    ),
    "an identifier that is not there": (
        "elements.yaml",
        "identifier: uci",
        "identifier: uc",
        ["there is no identifier 'uc'. Did you mean uci?"],
    ),
    "a default of another kind": (
        "elements.yaml",
        "kind: integer,         name: sequence}",
        "kind: integer,         name: sequence, default: one}",
        ["'one' is not a value of the kind integer"],
    ),
    "a default that is not known": (
        "elements.yaml",
        "default: Issued}",
        "default: Issue}",
        ["the default 'Issue' is not a known value. Did you mean Issued?"],
    ),
    "a role that follows": (
        "elements.yaml",
        "name: party_type, role: party.type",
        "name: party_type, role: party.party_type",
        ["the role 'party.party_type' follows from the class and the name. Leave it out."],
    ),
    "an example of another form": (
        "message.yaml",
        "example: a2c.99999.98.",
        "example: a2c.9999.98.",
        ["does not have these parts"],
    ),
    "a name that agrees with nothing": (
        "message.yaml",
        "is: header.centre_number",
        "is: header.centre",
        ["the header has no field of the role 'header.centre'. Did you mean"],
    ),
    "a rule that nothing implements": (
        "rules.yaml",
        "  - id: message.value\n",
        "  - id: message.valu\n",
        ["nothing implements the rule message.valu.", "the rule message.value is implemented"],
    ),
    "a key of a version": (
        "message.yaml",
        "  block: DataBlock\n",
        "  block: DataBlock\n  encoding: latin-1\n",
        ["unknown key `encoding`"],
    ),
    "a key twice": (
        "message.yaml",
        "open_gaps:",
        "elements: [{element: A, class: A, role: a, title: A, meaning: A., meanings: {b: B.},"
        " fields: [{path: B, kind: text, name: b}]}]\nopen_gaps:",
        ["`elements` is in two files of this message"],
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_found(spec: Path, name: str) -> None:
    file, replace, by, expected = MISTAKES[name]
    edit(spec, file, replace, by)
    found = problems_of(spec)
    assert len(found) == len(expected), found
    for text in expected:
        assert any(text in problem for problem in found), (text, found)


@pytest.mark.parametrize("name", ["core", "records", "class", "a-2-c"])
def test_a_folder_that_cannot_be_a_package(spec: Path, name: str) -> None:
    (spec / "a2c").rename(spec / name)
    (problem,) = problems_of(spec)
    assert f"a message cannot be in a folder called {name}. Rename the folder" in problem


def test_a_file_without_its_keys_is_a_mistake(spec: Path) -> None:
    (spec / "a2c" / "elements.yaml").unlink()
    assert problems_of(spec) == [
        "message.yaml:2:1: the key `elements` is missing. Add it to a file of this folder."
    ]


def test_the_sources_that_it_names_are_known() -> None:
    known = {
        source["id"]
        for source in yaml.safe_load((ROOT / "spec" / "sources.yaml").read_text("utf-8"))["sources"]
    }
    message = load_messages(ROOT / "spec", [])[0]
    named = {s for found in message.classes for s in found.sources}
    named |= {s for gap in message.open_gaps for s in gap.sources}
    assert named <= known
