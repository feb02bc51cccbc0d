"""The file header: which version it states, and whether its text has slipped."""

from __future__ import annotations

from collections.abc import Sequence

from .accepting import acceptor
from .character_encodings import is_utf_8
from .errors import GIVE_VERSION, FormatError
from .fields import Field
from .formats import Format, known_versions, load, newest_first, version_today
from .needs import needs
from .places import Place
from .printable import counted
from .records import Record, UnknownRecord
from .slips import FARTHEST, FARTHEST_OF_ENVELOPE, fields_at_fault, slip_at_start

VERSION_ROLE = "file.formats_version"

needs("reading files by the version in their header", ("file_header",), {VERSION_ROLE: ()})


def version_in(record: Record) -> str:
    """The version stated in a file header; empty if it states no possible one."""
    field = field_of_version(type(record))
    said = record.text(field.name).strip(" ") if field is not None else ""
    return said if len(said) == 2 and said.isascii() and said.isdigit() else ""


def slipped_header(line: str) -> tuple[str, str] | None:
    """The version of a file whose header has slipped (empty if unclear), and a message about it.
    None if the header has not slipped, and for any other line."""
    for form in newest_first():
        header = form.records.get(line[:2], UnknownRecord)
        field = field_of_version(header)
        if field is not None and _stands(line, header) and _ends(line[header.END :], form):
            return None
    slipped = _out_of_place(line) or _pushed_out(line) or _begun_elsewhere(line)
    if slipped is not None and is_utf_8(line):
        return slipped[0], (
            "the file header has slipped, because the file is saved as UTF-8, in which a letter"
            " with an accent takes two positions: save it as plain (ANSI) text"
        )
    return slipped


def _stands(line: str, header: type[Record]) -> bool:
    """Whether the line begins with a valid header, and states a known version in its place."""
    place, said = field_of_version(header), version_in(header(line))
    if place is None or not _is_sound(line, header) or said not in known_versions():
        return False
    return _has_it_there(said, line[:2], place)


def _is_sound(line: str, header: type[Record]) -> bool:
    """Whether the line begins with such a record without fault, whatever version it states."""
    return acceptor(header, header.END)(line[: header.END].ljust(header.END))


def _ends(rest: str, form: Format) -> bool:
    """Whether a header is followed by nothing, or by another record without a line end before
    it."""
    return not rest[:FARTHEST_OF_ENVELOPE].strip(" ") or any(
        rest[at : at + 2] in form.records for at in range(5)
    )


def _out_of_place(line: str) -> tuple[str, str] | None:
    """Finds a version outside its own position, but not before so many characters that the line
    cannot be a header."""
    slipped: tuple[str, str] | None = None
    for form in newest_first():
        header = form.records.get(line[:2], UnknownRecord)
        place = field_of_version(header)
        if place is None:
            continue
        text = line.rstrip(" ")
        if len(text) > header(line).length + FARTHEST_OF_ENVELOPE:
            # The line contains other records too.
            text = text[: header.END + FARTHEST_OF_ENVELOPE].rstrip(" ")
        said, in_place = text[-2:], version_in(header(line))
        if said not in known_versions():
            continue
        has_more = bool(text[place.end : place.end + 1].strip(" "))
        if in_place and not has_more and _has_it_there(in_place, line[:2], place):
            return None
        if not _has_it_there(said, line[:2], place):
            continue
        is_cut = any(v.startswith(text[place.start - 1 :] or "-") for v in known_versions())
        if len(text) == place.end or is_cut:
            return None
        first = len(text) - 1
        if slipped is None and first >= place.start - FARTHEST_OF_ENVELOPE:
            slipped = said, (
                f"the file header has slipped: the version of the formats, {said}, is in positions"
                f" {first}-{first + 1} instead of {place.start}-{place.end}"
            )
    return slipped


def _has_it_there(version: str, key: str, place: Field) -> bool:
    """Whether headers of a version have its number in this place. True if nothing is known of the
    version, or of its headers with this key."""
    if version not in known_versions():
        return True
    own = field_of_version(load(version).records.get(key, UnknownRecord))
    return own is None or (own.start, own.end) == (place.start, place.end)


def _pushed_out(line: str) -> tuple[str, str] | None:
    """Detects a header that was moved to the right and cut off at the width of its record."""
    for form in newest_first():
        for key, header in form.records.items():
            field = field_of_version(header)
            is_full = field is not None and len(line) <= header.END == header(key).length
            if field is None or not is_full or (line[:2] in form.records and line[:2] != key):
                continue
            for by in range(1, FARTHEST_OF_ENVELOPE + 1):
                at = _cut_from(line, key, header, field, by)
                if at:
                    count = counted(by, "character")
                    return "", (
                        f"the file header has slipped: the text from position {at} on is {count}"
                        " too far to the right, so the version of the formats is cut off"
                    )
    return None


def _cut_from(line: str, key: str, header: type[Record], version: Field, by: int) -> int:
    """The position from which a header has moved by that many characters; 0 if it has not moved."""
    own = header(line)
    is_begun = line[:2] == key
    faulty = [f for f in fields_at_fault(own) if f.end < version.start] if is_begun else []
    if is_begun and (not faulty or (by > 1 and version_in(own) in known_versions())):
        return 0
    said = own.text(version.name).strip(" ")
    is_alone = len(faulty) == 1 and (not said or said in known_versions())
    for at in range(2, version.start - 1) if is_begun else (0, 1):
        if is_alone and line[at : at + by].strip(" "):
            # This is a single wrong value.
            continue
        moved = header(line[:at] + line[at + by :])
        rest = moved.line[version.start - 1 :]
        is_cut = any(known.startswith(rest.rstrip(" ")) for known in known_versions())
        there = version.end - by
        unsound = (field for field in fields_at_fault(moved) if field.end <= there)
        if moved.line[:2] == key and is_cut and not any(unsound):
            return at + 1
    return 0


def _begun_elsewhere(line: str) -> tuple[str, str] | None:
    """Detects a header whose first characters are missing, or mixed with others."""
    for form in newest_first():
        own = form.records.get(line[:2])
        if own is not None and (own.PLACE is Place.DATA or own(line).accepted):
            return None
        headers = {k: r for k, r in form.records.items() if field_of_version(r) is not None}
        text = line[: max((r.END for r in headers.values()), default=0) + FARTHEST_OF_ENVELOPE]
        said = text.rstrip(" ")[-2:]
        slips = []
        for key, header in headers.items():
            place = field_of_version(header)
            found = slip_at_start(text, {key: header}, "", bool)
            if found is not None and place is not None and _has_it_there(said, key, place):
                slips.append(found[0])
        if slips and said in known_versions():
            by = min((slip.by for slip in slips), key=abs)
            many, count = "is" if abs(by) == 1 else "are", counted(abs(by), "character")
            how = f"{count} {many} missing" if by < 0 else f"there {many} {count} too many"
            return said, f"the file header has slipped: {how} at its beginning"
    return None


def prefix_of(lines: Sequence[str]) -> str:
    """The characters before the record in every one of these lines: up to three, none of them a
    letter or a digit. Empty if there are none."""
    for size in range(1, FARTHEST + 1):
        prefix = lines[0][:size] if lines else ""
        if not prefix or any(c.isalnum() for c in prefix):
            break
        keys = {line[size : size + 2] for line in lines}
        is_known = any(keys <= form.records.keys() for form in newest_first())
        if is_known and all(line.startswith(prefix) for line in lines):
            return prefix
    return ""


def version_of(first: str, name: str) -> str:
    """The version that the file header states; if it states none, the one in force today.

    The position of the number may differ between versions, so each reads the header; the one that
    finds its own number in a valid header is right. A version without such a header is found by
    the others. The encoding is unknown at this point, but a header is ASCII up to the version.

    Raises FormatError if no version is known by the number.
    """
    found: list[tuple[bool, bool, bool, str]] = []
    for form in newest_first():
        header = form.records.get(first[:2], UnknownRecord)
        place, said = field_of_version(header), version_in(header(first))
        if place is None or not said or not _has_it_there(said, first[:2], place):
            continue
        is_own, is_sound = said == form.version, _is_sound(first, header)
        if is_own and is_sound:
            return said
        found.append((said in known_versions(), is_own, is_sound, said))
    if not found:
        return version_today()
    is_known, *_, said = max(found, key=lambda one: one[:3])
    if is_known:
        return said
    at = f"{name}: " if name else ""
    raise FormatError(
        f"{at}the file is in version {said} of the formats, which is not known; known:"
        f" {', '.join(known_versions())}. To read it as one of these, {GIVE_VERSION}"
    )


def field_of_version(record: type[Record]) -> Field | None:
    """The field of a file header that holds the version of the formats; None in other records."""
    return next((f for f in record.FIELDS.values() if f.role == VERSION_ROLE), None)
