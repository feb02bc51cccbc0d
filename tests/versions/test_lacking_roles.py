"""Invented versions without roles that program logic uses: it works without them, and lint says
so."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.lint.roles import role_notes
from generator.resolve.spec import load_spec
from tests.generator import packages

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "tests" / "samples"

WITHOUT = {
    "15": {
        "E5": ["candidate_number", "candidate_name", "date_of_birth"],
        "A5": ["candidate_number", "candidate_name", "date_of_birth"],
        "L5": ["component_code"],
        "D5": ["second_code"],
        "R5": ["option_entry_code", "option_result_code"],
    },
    "16": {
        "E5": ["entries"],
        "A5": ["entries"],
        "O5": ["option_title", "result_type"],
        "F5": ["option_entry_code"],
        "R5": ["outcome", "candidate_number"],
        "1": ["distribution", "software_package"],
        "3": ["centre_postcode"],
        "9": ["record_count"],
    },
}
"""The fields that have lost their role, by version and record."""

RETIRED = ["D5", "A5", "F5", "R5"]
"""The records that version 17 has retired."""

VERSIONS = [*WITHOUT, "17"]


@pytest.fixture(scope="module")
def spec(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("roles") / "spec"
    shutil.copytree(ROOT / "spec", folder)
    for version in VERSIONS:
        assert main(["new", version, "--from", "14", "--spec", str(folder)]) == 0
        path = folder / f"v{version}" / "format.yaml"
        text = path.read_text("utf-8").replace("YYYY-MM-DD", f"20{int(version) + 16}-09-01")
        text = text.replace('year: YYYY, month: "M"', f'year: 20{int(version) + 16}, month: "9"')
        text = text.replace(f"booklet-{version}", "inference")
        lost = WITHOUT.get(version, {})
        for key in lost or RETIRED:
            text, count = re.subn(rf'^    - "{key}"  # .*\n', "", text, flags=re.M)
            assert count == 1, key
        changed = [f'  - record: "{key}"\n    fields:{lines(names)}' for key, names in lost.items()]
        retired = f"retired:\n  - {{record: [{', '.join(RETIRED)}], why: They are no more.}}\n"
        path.write_text(text + ("changed:\n" + "".join(changed) if lost else retired), "utf-8")
    return folder


def lines(names: list[str]) -> str:
    return "".join(f"\n      - {{replace: {name}, with: {{role: none}}}}" for name in names) + "\n"


@pytest.fixture(scope="module")
def built(spec: Path) -> Path:
    """The folder of the package with all these versions."""
    out = spec.parent / "generated"
    assert main(["build", "--spec", str(spec), "--out", str(out)]) == 0
    return out


@pytest.fixture(scope="module", params=VERSIONS)
def version(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def files(built: Path, version: str) -> Path:
    """The sample files in this version, as far as the version has their records."""
    folder = built.parent / f"files{version}"
    folder.mkdir()
    use = f"""
import pathlib, jcq_formats as jcq
form = jcq.load_version({version!r})
for path in sorted(pathlib.Path({str(SAMPLES)!r}).glob("*/*.X0?")):
    if any(key[:1] == path.name[0] and r.PLACE == "data" for key, r in form.records.items()):
        # The layouts are those of version 14: the version in the header is all that is different.
        data = path.read_bytes()
        data = data[:24] + b"{version}" + data[26:]
        (pathlib.Path({str(folder)!r}) / path.name).write_bytes(data)
        print(path.name[0], end="")
"""
    said = packages.run("-c", use, cwd=built, path=built)
    assert said == ("CLOSE" if version == "17" else "CDLOSAEFR")
    return folder


def run(built: Path, *command: str) -> str:
    return packages.run("-m", "jcq_formats", *command, cwd=built, path=built, codes=(0, 1, 2, 3))


def test_lint_says_what_does_without(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "--spec", str(spec)]) == 0
    said = capsys.readouterr().out.replace(str(spec), "spec")
    lost = re.findall(r"v(\d\d)/format.yaml.* has no field of the role '(.*)'\. Without", said)
    assert ("15", "candidate.number") in lost
    assert ("15", "disallowed.second_code") in lost
    assert ("16", "entry.items") in lost
    assert len(lost) == sum(len(names) for v in WITHOUT.values() for names in v.values())
    retired = re.findall(r"v17/format.yaml.* no record has the role '(.*)' \(retired\)", said)
    assert sorted(retired) == ["amendment", "disallowed", "forecast", "result"]
    assert "Without it: disallowed combinations." in said


def test_the_spec_as_it_stands_lacks_nothing_that_it_does_not_leave_open() -> None:
    assert list(role_notes(load_spec(ROOT / "spec")[0])) == []


def test_files_are_checked_for_all_that_the_version_has(built: Path, files: Path) -> None:
    said = run(built, "check", str(files))
    assert "Traceback" not in said, said
    assert re.search(r"\b0 errors, 0 warnings", said), said


def test_files_are_shown(built: Path, files: Path, version: str) -> None:
    for path in files.iterdir():
        said = run(built, "show", str(path))
        assert f"version {version} of the formats" in said, said


def test_files_are_exported(built: Path, files: Path, version: str) -> None:
    database = files.parent / f"of{version}.sqlite"
    as_written = ("--format-version", version, "--output", str(database))
    said = run(built, "export", "--to", "sqlite", *as_written, str(files))
    assert "E5: 4 rows" in said, said


def test_a_sample_world_is_refused_in_a_sentence_if_it_cannot_be(built: Path, version: str) -> None:
    folder = built.parent / f"world{version}"
    said = run(built, "sample", str(folder), "--candidates", "3", "--format-version", version)
    assert "Traceback" not in said, said


def test_what_a_record_says_is_read_as_far_as_its_roles_go(
    built: Path, files: Path, version: str
) -> None:
    use = f"""
import pathlib, jcq_formats as jcq
folder = pathlib.Path({str(files)!r})
for path in sorted(folder.iterdir()):
    file = jcq.read(path)
    if path.name[0] == "E":
        found = jcq.candidates(file)
        print(len(found), len({{c.key for c in found}}), sum(len(c.entries) for c in found))
    if path.name[0] == "R":
        print(len(list(jcq.results(file, version=file.format.version))))
(basedata,) = jcq.read_basedata(folder).values()
print(len(basedata.options), len(basedata.combinations))
"""
    said = packages.run("-c", use, cwd=built, path=built).splitlines()
    assert (
        said
        == {
            "15": ["4 1 10", "7", "8 3"],
            "16": ["4 4 0", "7", "8 3"],
            "17": ["4 4 10", "8 0"],
        }[version]
    )
