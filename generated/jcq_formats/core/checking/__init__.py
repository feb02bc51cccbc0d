# Copied from generator/runtime/core/checking/__init__.py by `make generate`; edit that, not this.
"""Checking a file by itself: what is wrong with it, as issues; one pass, in constant memory."""

from .checker import RULES_OF_FILES, FileCheck
from .settings import Settings, known_rules

__all__ = ["RULES_OF_FILES", "FileCheck", "Settings", "known_rules"]
