"""Whether the entries and amendments of a centre can be used to check its other files."""  # Copied from generator/runtime/checking/rules/unusable_entries.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator

from ...core.issues import Fault
from ...core.listing import listed
from ...core.places import Place
from ...core.registry import rule
from ...core.roles import text_of
from ...exams.envelope import CENTRE_NUMBER
from ..file_rules import ABOUT_FILES, FileRules
from ..progress import NumberedRecord


@rule("cross.entries-incomplete", about=ABOUT_FILES)
class UnusableEntries(FileRules):
    """Entries that are incomplete, or cannot be read reliably, are not used; this is reported once
    for each centre."""

    def on_record(self, record: NumberedRecord) -> Iterator[Fault]:
        if record.place is not Place.CENTRE_HEADER or self.context.sent_by is None:
            return
        centre = text_of(record.record, CENTRE_NUMBER)
        sent = self.context.sent_by(centre) if centre else None
        if sent is not None and sent.unusable:
            names = listed(sent.unusable)
            are = "is" if len(sent.unusable) == 1 else "are"
            message = (
                f"nothing was checked against the entries: {names} {are} incomplete, or cannot be"
                " read reliably"
            )
            unquoted = "nothing was checked against the entries, which cannot be used"
            yield record.fault("cross.entries-incomplete", message)._replace(unquoted=unquoted)
