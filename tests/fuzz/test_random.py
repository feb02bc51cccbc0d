"""Arbitrary bytes, real structures put together wrongly, and files cut anywhere."""

from __future__ import annotations

from pathlib import Path

import jcq_formats as jcq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jcq_formats.testing import strategies

from tests.fuzz import acts
from tests.fuzz.calls import CALLS, run
from tests.fuzz.law import check_any

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*/*"))
PIECES = [line for path in SAMPLES for line in path.read_bytes().splitlines(keepends=True)]
ODD = [b"\0", b"\x1a", b"\x85", b"\xff", b"\r", b"\n", b"\r\n\r\n", b" ", b"\t", b"\xef\xbb\xbf"]

FUZZ = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))


@FUZZ
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    check_any(data)


@FUZZ
@given(st.lists(st.sampled_from(PIECES) | st.sampled_from(ODD) | st.binary(max_size=30)))
def test_real_lines_in_any_order_among_odd_bytes(pieces: list[bytes]) -> None:
    check_any(b"".join(pieces))


@FUZZ
@given(st.sampled_from(SAMPLES), st.data())
def test_a_file_that_is_cut_spoilt_or_twisted(path: Path, data: st.DataObject) -> None:
    text = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(text) - 1))
        match data.draw(st.sampled_from(["byte", "insert", "remove", "repeat"])):
            case "byte":
                text[at] = data.draw(st.integers(0, 255))
            case "insert":
                text[at:at] = data.draw(st.binary(max_size=9))
            case "remove":
                del text[at : at + data.draw(st.integers(1, 300))]
            case "repeat":
                text[at:at] = text[at : at + data.draw(st.integers(1, 300))]
        if not text:
            return
    check_any(bytes(text[: data.draw(st.integers(0, len(text)))]))


@pytest.mark.parametrize("letter", strategies.letters(jcq.known_versions()[-1]))
@settings(FUZZ, max_examples=40)
@given(data=st.data())
def test_wrong_files(letter: str, data: st.DataObject) -> None:
    assert check_any(data.draw(strategies.wrong_files(letter)).data)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_file_that_ends_anywhere(path: Path) -> None:
    data = path.read_bytes()
    for at in range(0, len(data), 7):
        check_any(data[:at])


@pytest.mark.parametrize("call", CALLS)
def test_every_command_and_call_refuses_what_it_cannot_do(call: str) -> None:
    for seed in range(25):
        run(call, seed)


@pytest.mark.parametrize("call", [name for name in CALLS if not name.startswith("jcq.")])
def test_every_command_does_its_work_with_a_file_that_is_not_spoilt(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes: list[int] = []
    ran = acts.main
    monkeypatch.setattr(acts, "main", lambda given: codes.append(ran(given)) or codes[-1])
    for number, (name, data) in enumerate(CALLS[call].files.items()):
        (tmp_path / str(number)).mkdir()
        CALLS[call].act(tmp_path / str(number), name, data)
    assert 0 in codes or not codes
