"""How the text of an element is decoded: the kinds of message fields."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Any, ClassVar

from ..values import ColumnType

DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOMENT = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?"
    r"(Z|[-+][0-9]{2}:[0-9]{2})?"
)
TIMESTAMP = re.compile(MOMENT)
INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
FRACTION = re.compile(r"(?<=\.[0-9]{6})[0-9]+")
"""The digits that Python's times do not hold."""


@dataclass(frozen=True, slots=True)
class ElementKind:
    """A kind of field. ``NOTHING`` is the value of an empty or missing element."""

    NAME: ClassVar[str] = ""
    TYPE: ClassVar[str] = ""
    NOTHING: ClassVar[Any] = None
    COLUMN: ClassVar[ColumnType] = ColumnType.TEXT
    SCHEMA: ClassVar[dict[str, Any]] = {}

    def value(self, text: str) -> Any:
        """The value of a text that is not empty. Raises ValueError, without the text."""
        raise NotImplementedError

    def written(self, value: Any) -> str:
        """The text of a value. Raises ValueError, without the value."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class AsText(ElementKind):
    """Text without surrounding white space."""

    NAME = "text"
    TYPE = "str"
    NOTHING = ""
    SCHEMA = {"type": "string"}

    def value(self, text: str) -> str:
        return text

    def written(self, value: Any) -> str:
        return _checked(value, str, "a text")


@dataclass(frozen=True, slots=True)
class AsInteger(ElementKind):
    """A whole number."""

    NAME = "integer"
    TYPE = "int | None"
    COLUMN = ColumnType.INTEGER
    SCHEMA = {"type": "integer"}

    def value(self, text: str) -> int:
        if INTEGER.fullmatch(text) is None:
            raise ValueError("this is not a whole number")
        return int(text)

    def written(self, value: Any) -> str:
        if type(value) is not int:
            raise ValueError(f"a whole number is needed, not {type(value).__name__}")
        return str(value)


@dataclass(frozen=True, slots=True)
class AsDate(ElementKind):
    """A date, YYYY-MM-DD."""

    NAME = "date"
    TYPE = "datetime.date | None"
    COLUMN = ColumnType.DATE
    SCHEMA = {"type": "string", "format": "date"}

    def value(self, text: str) -> datetime.date:
        if DATE.fullmatch(text) is None:
            raise ValueError("this is not a date: write it like 2017-08-17")
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            raise ValueError("this date does not exist") from None

    def written(self, value: Any) -> str:
        if type(value) is not datetime.date:
            raise ValueError(f"a date is needed, not {type(value).__name__}")
        return value.isoformat()


@dataclass(frozen=True, slots=True)
class AsTimestamp(ElementKind):
    """A date and time of ISO 8601. Without a time zone, the value has none either."""

    NAME = "timestamp"
    TYPE = "datetime.datetime | None"
    SCHEMA = {"type": "string", "pattern": f"^{MOMENT}$"}

    def value(self, text: str) -> datetime.datetime:
        if TIMESTAMP.fullmatch(text) is None:
            raise ValueError("this is not a date and time: write it like 2017-08-17T09:30:00")
        try:
            return datetime.datetime.fromisoformat(FRACTION.sub("", text))
        except ValueError:
            raise ValueError("this date and time do not exist") from None

    def written(self, value: Any) -> str:
        found: datetime.datetime = value
        if type(value) is not datetime.datetime:
            raise ValueError(f"a date and time is needed, not {type(value).__name__}")
        return found.isoformat()


@dataclass(frozen=True, slots=True)
class AsZonedTimestamp(AsTimestamp):
    """A date and time with its time zone; without one it is read as it is, and never written."""

    NAME = "zoned_timestamp"

    def written(self, value: Any) -> str:
        text = AsTimestamp.written(self, value)
        if value.utcoffset() is None:
            raise ValueError("a time zone is needed, as in datetime.now(datetime.timezone.utc)")
        return text


@dataclass(frozen=True, slots=True)
class AsPresence(ElementKind):
    """An element without text: only its presence counts."""

    NAME = "presence"
    TYPE = "bool"
    NOTHING = False
    COLUMN = ColumnType.TRUTH
    SCHEMA = {"type": "boolean"}

    def value(self, text: str) -> bool:
        return True

    def written(self, value: Any) -> str:
        if type(value) is not bool:
            raise ValueError(f"true or false is needed, not {type(value).__name__}")
        return ""


@dataclass(frozen=True, slots=True)
class AsItems(ElementKind):
    """Repeated elements with a class of their own."""

    item: type[Any]

    NAME = "items"
    NOTHING = ()
    SCHEMA = {"type": "array"}

    @property
    def item_name(self) -> str:
        """The name of their class."""
        return self.item.__name__


SIMPLE_KINDS: dict[str, type[ElementKind]] = {
    kind.NAME: kind
    for kind in (AsText, AsInteger, AsDate, AsTimestamp, AsZonedTimestamp, AsPresence)
}
"""The kinds without parameters, by their names in the spec."""


def _checked(value: Any, wanted: type[str], said: str) -> str:
    if not isinstance(value, wanted):
        raise ValueError(f"{said} is needed, not {type(value).__name__}")
    return value
