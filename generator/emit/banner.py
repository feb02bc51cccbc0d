"""The banner in each emitted file that names its source."""

from __future__ import annotations

import ast

from generator.resolve.model import VersionSpec

COPIED = "  # Copied from {} by `make generate`; edit that, not this."
GENERATED = "# Generated from {} by `make generate`; edit that, not this.\n"
GENERATED_CODE = "// Generated from {} by `make generate`; edit that, not this.\n"
GENERATED_PAGE = "<!-- Generated from {} by `make generate`; edit that, not this. -->\n"


def source_of(version: VersionSpec, name: str) -> str:
    """The source of emitted content; a version that extends another restates all of it."""
    return f"spec/{version.folder}/{'' if version.extends else f'{name}.yaml'}"


def copied(source: str, code: str) -> str:
    """A module with its source named after its docstring; line numbers are preserved."""
    statement = ast.parse(code).body[0]
    assert statement.end_lineno is not None
    lines = code.split("\n")
    lines[statement.end_lineno - 1] += COPIED.format(source)
    return "\n".join(lines)
