"""The issues of files for Spark: the executors check them.

    issues = spark.read.format("jcq").option("what", "issues").load("/data/results")

The driver reads the beginning of each file and the basedata; each executor gets both once, and
checks some of the files, whole. Every worker must see the files under the same path. Options:
``basedata``, a folder, zip or file, which is not checked itself; ``version``; ``disable`` and
``only``, names of rules separated by commas; ``split_size``, the bytes of a task. The rows are
those of `Issue.as_dict`, in no particular order: personal data is masked. A file that cannot be
read ends the job with the reason.
"""  # Copied from generator/runtime/tables/spark_issues.py by `make generate`; edit that, not this.

from __future__ import annotations

import functools
import itertools
import pickle
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..checking.jobs import Task, tasks_of
from ..checking.many_files import Checking
from ..checking.related import Related
from ..checking.settings import Settings
from ..core.formats import load
from ..core.issues import Issue, Severity
from ..core.sources import Source, sources_at
from .extras import missing

try:
    import pyarrow as pa
    from pyspark.sql.datasource import DataSourceReader, InputPartition
except ImportError as error:
    raise missing("spark", error) from None

ISSUES = "issues"
"""The value of the option ``what``."""

SPLIT_SIZE = 8 << 20
"""The number of bytes that an executor checks at once, in several files or a larger one."""

MOST_AT_ONCE = 500
"""The most files that it checks at once."""

ROWS = 4096
"""The number of rows in a batch."""

SCHEMA = pa.schema(
    [
        pa.field(name, pa.int64() if isinstance(value, int) else pa.string())
        for name, value in Issue("", Severity.ERROR, "").as_dict().items()
    ]
)


@dataclass(frozen=True)
class Part(InputPartition):  # type: ignore[misc]
    """What an executor checks; without a task, the basedata sets as wholes."""

    task: Task | None


class IssuesReader(DataSourceReader):  # type: ignore[misc]
    """Divides the files among executors, and checks them there."""

    def __init__(self, options: Mapping[str, str]) -> None:
        version, basedata = options.get("version"), options.get("basedata")
        settings = Settings.of(
            load(version) if version is not None else None,
            disable=_listed(options.get("disable", "")),
            only=_listed(options.get("only", "")),
        )
        checking = Checking(
            _sources_at(options.get("path", ""), messages=True),
            {basedata: _sources_at(basedata)} if basedata is not None else {},
            settings,
            version,
        )
        related = checking.related()
        for error in checking.unusable:
            raise error
        size = int(options.get("split_size", SPLIT_SIZE))
        self.tasks = tasks_of(related, checking.distinct(), size, MOST_AT_ONCE)
        self.related = zlib.compress(pickle.dumps(related))

    def partitions(self) -> Sequence[InputPartition]:
        """The tasks, and the basedata sets as wholes."""
        return [*map(Part, self.tasks), Part(None)]

    def read(self, partition: Part) -> Iterator[pa.RecordBatch]:
        """The issues of a part, in batches."""
        found = _issues(_unpacked(self.related), partition.task)
        while rows := [issue.as_dict() for issue in itertools.islice(found, ROWS)]:
            yield pa.RecordBatch.from_pylist(rows, schema=SCHEMA)

    def __getstate__(self) -> dict[str, object]:
        """An executor needs no list of all tasks."""
        return {"related": self.related}


@functools.lru_cache(1)
def _unpacked(related: bytes) -> Related:
    """What all files belong to, once for each process of an executor."""
    found: Related = pickle.loads(zlib.decompress(related))
    return found


def _issues(related: Related, task: Task | None) -> Iterator[Issue]:
    if task is None:
        yield from related.of_sets()
        return
    for source in task.sources:
        for checked in related.checked(source):
            yield from checked.issues
            if checked.error is not None:
                raise checked.error
    for key in task.sent:
        yield from related.of_sent(*key)


def _sources_at(path: str, *, messages: bool = False) -> list[Source]:
    return sources_at(path, renamed=True, messages=messages).found


def _listed(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]
