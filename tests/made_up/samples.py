"""`python -m tests.made_up.samples` pads the sample files to the lengths in the spec."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from generator.__main__ import ROOT, checked_spec
from generator.load.nodes import SpecError
from generator.runtime.core.records import Record

SAMPLES = ROOT / "tests" / "samples"
VERSION = "14"


def repadded(data: bytes, records: Mapping[str, type[Record]]) -> bytes:
    """The file with the padding of every line corrected; its contents are kept."""
    lines = data.decode("latin-1").removesuffix("\r\n").split("\r\n")
    plain = (line.rstrip(" ") for line in lines)
    padded = (line.ljust(records[line[:2]].LENGTHS[line[:1]]) + "\r\n" for line in plain)
    return "".join(padded).encode("latin-1")


def main(spec: Path = ROOT / "spec") -> None:
    """Writes the files whose padding changes, and names them. Raises SpecError."""
    versions = checked_spec(spec).versions
    form = next(version.format for version in versions if version.version == VERSION)
    for path in sorted(SAMPLES.glob("*/*")):
        data = path.read_bytes()
        if data != (new := repadded(data, form.records)):
            path.write_bytes(new)
            print(f"padded anew: {path.relative_to(ROOT)}")


if __name__ == "__main__":
    try:
        main()
    except SpecError as error:
        sys.exit(str(error))
