"""A database of a season's files: every issue, the current records, and each issue's changes."""  # Copied from generator/runtime/store/__init__.py by `make generate`; edit that, not this.

from ..tables.extras import missing

try:
    import sqlalchemy  # noqa: F401
except ImportError as error:
    raise missing("sql", error) from None
