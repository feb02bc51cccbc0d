"""The snippets of user code, and the lines that a type checker has to refuse.

A line that must be refused ends in ``# wrong: MYPY-CODE, PYRIGHT-RULE``; all others must pass.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "snippets"
README = Path(__file__).resolve().parents[2] / "README.md"
PACKAGE = Path(__file__).resolve().parents[2] / "generated"

WRONG = re.compile(r"# wrong: (?P<mypy>[a-z-]+), (?P<pyright>report\w+)$")


def put_snippets(folder: Path) -> int:
    """Writes the snippets, and the first Python example of the README, into a folder; returns their
    number."""
    for path in FOLDER.glob("*.py"):
        shutil.copy(path, folder)
    example = re.search(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert example is not None
    typed = [line[4:] for line in example[1].splitlines() if line.startswith((">>> ", "... "))]
    (folder / "readme.py").write_text("\n".join(typed) + "\n", "utf-8")
    return len(list(folder.glob("*.py")))


class Refusal(NamedTuple):
    """A line that is refused, and the checker's name for the reason."""

    file: str
    line: int
    reason: str


def assert_refused(found: set[Refusal], checker: str, said: str) -> None:
    """Every wrong line is refused for its reason, perhaps for others too; no other line is."""
    wanted = expected(checker)
    assert {(one.file, one.line) for one in found} == {(x.file, x.line) for x in wanted}, said
    assert wanted <= found, said


def expected(checker: str) -> set[Refusal]:
    """The refusals required of ``mypy`` or ``pyright``."""
    return {
        Refusal(path.name, number, found[checker])
        for path in FOLDER.glob("*.py")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if (found := WRONG.search(line))
    }
