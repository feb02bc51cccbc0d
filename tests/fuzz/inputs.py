"""The inputs of `inputs.yaml`; `python -m tests.fuzz.inputs FOLDER` writes each as a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml


def inputs() -> list[dict[str, Any]]:
    """Each with its name, its `data` in bytes, and the `rules` that it breaks or how it is
    `refused`."""
    known = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("ascii"))
    return [{**one, "data": "".join(one["data"]).encode("latin-1")} for one in known]


if __name__ == "__main__":
    for one in inputs():
        Path(sys.argv[1], one["name"]).write_bytes(one["data"])
