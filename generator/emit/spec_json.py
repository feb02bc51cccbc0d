"""The resolved spec as JSON, for other languages."""

from __future__ import annotations

from typing import Any

from generator.emit import plain
from generator.emit.laid_out import laid_out
from generator.emit.message_schema import plain_message
from generator.resolve.model import Spec
from generator.runtime.testing.spec import NAMES, name_of


def spec_json(spec: Spec) -> bytes:
    """Every version as JSON: data types, records, fields, code lists, rules, names and gaps; and
    every message, by the name of its folder.

    Positions count from 1; empty, false and null values are left out. A record, code list or rule
    has one line, and a version that extends another lists only the differences.
    """
    whole = plain_versions(spec)
    versions = {
        number: difference(whole[version["extends"]], version) if "extends" in version else version
        for number, version in whole.items()
    }
    sources = [plain.source(source) for source in spec.sources]
    data = {"sources": sources, "versions": versions}
    messages = {message.folder: plain_message(message) for message in spec.messages}
    if messages:
        data["messages"] = messages
    wholes = [*versions.values(), *messages.values()]
    lists = [items for whole in wholes for items in whole.values()]
    broken_up = [data, sources, versions, messages, *wholes, *filter(_holds_objects, lists)]
    return laid_out(data, lambda value: any(value is one for one in broken_up))


def _holds_objects(items: Any) -> bool:
    return isinstance(items, list) and any(isinstance(item, dict) for item in items)


def plain_versions(spec: Spec) -> dict[str, Any]:
    """Every version complete, as plain data, by number."""
    return {version.version: plain.version(version) for version in spec.versions}


def difference(base: Any, whole: Any) -> Any:
    """The shortest change from which the package's `expanded` makes ``whole`` of ``base``."""
    if isinstance(base, dict) and isinstance(whole, dict):
        return _of_objects(base, whole)
    if isinstance(base, list) and isinstance(whole, list):
        return _of_lists(base, whole)
    return whole


def _of_objects(base: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    """The members that differ, removed ones as null, and the identifying keys of the object."""
    changed = {
        member: difference(base.get(member), value)
        for member, value in whole.items()
        if base.get(member) != value or (member in NAMES and value == name_of(whole))
    }
    return {**changed, **{member: None for member in base if member not in whole}}


def _of_lists(base: list[Any], whole: list[Any]) -> list[Any]:
    named = {name_of(item): item for item in base if name_of(item)}

    def of_item(item: Any) -> Any:
        known = named.get(name_of(item))
        return name_of(item) if known == item else difference(known, item)

    return [of_item(item) for item in whole]
