"""The arguments of `build` and `replace` and the result of `as_dict`: the same fields, typed."""

from __future__ import annotations

import importlib
import inspect
from typing import Any

import jcq_formats as jcq
import pytest
from jcq_formats.core.layouts import Layout

MODULES = sorted(
    {
        record.__module__
        for version in jcq.known_versions()
        for record in jcq.load_version(version).records.values()
    }
)
CLASSES = [
    found
    for module in MODULES
    for found in vars(importlib.import_module(module)).values()
    if isinstance(found, type) and issubclass(found, Layout) and found.__module__ == module
]


def name_of(layout: type[Layout]) -> str:
    return f"{layout.__module__.split('.')[1]}.{layout.__name__}"


def test_every_record_and_every_part_of_one_is_looked_at() -> None:
    assert {"v14.Option", "v14.EntryItem", "v11.FileHeader"} <= {*map(name_of, CLASSES)}


@pytest.mark.parametrize("layout", CLASSES, ids=name_of)
def test_build_replace_and_as_dict_have_the_same_fields(layout: type[Layout]) -> None:
    module = vars(importlib.import_module(layout.__module__))
    changes, values = module[f"{layout.__name__}Changes"], module[f"{layout.__name__}Values"]
    generated: Any = layout
    build = inspect.signature(generated.build).parameters
    settable = [name for name, field in layout.FIELDS.items() if field.kind.SETTABLE]
    former = {field.formerly: field.name for field in layout.FIELDS.values() if field.formerly}
    assert {*changes.__annotations__} == {*settable, *former}
    optional = {old: new for old, new in former.items() if layout.FIELDS[new].optional}
    assert [n for n in build if n not in optional] == settable
    assert [n for n in changes.__annotations__ if n not in former] == settable
    assert [*values.__annotations__] == settable
    taken = {name: said.__forward_arg__ for name, said in changes.__annotations__.items()}
    assert all(taken[old] == taken[new] for old, new in former.items())
    taken = {name: said for name, said in taken.items() if name in build}
    assert {name: parameter.annotation for name, parameter in build.items()} == taken
    assert (changes.__total__, values.__total__) == (False, True)


@pytest.mark.parametrize("layout", CLASSES, ids=name_of)
def test_a_field_that_may_be_left_out_has_the_default_of_the_spec(layout: type[Layout]) -> None:
    generated: Any = layout
    for name, parameter in inspect.signature(generated.build).parameters.items():
        field = layout.FIELDS.get(name) or next(
            field for field in layout.FIELDS.values() if field.formerly == name
        )
        optional = field.blank or bool(field.none) or bool(field.default)
        assert (parameter.default is not inspect.Parameter.empty) == optional
        if optional:
            nothing = field.kind.NOTHING
            wanted = field.kind.decode(field.default) if field.default else nothing
            assert parameter.default == wanted
