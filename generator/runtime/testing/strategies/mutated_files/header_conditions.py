"""Records that violate conditions on the file header."""

from __future__ import annotations

from collections.abc import Iterator

from ..conditions import (
    BLANK,
    Condition,
    Values,
    conditions_of,
    header_values,
    holds,
    in_list,
    lists_when,
    texts_beside,
)
from ..constraints import UNCONSTRAINED
from ..drawing import Draw, fitting
from ..drawn_files import DrawnFile, FileConstraints
from ..files import data_record
from ..spec import HEADERS, FieldSpec, RecordSpec, Spec
from ..texts import nothing, overwritten, texts_by_role
from .mutation import FileMutation, Mutate, WrongFile, first_data, with_line


def mutations(spec: Spec, letter: str) -> Iterator[FileMutation]:
    """All conditions and code lists of data records that depend on the header."""
    fields = data_record(spec, letter)["fields"]
    (header,) = spec.records_of(letter, HEADERS[0])
    roles = {f["name"]: f["role"] for f in header["fields"] if "role" in f}
    named = {roles.get(key, key): values for key, values in header_values(spec, letter).items()}
    for field in fields:
        for condition in _of_header(field, named, roles):
            of_roles = {roles.get(key, key): codes for key, codes in condition.header.items()}
            constraints = FileConstraints(records=1, header=of_roles)
            mutate = _against(spec, fields, field, condition)
            yield FileMutation(f"data, {field['name']}", "not as the header", mutate, constraints)
        for name, _, wanted in lists_when(field):
            if wanted:
                constraints = FileConstraints(records=1, header=wanted)
                mutate = _in_another_list(spec, fields, field, header)
                way = f"no code of {name}"
                yield FileMutation(f"data, {field['name']}", way, mutate, constraints)


def _of_header(field: FieldSpec, named: Values, roles: dict[str, str]) -> list[Condition]:
    """The conditions that depend only on the header, without comparisons."""
    every = {key: values[0] for key, values in named.items()}
    every |= {name: every[role] for name, role in roles.items() if role in every}
    return [c for c in conditions_of(field, every) if c.header and not c.compares]


def _against(spec: Spec, fields: list[FieldSpec], field: FieldSpec, condition: Condition) -> Mutate:
    fits = fitting(fields, field, UNCONSTRAINED)

    def mutate(draw: Draw, file: DrawnFile) -> WrongFile:
        at = first_data(spec, file)
        line = file.lines[at]
        is_filled = condition.must == BLANK
        text = draw.text(field, spec, fits).text if is_filled else nothing(field).text
        changed = overwritten(line, field["start"] - 1, text)
        rules = [condition.rule_id] * holds(condition.when, texts_beside(fields, line))
        return with_line(file, at, changed, *rules)

    return mutate


def _in_another_list(
    spec: Spec, fields: list[FieldSpec], field: FieldSpec, header: RecordSpec
) -> Mutate:
    def mutate(draw: Draw, file: DrawnFile) -> WrongFile:
        at = first_data(spec, file)
        line = file.lines[at]
        by_role = texts_by_role(header["fields"], file.lines[0])
        stripped = {role: text.rstrip(" ") for role, text in by_role.items()}
        name = in_list(field, spec, texts_beside(fields, line), stripped)["code_list"]
        lists = (field["code_list"], *field["codes_when"])
        others = [
            code for one in lists for code in spec.codes(one) if code not in spec.codes(name)
        ] or ["~"]
        text = draw.one_of(others).ljust(field["width"])
        changed = overwritten(line, field["start"] - 1, text)
        return with_line(file, at, changed, spec.rule_of_unknown_code(name))

    return mutate
