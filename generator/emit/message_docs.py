"""The reference of XML messages: their elements, rules, and what is not established."""

from __future__ import annotations

from collections.abc import Iterator

from generator.emit.templates import Templates, cell
from generator.resolve.model import ElementSpec, MessageSpec, Spec
from generator.runtime.core.listing import listed

PAGES = ("elements", "rules", "open")


def message_docs_files(spec: Spec, templates: Templates) -> Iterator[tuple[str, bytes]]:
    """The pages of all messages."""
    templates.register({"cell": cell, "message_conditions": conditions})
    for message in spec.messages:
        for page in PAGES:
            source = "message" if page == "open" else page
            yield templates.file(
                f"docs/{message.folder}/{page}.md",
                f"docs/message/{page}.md.jinja",
                f"spec/{message.folder}/{source}.yaml",
                message=message,
            )


def conditions(field: ElementSpec, message: MessageSpec) -> list[str]:
    """The rules for a field, in addition to its kind."""
    said = ["key"] if field.key else []
    if field.is_repeated:
        said.append(f"any number of {field.words['items']}")
    if field.optional:
        said.append("may be left out")
    if field.default:
        said.append(f"`{field.default}` by default")
    if field.values:
        said.append(f"known: {', '.join(f'`{value.value}`' for value in field.values)}")
    if "identifier" in field.words:
        said.append(f"checked as a {field.words['identifier'].replace('_', ' ').upper()}")
    if field.personal:
        unless = " unless it names an organisation" if field.refers_to else ""
        said.append(f"personal data{unless}")
    for other, roles in field.personal_unless.items():
        values = _values(field, other, roles, message)
        said.append(f"personal data, unless `{other}` is {listed(values, 'or')}")
    return said


def _values(
    field: ElementSpec, other: str, roles: tuple[str, ...], message: MessageSpec
) -> Iterator[str]:
    """The values of another field of its class that have these roles."""
    found = next(found for found in message.classes if field in found.fields)
    for one in found.fields:
        if one.name == other:
            yield from (f"`{v.value}`" for v in one.values if v.role in roles)
