"""Reads the records of one type to data frames of polars and pandas."""  # Copied from generator/runtime/tables/data_frames.py by `make generate`; edit that, not this.

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ..core.issues import Issue
from ..core.messages.views import View
from ..core.records import Record
from ..exams.basedata import Basedata
from ..exams.exam_series import ExamSeries
from .arrow import to_arrow
from .extras import missing
from .tabular import Tabular

try:
    import pyarrow as pa
except ImportError as error:
    raise missing("arrow", error) from None

if TYPE_CHECKING:
    import pandas
    import polars


def to_polars(
    source: Tabular,
    record: str | type[Record] | type[View],
    *,
    columns: str | Iterable[str] | None = None,
    origin: bool | str | Iterable[str] = False,
    as_text: bool = False,
    version: str | None = None,
    issues: list[Issue] | None = None,
    incomplete: bool = False,
    basedata: Basedata | Mapping[ExamSeries, Basedata] | None = None,
    embargo_until: datetime.datetime | None = None,
) -> polars.DataFrame:
    """The records of one type as a polars data frame. Arguments and errors are those of
    `to_arrow`."""
    try:
        import polars
    except ImportError as error:
        raise missing("polars", error) from None
    table = to_arrow(
        source,
        record,
        columns=columns,
        origin=origin,
        as_text=as_text,
        version=version,
        issues=issues,
        incomplete=incomplete,
        basedata=basedata,
        embargo_until=embargo_until,
    )
    frame = polars.from_arrow(table)
    assert isinstance(frame, polars.DataFrame)
    return frame


def to_pandas(
    source: Tabular,
    record: str | type[Record] | type[View],
    *,
    columns: str | Iterable[str] | None = None,
    origin: bool | str | Iterable[str] = False,
    as_text: bool = False,
    version: str | None = None,
    issues: list[Issue] | None = None,
    incomplete: bool = False,
    basedata: Basedata | Mapping[ExamSeries, Basedata] | None = None,
    embargo_until: datetime.datetime | None = None,
) -> pandas.DataFrame:
    """The records of one type as a pandas data frame. Arguments and errors are those of `to_arrow`.

    The columns keep their Arrow types (``string[pyarrow]``, ``int16[pyarrow]``), so that a missing
    number does not turn its column into floats; codes are categories.
    """
    try:
        import pandas
    except ImportError as error:
        raise missing("pandas", error) from None

    def kept(kind: pa.DataType) -> Any:
        return None if pa.types.is_dictionary(kind) else pandas.ArrowDtype(kind)

    table = to_arrow(
        source,
        record,
        columns=columns,
        origin=origin,
        as_text=as_text,
        version=version,
        issues=issues,
        incomplete=incomplete,
        basedata=basedata,
        embargo_until=embargo_until,
    )
    return table.to_pandas(types_mapper=kept)
