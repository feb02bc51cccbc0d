"""Optional libraries: names the extra that installs a missing one."""  # Copied from generator/runtime/tables/extras.py by `make generate`; edit that, not this.

from __future__ import annotations


def missing(extra: str, error: ImportError) -> ImportError:
    """The error for a library that cannot be imported, naming the extra that installs it."""
    return ImportError(
        f"{error.name or 'a library'} is needed, which is not installed:"
        f" pip install 'jcq-formats[{extra}]'",
        name=error.name,
    )
