"""The name of the file, held against its file header and first centre header."""

from __future__ import annotations

from collections.abc import Iterator

from ..formats import Place
from ..names import disagreements, parse_name
from ..reading import STANDARD_INPUT
from .seen import FileRules, Finding, Progress, Seen


class Naming(FileRules):
    """A name says what the records inside say."""

    RULES = ("file.name", "file.name-unknown")

    def __init__(self, progress: Progress) -> None:
        super().__init__(progress)
        self.headers: dict[Place, Seen] = {}

    def see(self, seen: Seen) -> Iterator[Finding]:
        if seen.place in (Place.FILE_HEADER, Place.CENTRE_HEADER):
            self.headers.setdefault(seen.place, seen)
        return iter(())

    def finish(self) -> Iterator[Finding]:
        name = self.progress.name
        if name in ("", STANDARD_INPUT):
            return
        parsed = parse_name(name, self.progress.format.file_names)
        if parsed is None:
            examples = ", ".join(form.example for form in self.progress.format.file_names)
            yield Finding("file.name-unknown", f"not a name such as {examples}")
            return
        by_record = {id(seen.record): seen for seen in self.headers.values()}
        records = tuple(seen.record for seen in self.headers.values())
        said: set[str] = set()
        for found in disagreements(*parsed, records):
            if found.part in said:
                continue
            said.add(found.part)
            message = f"{found.in_record!r}, but the name of the file says {found.in_name!r}"
            yield Finding("file.name", message, by_record[id(found.record)], found.field)
