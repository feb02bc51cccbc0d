"""No text from a file or a name controls a terminal."""

from __future__ import annotations

import ast
import json
import os
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from jcq_formats.core.printable import json_of, name_of_path, visible

RUNTIME = Path(__file__).resolve().parents[2] / "generator" / "runtime"


@given(st.text())
def test_visible_text_has_as_many_characters_and_all_print(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert shown.isprintable()


@given(st.text())
def test_json_is_the_same_text_and_all_of_it_prints(text: str) -> None:
    written = json_of({"name": text})
    assert written.isprintable()
    assert json.loads(written) == {"name": text}


@given(st.binary().filter(lambda name: b"\0" not in name))
def test_the_name_of_a_path_is_text_that_can_be_encoded(name: bytes) -> None:
    shown = name_of_path(os.fsdecode(name))
    shown.encode("utf-8")
    try:
        assert shown == name.decode("utf-8")
    except UnicodeDecodeError:
        assert "\\x" in shown


def test_commands_print_in_one_way() -> None:
    """`print` is called only where lines are made printable, by the progress line, and by
    reports."""
    calling = {
        str(path.relative_to(RUNTIME))
        for path in RUNTIME.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    }
    assert calling == {
        "cli/printing.py",
        "cli/progress.py",
        "report/diff/text.py",
        "report/text.py",
    }
