"""Rules 3: entry number and reference (product.md S8)."""

import re
from collections import defaultdict
from collections.abc import Iterable

from robexact_desktop.domain.booking.books import Books
from robexact_desktop.domain.booking.decided import Decided
from robexact_desktop.domain.booking.journal import journal
from robexact_desktop.domain.booking.period import reporting_period
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.names import InvoiceId, Kind
from robexact_desktop.domain.problems import ProblemCode, problem

LARGEST = 2**31 - 1
"""`EntryNumber` is an Int32 (facts: exact-endpoints.json)."""


def your_ref(invoice: Invoice) -> Decided[str | None]:
    """The number as printed: ours on a sale, the supplier's on a purchase. Every look-up goes by it."""
    source = "logicId" if invoice.kind is Kind.SALES else "invoiceNumber"
    return Decided(invoice.number, "your_ref.number", source)


def entry_number(invoice: Invoice, books: Books) -> Decided[int | None]:
    """The digits of the sales number, or Robaws' own number of a purchase where that is one; else Exact assigns."""
    if books.settings.booking.exact_assigns_numbers:
        return Decided(None, "entry_number.exact", "settings: booking.exact_assigns_numbers")
    if invoice.kind is Kind.PURCHASE:
        return _own_number(invoice)
    return _digits_of_number(invoice, books)


def digits(number: str) -> int | None:
    """All digits, read as one number: `F2026-0173` is 20260173. None where there are none."""
    found = "".join(re.findall(r"[0-9]", number))
    return int(found) if found else None


def _own_number(invoice: Invoice) -> Decided[int | None]:
    own = invoice.own_number or ""
    if own.isascii() and own.isdigit() and 0 < int(own) <= LARGEST:
        return Decided(int(own), "entry_number.own", "logicId")
    return Decided(None, "entry_number.no_own_number", "logicId")


def _digits_of_number(invoice: Invoice, books: Books) -> Decided[int | None]:
    rule, source = "entry_number.digits", "logicId"
    if invoice.number is None:
        return Decided(None, rule, source)  # a draft; told as that
    value = digits(invoice.number)
    if not value:
        bad = problem(ProblemCode.NUMBER_NOT_INTEGER, "no_digits", number=invoice.number)
        return Decided(None, rule, source, (bad,))
    if value > LARGEST:
        large = problem(ProblemCode.NUMBER_NOT_INTEGER, "too_large", number=invoice.number, largest=LARGEST)
        return Decided(None, rule, source, (large,))
    if others := books.shared_numbers.get(invoice.id):
        shared = problem(
            ProblemCode.NUMBER_NOT_INTEGER, "shared", number=invoice.number, digits=value, others=", ".join(others)
        )
        return Decided(value, rule, source, (shared,))
    return Decided(value, rule, source)


def shared_numbers(waiting: Iterable[Invoice], books: Books) -> dict[InvoiceId, tuple[str, ...]]:
    """Sales that wait and would get one entry number in one journal and year, each with the others' numbers."""
    if books.settings.booking.exact_assigns_numbers:
        return {}
    groups: defaultdict[tuple[str | None, int | None, int], list[Invoice]] = defaultdict(list)
    for invoice in waiting:
        value = digits(invoice.number) if invoice.kind is Kind.SALES and invoice.number else None
        if value is not None:
            code = journal(invoice, books).value
            period = reporting_period(invoice, code, books).value
            groups[code, period.year if period else None, value].append(invoice)
    return {
        invoice.id: tuple(other.number or "" for other in group if other.id != invoice.id)
        for group in groups.values()
        if len(group) > 1
        for invoice in group
    }
