"""Compares the file name with the file header and first centre header."""  # Copied from generator/runtime/checking/rules/naming.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Iterator

from ...core.errors import BuildError
from ...core.formats import NameForm
from ...core.issues import Fault
from ...core.names import disagreements, form_of, name_of, name_within, parse_name
from ...core.places import Place
from ...core.reading import STANDARD_INPUT
from ...core.registry import rule
from ...core.roles import text_of
from ...core.slips import fields_at_fault
from ...exams.envelope import CENTRE_NUMBER
from ..context import Context
from ..file_rules import ABOUT_FILES, FileRules
from ..progress import NumberedRecord, Progress, fault_at


@rule("file.name", "file.name-unknown", "file.renamed", about=ABOUT_FILES)
class Naming(FileRules):
    """The parts of the name must agree with the headers."""

    def __init__(self, progress: Progress, context: Context) -> None:
        super().__init__(progress, context)
        self.headers: dict[Place, NumberedRecord] = {}
        self.other_centre: NumberedRecord | None = None

    def on_record(self, record: NumberedRecord) -> Iterator[Fault]:
        if record.place in (Place.FILE_HEADER, Place.CENTRE_HEADER):
            first = self.headers.setdefault(record.place, record)
            if self.other_centre is None and _is_of_another_centre(record, first):
                self.other_centre = record
        return iter(())

    def finish(self) -> Iterator[Fault]:
        name = self.progress.name
        if name in ("", STANDARD_INPUT):
            return
        forms = self.progress.format.file_names
        parsed = parse_name(name, forms)
        if parsed is None:
            within = name_within(name, forms)
            right = self._right_name() or within
            if within:
                message = f"the file has been renamed: its name should be {right}"
                yield Fault("file.renamed", message)
            elif right:
                yield Fault(
                    "file.name-unknown", f"by its contents, the name of the file should be {right}"
                )
            else:
                examples = ", ".join(form.example for form in forms)
                yield Fault(
                    "file.name-unknown", f"this is not the name of an exam file, such as {examples}"
                )
            return
        numbered = {id(header.record): header for header in self.headers.values()}
        records = tuple(header.record for header in self.headers.values())
        reported: set[str] = set()
        for found in disagreements(*parsed, records):
            faulty = fields_at_fault(found.record)
            if found.part in reported or any(f.start <= found.field.start <= f.end for f in faulty):
                # The fault of the field itself is reported already.
                continue
            reported.add(found.part)
            unquoted = f"the file name says {found.in_name!r}, but the contents say something else"
            message = (
                f"the file name says {found.in_name!r}, but the contents say {found.in_record!r}"
            )
            fault = numbered[id(found.record)].fault("file.name", message, found.field)
            yield fault._replace(unquoted=unquoted)
        yield from self._several_centres(parsed[0], reported)

    def _several_centres(self, form: NameForm, reported: set[str]) -> Iterator[Fault]:
        """Several centres under the name of one, unless its number has a fault of its own."""
        named = [part.part for part in form.parts if CENTRE_NUMBER in part.agrees_with]
        if self.other_centre is not None and named and not reported.intersection(named):
            message = "the file is named for one centre, but has several centres"
            yield self.other_centre.located(
                fault_at(self.other_centre.record, CENTRE_NUMBER, "file.name", message)
            )

    def _right_name(self) -> str:
        """The name that follows from sound headers; empty if it does not."""
        records = tuple(header.record for header in self.headers.values())
        forms = self.progress.format.file_names
        form = form_of(forms, records)
        names_centre = form is not None and any(CENTRE_NUMBER in p.agrees_with for p in form.parts)
        is_several = self.progress.centres > 1 and names_centre
        if is_several or not all(record.accepted for record in records):
            return ""
        try:
            return name_of(forms, records)
        except BuildError:
            return ""


def _is_of_another_centre(record: NumberedRecord, first: NumberedRecord) -> bool:
    """Whether both are sound, and belong to different centres."""
    numbers = {text_of(one.record, CENTRE_NUMBER) for one in (record, first)}
    return len(numbers - {None}) > 1 and record.record.accepted and first.record.accepted
