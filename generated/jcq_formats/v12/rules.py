# Generated from spec/v12/ by `make generate`; edit that, not this.
"""The rules of version 12: what `check` looks for, how bad it is, why, and what to do."""

from __future__ import annotations

from ..v14.rules import RULES

__all__ = ["RULES"]
