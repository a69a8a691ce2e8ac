"""What the tenant holds in Robaws, without HTTP. Seeding and tests work here directly."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Any

from robexact_desktop.demo.rows import Row, Rows


class RobawsState:
    """Rows by resource (the last part of the path: "sales-invoices") and id. Amounts are kept as text.

    Sales invoices keep `lineItems` as typed; the adjusted ones are computed on demand, unless a row brings its own.
    """

    def __init__(self, rows: Rows, clock: Callable[[], datetime], *, name: str = "robaws") -> None:
        self.store = rows
        self.clock = clock
        self.name = name

    def put(self, resource: str, **row: Any) -> Row:
        """A new row, or in place of the one with this id. `updatedAt` is now, unless the caller says otherwise."""
        with self.transaction():
            key = str(row.pop("id", None) or self._next_id(resource))
            now = stamp(self.clock())
            row.setdefault("updatedAt", now)
            row.setdefault("createdAt", row["updatedAt"])
            return self.store.put(self.name, resource, key, {"id": key, **row})

    def get(self, resource: str, key: str) -> Row | None:
        return self.store.get(self.name, resource, key)

    def all(self, resource: str) -> list[Row]:
        return self.store.all(self.name, resource)

    def patch(self, resource: str, key: str, **change: Any) -> Row:
        """As a person's change in the office: null clears, `updatedAt` moves on."""
        held = self.get(resource, key)
        if held is None:
            raise KeyError(f"{resource}/{key}")
        return self.store.put(self.name, resource, key, {**held, **change, "updatedAt": stamp(self.clock())})

    def delete(self, resource: str, key: str) -> None:
        self.store.delete(self.name, resource, key)

    def transaction(self) -> AbstractContextManager[None]:
        return self.store.transaction()

    def _next_id(self, resource: str) -> int:
        """Ids that a caller chose himself are stepped over."""
        number = self.store.counter(f"{self.name} {resource}")
        while self.get(resource, str(number)) is not None:
            number = self.store.counter(f"{self.name} {resource}")
        return number


def stamp(at: datetime) -> str:
    """`2020-12-17T13:35:00.000Z`: fixed width, so that stamps sort as text."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03}Z"
