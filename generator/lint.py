"""What a schema cannot say."""

from __future__ import annotations

from generator.model import Spec
from generator.nodes import Problem


def lint(spec: Spec) -> list[Problem]:
    """Every mistake that needs the resolved whole."""
    return []
