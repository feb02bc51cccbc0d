# Generated from spec/v11/ by `make generate`; edit that, not this.
"""The rules of version 11: what `check` looks for, how bad it is, why, and what to do."""

from __future__ import annotations

from ..v14.rules import RULES

__all__ = ["RULES"]
