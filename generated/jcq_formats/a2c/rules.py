# Generated from spec/a2c/rules.yaml by `make generate`; edit that, not this.
"""The rules of component results: what `check` looks for, how bad it is, why, and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from ..core.issues import Rule

RULES: Mapping[str, Rule] = {}
"""Every rule by id."""
