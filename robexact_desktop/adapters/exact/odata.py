"""Exact's dialect of OData: the shapes of `d`, its values, and what a filter may say (facts: exact-online 3)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Never
from urllib.parse import quote, urlencode

from robexact_desktop.domain.errors import Service, UnreadableError

_TICKS = re.compile(r"/Date\((-?\d+)(?:[+-]\d{4})?\)/")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_GUID = re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")


@dataclass(frozen=True, slots=True)
class Rows:
    """One page of an answer. `next` is the address of the following one, as Exact gave it."""

    rows: tuple["Row", ...]
    next: str | None = None


class Row:
    """One row of a resource; each reading checks the type and strips the padding. Raises UnreadableError."""

    def __init__(self, resource: str, values: Mapping[str, object]) -> None:
        self._resource = resource
        self._values = values

    def text(self, name: str) -> str:
        """Without padding; empty where Exact has null."""
        value = self._values.get(name)
        if value is None:
            return ""
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise self._unreadable(name)
        return str(value).strip()

    def key(self, name: str) -> str:
        """A text that must be there."""
        return self.text(name) or self._raise(name)

    def guid(self, name: str) -> str | None:
        """In lower case; None where Exact has null."""
        value = self.text(name)
        if value and not _GUID.fullmatch(value):
            raise self._unreadable(name)
        return value.lower() or None

    def number(self, name: str) -> int | None:
        """A whole number, also where it comes as text ("Legislation": "1")."""
        value = self._values.get(name)
        if value is None or value == "":
            return None
        try:
            if isinstance(value, bool) or not isinstance(value, str | int | Decimal) or int(value) != Decimal(value):
                raise ValueError(value)
            return int(value)
        except (ValueError, ArithmeticError):
            raise self._unreadable(name) from None

    def whole(self, name: str) -> int:
        """A whole number that must be there."""
        found = self.number(name)
        return found if found is not None else self._raise(name)

    def amount(self, name: str) -> Decimal | None:
        value = self._values.get(name)
        if value is None or value == "":
            return None
        try:
            if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
                raise ValueError(value)
            return _finite(Decimal(value))
        except (ValueError, InvalidOperation):
            raise self._unreadable(name) from None

    def money(self, name: str) -> Decimal:
        """An amount that must be there, in cents: Exact's doubles carry noise behind them."""
        found = self.amount(name)
        return found.quantize(Decimal("0.01")) if found is not None else self._raise(name)

    def flag(self, name: str) -> bool:
        """False where Exact has null. Some flags are Byte: 0 and 1."""
        value = self._values.get(name)
        if value in (None, 0, 1, "0", "1", "true", "false", "True", "False"):
            return str(value).casefold() in ("1", "true")
        raise self._unreadable(name)

    def day(self, name: str) -> date | None:
        """Dates are exact UTC midnights, in milliseconds since 1970, negative before."""
        value = self._values.get(name)
        if value is None or value == "":
            return None
        if isinstance(value, str) and (ticks := _TICKS.fullmatch(value)):
            return self._on(name, int(ticks[1]))
        try:
            return date.fromisoformat(str(value)[:10])
        except ValueError:
            raise self._unreadable(name) from None

    def _on(self, name: str, milliseconds: int) -> date:
        try:
            return (_EPOCH + timedelta(milliseconds=milliseconds)).date()
        except OverflowError:
            raise self._unreadable(name) from None

    def date(self, name: str) -> date:
        """A date that must be there."""
        return self.day(name) or self._raise(name)

    def _raise(self, name: str) -> Never:
        raise self._unreadable(name)

    def _unreadable(self, name: str) -> UnreadableError:
        value = str(self._values.get(name))[:80]
        return UnreadableError(
            service=Service.EXACT, resource=self._resource, reason="shape", detail=f"{name}: {value}"
        )


def rows_of(resource: str, told: object) -> Rows:
    """A list in any of its shapes: `{d: {results}}`, `{d: [..]}`, `{d: {entity}}`, `__next` inside or at the top."""
    if not isinstance(told, Mapping) or "d" not in told:
        raise UnreadableError(service=Service.EXACT, resource=resource, reason="shape", detail="no d")
    data = told["d"]
    following = told.get("__next")
    if isinstance(data, Mapping):
        following = data.get("__next") or following
        data = data.get("results", [data])
    if not isinstance(data, list) or not all(isinstance(row, Mapping) for row in data):
        raise UnreadableError(service=Service.EXACT, resource=resource, reason="shape", detail="d is no list of rows")
    if following is not None and not isinstance(following, str):
        raise UnreadableError(service=Service.EXACT, resource=resource, reason="shape", detail="__next is no address")
    return Rows(tuple(Row(resource, row) for row in data), following or None)


def query(select: str, filter_: str = "", **more: str) -> str:
    """`$select` goes with every call: many resources refuse one without it (picqer #556)."""
    told = (
        {"$select": select}
        | ({"$filter": filter_} if filter_ else {})
        | {f"${name}": text for name, text in more.items()}
    )
    return urlencode(told, quote_via=quote, safe="$,'()")


def quoted(text: str) -> str:
    """A text in a filter: a quote is doubled, so that a name can never say more than itself."""
    return "'" + text.replace("'", "''") + "'"


def guid(value: str) -> str:
    """A guid in a filter. Raises UnreadableError for anything else, which would be a filter of its own."""
    if not _GUID.fullmatch(value):
        raise UnreadableError(service=Service.EXACT, resource="filter", reason="shape", detail=f"no guid: {value[:60]}")
    return f"guid'{value}'"


def _finite(number: Decimal) -> Decimal:
    if not number.is_finite():
        raise ValueError(number)
    return number
