"""Only the spec names elements: if all of them are renamed, everything still works."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.__main__ import main

ROOT = Path(__file__).resolve().parents[2]

Words = dict[str, Any]


def put_other_names(folder: Path) -> None:
    """Renames elements, classes, fields and values, which keep their roles."""
    message = yaml.safe_load((folder / "message.yaml").read_text("utf-8"))
    elements = yaml.safe_load((folder / "elements.yaml").read_text("utf-8"))
    for key in ("root", "block", "block_name"):
        message["message"][key] = f"X{message['message'][key]}"
    for block in message["blocks"]:
        block |= {"element": f"X{block['element']}", "holds": f"{block['holds']}Renamed"}
    for element in elements["elements"]:
        put_other_names_in(element)
    (folder / "message.yaml").write_text(yaml.safe_dump(message, allow_unicode=True), "utf-8")
    (folder / "elements.yaml").write_text(yaml.safe_dump(elements, allow_unicode=True), "utf-8")


def put_other_names_in(element: Words) -> None:
    element["element"] = f"X{element['element']}"
    element["class"] += "Renamed"
    for field in element["fields"]:
        field["path"] = "/".join(f"X{step}" for step in field["path"].split("/"))
        field.setdefault("role", f"{element['role']}.{field['name']}")
        if field["name"] in element.get("values", {}) and "default" in field:
            field["default"] = f"New {field['default']}"
        field["name"] += "_renamed"
        if "items" in field:
            field["items"] += "Renamed"
        unless = field.get("personal_unless", {})
        if unless:
            field["personal_unless"] = {f"{k}_renamed": roles for k, roles in unless.items()}
    for key in ("meanings", "values"):
        element[key] = {f"{k}_renamed": said for k, said in element.get(key, {}).items()}
    for values in element["values"].values():
        for value in values:
            value["value"] = f"New {value['value']}"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package built from such a description."""
    folder = tmp_path_factory.mktemp("renamed")
    spec = Path(shutil.copytree(ROOT / "spec", folder / "spec"))
    put_other_names(spec / "a2c")
    assert main(["build", "--spec", str(spec), "--out", str(folder / "generated")]) == 0
    return folder


def jcq(built: Path, *arguments: str) -> str:
    env = {**os.environ, "PYTHONPATH": str(built / "generated")}
    command = [sys.executable, "-m", "jcq_formats", *arguments]
    done = subprocess.run(command, cwd=built, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_message_of_other_names_is_made_shown_checked_and_exported(built: Path) -> None:
    jcq(built, "sample", "world", "--candidates", "20", "--component-results")
    (path,) = (built / "world").glob("a2c*")
    text = path.read_text("utf-8")
    for name in (
        "<XA2CMessage ",
        "<XMsgHeader>",
        "<XParty_Id>",
        ">New Learner<",
        "<XQEOutcome_CN>",
    ):
        assert name in text
    assert re.findall(r"<(?!X|/X|\?)", text) == []
    shown = jcq(built, "show", str(path))
    assert "  0001       1DT/1" in shown
    assert "renamed" in shown
    said = jcq(built, "check", "world", "--quiet", "--disable", "cross.partial-absence")
    assert [line for line in said.splitlines() if " message." in line] == [
        line for line in said.splitlines() if "message.same-results" in line
    ]
    assert "message.same-results" in said
    exported = jcq(built, "export", "world", "--to", "csv", "--output", "out")
    assert "component_results: " in exported
    head = (built / "out" / "component_results.csv").read_text("utf-8").split("\n")[0]
    assert head.startswith(
        "centre_number,candidate_number,uci,awarding_body_renamed,component_code_renamed,"
    )
