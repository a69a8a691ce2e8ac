"""One invoice of a run: read again, decided again, posted once, finished."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from robexact_desktop.domain import outbox
from robexact_desktop.domain.booking import Books, Entry, Problems
from robexact_desktop.domain.errors import (
    RefusedError,
    RobExactError,
    SignInNeededError,
    UnreachableError,
    UnreadableError,
)
from robexact_desktop.domain.invoice import Invoice, what_changed
from robexact_desktop.domain.ledger import StandingEntry
from robexact_desktop.domain.names import EntryId, InvoiceId, Kind, RelationId
from robexact_desktop.domain.outbox import Operation, State
from robexact_desktop.domain.problems import ProblemCode
from robexact_desktop.domain.relation import Link, Relation
from robexact_desktop.domain.status import InvoiceState, invoice_state
from robexact_desktop.domain.velocity import Refusals
from robexact_desktop.services.act import look_up_at
from robexact_desktop.services.attach_document import document_is_due
from robexact_desktop.services.create_relation import create_relation
from robexact_desktop.services.finish_entry import finish_entry
from robexact_desktop.services.look_up_unknown import adopted
from robexact_desktop.services.outcome import Outcome, Told, told
from robexact_desktop.services.post_entry import post_entry
from robexact_desktop.services.prepare_entries import Prepared, prepare
from robexact_desktop.services.workplace import Workplace

UNREAD = 3
"""Invoices in a row that a service refuses to give or to look up, after which the run ends."""

SILENCES = 3
"""Unanswered bookings in a row after which the run ends: each costs a full deadline and a look-up."""


@dataclass(slots=True)
class SendRun:
    """What one run knows beyond the snapshot: `books` grows by what it books, `stopped` ends it.

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


def send_one(run: SendRun, row: Prepared) -> Outcome:
    """Take one invoice as far as it goes. A service that cannot be reached sets `run.stopped`."""
    if row.state in (InvoiceState.BOOKED, InvoiceState.DONE) and row.invoice.id in run.at_rest:
        return outcome_of(row)
    if row.state is InvoiceState.BOOKED or document_is_due(run.work, row.invoice, row.operations):
        return finish_entry(run.work, row)
    if row.state in (InvoiceState.UNKNOWN, InvoiceState.CONFLICT, InvoiceState.DONE, InvoiceState.SENDING):
        return outcome_of(row, why=_why(run.work, row, row.operation) if row.operation else None)
    try:
        outcome = _held(run, row) or _sent(run, row)
    except (RefusedError, UnreadableError) as error:  # of this invoice; the others may still go
        run.unread += 1
        run.stopped = error if run.unread >= UNREAD else None
        words = error.facts.get("message") or error.facts.get("reason") or f"HTTP {error.facts.get('status', '')}"
        why = told("held.refused", service=error.facts.get("service", ""), message=words)
        return outcome_of(_as_it_stands(run.work, row), held=True, why=why)
    except RobExactError as error:
        run.stopped = error
        stopped = told("send.stopped", reason=error.code)
        return outcome_of(_as_it_stands(run.work, row), held=True, why=stopped)
    run.unread = 0
    return outcome


def _as_it_stands(work: Workplace, row: Prepared) -> Prepared:
    """With what this run has recorded of it before it was stopped."""
    operations = work.stores.outbox.of(row.invoice.id)
    return replace(row, operations=operations, state=invoice_state(row.invoice, operations, row.problems))


def outcome_of(row: Prepared, *, held: bool = False, why: Told | None = None) -> Outcome:
    """The row as it stands, without a call."""
    operation = row.operation
    refused = (told("send.refused", message=operation.message),) if operation and operation.message else ()
    return Outcome(
        row.invoice.id,
        row.state,
        operation.remote_id or None if operation else None,
        operation.remote_number if operation else None,
        (why,) if why else refused,
        row.problems,
        held,
    )


def _held(run: SendRun, row: Prepared) -> Outcome | None:
    """S5b: read the invoice again, live. Changed, deleted or already *Naar boekhouder*: back to the preview."""
    work, before = run.work, row.invoice
    now = work.robaws.invoice(before.id)
    if now is None:
        if row.operation is None:
            work.stores.invoices.remove(before.id)
        return outcome_of(row, held=True, why=told("held.deleted"))
    if now.sent_to_accountant and not before.sent_to_accountant:
        work.stores.invoices.put([now])
        done = replace(row, state=InvoiceState.DONE) if row.operation is None else row
        return outcome_of(done, held=True, why=told("held.already_sent"))
    if changed := what_changed(before, now):
        work.stores.invoices.put([now])
        return outcome_of(row, held=True, why=told("held.changed", fields=", ".join(changed)))
    return None


def _sent(run: SendRun, row: Prepared) -> Outcome:
    if isinstance(row.planned, Problems):
        if (ours := _ours_after_all(run, row)) is not None:
            return _ended(run, row, ours)
        blocked = row if row.operation else replace(row, state=InvoiceState.BLOCKED)
        return replace(outcome_of(blocked), problems=row.planned.problems, held=True)
    entry = row.planned
    payload = run.work.payloads.encode(run.work.payloads.entry_payload(entry))
    causes = run.work.payloads.causes_of(payload, row.invoice.kind)
    if refusal := run.refusals.stops(causes):
        return outcome_of(row, held=True, why=told("held.equal_refusal", message=refusal))
    operation = _approved(run, row, payload)
    if entry.creates_account:
        with_account = _with_account(run, row.invoice, operation)
        if isinstance(with_account, Outcome):
            return with_account
        operation, entry = with_account, _with_link(run, row, entry)
    operation = post_entry(run.work, operation, row.invoice.kind)
    _learn(run, operation, entry, causes)
    return _ended(run, row, operation)


def _ours_after_all(run: SendRun, row: Prepared) -> Operation | None:
    """What stands in Exact may be what an earlier attempt booked, though its answer was a refusal or came late."""
    operation = row.operation
    if operation is None or not operation.attempt or operation.state not in (State.QUEUED, State.REFUSED):
        return None
    if all(found.code is not ProblemCode.ALREADY_IN_EXACT for found in row.problems):
        return None
    return adopted(run.work, operation, row.invoice.kind)


def _approved(run: SendRun, row: Prepared, payload: bytes) -> Operation:
    """The payload frozen in the outbox; a refused or queued row that is sent again takes the present one."""
    rows, now = run.work.stores.outbox, run.work.clock()
    wanted = Operation(0, row.invoice.id, outbox.Kind.ENTRY, run.work.division, payload)
    operation = rows.add(wanted, now)
    if operation.state is State.REFUSED or operation.payload != payload:
        return rows.freeze(operation.id, payload, now)
    return operation


def _with_account(run: SendRun, invoice: Invoice, operation: Operation) -> Operation | Outcome:
    work = run.work
    relation = run.books.relations[invoice.relation] if invoice.relation else None
    link, created = _account_for(run, relation, invoice.kind) if relation else (None, None)
    if link is None:
        if created is not None and created.state is State.QUEUED:
            run.stopped = _not_taken(created)
        state = created.state.value if created else State.UNKNOWN.value
        why = told(f"relation.{state}", message=created.message if created else "", name=invoice.relation_name)
        return Outcome(invoice.id, InvoiceState.QUEUED, told=(why,), held=True)
    account = work.stores.accounts.get(link.account_id)
    run.books = replace(
        run.books,
        links={**run.books.links, link.relation: link},
        accounts={**run.books.accounts, **({account.id: account} if account else {})},
    )
    payload = work.payloads.with_account(operation.payload, invoice.kind, link.account_id)
    return work.stores.outbox.freeze(operation.id, payload, work.clock())


def _account_for(run: SendRun, relation: Relation, side: Kind) -> tuple[Link | None, Operation | None]:
    """A relation that Exact refused in this run is not asked again for the next of its invoices."""
    if (refused := run.refused_relations.get(relation.id)) is not None:
        return None, refused
    link, created = create_relation(run.work, relation, side)
    if created is not None and created.state is State.REFUSED:
        run.refused_relations[relation.id] = created
        run.refusals.refused(created.message, ())
    return link, created


def _with_link(run: SendRun, row: Prepared, entry: Entry) -> Entry:
    again = prepare(row.invoice, run.books, {})
    return again.planned if isinstance(again.planned, Entry) else entry


def _learn(run: SendRun, operation: Operation, entry: Entry, causes: frozenset[str]) -> None:
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
            run.stopped = UnreachableError(service="exact", reason="no answer")
    elif operation.state is State.QUEUED:
        run.stopped = _not_taken(operation)


def _not_taken(operation: Operation) -> RobExactError:
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


def _ended(run: SendRun, row: Prepared, operation: Operation) -> Outcome:
    operations: Mapping[outbox.Kind, Operation] = {**row.operations, outbox.Kind.ENTRY: operation}
    ended = replace(row, operations=operations, state=InvoiceState(operation.state.value))
    if operation.state is State.BOOKED:
        return finish_entry(run.work, ended)
    return outcome_of(ended, why=_why(run.work, row, operation))


def _why(work: Workplace, row: Prepared, operation: Operation) -> Told | None:
    """What a person is told of an entry that is not simply booked."""
    if operation.state is State.UNKNOWN:
        return told("send.unknown_until", time=look_up_at(work, operation).isoformat())
    if operation.state is State.QUEUED:
        return told("send.queued", reason=operation.evidence.get("not_delivered", ""))
    if operation.state is not State.CONFLICT:
        return None
    key = work.payloads.key_of(operation.payload, row.invoice.kind)
    theirs = operation.evidence.get("found_amount", "")
    if theirs in ("", "None"):
        return told("send.conflict", found_amount=theirs, sent_amount=key.amount)
    return told(
        "send.amounts_differ",
        number=operation.remote_number or "",
        theirs=theirs,
        ours=key.amount,
        difference=Decimal(theirs) - key.amount,
    )
