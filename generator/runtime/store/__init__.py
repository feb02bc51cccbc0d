"""A database of a season's files: every issue, what stands now, and what each issue changed."""

from ..tables.extras import missing

try:
    import sqlalchemy  # noqa: F401
except ImportError as error:
    raise missing("sql", error) from None
