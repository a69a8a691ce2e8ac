"""A value of an invoice set by hand before sending (product.md M9)."""

from dataclasses import dataclass, replace

from robexact_desktop.domain.booking import Books, Entry, Problems, book
from robexact_desktop.domain.booking.books import OF_THE_INVOICE, Field, Override
from robexact_desktop.domain.booking.period import YearPeriod
from robexact_desktop.domain.errors import SettingsError, UnknownIdError
from robexact_desktop.domain.invoice import Invoice, fingerprint
from robexact_desktop.services.workplace import Workplace


@dataclass(frozen=True, slots=True)
class ByHand:
    """The values to set; None leaves a field as it is."""

    line: int | None
    values: dict[Field, str]


def set_by_hand(work: Workplace, invoice: Invoice, wanted: ByHand) -> tuple[Override, ...]:
    """Store the values with who and when and what the rule said. Raises UnknownIdError, SettingsError, before any."""
    books = work.stores.books.read()
    lines = _lines(invoice, wanted)
    for field, value in wanted.values.items():
        _must_exist(field, value, books)
    for field, value in wanted.values.items():
        for line in [None] if field in OF_THE_INVOICE else lines:
            said = _rule_value(invoice, books, field, line)
            now, by = work.clock(), work.who
            work.stores.overrides.put(Override(invoice.id, line, field, value, said, by, now, fingerprint(invoice)))
    return work.stores.overrides.of(invoice.id)


def clear_by_hand(work: Workplace, invoice: Invoice, line: int | None) -> tuple[Override, ...]:
    """Take back the values of one line, or all of the invoice's."""
    work.stores.overrides.clear(invoice.id, line, work.who, work.clock())
    return work.stores.overrides.of(invoice.id)


def _lines(invoice: Invoice, wanted: ByHand) -> list[int | None]:
    if wanted.line is None:
        return list(range(len(invoice.lines)))
    if not 0 <= wanted.line < len(invoice.lines):
        raise UnknownIdError(what="line", id=wanted.line)
    return [wanted.line]


def _must_exist(field: Field, value: str, books: Books) -> None:
    ledger = books.ledger
    known = {
        Field.GL: ledger.gl_accounts,
        Field.VAT: ledger.vat_codes,
        Field.COST_CENTER: ledger.cost_centers,
        Field.COST_UNIT: ledger.cost_units,
        Field.PAYMENT_CONDITION: ledger.payment_conditions,
    }
    if field in known:
        if value not in known[field]:
            raise UnknownIdError(what=field.value, id=value)
        return
    try:
        chosen = YearPeriod.parse(value)
    except ValueError:
        raise SettingsError(key="period", reason="form", value=value) from None
    rows = {(row.year, row.period) for row in ledger.periods}
    if rows and (chosen.year, chosen.period) not in rows:
        raise UnknownIdError(what=field.value, id=value)


def _rule_value(invoice: Invoice, books: Books, field: Field, line: int | None) -> str:
    """What the rule says without any value by hand."""
    untouched = _without(books, invoice)
    planned = book(invoice, untouched)
    entry = planned.draft if isinstance(planned, Problems) else planned
    return _shown(entry, field, line)


def _without(books: Books, invoice: Invoice) -> Books:
    return replace(books, overrides={**books.overrides, invoice.id: ()})


def _shown(entry: Entry, field: Field, line: int | None) -> str:
    if field is Field.PERIOD:
        return str(entry.period.value or "")
    if field is Field.PAYMENT_CONDITION:
        return entry.payment_condition.value or ""
    of_line = entry.lines[line or 0]
    if field is Field.GL:
        return of_line.gl_account.value.code if of_line.gl_account.value else ""
    if field is Field.VAT:
        return of_line.vat_code.value.code if of_line.vat_code.value else ""
    return (of_line.cost_center if field is Field.COST_CENTER else of_line.cost_unit).value or ""
