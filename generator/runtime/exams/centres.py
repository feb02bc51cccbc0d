"""Files of several centres: split into one file for each, as a carrier does, and joined again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ..core.errors import BuildError, JcqError, what_check_shows
from ..core.files import File, Line
from ..core.lines import is_end_of_file_mark
from ..core.names import form_of, name_of, parse_name
from ..core.places import Place
from ..core.roles import replaced, text_of, text_or_blank, value_of
from ..core.several import file_given, files_given
from ..core.totals import with_totals
from .certainty import refuse_uncertain
from .envelope import CENTRE_NUMBER, DISTRIBUTION, broadcast_address, distribution
from .exam_series import SERIES_ROLES
from .new_files import naming_headers
from .parts import ADDRESS, address_part
from .results import is_unread
from .sequences import header_values


@dataclass(slots=True)
class _Blocks:
    """The parts of a file: its header and trailer, and the lines of each centre between them."""

    header: Line
    trailer: Line | None
    blocks: list[list[Line]] = field(default_factory=list)


def split_centres(file: File, *, incomplete: bool = False) -> list[File]:
    """One file for each centre's block, in order, each with its own name, header and counts.

    Every line of a block keeps its bytes. A file of one centre, whose header and trailer have its
    address, is returned unchanged, under its own name if that matches a known pattern. Raises
    JcqError if a line is in no block, belongs to a different centre from its block or is in small
    letters, a centre has two blocks, or a header or trailer is missing: check such a file first.
    Raises it as well for a file whose counts are wrong, and for lines that have slipped or are of
    no known record or another data type; with ``incomplete`` these stay in their block.
    """
    file = file_given(file, "file")
    apart = _taken_apart(file)
    for block in apart.blocks:
        _refuse_others(file, block)
    _refuse_second_blocks([file] * len(apart.blocks), apart.blocks)
    if not incomplete:
        refuse_uncertain(file, is_unread)
    try:
        split = [_alone(file, apart, block) for block in apart.blocks]
    except BuildError as error:
        raise BuildError(f"{_called(file)}{error}") from None
    if len(split) == 1 and _has_one_address(apart):
        is_named = parse_name(file.name, file.format.file_names) is not None
        return [file if is_named else replace(file, name=split[0].name)]
    return split


def join_centres(files: File | Iterable[File], *, incomplete: bool = False) -> File:
    """One file with the centre blocks of all these files, which keep their bytes, in the given
    order.

    The header and trailer get the address of a broadcast file, the header gets the distribution of
    several centres, and the file gets a name of series and year, as in the files of one program and
    on JCQ's page (grades C and D). In a version without such an address the file has neither
    address nor name. ``files`` may be a single file. Raises JcqError if the files do not belong
    together, two of them have blocks of the same centre, or one is not of centres; if a line is in
    no block, or a header or trailer is missing; and, unless ``incomplete``, if counts are wrong, or
    lines have slipped or belong to no known record, another data type or another centre.
    """
    given = files_given(files, "files")
    if not given:
        raise JcqError("no files to join")
    for other in given[1:]:
        _refuse_to_join(given[0], other)
    parts = [_taken_apart(file) for file in given]
    owners = [file for file, part in zip(given, parts, strict=True) for _ in part.blocks]
    blocks = [block for part in parts for block in part.blocks]
    _refuse_second_blocks(owners, blocks)
    if not incomplete:
        for file in given:
            refuse_uncertain(file, is_unread)
    if len(blocks) == 1:
        return given[0]
    joined = _around(given[0], parts[0], blocks, _of_several(given[0], parts[0]))
    headers = naming_headers(joined)
    form = form_of(joined.format.file_names, headers)
    if form is None or any(CENTRE_NUMBER in part.agrees_with for part in form.parts):
        return joined
    return replace(joined, name=name_of(joined.format.file_names, headers))


def _refuse_second_blocks(files: list[File], blocks: list[list[Line]]) -> None:
    """Raises JcqError if one of several blocks belongs to no centre, or to the same centre as
    another; ``files`` gives the file of each."""
    seen = set[str]()
    for file, block in zip(files, blocks, strict=True):
        centre = text_of(block[0].record, CENTRE_NUMBER)
        if centre is None and len(blocks) > 1:
            raise _refusal(
                file, "a block has no centre number, so it cannot be split off or joined"
            )
        if centre in seen:
            number = next(n for n, line in enumerate(file.lines, 1) if line is block[0])
            why = f"line {number:,} begins a block of a centre that has one already"
            raise _refusal(file, why)
        seen.add(centre or "")


def _taken_apart(file: File) -> _Blocks:
    header = trailer = None
    blocks: list[list[Line]] = []
    inside = False
    letter = file.data_type.code if file.data_type is not None else ""
    needs_trailer, needs_end = (
        file.format.requires(letter, place) for place in (Place.FILE_TRAILER, Place.CENTRE_TRAILER)
    )
    for number, line in enumerate(file.lines, 1):
        place = line.record.PLACE
        if place in (Place.CENTRE_HEADER, Place.FILE_TRAILER) and not needs_end:
            inside = False
        if place is Place.FILE_HEADER and header is None and not blocks:
            header = line
        elif place is Place.FILE_TRAILER and trailer is None and not inside:
            trailer = line
        elif place is Place.CENTRE_HEADER and not inside and trailer is None:
            blocks.append([line])
            inside = True
        elif inside and place not in (Place.FILE_HEADER, Place.CENTRE_HEADER, Place.FILE_TRAILER):
            blocks[-1].append(line)
            inside = place is not Place.CENTRE_TRAILER
        elif place is Place.UNKNOWN and line.record.line[:2].upper() in file.format.records:
            raise _refusal(file, f"line {number:,} is in small letters, so it cannot be read")
        elif _is_record(line):
            raise _refusal(file, f"line {number:,} is in no centre's block")
    is_cut_off = (trailer is None and needs_trailer) or (inside and needs_end)
    if header is None or is_cut_off or not blocks:
        raise _refusal(file, "a header or trailer is missing")
    return _Blocks(header, trailer, blocks)


def _refuse_others(file: File, block: list[Line]) -> None:
    """Raises JcqError for a line that does not certainly belong to the centre of its block."""
    centre = text_of(block[0].record, CENTRE_NUMBER)
    for line in block:
        record = line.record
        if record.PLACE is Place.UNKNOWN and record.line[:2].upper() in file.format.records:
            why = "begins with a small letter, so its centre is not known"
        elif text_of(record, CENTRE_NUMBER) not in (centre, None):
            why = "belongs to a different centre from its block"
        else:
            continue
        number = next(n for n, other in enumerate(file.lines, 1) if other is line)
        raise _refusal(file, f"line {number:,} {why}")


def _refusal(file: File, why: str) -> JcqError:
    return JcqError(f"{_called(file)}{why}: {what_check_shows(file.name)}")


def _called(file: File) -> str:
    return f"{file.name}: " if file.name else ""


def _has_one_address(apart: _Blocks) -> bool:
    ends = (apart.header, apart.trailer, apart.blocks[0][0])
    return len({text_of(line.record, ADDRESS) for line in ends if line is not None}) == 1


def _is_record(line: Line) -> bool:
    """Whether a line counts as a record: blank lines and a final Ctrl-Z do not."""
    text = line.record.line
    return bool(text.strip(" ")) and not is_end_of_file_mark(text)


def _alone(file: File, apart: _Blocks, block: list[Line]) -> File:
    header = block[0].record
    letter = header.line[:1]
    values: dict[str, object] = {ADDRESS: value_of(header, ADDRESS)}
    if text_of(apart.header.record, DISTRIBUTION) == distribution(
        file.format, letter, several=True
    ):
        values[DISTRIBUTION] = distribution(file.format, letter)
    made = _around(file, apart, [block], values)
    return File(name_of(file.format.file_names, naming_headers(made)), file.format, made.lines)


def _of_several(file: File, apart: _Blocks) -> dict[str, object]:
    """The values in the header of a file for several centres, by role."""
    header = apart.header.record
    letter = header.line[:1]
    season = broadcast_address(
        text_or_blank(header, "file.series"), text_or_blank(header, "file.year")
    )
    several = distribution(file.format, letter, several=True)
    return {ADDRESS: None, **address_part(type(header), letter, season), DISTRIBUTION: several}


def _around(
    file: File, apart: _Blocks, blocks: list[list[Line]], values: dict[str, object]
) -> File:
    """The blocks between the file's header and trailer, with these values and new counts."""
    lines = [line for block in blocks for line in block]
    total = sum(map(_is_record, lines)) + 2
    counts = {"file.record_count": total, "file.centre_count": len(blocks)}
    header = _with(apart.header, values)
    lines[-1] = Line(lines[-1].record, lines[-1].end or header.end)
    lines.insert(0, header)
    if apart.trailer is not None:
        lines.append(_with(apart.trailer, {ADDRESS: values[ADDRESS], **counts}))
    records = with_totals(file.format, [line.record for line in lines])
    return File("", file.format, [Line(r, x.end) for r, x in zip(records, lines, strict=True)])


def _with(line: Line, values: dict[str, object]) -> Line:
    return Line(replaced(line.record, values), line.end)


def _refuse_to_join(first: File, other: File) -> None:
    values, others = header_values(first), header_values(other)
    same_kind = first.data_type is other.data_type and first.format is other.format
    if not same_kind or any(values[role] != others[role] for role in SERIES_ROLES):
        raise JcqError(
            f"{other.name or 'a file'} cannot be joined with {first.name or 'the first'}: data"
            " type, version, awarding body, series and year must match"
        )
