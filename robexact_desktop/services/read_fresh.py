"""Directly before sending the invoice is read again, live (product.md S5b)."""

from dataclasses import replace

from robexact_desktop.domain.invoice import what_changed
from robexact_desktop.domain.status import InvoiceState
from robexact_desktop.services.outcome import Outcome, told
from robexact_desktop.services.prepare_entries import Prepared
from robexact_desktop.services.row_told import outcome_of
from robexact_desktop.services.workplace import Workplace


def held_by_fresh_reading(work: Workplace, row: Prepared) -> Outcome | None:
    """Changed, deleted or already *Naar boekhouder* since the preview: back to it. None where it may go."""
    before = row.invoice
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
