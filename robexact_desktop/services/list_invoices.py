"""Put the invoice list of the screens together: state, gravest problem and amounts of each invoice."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.listing import ListedInvoice
from robexact_desktop.domain.money import ZERO
from robexact_desktop.domain.names import InvoiceId
from robexact_desktop.domain.problems import Problem
from robexact_desktop.services.prepare_entries import Prepared, offered, prepare_entries
from robexact_desktop.services.workplace import Workplace

AT_A_TIME = 500


def list_invoices(work: Workplace) -> None:
    """All of them again: after an import, or when a mapping, a link or a setting may have moved many."""
    invoices = offered(work.stores.invoices.all(), work.settings)
    for start in range(0, len(invoices), AT_A_TIME):
        _put(work, invoices[start : start + AT_A_TIME])
        work.progress("check", min(start + AT_A_TIME, len(invoices)), len(invoices))
    work.stores.listed.keep_only(invoice.id for invoice in invoices)


def list_again(work: Workplace, ids: Iterable[InvoiceId]) -> None:
    """Only these: one was sent, or had a value set by hand."""
    found = (work.stores.invoices.get(name) for name in ids)
    _put(work, [invoice for invoice in found if invoice is not None])


def _put(work: Workplace, invoices: Sequence[Invoice]) -> None:
    work.stores.listed.put([listed(row) for row in prepare_entries(work, invoices)])


def listed(row: Prepared) -> ListedInvoice:
    """The row as lists show it; the amounts are the invoice's own, signed as the entry is."""
    invoice, gravest = row.invoice, _gravest(row.problems)
    return ListedInvoice(
        id=invoice.id,
        kind=invoice.kind,
        type=invoice.type,
        number=invoice.number or "",
        date=invoice.date,
        relation_name=invoice.relation_name,
        journal=row.entry.journal.value or "",
        state=row.state,
        problem=gravest.code.value if gravest else "",
        problem_blocks=gravest is not None and gravest.blocks,
        more_problems=max(len(row.problems) - 1, 0),
        excl=_signed(invoice, invoice.total_excl),
        vat=invoice.sign * invoice.vat_total,
        incl=_signed(invoice, invoice.total_incl),
        currency=invoice.currency or "EUR",
        entry_number=row.operation.remote_number if row.operation else None,
    )


def _signed(invoice: Invoice, amount: Decimal | None) -> Decimal:
    return invoice.sign * (amount or ZERO)


def _gravest(problems: Sequence[Problem]) -> Problem | None:
    return next((problem for problem in problems if problem.blocks), problems[0] if problems else None)
