"""States as shape, word and colour (look.md 3): in a list the pill names the problem, not the state."""

from robexact_desktop.domain.listing import ListedInvoice
from robexact_desktop.domain.status import InvoiceState
from robexact_desktop.ui.widgets.delegate import Mark
from robexact_desktop.ui.words import words

_PLAIN = {
    InvoiceState.READY: ("state_ready", "text", ""),
    InvoiceState.QUEUED: ("state_queued", "text2", ""),
    InvoiceState.SENDING: ("state_sending", "link", "sel"),
    InvoiceState.UNKNOWN: ("state_unknown", "unk", "unk_bg"),
    InvoiceState.REFUSED: ("state_refused", "bad", "bad_bg"),
    InvoiceState.CONFLICT: ("state_conflict", "bad", "bad_bg"),
    InvoiceState.BOOKED: ("state_booked", "text", ""),
    InvoiceState.DONE: ("state_done", "text", ""),
    InvoiceState.BLOCKED: ("state_blocked", "warn", "warn_bg"),
}


def invoice_mark(row: ListedInvoice) -> Mark:
    """The gravest thing about an invoice, in words that say what to do."""
    if row.problem and row.state in (InvoiceState.READY, InvoiceState.BLOCKED):
        short = words(f"short.{row.problem}")
        if row.problem == "approval_open":
            return Mark("state_queued", short, "text2", more=row.more_problems)
        if row.state is InvoiceState.BLOCKED:
            return Mark("state_blocked", short, "warn", "warn_bg", row.more_problems)
        return Mark("state_warning", words("look_out", what=short), "warn", more=row.more_problems)
    return state_mark(row.state)


def state_mark(state: InvoiceState) -> Mark:
    """The state by itself."""
    shape, colour, ground = _PLAIN[state]
    return Mark(shape, words(f"state.{state}"), colour, ground)
