"""Years of two digits: each is one of the hundred years of a window that the spec states."""

from __future__ import annotations

WHOLE = 4
"""How many digits a whole year has."""

SHORT = 2
"""How many digits a year in a window has."""

Window = tuple[int, int]
"""The first and the last of a hundred years."""


def year_within(window: Window, two_digits: int) -> int:
    """The year in the window that ends in these two digits."""
    return window[0] + (two_digits - window[0]) % 100


def window_error(window: Window) -> str:
    """Why this is no window; empty if it is one."""
    if window[1] - window[0] == 99:
        return ""
    return "a window is a hundred years, such as [2000, 2099]"
