"""What the fresh reading held back before sending (S5b): why, and what differs from what a person saw."""

from collections import OrderedDict
from collections.abc import Iterator

from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.money import ZERO
from robexact_desktop.domain.names import InvoiceId
from robexact_desktop.services.outcome import Outcome
from robexact_desktop.texts import formats, sentence
from robexact_desktop.ui.formats import amount
from robexact_desktop.ui.preview.notices import Notice
from robexact_desktop.ui.words import language, words
from robexact_desktop.wording import message_of

REMEMBERED = 500
"""Invoices as they were when they were looked at."""


class HeldBack:
    """Kept until the invoice is sent again; an invoice that is held keeps the form in which it was seen before."""

    def __init__(self) -> None:
        self._seen: OrderedDict[InvoiceId, Invoice] = OrderedDict()
        self._held: dict[InvoiceId, Outcome] = {}

    def note(self, outcome: Outcome) -> None:
        self._held.pop(outcome.invoice, None)
        if outcome.held:
            self._held[outcome.invoice] = outcome

    def see(self, invoice: Invoice) -> None:
        if invoice.id in self._held:
            return
        self._seen[invoice.id] = invoice
        self._seen.move_to_end(invoice.id)
        if len(self._seen) > REMEMBERED:
            self._seen.popitem(last=False)

    def notices(self, invoice: Invoice) -> Iterator[Notice]:
        outcome = self._held.get(invoice.id)
        if outcome is None:
            return
        before = self._seen.get(invoice.id)
        told = ["; ".join(was_and_now(before, invoice))] if before is not None else []
        text = " ".join([*(f"{part}." for part in told if part), words("preview.held")])
        yield Notice(message_of(outcome, language()), text, icon="state_warning")


def was_and_now(before: Invoice, after: Invoice) -> Iterator[str]:
    """What a bookkeeper compares, where it differs: `totaal inclusief btw 121,00 → 131,00`."""
    then, now = _compared(before), _compared(after)
    for field, value in then.items():
        if value != now[field]:
            yield f"{sentence(f'field.{field}', language())} {value} → {now[field]}"


def _compared(invoice: Invoice) -> dict[str, str]:
    nothing = words("preview.nothing")
    return {
        "lines": str(len(invoice.lines)),
        "total_excl": amount(invoice.sign * (invoice.total_excl or ZERO), language()),
        "total_incl": amount(invoice.sign * (invoice.total_incl or ZERO), language()),
        "date": formats.day(invoice.date),
        "due_date": formats.day(invoice.due_date) if invoice.due_date else nothing,
        "relation_name": invoice.relation_name,
        "number": invoice.number or nothing,
    }
