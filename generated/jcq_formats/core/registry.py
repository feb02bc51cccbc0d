"""The registry of rules: which function or class finds what, by the ids of the catalogue."""  # Copied from generator/runtime/core/registry.py by `make generate`; edit that, not this.

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

F = TypeVar("F", bound=Callable[..., Any])


class Implementation(NamedTuple):
    """A function or class, the ids of the rules that it holds, and what they are about."""

    ids: tuple[str, ...]
    code: Callable[..., Any]
    about: str


_REGISTRY: list[Implementation] = []


def rule(*ids: str, about: str = "") -> Callable[[F], F]:
    """Registers a function or class as the one that holds these rules.

    ``about`` is what the engine of checks finds it by; empty for what it does not call itself.
    """

    def register(code: F) -> F:
        _REGISTRY.append(Implementation(ids, code, about))
        return code

    return register


def implementations() -> tuple[Implementation, ...]:
    """All that is registered so far, in the order of registration."""
    return tuple(_REGISTRY)


def implementations_about(about: str) -> list[Callable[..., Any]]:
    """The functions and classes with rules about this, in the order of registration."""
    return [found.code for found in _REGISTRY if found.about == about]


def rules_of(code: Callable[..., Any]) -> tuple[str, ...]:
    """The ids of the rules that a function or class is registered for; empty where it is not."""
    return tuple(id_ for found in _REGISTRY if found.code is code for id_ in found.ids)
