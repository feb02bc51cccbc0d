"""The outputs of `make dist`: a wheel for an empty environment, and one file that needs only
Python."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "tests" / "samples" / "basedata"
CLEAN = "5 files, 56 lines: 0 errors, 0 warnings\n"


def run(*command: str | Path, folder: Path, code: int = 0) -> str:
    """The output of a command, independent of this environment."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(
        command, cwd=folder, env=kept, capture_output=True, text=True, check=False
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, folder=ROOT)
    (built,) = folder.glob("*.whl")
    return built


def test_a_wheel_in_an_empty_environment_imports_and_runs(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "empty", with_pip=False)
    scripts = tmp_path / "empty" / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / "python"
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index")
    run(*pip, wheel, folder=tmp_path)
    code = "import jcq_formats as jcq; print(jcq.v14.Syllabus.build(syllabus_code='1MA',"
    code += " syllabus_title='MATHEMATICS').line)"
    assert run(python, "-c", code, folder=tmp_path).startswith("S51MA    MATHEMATICS")
    assert run(scripts / "jcq", "check", SAMPLES, folder=tmp_path) == CLEAN
    run(scripts / "jcq", "check", "missing", folder=tmp_path, code=3)


def test_the_wheel_holds_the_package_its_types_its_spec_and_its_licence(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {"jcq_formats/py.typed", "jcq_formats/spec.json"} <= set(names)
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [n for n in names if not n.startswith(("jcq_formats/", "jcq_formats-"))]


def test_one_file_runs_with_nothing_but_python(tmp_path: Path) -> None:
    archive = tmp_path / "jcq.pyz"
    run(sys.executable, ROOT / ".ci" / "make_pyz.py", archive, folder=ROOT)
    first = archive.read_bytes()
    assert run(sys.executable, "-I", archive, "check", SAMPLES, folder=tmp_path) == CLEAN
    run(sys.executable, "-I", archive, "check", "missing", folder=tmp_path, code=3)
    run(sys.executable, ROOT / ".ci" / "make_pyz.py", archive, folder=ROOT)
    assert archive.read_bytes() == first
