"""Payment status back (product.md P1, P2): what Exact has matched becomes paid in Robaws."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from robexact_desktop.domain import outbox
from robexact_desktop.domain.errors import RefusedError, RobExactError, UnreadableError
from robexact_desktop.domain.money import shown
from robexact_desktop.domain.names import EntryId, InvoiceId, Kind, kind_of
from robexact_desktop.domain.outbox import Operation, State
from robexact_desktop.domain.payment import Payment, PaymentStatus, payment
from robexact_desktop.services.feed import read_terms
from robexact_desktop.services.ports import PaymentRow
from robexact_desktop.services.workplace import Workplace

Refused = list[tuple[InvoiceId, RobExactError]]

ONCE_PAID = (PaymentStatus.PAID, PaymentStatus.OVERPAID, PaymentStatus.REOPENED)


@dataclass(frozen=True, slots=True)
class PaymentsTold:
    """A row for each booked sales invoice that is unsettled or changed in this run; `refused` are those that Robaws
    would not give or change.
    """

    rows: tuple[PaymentRow, ...]
    stopped: RobExactError | None = None
    refused: tuple[tuple[InvoiceId, RobExactError], ...] = ()


def payment_status(work: Workplace) -> PaymentsTold:
    """Read the terms, then judge. A reading that fails or breaks off changes no status (P2)."""
    try:
        read_terms(work)
    except RobExactError as error:
        return PaymentsTold((), error)
    before = work.stores.payments.all()
    rows: list[PaymentRow] = []
    refused: Refused = []
    for invoice, operation in _booked_sales(work).items():
        if work.stop():
            break
        try:
            row = _judged(work, invoice, operation, before.get(invoice), refused)
        except RobExactError as error:
            return PaymentsTold(tuple(rows), error, tuple(refused))
        if row is not None:
            rows.append(row)
    return PaymentsTold(tuple(rows), refused=tuple(refused))


def _booked_sales(work: Workplace) -> dict[InvoiceId, Operation]:
    found = {}
    for subject, operations in work.stores.outbox.all().items():
        entry = operations.get(outbox.Kind.ENTRY)
        if entry is not None and entry.state is State.BOOKED and kind_of(InvoiceId(subject)) is Kind.SALES:
            found[InvoiceId(subject)] = entry
    return found


def _judged(
    work: Workplace, invoice: InvoiceId, entry: Operation, before: PaymentRow | None, refused: Refused
) -> PaymentRow | None:
    """The row to tell, stored; None where the invoice is settled and nothing changed."""
    now = payment_of(work, invoice, entry, before)
    shows_paid = before.written_back if before else False
    if now.status is PaymentStatus.PAID and not shows_paid:
        shows_paid = _written_back(work, invoice, refused)
    elif now.status is not PaymentStatus.PAID:
        shows_paid = False
    row = PaymentRow(invoice, now.status, shown(now.open_amount), shows_paid)
    if row != before:
        work.stores.payments.put(row, work.clock())
    settled = row.status is PaymentStatus.PAID and (row.written_back or not _writes_back(work))
    return None if settled and row == before else row


def payment_of(work: Workplace, invoice: InvoiceId, entry: Operation, before: PaymentRow | None) -> Payment:
    invoiced = work.payloads.key_of(entry.payload, kind_of(invoice)).amount
    was_paid = before is not None and before.status in ONCE_PAID
    return payment(work.stores.terms.of(EntryId(entry.remote_id)), invoiced, was_paid=was_paid)


def _writes_back(work: Workplace) -> bool:
    return work.settings.booking.payment_status_back and bool(work.settings.robaws.paid_status)


def _written_back(work: Workplace, invoice: InvoiceId, refused: Refused) -> bool:
    """Set the paid status and read it again; whether Robaws shows it now. A no is told, and tried in each run."""
    if not _writes_back(work):
        return False
    try:
        return _shown_as_paid(work, invoice, work.settings.robaws.paid_status)
    except (RefusedError, UnreadableError) as error:
        refused.append((invoice, error))
        return False


def _shown_as_paid(work: Workplace, invoice: InvoiceId, wanted: str) -> bool:
    present = work.robaws.invoice(invoice)
    if present is None:
        return False
    if present.status == wanted:
        return True
    after = work.robaws.write_back(invoice, wanted, sent=False, key=str(uuid.uuid4()))
    work.stores.invoices.put([after])
    return after.status == wanted


def payments_shown(work: Workplace, operations: Mapping[str, Mapping[outbox.Kind, Operation]]) -> dict[str, str]:
    """What lists show of each booked invoice; no network.

    Of a sale what `payment_status` told last: terms that were read by half change nothing (P2).
    """
    before = work.stores.payments.all()
    found = {}
    for subject, of_subject in operations.items():
        entry = of_subject.get(outbox.Kind.ENTRY)
        if entry is None or entry.state is not State.BOOKED:
            continue
        invoice = InvoiceId(subject)
        if kind_of(invoice) is Kind.SALES:
            told = before.get(invoice)
            found[subject] = (told.status if told else PaymentStatus.OPEN).value
        else:
            found[subject] = payment_of(work, invoice, entry, None).status.value
    return found
