"""What was sent, and what came back."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Protocol

from robexact_desktop.domain.outbox import Event, Operation
from robexact_desktop.domain.outbox import Kind as OperationKind
from robexact_desktop.services.ports.shapes import AttemptRow, HistoryRow


class HistoryRows(Protocol):
    """Who, when, what was sent and what came back (books.db), the oldest first (S15)."""

    def of(self, subject: str) -> tuple[HistoryRow, ...]: ...
    def attempts(self, subject: str) -> tuple[AttemptRow, ...]: ...


class Outbox(Protocol):
    """Operations (books.db). Each call is one transaction, on disk when it returns (WAL, FULL)."""

    def add(self, operation: Operation, when: datetime) -> Operation:
        """A new row, QUEUED; returned with its id. The row that (subject, kind) already has is given back instead."""
        ...

    def freeze(self, operation: int, payload: bytes, when: datetime) -> Operation:
        """A new payload for a QUEUED or REFUSED row: approved anew, or its account now has an id."""
        ...

    def record(
        self,
        operation: int,
        event: Event,
        when: datetime,
        *,
        message: str = "",
        remote_id: str = "",
        remote_number: int | None = None,
        evidence: Mapping[str, str] | None = None,
    ) -> Operation:
        """One step of the transition table, with its attempt row. Raises TransitionError, DatabaseError."""
        ...

    def note_clean_look_up(self, operation: int, when: datetime) -> Operation: ...
    def note(self, operation: int, message: str, evidence: Mapping[str, str], when: datetime) -> None:
        """Something learned later about a row that stays in its state: verified, or a difference."""
        ...

    def get(self, operation: int) -> Operation: ...
    def of(self, subject: str) -> dict[OperationKind, Operation]: ...
    def of_each(self, subjects: Iterable[str]) -> dict[str, dict[OperationKind, Operation]]:
        """As `all`, for these subjects only: `all` reads every year that was ever sent."""
        ...

    def all(self) -> dict[str, dict[OperationKind, Operation]]: ...
    def sending_left_behind(self) -> tuple[Operation, ...]:
        """Rows that are SENDING when the program starts: they become UNKNOWN."""
        ...
