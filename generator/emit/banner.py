"""What each emitted file says of where it comes from."""

from __future__ import annotations

import ast

from generator.resolve.model import VersionSpec

COPIED = "  # Copied from {} by `make generate`; edit that, not this."
GENERATED = "# Generated from {} by `make generate`; edit that, not this.\n"
GENERATED_CODE = "// Generated from {} by `make generate`; edit that, not this.\n"
GENERATED_PAGE = "<!-- Generated from {} by `make generate`; edit that, not this. -->\n"


def said_at(version: VersionSpec, name: str) -> str:
    """Where what is emitted was said; a version that extends another says it all together."""
    return f"spec/{version.folder}/{'' if version.extends else f'{name}.yaml'}"


def copied(source: str, code: str) -> str:
    """A module with its source named behind its docstring: every line keeps its number."""
    statement = ast.parse(code).body[0]
    assert statement.end_lineno is not None
    lines = code.split("\n")
    lines[statement.end_lineno - 1] += COPIED.format(source)
    return "\n".join(lines)
