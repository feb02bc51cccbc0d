"""`make generate` pads the sample files to the lengths in the spec."""

from __future__ import annotations

from pathlib import Path

import jcq_formats as jcq
import pytest

from tests.made_up.samples import SAMPLES, VERSION, repadded

RECORDS = jcq.load_version(VERSION).records


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*/*")), ids=lambda path: str(path.name))
def test_padding_that_is_lost_or_too_long_is_put_right(sample: Path) -> None:
    data = sample.read_bytes()
    lines = data.split(b"\r\n")
    assert repadded(data, RECORDS) == data
    assert repadded(b"\r\n".join(line.rstrip(b" ") for line in lines), RECORDS) == data
    longer = b"".join(line + b" " * 19 + b"\r\n" for line in lines[:-1])
    assert len(longer) > len(data)
    assert repadded(longer, RECORDS) == data
