"""Recognises what browsers and file managers add to the name of a copy."""  # Copied from generator/runtime/core/copies.py by `make generate`; edit that, not this.

from __future__ import annotations

import re

ADDED = re.compile(r"\s*\(\d+\)|\s+-\s+copy\b|\bcopy of\s+", re.IGNORECASE)
"""``E9999998 (1).X01``, ``Copy of E9999998.X01``."""
