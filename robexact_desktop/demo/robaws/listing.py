"""A page of a collection: filters, order, and the two pairs of paging words that must not be mixed."""

from collections.abc import Callable, Sequence, Set
from datetime import UTC, date, datetime
from typing import Any

from werkzeug.datastructures import MultiDict

from robexact_desktop.demo.robaws.errors import Refused
from robexact_desktop.demo.robaws.resources import Resource
from robexact_desktop.demo.robaws.shown import AMOUNTS
from robexact_desktop.demo.robaws.state import stamp
from robexact_desktop.demo.rows import Row

DEFAULT_SIZE = 10
LARGEST_SIZE = 100
Test = Callable[[Row], bool]


def filtered(rows: Sequence[Row], resource: Resource, args: MultiDict[str, str], ignored: Set[str]) -> list[Row]:
    tests = [
        test
        for name, value in args.items()
        if name not in ignored and (test := _test(resource, name, value)) is not None
    ]
    return [row for row in rows if all(test(row) for test in tests)]


def ordered(rows: list[Row], order: str) -> list[Row]:
    """`sort=date:desc,id:asc`; ids follow as numbers, and always break a tie."""
    rows = sorted(rows, key=_by_id)
    for part in reversed([part for part in order.split(",") if part]):
        key, _, direction = part.partition(":")
        if direction not in {"", "asc", "desc"} or (rows and not any(key in row for row in rows)):
            raise Refused(400, f"Unable to sort by '{part}'")
        rows.sort(key=lambda row: _sortable(key, row), reverse=direction == "desc")
    return rows


def page_of(rows: Sequence[Row], args: MultiDict[str, str]) -> tuple[Sequence[Row], dict[str, int]]:
    """The rows of the page and its envelope. With `offset` or `limit` given, `page` and `size` are silently ignored."""
    if "offset" in args or "limit" in args:
        size = _whole(args, "limit", DEFAULT_SIZE, 1, LARGEST_SIZE)
        start = _whole(args, "offset", 0, 0)
    else:
        size = _whole(args, "size", DEFAULT_SIZE, 1, LARGEST_SIZE)
        start = _whole(args, "page", 0, 0) * size
    envelope = {
        "totalItems": len(rows),
        "totalPages": -(-len(rows) // size),
        "currentPage": start // size,
        "size": size,
    }
    return rows[start : start + size], envelope


def _test(resource: Resource, name: str, value: str) -> Test | None:
    if name == "updatedFrom":
        since = _moment(value)
        return lambda row: row["updatedAt"] >= since
    if resource.dated and name in {"fromDate", "toDate"}:
        bound = _day(name, value)
        return (lambda row: row["date"] >= bound) if name == "fromDate" else (lambda row: row["date"] <= bound)
    if name == "type" and resource.dated and value not in {"INVOICE", "CREDIT_NOTE"}:
        raise Refused(400, f"No enum constant for value '{value}' of parameter 'type'")
    if name in resource.equals:
        return lambda row: _text(row.get(name)) == value
    if resource.name == "approval-requests" and name == "open":
        return lambda row: (row.get("closedAt") is None) == (value == "true")
    if name.startswith("extraFields["):
        return lambda row: _extra(row, name[12:].rstrip("]")) == value
    return None


def _extra(row: Row, label: str) -> str:
    field: dict[str, Any] = (row.get("extraFields") or {}).get(label) or {}
    return next((_text(value) for key, value in field.items() if key.endswith("Value")), "")


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _by_id(row: Row) -> tuple[int, str]:
    return int(row["id"]) if row["id"].isdigit() else 0, row["id"]


def _sortable(key: str, row: Row) -> tuple[bool, Any]:
    value = row.get(key)
    if key == "id":
        return True, _by_id(row)
    if value is not None and key in AMOUNTS:
        return True, float(value)
    return value is not None, _text(value)


def _whole(args: MultiDict[str, str], name: str, default: int, least: int, most: int = 2**31 - 1) -> int:
    text = args.get(name, str(default))
    if not text.isdecimal() or not least <= int(text) <= most:
        raise Refused(400, f"Parameter '{name}' must be a whole number from {least} to {most}, not '{text}'")
    return int(text)


def _day(name: str, value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as mistake:
        raise Refused(400, f"Parameter '{name}' must be a date (yyyy-MM-dd), not '{value}'") from mistake


def _moment(value: str) -> str:
    try:
        at = datetime.fromisoformat(value)
    except ValueError as mistake:
        raise Refused(400, f"Parameter 'updatedFrom' must be an ISO-8601 instant, not '{value}'") from mistake
    if at.tzinfo is None:
        raise Refused(400, f"Parameter 'updatedFrom' must be an ISO-8601 instant, not '{value}'")
    return stamp(at.astimezone(UTC))
