"""The kit in C# and Java: `Kit.*` of `dist/kit`, compiled and run unchanged."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import jcq_formats as jcq
import pytest

NEWTONSOFT = Path("/usr/lib/cli/Newtonsoft.Json-5.0/Newtonsoft.Json.dll")

Command = list[str]


def in_java(source: Path) -> Command:
    """Jackson comes with Spark."""
    spark = importlib.util.find_spec("pyspark")
    if shutil.which("javac") is None or spark is None or spark.origin is None:
        pytest.skip("Java or Spark's Jackson is not here")
    jars = Path(spark.origin).parent / "jars"
    named = (f"jackson-{name}-*.jar" for name in ("annotations", "core", "databind"))
    paths = [str(next(jars.glob(name))) for name in named]
    return ["java", "-cp", ":".join(paths), str(source)]


def in_c_sharp(source: Path) -> Command:
    if shutil.which("mcs") is None or not NEWTONSOFT.exists():
        pytest.skip("Mono or Newtonsoft.Json is not here")
    program = source.with_suffix(".exe")
    command = ("mcs", "-warnaserror", f"-out:{program}", f"-r:{NEWTONSOFT}", str(source))
    subprocess.run(command, check=True)
    return ["env", f"MONO_PATH={NEWTONSOFT.parent}", "mono", str(program)]


LANGUAGES = pytest.mark.parametrize(
    ("name", "command"), [("Kit.java", in_java), ("Kit.cs", in_c_sharp)], ids=["Java", "C#"]
)


@LANGUAGES
def test_the_example_reads_as_the_kit_says(
    name: str, command: Callable[[Path], Command], kit: Path, tmp_path: Path
) -> None:
    source = Path(shutil.copy(kit / name, tmp_path))
    run = command(source)
    for version in jcq.known_versions():
        done = subprocess.run(
            [*run, str(kit / f"v{version}")], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        (counts,) = re.findall(
            r"^\w\w: (\d+) valid lines, (\d+) wrong ones, (\d+) within files$", done.stdout, re.M
        )
        assert all(int(count) > 1 for count in counts)


@LANGUAGES
@pytest.mark.parametrize(
    ("right", "wrong"),
    [("olumns(line, 3,", "olumns(line, 4,"), ("field.justified", "field.digits"), (" ABC", " BC")],
    ids=["column", "rule", "character"],
)
def test_a_reader_that_is_wrong_is_told(
    name: str, command: Callable[[Path], Command], right: str, wrong: str, kit: Path, tmp_path: Path
) -> None:
    source = tmp_path / name
    text = (kit / name).read_text("utf-8")
    assert right in text
    source.write_text(text.replace(right, wrong), "utf-8")
    done = subprocess.run(
        [*command(source), str(kit / "v14")], capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert "wanted" in done.stderr
