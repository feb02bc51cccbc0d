"""User code under pyright, which is what editors show."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.typing.expectations import PACKAGE, Refusal, assert_refused, put_snippets

HERE = Path(__file__).parent

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("npm") is None, reason="Node is not here: pyright needs it"),
]


def test_pyright_refuses_exactly_the_wrong_lines(tmp_path: Path) -> None:
    subprocess.run(("npm", "ci", "--silent"), cwd=HERE, check=True)
    snippets = tmp_path / "snippets"
    snippets.mkdir()
    count = put_snippets(snippets)
    settings = tmp_path / "pyrightconfig.json"
    about = {
        "include": ["snippets"],
        "extraPaths": [str(PACKAGE)],
        "typeCheckingMode": "standard",
        "pythonVersion": "3.11",
    }
    settings.write_text(json.dumps(about))
    pyright = HERE / "node_modules" / ".bin" / "pyright"
    command = (str(pyright), "--outputjson", "--pythonpath", sys.executable, "-p", str(settings))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    report = json.loads(done.stdout)
    assert report["summary"]["filesAnalyzed"] == count
    found = {
        Refusal(Path(one["file"]).name, one["range"]["start"]["line"] + 1, one.get("rule", ""))
        for one in report["generalDiagnostics"]
        if one["severity"] == "error"
    }
    assert_refused(found, "pyright", done.stdout)
