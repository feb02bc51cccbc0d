"""Writing is all or nothing."""

from __future__ import annotations

import io
import os
from pathlib import Path

import jcq_formats as jcq
import pytest

from tests.made_up.lines import BASEDATA, FORECASTS, as_bytes


def test_what_was_read_is_written_to_the_byte(tmp_path: Path) -> None:
    data = as_bytes(BASEDATA[:3], "\n") + as_bytes(BASEDATA[3:], "\r")[:-1]
    target = tmp_path / "copy.x01"
    jcq.write(jcq.read(data), target)
    assert target.read_bytes() == data
    stream = io.BytesIO()
    jcq.write(jcq.read(data), stream)
    assert stream.getvalue() == data


def test_an_existing_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "S6G26_98.X01"
    target.write_bytes(b"old")
    target.chmod(0o640)
    jcq.write(jcq.read(as_bytes(BASEDATA)), target)
    assert target.read_bytes() == as_bytes(BASEDATA)
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_new_file_with_personal_data_is_its_owners_alone(tmp_path: Path) -> None:
    jcq.write(jcq.read(as_bytes(FORECASTS)), tmp_path / "F9999998.X01")
    assert (tmp_path / "F9999998.X01").stat().st_mode & 0o777 == 0o600


def test_a_new_file_without_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    jcq.write(jcq.read(as_bytes(BASEDATA)), tmp_path / "ours")
    (tmp_path / "theirs").write_bytes(b"")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "theirs").stat().st_mode


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "S6G26_98.X01"
    target.write_bytes(b"old")

    def full(descriptor: int) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        jcq.write(jcq.read(as_bytes(BASEDATA)), target)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_without_overwriting_an_existing_file_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "S6G26_98.X01"
    file = jcq.read(as_bytes(BASEDATA))
    jcq.write(file, target, overwrite=False)
    target.write_bytes(b"mine")
    with pytest.raises(FileExistsError, match="the file exists already"):
        jcq.write(file, target, overwrite=False)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"mine"]


@pytest.mark.parametrize("links", [True, False])
def test_without_overwriting_a_file_that_appears_meanwhile_is_kept(
    links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "S6G26_98.X01"
    link = os.link

    def late(source: Path, name: Path) -> None:
        target.write_bytes(b"mine")
        if not links:
            raise PermissionError("no links here")
        link(source, name)

    monkeypatch.setattr(os, "link", late)
    with pytest.raises(FileExistsError):
        jcq.write(jcq.read(as_bytes(BASEDATA)), target, overwrite=False)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"mine"]


@pytest.mark.parametrize("overwrite", [True, False])
def test_a_link_is_never_replaced(overwrite: bool, tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(b"mine")
    (tmp_path / "link").symlink_to(tmp_path / "there")
    with pytest.raises(FileExistsError, match="a link is never replaced"):
        jcq.write(jcq.read(as_bytes(BASEDATA)), tmp_path / "link", overwrite=overwrite)
    assert (tmp_path / "link").is_symlink()
