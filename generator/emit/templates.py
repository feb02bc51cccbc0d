"""Jinja2 templates, and the steps that make their output a finished file: banner, black, blank
lines.

Templates decide nothing: they query the model through the filters that each module of `emit`
registers.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import black
import jinja2

from generator.emit.banner import GENERATED, GENERATED_CODE, GENERATED_PAGE
from generator.resolve.fields import FieldSpec

LINE_LENGTH = 100


@dataclass(frozen=True, slots=True)
class EmittedKind:
    """The macros of a kind of field; missing ones default to those for all kinds."""

    own: Any
    default: Any

    def type(self, field: FieldSpec) -> str:
        """The type of its values."""
        return self._say("type", field)

    def given(self, field: FieldSpec) -> str:
        """The argument type of `build` and `replace`."""
        return self._say("given", field) if hasattr(self.own, "given") else self.type(field)

    def plain(self, field: FieldSpec) -> str:
        """The type in `as_dict`."""
        return self._say("plain", field) if hasattr(self.own, "plain") else self.type(field)

    def body(self, field: FieldSpec) -> str:
        """The body of its property."""
        return self._say("body", field)

    def imports(self, field: FieldSpec) -> str:
        """The names used by these: ``.name`` for the module of its codec, or ``module.name``."""
        return self._say("imports", field)

    def _say(self, macro: str, field: FieldSpec) -> str:
        found = getattr(self.own, macro, None) or getattr(self.default, macro)
        return str(found(field))


class Templates:
    """The templates in a folder, and the macros of each kind of field."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(folder),
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,
        )
        self.environment.filters["quoted"] = repr
        self.kinds = {
            path.stem: self.environment.get_template(f"kinds/{path.name}").module
            for path in sorted((folder / "kinds").glob("*.jinja"))
        }

    def register(self, filters: Mapping[str, Callable[..., Any]]) -> None:
        """Registers functions as filters."""
        self.environment.filters.update(filters)

    def source(self, name: str) -> str:
        """The text of a file among the templates, unchanged."""
        return (self.folder / name).read_text("utf-8")

    def kind(self, name: str) -> EmittedKind:
        """The macros for a kind of field."""
        return EmittedKind(self.kinds.get(name, self.kinds["default"]), self.kinds["default"])

    def file(self, target: str, template: str, source: str, **about: Any) -> tuple[str, bytes]:
        """The path of a file in `generated/` and its bytes, with a banner that names its source."""
        text = self.environment.get_template(template).render(**about)
        return target, _finished(target, text, source)

    def page(self, template: str, **about: Any) -> str:
        """Markdown without a banner."""
        return _page(self.environment.get_template(template).render(**about))


def _finished(target: str, text: str, source: str) -> bytes:
    if target.endswith(".py"):
        return formatted(GENERATED.format(source) + text).encode()
    banner = GENERATED_PAGE if target.endswith((".md", ".svg")) else GENERATED_CODE
    return f"{banner.format(source)}\n{_page(text)}".encode()


def _page(text: str) -> str:
    """Markdown without the surplus blank lines of templates."""
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


@functools.cache
def formatted(code: str) -> str:
    """The code formatted by black; cached, so that rendering again only formats what changed."""
    mode = black.Mode(line_length=LINE_LENGTH, target_versions={black.mode.TargetVersion.PY311})
    return black.format_str(code, mode=mode)


def docstring(text: str, indent: int) -> str:
    """The text as an indented docstring."""
    quoted = text.replace("\\", "\\\\").replace('"""', r"\"\"\"")
    if "\n" in quoted:
        quoted += "\n"
    lines = f'"""{quoted}"""'.split("\n")
    return "\n".join(" " * indent + line if line else "" for line in lines)


def cell(text: str) -> str:
    """Text escaped for a cell of a Markdown table."""
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("*", "\\*").replace("\n", " ")
