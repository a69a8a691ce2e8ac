"""One invoice of a run: read again, decided again, posted once, finished."""

from collections.abc import Mapping
from dataclasses import replace

from robexact_desktop.domain import outbox
from robexact_desktop.domain.booking import Entry, Problems
from robexact_desktop.domain.errors import (
    RefusedError,
    RobExactError,
    UnreadableError,
)
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.names import Kind
from robexact_desktop.domain.outbox import Operation, State
from robexact_desktop.domain.problems import ProblemCode
from robexact_desktop.domain.relation import Link, Relation
from robexact_desktop.domain.status import InvoiceState, invoice_state
from robexact_desktop.services.attach_document import document_is_due
from robexact_desktop.services.create_relation import create_relation
from robexact_desktop.services.finish_entry import finish_entry
from robexact_desktop.services.look_up_unknown import adopted
from robexact_desktop.services.outcome import AtStep, Outcome, Step, told
from robexact_desktop.services.post_entry import post_entry
from robexact_desktop.services.prepare_entries import Prepared, prepare
from robexact_desktop.services.read_fresh import held_by_fresh_reading
from robexact_desktop.services.row_told import outcome_of, why_not_booked
from robexact_desktop.services.send_run import SendRun, learn, not_taken
from robexact_desktop.services.workplace import Workplace

UNREAD = 3
"""Invoices in a row that a service refuses to give or to look up, after which the run ends."""


def send_one(run: SendRun, row: Prepared) -> Outcome:
    """Take one invoice as far as it goes. A service that cannot be reached sets `run.stopped`."""
    if row.state in (InvoiceState.BOOKED, InvoiceState.DONE) and row.invoice.id in run.at_rest:
        return outcome_of(row)
    if row.state is InvoiceState.BOOKED or document_is_due(run.work, row.invoice, row.operations):
        return finish_entry(run.work, row)
    if row.state in (InvoiceState.UNKNOWN, InvoiceState.CONFLICT, InvoiceState.DONE, InvoiceState.SENDING):
        return outcome_of(row, why=why_not_booked(run.work, row, row.operation) if row.operation else None)
    try:
        run.work.note(AtStep(row.invoice.id, Step.READ))
        outcome = held_by_fresh_reading(run.work, row) or _sent(run, row)
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
    run.work.note(AtStep(row.invoice.id, Step.ENTRY))
    operation = post_entry(run.work, operation, row.invoice.kind)
    learn(run, operation, entry, causes)
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
            run.stopped = not_taken(created)
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


def _ended(run: SendRun, row: Prepared, operation: Operation) -> Outcome:
    operations: Mapping[outbox.Kind, Operation] = {**row.operations, outbox.Kind.ENTRY: operation}
    ended = replace(row, operations=operations, state=InvoiceState(operation.state.value))
    if operation.state is State.BOOKED:
        return finish_entry(run.work, ended)
    return outcome_of(ended, why=why_not_booked(run.work, row, operation))
