"""Stands in for the emitted module of the same name, which has a union of classes for each role."""

from typing import Any

def __getattr__(name: str) -> Any: ...
