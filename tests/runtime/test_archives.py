"""Zips that misstate their contents, or contain a file twice."""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path

import jcq_formats as jcq
import pytest
from jcq_formats.core.sources import sources_at

from tests.made_up.lines import BASEDATA, as_bytes

PACKINGS = [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
NAME = "S6G26_98.X01"


def lying(path: Path, data: bytes, packing: int, declared: int) -> Path:
    """A zip whose member states a wrong size, with a checksum that fits."""
    with zipfile.ZipFile(path, "w", packing) as archive:
        archive.writestr(NAME, data)
    found = bytearray(path.read_bytes())
    checksum = zlib.crc32(data[:declared])
    for signature, at in ((b"PK\x03\x04", 14), (b"PK\x01\x02", 16)):
        start = found.index(signature) + at
        found[start : start + 4] = struct.pack("<L", checksum)
        found[start + 8 : start + 12] = struct.pack("<L", declared)
    path.write_bytes(found)
    return path


@pytest.mark.parametrize("packing", PACKINGS)
def test_every_way_of_packing_is_read(packing: int, tmp_path: Path) -> None:
    data = as_bytes(BASEDATA)
    (source,) = sources_at(str(lying(tmp_path / "set.zip", data, packing, len(data)))).found
    assert source.open().read() == data


@pytest.mark.parametrize("packing", PACKINGS)
@pytest.mark.parametrize("declared", [0, 1, 100])
def test_a_member_that_is_larger_than_declared_is_refused(
    packing: int, declared: int, tmp_path: Path
) -> None:
    path = lying(tmp_path / "set.zip", as_bytes(BASEDATA) * 1_000, packing, declared)
    (source,) = sources_at(str(path)).found
    with pytest.raises(jcq.FormatError, match=r"98.X01: cannot be unpacked \(it is larger than"):
        source.open()


@pytest.mark.parametrize("packing", PACKINGS)
def test_a_member_that_is_smaller_than_declared_is_refused(packing: int, tmp_path: Path) -> None:
    data = as_bytes(BASEDATA)
    (source,) = sources_at(str(lying(tmp_path / "set.zip", data, packing, 10_000))).found
    with pytest.raises(jcq.FormatError, match="cannot be unpacked"):
        source.open()


@pytest.mark.parametrize(
    ("first", "second"),
    [(NAME, NAME), (NAME, f"./{NAME}"), (f"set/{NAME}", f"set\\{NAME}"), ("note.txt", "note.txt")],
)
def test_two_members_of_one_name_are_refused_by_that_name(
    first: str, second: str, tmp_path: Path
) -> None:
    path = tmp_path / "set.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(first, as_bytes(BASEDATA))
        archive.writestr("other.txt", b"")
        with pytest.warns(UserWarning) if first == second else pytest.MonkeyPatch.context():
            archive.writestr(second, as_bytes(BASEDATA[:2]))
    name = first.replace("\\", "/")
    with pytest.raises(jcq.FormatError, match=f"two files of the same name: '{name}': unpack it"):
        sources_at(str(path))


@pytest.mark.parametrize(
    ("first", "second"), [(NAME, NAME.lower()), (f"set/{NAME}", f"SET/{NAME}"), ("a.txt", "A.txt")]
)
def test_small_letters_do_not_make_another_name(first: str, second: str, tmp_path: Path) -> None:
    path = tmp_path / "set.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(first, as_bytes(BASEDATA))
        archive.writestr(second, as_bytes(BASEDATA))
        archive.writestr(f"other/{NAME}", as_bytes(BASEDATA))
    why = f"two files of the same name: '{first}' and '{second}': unpack it and keep the right"
    for call in (sources_at, jcq.read_basedata, lambda zip_file: jcq.to_arrow(zip_file, "O5")):
        with pytest.raises(jcq.FormatError, match=why):
            call(str(path))


def test_a_zip_in_a_zip_is_refused_with_the_cure(tmp_path: Path) -> None:
    inner, outer = tmp_path / "inner.zip", tmp_path / "outer.zip"
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr(NAME, as_bytes(BASEDATA))
    with zipfile.ZipFile(outer, "w") as archive:
        archive.write(inner, "inner.zip")
    with pytest.raises(jcq.FormatError, match="unpack the outer one first"):
        sources_at(str(outer))
