"""Values at the edge: what a request's JSON becomes in the store, and what the store becomes in an answer.

Stored: amounts as text, moments as ISO text, codes unpadded, guids in lower case. Answered: doubles as JSON
numbers, moments as /Date(ms)/, codes padded as the recorded answers show them, Int64 as text.
"""

import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any, Final
from uuid import UUID

from robexact_desktop.demo.exact.endpoints import Property
from robexact_desktop.demo.exact.errors import WRONG_VALUE, bad_request

CENT: Final = Decimal("0.01")
_RANGES: Final = {"Int16": 2**15, "Int32": 2**31, "Int64": 2**63, "Byte": 2**8}
_LARGEST_DOUBLE: Final = Decimal(10) ** 15
_MOMENT: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,7}))?)?Z?)?")
_AMERICAN: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_NUMERIC: Final = re.compile(r"[+-]?\d+(\.\d+)?")
_GUID: Final = re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
_TICKS: Final = re.compile(r"/Date\((-?\d+)\)/")


def cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)


def moment(value: date | datetime) -> str:
    """As stored: midnight for a date, milliseconds for a moment; as text they sort as they follow."""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%S.") + f"{value.microsecond // 1000:03}"
    return f"{value:%Y-%m-%d}T00:00:00"


def day(stored: str) -> date:
    return date.fromisoformat(stored[:10])


def dutch_time(now: datetime) -> datetime:
    """Created and Modified are Dutch wall time written as if it were UTC (facts section 3, C).

    Summer time by its rule, as Windows brings no zone table: last Sundays of March and October, 01:00 UTC.
    """
    utc = now.astimezone(UTC).replace(tzinfo=None)
    summer = _last_sunday(utc.year, 3) <= utc < _last_sunday(utc.year, 10)
    return utc + timedelta(hours=2 if summer else 1)


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, 1)  # noqa: DTZ001 - naive UTC on both sides
    return last - timedelta(days=(last.weekday() + 1) % 7)


def is_guid(text: str) -> bool:
    return bool(_GUID.fullmatch(text))


def read_moment(text: str) -> str:
    """ISO with or without time and Z, the American form of Exact's own sample, or /Date(ms)/; ValueError otherwise."""
    if found := _TICKS.fullmatch(text):
        return moment(datetime(1970, 1, 1) + timedelta(milliseconds=int(found[1])))  # noqa: DTZ001 - stored naive
    if found := _AMERICAN.fullmatch(text):
        return moment(date(int(found[3]), int(found[1]), int(found[2])))
    if not (found := _MOMENT.fullmatch(text)):
        raise ValueError(text)
    parts = [int(part or 0) for part in found.groups()[:6]]
    read = datetime(*parts[:6])  # type: ignore[arg-type] # noqa: DTZ001 - stored naive
    return moment(read + timedelta(milliseconds=int((found[7] or "").ljust(3, "0")[:3])))


def from_json(value: Any, wanted: Property) -> Any:
    """The value of a request's body as it is stored; refused when it is no value of the property's type."""
    if value is None:
        return None
    try:
        return _READERS[wanted.type](value, wanted.type)
    except (ValueError, InvalidOperation, KeyError, OverflowError) as mistake:
        if wanted.type == "Guid":
            raise bad_request("Niet herkende GUID-indeling.") from mistake  # bookzo
        name = {"Binary": "Byte[]"}.get(wanted.type, wanted.type)
        raise bad_request(WRONG_VALUE.format(wanted.name, name)) from mistake


def _read_text(value: Any, _: str) -> str:
    if not isinstance(value, str):
        raise ValueError(value)
    return value


def _read_guid(value: Any, _: str) -> str:
    if not isinstance(value, str) or not is_guid(value.strip("{}")):
        raise ValueError(value)
    return str(UUID(value))


def _read_whole(value: Any, kind: str) -> int | str:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(value)
    limit = _RANGES[kind]
    if not (0 if kind == "Byte" else -limit) <= value < limit:
        raise ValueError(value)
    return value


def _read_double(value: Any, _: str) -> str:
    """A JSON number or a numeric string: live clients send "12.50" (ossobv)."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal | float | str):
        raise ValueError(value)
    if isinstance(value, str) and not _NUMERIC.fullmatch(value):
        raise ValueError(value)
    number = Decimal(str(value))
    if not number.is_finite() or abs(number) > _LARGEST_DOUBLE:
        raise ValueError(value)
    return format(number, "f")


def _read_boolean(value: Any, _: str) -> bool:
    if not isinstance(value, bool):
        raise ValueError(value)
    return value


def _read_date(value: Any, _: str) -> str:
    return read_moment(_read_text(value, ""))


_READERS: Final[dict[str, Callable[[Any, str], Any]]] = {
    "String": _read_text,
    "Binary": _read_text,
    "Guid": _read_guid,
    "Int16": _read_whole,
    "Int32": _read_whole,
    "Int64": _read_whole,
    "Byte": _read_whole,
    "Double": _read_double,
    "Boolean": _read_boolean,
    "DateTime": _read_date,
}


def to_json(value: Any, kind: str) -> Any:
    """The stored value as an answer shows it, before padding."""
    if value is None:
        return None
    if kind == "Double":
        number = Decimal(str(value))
        return int(number) if number == number.to_integral_value() else float(number)
    if kind == "DateTime":
        return f"/Date({ticks(value)})/"
    return str(value) if kind == "Int64" else value


def ticks(stored: str) -> int:
    """Milliseconds since 1970, the stored time taken for UTC; negative before."""
    since = datetime.fromisoformat(stored).replace(tzinfo=UTC) - datetime(1970, 1, 1, tzinfo=UTC)
    return round(since / timedelta(milliseconds=1))


def parse_json(raw: bytes) -> Any:
    """JSON with decimals kept exact; NaN and Infinity are no JSON."""

    def refuse(name: str) -> Any:
        raise ValueError(name)

    return json.loads(raw.decode("utf-8"), parse_float=Decimal, parse_constant=refuse)
