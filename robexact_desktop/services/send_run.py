"""What one run of a send knows beyond the snapshot it began with, and what each answer adds to it."""

from dataclasses import dataclass, field, replace

from robexact_desktop.domain.booking import Books, Entry
from robexact_desktop.domain.errors import RobExactError, SignInNeededError, UnreachableError
from robexact_desktop.domain.ledger import StandingEntry
from robexact_desktop.domain.names import EntryId, InvoiceId, RelationId
from robexact_desktop.domain.outbox import Operation, State
from robexact_desktop.domain.velocity import Refusals
from robexact_desktop.services.workplace import Workplace

SILENCES = 3
"""Unanswered bookings in a row after which the run ends: each costs a full deadline and a look-up."""


@dataclass(slots=True)
class SendRun:
    """`books` grows by what the run books, `stopped` ends it.

    `at_rest` are those that were named though they are booked: their row, no call.
    """

    work: Workplace
    books: Books
    at_rest: frozenset[InvoiceId] = frozenset()
    refusals: Refusals = field(default_factory=Refusals)
    refused_relations: dict[RelationId, Operation] = field(default_factory=dict)
    silences: int = 0
    unread: int = 0
    stopped: RobExactError | None = None


def learn(run: SendRun, operation: Operation, entry: Entry, causes: frozenset[str]) -> None:
    """What this answer says about the rows still to come."""
    if operation.state is State.BOOKED:
        run.silences = 0
        run.refusals.booked(causes)
        run.books = replace(
            run.books,
            standing=run.books.standing.plus(_standing(operation, entry)),
            ours={**run.books.ours, EntryId(operation.remote_id): entry.invoice},
        )
    elif operation.state is State.REFUSED:
        run.silences = 0
        run.refusals.refused(operation.message, causes)
    elif operation.state is State.UNKNOWN:
        run.silences += 1
        if run.silences >= SILENCES:
            run.stopped = UnreachableError(service="exact", reason="timeout")
    elif operation.state is State.QUEUED:
        run.stopped = not_taken(operation)


def not_taken(operation: Operation) -> RobExactError:
    """What ends a run after a call that Exact provably did not take, so that the next would not be taken either."""
    reason = operation.evidence.get("not_delivered", "")
    if reason.startswith("HTTP 401"):
        return SignInNeededError(service="exact", reason="access_refused")
    return UnreachableError(service="exact", reason=reason)


def _standing(operation: Operation, entry: Entry) -> StandingEntry:
    period = entry.period.value
    kinds = {"sales": (20, 21), "purchase": (30, 31)}[entry.kind.value]
    return StandingEntry(
        id=EntryId(operation.remote_id),
        journal=entry.journal.value or "",
        year=period.year if period else entry.entry_date.value.year,
        period=period.period if period else 0,
        entry_number=operation.remote_number or entry.entry_number.value or 0,
        your_ref=entry.your_ref.value or "",
        account=entry.account.value,
        amount=entry.total,
        entry_date=entry.entry_date.value,
        type=kinds[entry.total < 0],
    )
