"""The dry run: what would be booked for each invoice, and the state it is in. No network."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from robexact_desktop.domain import outbox
from robexact_desktop.domain.booking import Books, Entry, Problems, book
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.outbox import Operation
from robexact_desktop.domain.problems import Problem
from robexact_desktop.domain.settings import Settings
from robexact_desktop.domain.status import InvoiceState, invoice_state
from robexact_desktop.services.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Prepared:
    """An invoice, the entry it becomes (as far as it is known), and where it stands."""

    invoice: Invoice
    planned: Entry | Problems
    operations: Mapping[outbox.Kind, Operation]
    state: InvoiceState

    @property
    def entry(self) -> Entry:
        return self.planned.draft if isinstance(self.planned, Problems) else self.planned

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Nothing stands in the way of what has been booked or is another's."""
        if self.state in (InvoiceState.BOOKED, InvoiceState.DONE):
            return ()
        return self.planned.problems if isinstance(self.planned, Problems) else self.planned.warnings

    @property
    def operation(self) -> Operation | None:
        return self.operations.get(outbox.Kind.ENTRY)


def prepare_entries(work: Workplace, invoices: Sequence[Invoice]) -> list[Prepared]:
    """Each invoice with its entry, decided from one snapshot of the books."""
    books = work.stores.books.read()
    operations = work.stores.outbox.of_each([invoice.id for invoice in invoices])
    return [prepare(invoice, books, operations.get(invoice.id, {})) for invoice in invoices]


def prepare(invoice: Invoice, books: Books, operations: Mapping[outbox.Kind, Operation]) -> Prepared:
    planned = book(invoice, books)
    problems = planned.problems if isinstance(planned, Problems) else planned.warnings
    return Prepared(invoice, planned, operations, invoice_state(invoice, operations, problems))


def offered(invoices: Sequence[Invoice], settings: Settings) -> list[Invoice]:
    """Those from the day that is booked from (`book_from`), in the order in which a bookkeeper books them."""
    first = settings.booking.book_from
    found = [invoice for invoice in invoices if first is None or invoice.date >= first]
    return sorted(found, key=lambda invoice: (invoice.kind, invoice.date, invoice.number or "", invoice.id))
