"""All rules that the package implements, to be compared with the catalogue of the spec."""  # Copied from generator/runtime/checking/catalogue.py by `make generate`; edit that, not this.

from __future__ import annotations

import importlib
import pkgutil

from ..core import kinds, upgrading
from ..core.registry import Implementation, implementations
from . import engine
from .messages import check as message_check

REGISTERING = (engine, message_check, upgrading)
"""Modules that register rules, or import those that do; the kinds of field are separate."""


def implemented() -> tuple[Implementation, ...]:
    """All functions and classes that implement rules, with the ids of these."""
    for kind in pkgutil.iter_modules(kinds.__path__, f"{kinds.__name__}."):
        importlib.import_module(kind.name)
    return implementations()
