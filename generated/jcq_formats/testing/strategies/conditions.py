"""The conditions on fields in the spec: which of them apply, and what they require."""  # Copied from generator/runtime/testing/strategies/conditions.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from .spec import HEADERS, FieldSpec, Spec, every_field
from .texts import FieldText, FieldTexts, can_be_nothing, text_in

Values = Mapping[str, Sequence[str]]
"""Values of fields, by name or role."""

BLANK, FILLED = "blank", "filled"
RULE = "field.condition"


class Condition(NamedTuple):
    """What a field must be if other fields of its layout and of the file header have such values:
    blank, filled, or compared with the field ``other``."""

    must: str
    when: Values
    header: Values
    other: str
    rule_id: str

    @property
    def compares(self) -> bool:
        """Whether it compares the field with another."""
        return self.must not in (BLANK, FILLED)

    @property
    def names(self) -> tuple[str, ...]:
        """The fields of the same layout that decide."""
        return (*self.when, *[self.other] * self.compares)


class Link(NamedTuple):
    """A field that is compared with another."""

    name: str
    condition: Condition


def conditions_of(field: FieldSpec, header: Mapping[str, str]) -> list[Condition]:
    """The conditions on a field in a file with these values in its header; without it, in every
    file."""
    found = [
        *(Condition(BLANK, {o: v}, {}, "", RULE) for o, v in field.get("blank_when", {}).items()),
        *(Condition(FILLED, {o: v}, {}, "", RULE) for o, v in field.get("filled_when", {}).items()),
        *(Condition(word, {}, {}, o, RULE) for word, o in field.get("compare", {}).items()),
    ]
    for said in field.get("conditions", ()):
        when, of_header = said.get("when", {}), said.get("header", {})
        other = said.get("other", "")
        found.append(Condition(said["must"], when, of_header, other, said["rule_id"]))
    return [one for one in found if header_holds(one.header, header)]


def must_be_filled(field: FieldSpec, texts: Mapping[str, str], header: Mapping[str, str]) -> bool:
    """Whether a field must have a value given these texts, in a file with this header."""
    return not can_be_nothing(field) or any(
        one.must == FILLED and holds(one.when, texts) for one in conditions_of(field, header)
    )


def depends_on(field: FieldSpec) -> set[str]:
    """The fields of the same layout that decide which values are valid."""
    found = {*field.get("blank_when", ()), *field.get("filled_when", ())}
    found |= {*field.get("compare", {}).values()}
    for said in field.get("conditions", ()):
        found |= {*said.get("when", ()), said.get("other", "")} - {""}
    for by_field in field.get("codes_when", {}).values():
        found |= {name for name in by_field if "." not in name}
    if "chooser" in field:
        found.add(field["chooser"])
    for _, one in nested_fields(field):
        found |= {*one.get("compare_record", {}).values()}
    return found


def header_values(spec: Spec, letter: str) -> dict[str, list[str]]:
    """The values of fields of the file header on which something in a file depends, by role."""
    (header,) = spec.records_of(letter, HEADERS[0])
    roles = {f["name"]: f["role"] for f in header["fields"] if "role" in f}
    found: dict[str, list[str]] = {}
    for row in spec.structure(letter):
        record = spec.record_in(letter, row)
        if record is None or row["place"] == HEADERS[0]:
            continue
        for field in every_field(record["fields"]):
            asked = [one.get("header", {}) for one in field.get("conditions", ())]
            for wanted in (*asked, *(of_header for _, _, of_header in lists_when(field))):
                for key, values in wanted.items():
                    found.setdefault(roles.get(key, key), []).extend(values)
    return found


def header_holds(wanted: Values, header: Mapping[str, str]) -> bool:
    """Whether the file header has one of these values in each of these fields."""
    return all(header.get(key, "") in values for key, values in wanted.items())


def holds(when: Values, texts: Mapping[str, str]) -> bool:
    """Whether fields with these texts have such values."""
    return all(texts[name].rstrip(" ") in values for name, values in when.items())


def texts_of(drawn: FieldTexts) -> dict[str, str]:
    """The texts that were drawn."""
    return {name: one.text for name, one in drawn.items()}


def texts_beside(fields: Sequence[FieldSpec], line: str) -> dict[str, str]:
    """The texts of the fields of a layout in a line."""
    return {field["name"]: text_in(line, field) for field in fields}


def in_list(
    field: FieldSpec, spec: Spec, texts: Mapping[str, str], header: Mapping[str, str]
) -> FieldSpec:
    """The field with the code list that applies given these texts."""
    for name, when, of_header in lists_when(field):
        if holds(when, texts) and header_holds(of_header, header):
            key = (id(field), name)
            changed: FieldSpec = spec.strategies.setdefault(
                key, {**field, "code_list": name, "usual": field["code_list"]}
            )
            return changed
    return field


def lists_when(field: FieldSpec) -> Iterator[tuple[str, Values, Values]]:
    """The lists that replace a field's usual code list, with the values of other fields and of the
    file header for which they do."""
    for name, by_field in field.get("codes_when", {}).items():
        for key, values in by_field.items():
            of_header = "." in key
            yield name, {} if of_header else {key: values}, {key: values} if of_header else {}


def links_of(fields: Sequence[FieldSpec], header: Mapping[str, str]) -> list[Link]:
    """The comparisons of the fields of a layout, and of fields nested in them that are compared
    with these."""
    own = [
        Link(field["name"], condition)
        for field in fields
        if "compare" in field or "conditions" in field
        for condition in conditions_of(field, header)
        if condition.compares
    ]
    return [*own, *(link for field in fields for link in _links_within(field, header))]


def nested_fields(field: FieldSpec) -> Iterator[tuple[str, FieldSpec]]:
    """The fields nested in a field, each with a name that the layout beside it does not have:
    `marks.0.mark` in the first layout of `marks`."""
    for number, layout in enumerate(field.get("layouts", ())):
        for one in layout["fields"]:
            yield f"{field['name']}.{number}.{one['name']}", one


def outside_of(field: FieldSpec) -> Iterator[Condition]:
    """The comparisons of a nested field with fields of the record."""
    for word, other in field.get("compare_record", {}).items():
        yield Condition(word, {}, {}, other, RULE)


def _links_within(field: FieldSpec, header: Mapping[str, str]) -> Iterator[Link]:
    nested = list(nested_fields(field))
    if not any("compare_record" in one for _, one in nested):
        return
    for name, one in nested:
        layout = name.removesuffix(one["name"])
        yield from (Link(name, condition) for condition in outside_of(one))
        for _, condition in links_of([one], header):
            yield Link(name, condition._replace(other=layout + condition.other))


def assignments(
    links: Sequence[Link], known: Mapping[str, Any], values: Callable[[str], Sequence[FieldText]]
) -> Iterator[dict[str, Any]]:
    """Values for all compared fields, given the known ones, so that every comparison holds, whether
    its condition does or not; each from ``values`` of its field."""
    if not all(
        compares(link.condition.must, known[link.name], known[link.condition.other])
        for link in links
        if link.name in known and link.condition.other in known
    ):
        return
    names = (name for link in links for name in (link.name, link.condition.other))
    name = next((name for name in names if name not in known), None)
    if name is None:
        yield dict(known)
        return
    for one in values(name):
        yield from assignments(links, {**known, name: one.value}, values)


def connected(name: str, links: Sequence[Link]) -> list[Link]:
    """The comparisons on which the value of a field depends, directly or indirectly."""
    reached, found = {name}, list[Link]()
    while more := [
        link for link in links if link not in found and reached & {link.name, link.condition.other}
    ]:
        found += more
        reached |= {one for link in more for one in (link.name, link.condition.other)}
    return [link for link in links if link in found]


def compares(word: str, value: Any, other: Any) -> bool:
    """Whether the comparison of the spec holds for two values; it always does for a null."""
    if value is None or other is None:
        return True
    less, equal = bool(value < other), bool(value == other)
    return {
        "at_least": not less,
        "at_most": less or equal,
        "less_than": less,
        "more_than": not less and not equal,
    }[word]
