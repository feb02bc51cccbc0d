"""Lines end at CR LF, LF or CR and nowhere else, wherever the chunks are cut."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.runtime.core.lines import CHUNK, chunks_of, lines_of, texts_of

NO_ENDS = [bytes([c]) for c in b"\x0b\x0c\x1c\x1d\x1e\x85"]
TEXT = st.lists(st.sampled_from([b"\r", b"\n", b"\r\n", b"a", b"\x1a", b"\xff", *NO_ENDS]))


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"", []),
        (b"ab", [("ab", "")]),
        (b"ab\r\ncd\r\n", [("ab", "\r\n"), ("cd", "\r\n")]),
        (b"ab\ncd\rde", [("ab", "\n"), ("cd", "\r"), ("de", "")]),
        (b"\r\n\n\r", [("", "\r\n"), ("", "\n"), ("", "\r")]),
        (b"\n\r\n", [("", "\n"), ("", "\r\n")]),
        (b"a\x85b\x0cc\x0bd\x1ce\n", [("a\x85b\x0cc\x0bd\x1ce", "\n")]),
        (b"\xe9\xb2\n", [("é²", "\n")]),
        (b"ab\r\n\x1a", [("ab", "\r\n"), ("\x1a", "")]),
        (b"ab\x1a\x1a", [("ab", ""), ("\x1a\x1a", "")]),
        (b"a\x1ab\r\n", [("a\x1ab", "\r\n")]),
    ],
)
def test_lines_and_their_ends(data: bytes, lines: list[tuple[str, str]]) -> None:
    assert list(lines_of([data])) == lines


@given(TEXT, st.integers(1, 5))
def test_the_size_of_chunks_makes_no_difference(pieces: list[bytes], size: int) -> None:
    data = b"".join(pieces)
    chunks = [data[at : at + size] for at in range(0, len(data), size)]
    assert list(lines_of(chunks)) == list(lines_of([data]))
    texts = [text for lines in texts_of(chunks) for text in lines]
    assert texts == [text for text, _ in lines_of([data])]


@given(TEXT)
def test_no_byte_is_lost(pieces: list[bytes]) -> None:
    data = b"".join(pieces)
    joined = "".join(text + end for text, end in lines_of([data]))
    assert joined.encode("latin-1") == data


def test_a_line_may_be_longer_than_a_chunk() -> None:
    data = b"x" * (3 * CHUNK) + b"\r\nend"
    assert [len(text) for text, _ in lines_of(chunks_of(io.BytesIO(data)))] == [3 * CHUNK, 3]
