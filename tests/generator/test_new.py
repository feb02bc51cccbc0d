"""`generator new` takes the number of a version; its output is the same as in CONTRIBUTING."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.__main__ import main

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("version", ["abc", "1/5", "", "5", "15a"])
def test_what_is_no_version_is_refused(
    version: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = tmp_path / "spec"
    shutil.copytree(ROOT / "spec", spec)
    before = sorted(spec.rglob("*"))
    assert main(["new", version, "--from", "14", "--spec", str(spec)]) == 2
    assert f"{version!r} is not a version: two characters" in capsys.readouterr().err
    assert sorted(spec.rglob("*")) == before


CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def edited(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), "utf-8")


def test_a_new_version_goes_as_contributing_shows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = tmp_path / "spec"
    shutil.copytree(ROOT / "spec", spec)
    blocks = re.findall(r"^```yaml\n(.*?)^```", CONTRIBUTING, re.DOTALL | re.MULTILINE)
    source, changed, length = blocks[:3]
    said = re.findall(r"^    \$ \S+ -m generator lint\n((?:    .*\n)+)", CONTRIBUTING, re.MULTILINE)

    def printed() -> str:
        lines = "".join(capsys.readouterr()).splitlines()
        return "".join(f"    {line}\n" for line in lines)

    def lint() -> str:
        main(["lint", "--spec", str(spec)])
        return printed()

    assert main(["new", "15", "--from", "14", "--spec", str(spec)]) == 0
    assert f"    $ .venv/bin/python -m generator new 15 --from 14\n{printed()}\n" in CONTRIBUTING
    path = spec / "v15" / "format.yaml"
    assert lint() == said[0]
    edited(path, "YYYY-MM-DD", "2027-09-01")
    edited(path, '{year: YYYY, month: "M"}', '{year: 2027, month: "9"}')
    with (spec / "sources.yaml").open("a", encoding="utf-8") as sources:
        sources.write(source)
    assert lint() == said[1]
    skeleton = path.read_text("utf-8").partition("# changed:")[0]
    path.write_text(skeleton + changed, "utf-8")
    edited(path, '    - "C5"  # Component definition\n', "")
    assert lint() == said[2]
    edited(path, '    - "C"  # Component definitions\n', "")
    path.write_text(path.read_text("utf-8") + length, "utf-8")
    assert "no mistakes" in lint()
