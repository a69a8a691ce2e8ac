"""The state of an invoice: derived from its operations, its problems and Robaws' own mark; never stored."""

from collections.abc import Mapping
from enum import StrEnum

from robexact_desktop.domain import outbox
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.outbox import Operation
from robexact_desktop.domain.problems import Problem


class InvoiceState(StrEnum):
    READY = "ready"
    BLOCKED = "blocked"
    QUEUED = "queued"
    SENDING = "sending"
    UNKNOWN = "unknown"
    REFUSED = "refused"
    CONFLICT = "conflict"
    BOOKED = "booked"
    DONE = "done"


def invoice_state(
    invoice: Invoice, operations: Mapping[outbox.Kind, Operation], problems: tuple[Problem, ...]
) -> InvoiceState:
    """`done`: booked and written back, also what Robaws already showed as *Naar boekhouder* and is not ours."""
    entry = operations.get(outbox.Kind.ENTRY)
    if entry is None:
        if invoice.sent_to_accountant:
            return InvoiceState.DONE
        return InvoiceState.BLOCKED if any(problem.blocks for problem in problems) else InvoiceState.READY
    if entry.state is outbox.State.BOOKED:
        write_back = operations.get(outbox.Kind.WRITE_BACK)
        written = write_back is not None and write_back.state is outbox.State.BOOKED
        return InvoiceState.DONE if written else InvoiceState.BOOKED
    return InvoiceState(entry.state.value)
