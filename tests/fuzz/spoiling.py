"""Files of every kind that the package reads, made from sound ones and spoilt at random."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

from tests.made_up.message import NAME, message

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
RECORDS = {path.name: path.read_bytes() for path in sorted(SAMPLES.glob("*/*"))}
COLUMNS = (
    "candidate_status,centre_number,candidate_number,candidate_name,sex,date_of_birth,uci,upn,uln,"
    "entries_1_option_entry_code,entries_2_option_entry_code,entries_3_option_entry_code\n"
)
ROWS = (
    "C,99999,0001,BADGER:ADA,F,2009-12-01,999990260001T,,9990000017,1MAH,1HI01,\n"
    'C,99999,0002,"OTTER:BEN",M,2010-02-28,,,,"1MAF",,1HI01\n'
    "C,99998,0003,VOLE:CY,M,,,,,1MAH,,\n"
)
TABLES = {
    "entries.csv": (COLUMNS + ROWS).encode(),
    "semicolons.csv": (COLUMNS + ROWS).replace(";", "/").replace(",", ";").encode("utf-8-sig"),
    "tabs.csv": (COLUMNS + ROWS).replace(",", "\t").encode("utf-16"),
}
WANTED = {"wanted.csv": TABLES["entries.csv"].replace(b"99998", b"99999")}
CHANGES = {
    "changes.csv": (
        b"centre_number,candidate_number,option_result_code,score,grade,decision\n"
        b"99999,0002,1HIS,62,C,ours\n99999,0004,7AR1,81,b,theirs\n"
    )
}
SETTINGS = {
    "jcq.toml": (
        '[check]\ndisable = ["file.name"]\nonly = ["field.date", "record.long"]\n'
        f'basedata = ["{SAMPLES / "basedata"}"]\n[check.severity]\n"field.date" = "warning"\n'
    ).encode()
}
MESSAGES = {NAME: message().encode(), f"x{NAME}": message(encoding="utf-16").encode("utf-16")}
TEXTS = {"words": "Ὀδυσσεύς Ñ'Ap-Rhŷs 9999902600013T 6G26 E9999998.X01 1MAH12 99999".encode()}


def packed(files: dict[str, bytes]) -> bytes:
    """A zip of these files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return stream.getvalue()


ZIPS = {"Z6G26_98.zip": packed(RECORDS), "one.zip": packed(dict([*MESSAGES.items()][:1]))}

JUNK = (b"\x1b[31m", b"\xc3\x81", b"\0", b"\t", b"\x1a", b" ", b"\r\n", b",", b'"', b"<x>", b"&#1;")


def spoilt(seed: int, files: dict[str, bytes]) -> tuple[str, bytes]:
    """The name of one of the files and its bytes with up to four changes; the same for each
    seed."""
    chance = random.Random(seed)
    name = chance.choice(list(files))
    data = bytearray(files[name])
    for _ in range(chance.randrange(5)):
        at = chance.randrange(len(data) + 1)
        count = chance.choice((1, 1, 2, 7, 60, 300))
        match chance.randrange(6):
            case 0:
                data[at : at + 1] = chance.randbytes(1)
            case 1:
                data[at:at] = chance.randbytes(min(count, 9))
            case 2:
                del data[at : at + count]
            case 3:
                data[at:at] = data[at : at + count]
            case 4:
                data[at:at] = chance.choice(list(RECORDS.values()))[:count]
            case 5:
                data[at:at] = chance.choice(JUNK)
    return name, bytes(data)


def spoilt_zip(seed: int) -> tuple[str, bytes]:
    """A spoilt zip, or a zip of spoilt files of which one has a random name."""
    if seed % 3 == 0:
        return spoilt(seed, ZIPS)
    chance = random.Random(seed)
    files = dict(spoilt(seed * 7 + n, RECORDS | MESSAGES) for n in range(chance.randrange(4)))
    odd = chance.choice(
        ("", "a/../b", "/E9999998.X01", "e\x1b[1m.X01", "in.zip", "E\xe9.X01", "d/")
    )
    return "files.zip", packed(files | {odd + chance.choice(list(RECORDS)): b"E1"})
