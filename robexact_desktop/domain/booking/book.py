"""The heart: `book()` composes the entry from the rules and collects everything that stands in its way."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace

from robexact_desktop.domain.booking.amounts import LineAmounts, amounts
from robexact_desktop.domain.booking.books import Books
from robexact_desktop.domain.booking.checks import CHECKS
from robexact_desktop.domain.booking.cost import cost_center, cost_unit
from robexact_desktop.domain.booking.decided import Decided
from robexact_desktop.domain.booking.entry import Entry, EntryLine, Problems
from robexact_desktop.domain.booking.gl_account import gl_account
from robexact_desktop.domain.booking.journal import journal
from robexact_desktop.domain.booking.number import entry_number, your_ref
from robexact_desktop.domain.booking.parties import account, payment_condition, payment_reference
from robexact_desktop.domain.booking.period import reporting_period
from robexact_desktop.domain.booking.vat import vat_code
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.ledger import VATCode
from robexact_desktop.domain.problems import Problem

LONGEST_DESCRIPTION = 50
"""Exact's limit is unproven; a live client cuts at 50 (facts: exact-online 6)."""


def book(invoice: Invoice, books: Books) -> Entry | Problems:
    """The entry Exact is to hold, or everything that stands in its way. Pure: the same facts, the same answer."""
    codes = [vat_code(invoice, index, books) for index in range(len(invoice.lines))]
    to_the_cent = amounts(invoice, [code.value for code in codes])
    entry = _entry(invoice, books, tuple(_lines(invoice, books, codes, to_the_cent.lines)))
    checked = (found for check in CHECKS for found in check(invoice, entry, books))
    problems = _each_once([*_told_by(entry), *to_the_cent.problems, *checked])
    if any(problem.blocks for problem in problems):
        return Problems(problems, entry)
    return replace(entry, warnings=problems)


def _entry(invoice: Invoice, books: Books, lines: tuple[EntryLine, ...]) -> Entry:
    in_journal = journal(invoice, books)
    return Entry(
        invoice=invoice.id,
        kind=invoice.kind,
        account=account(invoice, books),
        journal=in_journal,
        entry_date=Decided(invoice.date, "entry_date.invoice", "date"),
        due_date=Decided(invoice.due_date, "due_date.invoice", "expireDate"),
        entry_number=entry_number(invoice, books),
        your_ref=your_ref(invoice),
        description=Decided(_described(invoice), "description.invoice", f"{invoice.kind.relation_kind}.name"),
        currency=Decided(invoice.currency, "currency.invoice", "currency"),
        payment_condition=payment_condition(invoice, books),
        payment_reference=payment_reference(invoice),
        period=reporting_period(invoice, in_journal.value, books),
        lines=lines,
    )


def _lines(
    invoice: Invoice, books: Books, codes: Iterable[Decided[VATCode | None]], to_the_cent: Iterable[LineAmounts]
) -> Iterator[EntryLine]:
    for index, (code, amount) in enumerate(zip(codes, to_the_cent, strict=True)):
        line = f"lines[{index}]"
        account_of_line = gl_account(invoice, index, books)
        vat = None if amount.vat is None else invoice.sign * amount.vat
        yield EntryLine(
            net=Decided(invoice.sign * amount.net, "amount.line", f"{line}.totalExclVat"),
            gl_account=account_of_line,
            vat_code=code,
            vat_amount=Decided(vat, "vat_amount.per_rate", "totalInclVat - totalExclVat"),
            cost_center=cost_center(invoice, index, account_of_line.value, books),
            cost_unit=cost_unit(invoice, index, account_of_line.value, books),
            description=Decided(_cut(invoice.lines[index].description), "description.line", f"{line}.description"),
        )


def _described(invoice: Invoice) -> str:
    return _cut(f"{invoice.number or ''} {invoice.relation_name}")


def _cut(text: str) -> str:
    return " ".join(text.split())[:LONGEST_DESCRIPTION].strip()


def _told_by(entry: Entry) -> Iterator[Problem]:
    parts: tuple[Entry | EntryLine, ...] = (entry, *entry.lines)
    for part in parts:
        for field in fields(part):
            value = getattr(part, field.name)
            if isinstance(value, Decided):
                yield from value.problems


def _each_once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    found: list[Problem] = []
    for problem in problems:
        if problem not in found:
            found.append(problem)
    return tuple(found)
