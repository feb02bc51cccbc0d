# Generated from spec/ by `make generate`; edit that, not this.
"""Divides the examples of a profile among the laws."""

from hypothesis import settings


def budget(percent: int) -> settings:
    """This share of the profile's examples, but at least one."""
    assert settings.default is not None
    return settings(max_examples=max(1, settings.default.max_examples * percent // 100))
