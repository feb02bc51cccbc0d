"""Libraries that are not part of the package: which extra brings one that is missing."""  # Copied from generator/runtime/tables/extras.py by `make generate`; edit that, not this.

from __future__ import annotations


def missing(extra: str, error: ImportError) -> ImportError:
    """The error to raise where a library cannot be imported: it names the extra that brings it."""
    return ImportError(
        f"{error.name or 'a library'} is needed, which is not installed:"
        f" pip install 'jcq-formats[{extra}]'",
        name=error.name,
    )
