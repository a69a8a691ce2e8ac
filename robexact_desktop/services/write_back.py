"""Tell Robaws: *Naar boekhouder* = Ja, and the status after sending (product.md S13). Retried until it shows."""

import json
import uuid

from robexact_desktop.domain import outbox
from robexact_desktop.domain.errors import RobExactError, UnreachableError, UnreadableError
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.names import Kind
from robexact_desktop.domain.outbox import Event, Operation, State
from robexact_desktop.domain.settings import RobawsSettings
from robexact_desktop.services.outcome import Told, told
from robexact_desktop.services.workplace import Workplace


def write_back(work: Workplace, invoice: Invoice) -> Told | None:
    """One try; the row stays queued until Robaws, read again, shows it. What Robaws says no to is told.

    Robaws is read first: its status may have become that of a paid invoice since.
    """
    operation = _operation(work, invoice)
    if operation.state is State.BOOKED:
        return None
    present = work.robaws.invoice(invoice.id)
    if operation.state is State.UNKNOWN:
        operation = _looked_up(work, present, operation)
        if operation.state is State.BOOKED:
            return None
    operation = _with_status(work, operation, status_after_sending(work.settings.robaws, present or invoice))
    outbox_rows = work.stores.outbox
    wanted = json.loads(operation.payload)
    outbox_rows.record(operation.id, Event.INTENT_WRITTEN, work.clock())
    try:
        shown = work.robaws.write_back(invoice.id, wanted["status"], sent=True, key=wanted["key"])
    except (UnreachableError, UnreadableError) as error:
        outbox_rows.record(operation.id, Event.NO_ANSWER, work.clock(), evidence={"no_answer": error.code})
        return told("write_back.unanswered")
    except RobExactError as error:
        outbox_rows.record(operation.id, Event.NOT_DELIVERED, work.clock(), evidence=error.facts)
        return told("write_back.refused", message=error.facts.get("message", error.code))
    return _recorded(work, operation, shown)


def _recorded(work: Workplace, operation: Operation, shown: Invoice) -> Told | None:
    work.stores.invoices.put([shown])
    if shown.sent_to_accountant:
        work.stores.outbox.record(operation.id, Event.ACCEPTED, work.clock(), remote_id=shown.id)
        return None
    ignored = {"not_delivered": "accepted, but not shown when read again"}
    work.stores.outbox.record(operation.id, Event.NOT_DELIVERED, work.clock(), evidence=ignored)
    return told("write_back.not_shown")


def _operation(work: Workplace, invoice: Invoice) -> Operation:
    payload = _payload(status_after_sending(work.settings.robaws, invoice))
    wanted = Operation(0, invoice.id, outbox.Kind.WRITE_BACK, work.division, payload)
    return work.stores.outbox.add(wanted, work.clock())


def _payload(status: str) -> bytes:
    return json.dumps({"status": status, "key": str(uuid.uuid4())}).encode()


def _with_status(work: Workplace, operation: Operation, status: str) -> Operation:
    """Another body goes under another key, and so does each further try: Robaws answers a known key with what it
    did before, also where that was to forget what it was told.
    """
    if not operation.attempt and json.loads(operation.payload)["status"] == status:
        return operation
    return work.stores.outbox.freeze(operation.id, _payload(status), work.clock())


def status_after_sending(settings: RobawsSettings, invoice: Invoice) -> str:
    """The status of the settings, never over one that Robaws shows as paid."""
    if settings.paid_status and invoice.status == settings.paid_status:
        return ""
    return settings.sent_status_sales if invoice.kind is Kind.SALES else settings.sent_status_purchase


def _looked_up(work: Workplace, shown: Invoice | None, operation: Operation) -> Operation:
    """Writing the same again does no harm in Robaws, so one look is enough, and at once."""
    if shown is not None and shown.sent_to_accountant:
        work.stores.invoices.put([shown])
        return work.stores.outbox.record(operation.id, Event.FOUND, work.clock(), remote_id=shown.id)
    seen = {"read_again_at": work.clock().isoformat(), "shown": "not sent"}
    return work.stores.outbox.record(operation.id, Event.FOUND_NOTHING_TWICE, work.clock(), evidence=seen)
