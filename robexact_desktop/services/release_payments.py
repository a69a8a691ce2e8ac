"""A purchase that was booked with the holding payment condition gets its own once it is approved (product.md S12)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from robexact_desktop.domain import outbox
from robexact_desktop.domain.booking.books import Books
from robexact_desktop.domain.booking.parties import payment_condition
from robexact_desktop.domain.errors import RobExactError
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.names import EntryId, InvoiceId, Kind, kind_of
from robexact_desktop.domain.outbox import Event, Operation, State
from robexact_desktop.services.act import act, record_answer
from robexact_desktop.services.outcome import Told, told
from robexact_desktop.services.ports import OpenApproval
from robexact_desktop.services.workplace import Workplace


@dataclass(slots=True)
class Released:
    """`invoices` got their own condition in this run; `held` are approved, and held all the same: why."""

    invoices: list[InvoiceId] = field(default_factory=list)
    held: list[tuple[InvoiceId, Told]] = field(default_factory=list)
    stopped: RobExactError | None = None


def release_payments(work: Workplace) -> Released:
    """Ask Robaws what still waits, then change the condition of the rest. A reading that fails releases nothing."""
    released = Released()
    held = dict(_held(work))
    if not held:
        return released
    try:
        work.stores.master.replace(OpenApproval, work.robaws.open_approvals())
        books = work.stores.books.read()
        for invoice in held.keys() - books.waiting_for_approval:
            if work.stop():
                break
            _release(work, books, invoice, held[invoice], released)
    except RobExactError as error:
        released.stopped = error
    return released


def _held(work: Workplace) -> Iterator[tuple[InvoiceId, Operation]]:
    """Purchases that stand in Exact with the holding condition, by what was posted."""
    holding = work.settings.booking.holding_payment_condition
    for subject, operations in work.stores.outbox.all().items() if holding else ():
        entry, release = operations.get(outbox.Kind.ENTRY), operations.get(outbox.Kind.RELEASE)
        if entry is None or entry.state is not State.BOOKED or kind_of(InvoiceId(subject)) is not Kind.PURCHASE:
            continue
        is_released = release is not None and release.state is State.BOOKED
        if not is_released and work.payloads.decode(entry.payload).get("PaymentCondition") == holding:
            yield InvoiceId(subject), entry


def _release(work: Workplace, books: Books, name: InvoiceId, entry: Operation, released: Released) -> None:
    invoice = work.stores.invoices.get(name)
    condition = payment_condition(invoice, books).value if invoice else None
    if invoice is None or condition is None:
        released.held.append((name, told("release.no_condition")))
        return
    if condition == work.settings.booking.holding_payment_condition:
        return  # set by hand: a person holds it
    operation = _operation(work, invoice, entry, condition)
    if operation is None:
        return
    operation = record_answer(work, operation, act(work, operation, invoice.kind))
    if operation.state is State.BOOKED:
        released.invoices.append(name)
    else:
        evidence = operation.evidence
        reason = operation.message or evidence.get("no_answer") or evidence.get("not_delivered", "")
        released.held.append((name, told("send.release_failed", reason=reason)))


def _operation(work: Workplace, invoice: Invoice, entry: Operation, condition: str) -> Operation | None:
    """The change, queued. None where Exact refused this very change before: it was processed since, say.

    One without an answer goes again: the same change made twice is one change.
    """
    rows, now = work.stores.outbox, work.clock()
    payload = work.payloads.release_payload(EntryId(entry.remote_id), condition, invoice.due_date)
    wanted = Operation(0, invoice.id, outbox.Kind.RELEASE, work.division, payload, depends_on=entry.id)
    operation = rows.add(wanted, now)
    if operation.state is State.UNKNOWN:
        proof = {"sent_again": "the same change made twice is one change"}
        operation = rows.record(operation.id, Event.FOUND_NOTHING_TWICE, now, evidence=proof)
    if operation.payload == payload:
        return None if operation.state is State.REFUSED else operation
    return rows.freeze(operation.id, payload, now)
