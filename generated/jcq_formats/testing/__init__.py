"""Test data: an invented world of basedata, entries, amendments, forecasts and results.

    from jcq_formats.testing import World

    World(candidates=200, seed=1).write("samples")

Nothing in it is real: names, numbers, subjects. The same arguments give the same bytes.
"""  # Copied from generator/runtime/testing/__init__.py by `make generate`; edit that, not this.

from .world import World

__all__ = ["World"]
