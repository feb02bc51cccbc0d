"""The law for any bytes: a clear refusal, or no traceback and no loss."""

from __future__ import annotations

import io

import jcq_formats as jcq

NAMES = ("", "E9999998.X01", "O6G26_98.X02", "R9999998.X01")


def check_any(data: bytes) -> bool:
    """Reads, scans, checks and writes the bytes; returns whether they are a file of these formats.

    Raises AssertionError if something is lost, and any exception that the package should not raise.
    """
    try:
        file = jcq.read(data)
    except jcq.FormatError as error:
        assert str(error)
        return False
    _keeps_all(file, data)
    for record in file:
        _answers(record)
    for name in NAMES:
        for issue in jcq.check(data, name=name):
            _is_sound(issue, file)
    for act in (jcq.candidates, jcq.results, jcq.split_centres):
        try:
            list(act(file))  # type: ignore[operator]
        except jcq.JcqError as error:
            assert str(error)
    return True


def _keeps_all(file: jcq.File, data: bytes) -> None:
    assert file.to_bytes() == data
    stream = io.BytesIO()
    jcq.write(file, stream)
    assert stream.getvalue() == data
    assert jcq.read(stream.getvalue()) == file
    assert [record.line for record in jcq.scan(data)] == [record.line for record in file]


def _answers(record: jcq.Record) -> None:
    assert repr(record)
    issues = record.issues()
    assert record.accepted == (issues == []) or isinstance(record, jcq.UnknownRecord)
    try:
        assert isinstance(record.as_dict(), dict)
    except jcq.FieldError as error:
        assert str(error)
        assert issues
    for name in record.FIELDS:
        try:
            record.decode(name)
        except jcq.FieldError:
            assert issues


def _is_sound(issue: jcq.Issue, file: jcq.File) -> None:
    assert str(issue)
    assert 0 <= issue.line_number <= len(file.lines)
    assert len(issue.masked().text) == len(issue.text)
    if issue.start:
        assert issue.start <= issue.end
