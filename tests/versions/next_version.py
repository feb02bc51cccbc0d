"""Two invented versions, in force from September 2027 and 2028, in YAML alone.

The YAML is in the folders `v15` and `v16` of `next`, as a maintainer would write it; the comment at
the top of each `format.yaml` says what the version is about.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.__main__ import main
from tests.generator import packages

ROOT = Path(__file__).resolve().parents[2]
NEXT = Path(__file__).resolve().parent / "next"


def written(folder: Path, until: str = "16") -> Path:
    """A copy of the spec with the invented versions next to the others, up to this one."""
    spec = folder / "spec"
    shutil.copytree(ROOT / "spec", spec)
    for version in ("15", "16")[: int(until) - 14]:
        shutil.copytree(NEXT / f"v{version}", spec / f"v{version}")
    return spec


def written_without(folder: Path, retired: str) -> Path:
    """The same, with a version 15 that equals version 14 without these data types."""
    gone = [f'"{letter}"  #' for letter in retired] + [f'"{letter}5"  #' for letter in retired]
    changed, lines = [], []
    for name, letters, rest in (
        ("broadcast", "CDLOS", "6G17_70.X02"),
        ("centre", "AEFRX", "1234570.X01"),
        ("several_centres", "AEFR", "6G26_98.X01"),
    ):
        kept = [letter for letter in letters if letter not in retired]
        if len(kept) < len(letters):
            gone.append(f'"{name}"')
        if not kept:
            lines.append(f"  - {{file_name: {name}, why: Nobody sends them.}}")
        elif len(kept) < len(letters):
            words = f"{{data_types: {kept}, example: {kept[-1]}{rest}}}"
            changed.append(f"  - {{file_name: {name}, with: {words}}}")
    for letter in retired:
        lines.append(f'  - {{data_type: "{letter}", why: Nobody sends them.}}')
        lines.append(f'  - {{record: "{letter}5", why: Nobody sends them.}}')
    text = "\n".join(["changed:", *changed, "retired:", *lines]) + "\n"
    return _written(folder, tuple(gone), text)


def _written(folder: Path, moved: tuple[str, ...], changed: str) -> Path:
    spec = folder / "spec"
    shutil.copytree(ROOT / "spec", spec)
    assert main(["new", "15", "--from", "14", "--spec", str(spec)]) == 0
    path = spec / "v15" / "format.yaml"
    text = path.read_text("utf-8").replace("YYYY-MM-DD", "2027-09-01")
    text = text.replace('{year: YYYY, month: "M"}', '{year: 2027, month: "9"}')
    text = text.replace("booklet-15", "inference")
    lines = text.splitlines()
    for begin in moved:
        gone = [line for line in lines if line.startswith(f"    - {begin}")]
        assert len(gone) == 1, begin
        lines.remove(gone[0])
    path.write_text("\n".join(lines) + "\n" + changed, "utf-8")
    return spec


def built(spec: Path) -> Path:
    """The folder of the package of such a spec."""
    out = spec.parent / "generated"
    assert main(["build", "--spec", str(spec), "--out", str(out)]) == 0
    return out


CANDIDATE = """
import jcq_formats as jcq
ada = {"candidate_number": "0001", "candidate_name": "MOLE:ADA", "sex": "F"}
def said(function, **given):
    try:
        (record,) = function(**ada, **given).records
    except (jcq.BuildError, TypeError) as error:
        return str(error)
    return f"{type(record).__module__.split('.')[1]} {record.line.rstrip()}"
"""
"""The values of new candidates that a script can use in both versions."""


def printed(built: Path, *command: str, codes: tuple[int, ...] = (0,)) -> list[str]:
    """The lines that Python prints with the package that was built."""
    return packages.run(*command, cwd=built, path=built, codes=codes).splitlines()
