"""The registry of rules: which function or class implements which ids of the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

F = TypeVar("F", bound=Callable[..., Any])


class Implementation(NamedTuple):
    """A function or class, the ids of the rules that it implements, and their subject."""

    ids: tuple[str, ...]
    code: Callable[..., Any]
    about: str


_REGISTRY: list[Implementation] = []


def rule(*ids: str, about: str = "") -> Callable[[F], F]:
    """Registers a function or class as the implementation of these rules.

    ``about`` is the subject by which the checking engine finds it; empty if the engine does not
    call it.
    """

    def register(code: F) -> F:
        _REGISTRY.append(Implementation(ids, code, about))
        return code

    return register


def implementations() -> tuple[Implementation, ...]:
    """All implementations registered so far, in order of registration."""
    return tuple(_REGISTRY)


def implementations_about(about: str) -> list[Callable[..., Any]]:
    """The functions and classes with rules about this subject, in order of registration."""
    return [found.code for found in _REGISTRY if found.about == about]


def rules_of(code: Callable[..., Any]) -> tuple[str, ...]:
    """The ids of the rules that a function or class is registered for; empty if there are none."""
    return tuple(id_ for found in _REGISTRY if found.code is code for id_ in found.ids)
