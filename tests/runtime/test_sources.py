"""The sources of files: paths, folders, zips of a basedata set, standard input."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import jcq_formats as jcq
import pytest
from jcq_formats.core import archives, sources
from jcq_formats.core.sources import sources_at

from tests.made_up.lines import BASEDATA, as_bytes


def names(path: Path | str) -> list[str]:
    return [source.name for source in sources_at(str(path)).found]


def zipped(path: Path, *members: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in members:
            archive.writestr(member, as_bytes(BASEDATA))
    return path


def test_a_file_is_read_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "renamed.txt"
    path.write_bytes(as_bytes(BASEDATA))
    (source,) = sources_at(str(path)).found
    with source.open() as stream:
        assert stream.read() == as_bytes(BASEDATA)


def test_a_folder_gives_the_files_with_known_names_in_order(tmp_path: Path) -> None:
    for name in ("S6G26_98.X01", "c6g26_98.x01", "README.txt", "below/O6G26_98.X02"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "S6G26_98.X01").write_bytes(b"")
    expected = ["below/O6G26_98.X02", "c6g26_98.x01", "S6G26_98.X01"]
    assert names(tmp_path) == [str(tmp_path / name) for name in expected]
    assert sources_at(str(tmp_path)).left_out == [str(tmp_path / "README.txt")]


def test_a_folder_without_any_is_refused(tmp_path: Path) -> None:
    with pytest.raises(jcq.FormatError, match="no exam files here"):
        sources_at(str(tmp_path))


def test_a_zip_gives_its_members_without_unpacking_to_disk(tmp_path: Path) -> None:
    path = zipped(tmp_path / "Z6G26_98.ZIP", "S6G26_98.X01", "set/O6G26_98.X02", "read me.txt")
    found = sources_at(str(path))
    assert [s.name for s in found.found] == [f"{path}/S6G26_98.X01", f"{path}/set/O6G26_98.X02"]
    assert found.left_out == [f"{path}/read me.txt"]
    with found.found[0].open() as stream:
        assert jcq.read(stream, name=found.found[0].name).to_bytes() == as_bytes(BASEDATA)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["Z6G26_98.ZIP"]


def test_a_zip_in_a_folder_is_looked_into(tmp_path: Path) -> None:
    path = zipped(tmp_path / "downloaded.zip", "S6G26_98.X01")
    (tmp_path / "C6G26_98.X01").write_bytes(as_bytes(BASEDATA))
    assert names(tmp_path) == [str(tmp_path / "C6G26_98.X01"), f"{path}/S6G26_98.X01"]


def test_a_damaged_zip_in_a_folder_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "C6G26_98.X01").write_bytes(as_bytes(BASEDATA))
    (tmp_path / "set.zip").write_bytes(b"PK\x03\x04")
    whole, damaged = sources_at(str(tmp_path)).found
    with whole.open() as stream:
        assert stream.read() == as_bytes(BASEDATA)
    with pytest.raises(jcq.FormatError, match="the zip is damaged"):
        damaged.open()


def test_a_zip_under_the_name_of_an_exam_file_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "E9999998.X01", "S6G26_98.X01")
    for given in (path, tmp_path):
        (source,) = sources_at(str(given)).found
        with pytest.raises(jcq.FormatError, match=r"if it is a zip, unpack it, or rename it to"):
            source.read(None)


def test_an_exam_file_under_the_name_of_a_zip_is_named(tmp_path: Path) -> None:
    path = tmp_path / "S6G26_98.zip"
    path.write_bytes(as_bytes(BASEDATA))
    (alone,) = sources_at(str(path)).found
    assert alone.read(None).to_bytes() == as_bytes(BASEDATA)
    (within,) = sources_at(str(tmp_path)).found
    with pytest.raises(jcq.FormatError, match="this is not a zip: give the file the name of what"):
        within.open()


def test_a_link_to_nowhere_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "E9999998.X01").symlink_to(tmp_path / "nowhere")
    (source,) = sources_at(str(tmp_path)).found
    with pytest.raises(FileNotFoundError):
        source.open()


def test_the_directory_of_a_zip_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = zipped(tmp_path / "set.zip", *(f"E{number}98.X01" for number in range(10_000, 10_020)))
    opened: list[str] = []

    class Counted(zipfile.ZipFile):
        def __init__(self, file: str) -> None:
            opened.append(file)
            super().__init__(file)

    monkeypatch.setattr(zipfile, "ZipFile", Counted)
    for source in sources_at(str(path)).found:
        assert source.open().read() == as_bytes(BASEDATA)
    assert opened == [str(path)]


@pytest.mark.parametrize(
    "member",
    ["../S6G26_98.X01", "set/../../S6G26_98.X01", "/S6G26_98.X01", "C:S6G26_98.X01"],
)
def test_a_zip_that_reaches_outside_is_refused(member: str, tmp_path: Path) -> None:
    path = zipped(tmp_path / "set.zip", member)
    with pytest.raises(jcq.FormatError, match="whose path leads out of it"):
        sources_at(str(path))


def test_a_zip_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = zipped(tmp_path / "set.zip", "S6G26_98.X01", "O6G26_98.X01")
    size = 2 * len(as_bytes(BASEDATA))
    monkeypatch.setattr(archives, "UNPACKED_LIMIT", size)
    assert len(names(path)) == 2
    monkeypatch.setattr(archives, "UNPACKED_LIMIT", size - 1)
    with pytest.raises(jcq.FormatError, match=f"unpacks to {size} bytes"):
        sources_at(str(path))


def test_a_zip_of_too_many_files_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MEMBER_LIMIT", 2)
    path = zipped(tmp_path / "set.zip", "S6G26_98.X01", "O6G26_98.X01", "L6G26_98.X01")
    with pytest.raises(jcq.FormatError, match="the zip has 3 files; at most 2"):
        sources_at(str(path))


def test_an_encrypted_member_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "set.zip", "S6G26_98.X01")
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(jcq.FormatError, match="is encrypted"):
        sources_at(str(path))


def test_a_member_that_is_larger_than_it_says_is_never_unpacked_whole(tmp_path: Path) -> None:
    path = zipped(tmp_path / "set.zip", "S6G26_98.X01")
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (1).to_bytes(4, "little")
    path.write_bytes(data)
    (source,) = sources_at(str(path)).found
    with pytest.raises(jcq.FormatError, match="cannot be unpacked"):
        source.open()


@pytest.mark.parametrize("length", [4, 30, 60])
def test_a_damaged_zip_is_refused(length: int, tmp_path: Path) -> None:
    path = zipped(tmp_path / "set.zip", "S6G26_98.X01")
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(jcq.FormatError, match="the zip is damaged"):
        sources_at(str(path))


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA])
def test_a_zip_with_a_damaged_byte_is_read_or_refused(packing: int, tmp_path: Path) -> None:
    path = tmp_path / "set.zip"
    with zipfile.ZipFile(path, "w", packing) as archive:
        archive.writestr("S6G26_98.X01", as_bytes(BASEDATA))
    data = path.read_bytes()
    refused = 0
    for index in range(len(data)):
        path.write_bytes(data[:index] + bytes([data[index] ^ 0xFF]) + data[index + 1 :])
        try:
            for source in sources_at(str(path)).found:
                with source.open() as stream:
                    assert jcq.read(stream).lines
        except jcq.FormatError:
            refused += 1
    assert refused > 100


def test_zips_beside_one_another_are_read_in_turn(tmp_path: Path) -> None:
    zipped(tmp_path / "a.zip", "O6G26_98.X01")
    zipped(tmp_path / "b.zip", "L6G26_98.X01", "S6G26_98.X01")
    found = sources_at(str(tmp_path)).found
    for source in (*found, *reversed(found)):
        with source.open() as stream:
            assert stream.read() == as_bytes(BASEDATA)
    assert len(found) == 3


def test_a_link_to_a_folder_is_no_file_and_one_to_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "O6G26_98.X01").write_bytes(as_bytes(BASEDATA))
    (tmp_path / "folder").mkdir()
    (tmp_path / "L6G26_98.X01").symlink_to(tmp_path / "folder")
    (tmp_path / "S6G26_98.X01").symlink_to(tmp_path / "gone")
    options, broken = sources_at(str(tmp_path)).found
    assert (Path(options.name).name, Path(broken.name).name) == ("O6G26_98.X01", "S6G26_98.X01")
    with pytest.raises(FileNotFoundError):
        broken.open()


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(as_bytes(BASEDATA))))
    (source,) = sources_at("-").found
    with source.open() as stream:
        assert jcq.read(stream, name=source.name).to_bytes() == as_bytes(BASEDATA)


def test_a_pipe_is_read_once_and_opened_as_often_as_needed(tmp_path: Path) -> None:
    path = tmp_path / "O6G26_98.X01"
    os.mkfifo(path)
    with subprocess.Popen(
        ["tee", str(path)], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
    ) as tee:
        assert tee.stdin is not None
        tee.stdin.write(as_bytes(BASEDATA))
        tee.stdin.close()
        (source,) = sources_at(str(path)).found
        for _ in range(2):
            with source.open() as stream:
                assert stream.read() == as_bytes(BASEDATA)


def test_a_pipe_without_an_end_is_read_up_to_a_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "UNPACKED_LIMIT", 1 << 18)
    path = tmp_path / "O6G26_98.X01"
    os.mkfifo(path)
    line = as_bytes(BASEDATA[:1])
    with subprocess.Popen(["sh", "-c", f"yes '{line[:-2].decode()}' > {path}"]):
        (source,) = sources_at(str(path)).found
        with pytest.raises(jcq.FormatError, match="more than 262,144 bytes from a pipe"):
            source.open()


def test_folders_may_lie_deeper_than_python_recurses(tmp_path: Path) -> None:
    top = tmp_path / "top"
    top.mkdir()
    here = os.open(top, os.O_RDONLY)
    for _ in range(1_300):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    file = os.open("S6G26_98.X01", os.O_CREAT | os.O_WRONLY, dir_fd=here)
    os.write(file, as_bytes(BASEDATA))
    os.close(file)
    os.close(here)
    try:
        (source,) = sources_at(str(top)).found
        with source.open() as stream:
            assert stream.read() == as_bytes(BASEDATA)
    finally:
        # Python's own way, by which pytest clears up, recurses.
        subprocess.run(["rm", "-r", str(top)], check=True)
