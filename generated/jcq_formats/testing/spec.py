"""The spec as plain data, out of `spec.json`: every version whole.

There, a version that extends another holds only what is different of it. This is how to read it,
in any language; `expanded` is all that is needed.
"""  # Copied from generator/runtime/testing/spec.py by `make generate`; edit that, not this.

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

NAMES = ("id", "key", "code", "name", "class_name")
"""What the items of a list are known by: the first of these that is a text."""


def spec_versions() -> dict[str, Any]:
    """Every version by its number, as `spec.json` has it."""
    text = files(__package__.partition(".")[0]).joinpath("spec.json").read_text("utf-8")
    return expanded_versions(json.loads(text)["versions"])


def expanded_versions(versions: Mapping[str, Any]) -> dict[str, Any]:
    """Every version whole, where each holds only what is different of the one it extends."""
    whole: dict[str, Any] = {}

    def expand(number: str) -> Any:
        if number not in whole:
            version = versions[number]
            base = version.get("extends")
            whole[number] = expanded(expand(base), version) if base else version
        return whole[number]

    return {number: expand(number) for number in versions}


def expanded(base: Any, change: Any) -> Any:
    """What ``change`` makes of ``base``.

    An object takes the members that it does not name from the base; null takes one away. A list is
    as it stands, but for items that the base has by name: the name alone is the same item, and an
    object of that name is a change of it. Everything else is as it stands.
    """
    if isinstance(base, Mapping) and isinstance(change, Mapping):
        members = {**base, **{k: expanded(base.get(k), v) for k, v in change.items()}}
        return {name: value for name, value in members.items() if value is not None}
    if isinstance(base, list) and isinstance(change, list):
        named = {name_of(item): item for item in base if name_of(item)}
        return [_item(named, item) for item in change]
    return change


def name_of(item: Any) -> str:
    """What an item of a list is known by; empty for one without a name."""
    if not isinstance(item, Mapping):
        return ""
    return next((item[word] for word in NAMES if isinstance(item.get(word), str)), "")


def _item(named: Mapping[str, Any], item: Any) -> Any:
    if isinstance(item, str):
        return named.get(item, item)
    return expanded(named.get(name_of(item)), item)
