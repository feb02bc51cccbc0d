"""The spec as plain data from `spec.json`, with every version complete.

In the file, a version that extends another lists only the differences. `expanded` shows how to
apply them, for readers in other languages as well.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

NAMES = ("id", "key", "code", "name", "class_name")
"""The keys that identify an item of a list: the first of them that is a text."""


def spec_versions() -> dict[str, Any]:
    """Every version by its number, complete."""
    text = files(__package__.partition(".")[0]).joinpath("spec.json").read_text("utf-8")
    return expanded_versions(json.loads(text)["versions"])


def expanded_versions(versions: Mapping[str, Any]) -> dict[str, Any]:
    """All versions complete, given only their differences from the ones that they extend."""
    whole: dict[str, Any] = {}

    def expand(number: str) -> Any:
        if number not in whole:
            version = versions[number]
            base = version.get("extends")
            whole[number] = expanded(expand(base), version) if base else version
        return whole[number]

    return {number: expand(number) for number in versions}


def expanded(base: Any, change: Any) -> Any:
    """Applies ``change`` to ``base``.

    An object keeps the members of the base that it does not name; null removes one. A list replaces
    that of the base, but items can refer to those of the base: a name alone stands for the same
    item, and an object with that name is a change to it. Everything else replaces the base.
    """
    if isinstance(base, Mapping) and isinstance(change, Mapping):
        members = {**base, **{k: expanded(base.get(k), v) for k, v in change.items()}}
        return {name: value for name, value in members.items() if value is not None}
    if isinstance(base, list) and isinstance(change, list):
        named = {name_of(item): item for item in base if name_of(item)}
        return [_item(named, item) for item in change]
    return change


def name_of(item: Any) -> str:
    """The name of an item of a list; empty if it has none."""
    if not isinstance(item, Mapping):
        return ""
    return next((item[word] for word in NAMES if isinstance(item.get(word), str)), "")


def _item(named: Mapping[str, Any], item: Any) -> Any:
    if isinstance(item, str):
        return named.get(item, item)
    return expanded(named.get(name_of(item)), item)
