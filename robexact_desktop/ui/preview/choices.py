"""What can be chosen by hand for a field; what cannot stays in the list, with the reason."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from robexact_desktop.domain.booking import Books, Entry
from robexact_desktop.domain.booking.books import Field
from robexact_desktop.domain.ledger import FORBIDDEN, TYPES_NOT_ON_A_LINE, CostCenter, GLAccount, VATCode
from robexact_desktop.domain.names import Kind
from robexact_desktop.services.prepare_entries import Prepared
from robexact_desktop.texts import formats
from robexact_desktop.ui.preview.booking import percentage
from robexact_desktop.ui.words import words


@dataclass(frozen=True, slots=True)
class Choice:
    """`value` is what is stored; `reason` says why it cannot be chosen, empty where it can."""

    value: str
    name: str
    reason: str = ""

    @property
    def shown(self) -> str:
        return f"{self.value}  {self.name}" if self.name else self.value


def choices(field: Field, line: int | None, prepared: Prepared, books: Books) -> list[Choice]:
    """In the order of their codes."""
    return list(_LISTS[field](line, prepared, books))


Lists = Callable[[int | None, Prepared, Books], Iterator[Choice]]


def _accounts(line: int | None, prepared: Prepared, books: Books) -> Iterator[Choice]:  # noqa: ARG001 - the same shape
    for account in sorted(books.ledger.gl_accounts.values(), key=lambda account: account.code):
        yield Choice(account.code, account.description, _against_account(account))


def _against_account(account: GLAccount) -> str:
    if account.is_blocked:
        return words("preview.reason.blocked")
    return words("preview.reason.type") if account.type in TYPES_NOT_ON_A_LINE else ""


def _codes(line: int | None, prepared: Prepared, books: Books) -> Iterator[Choice]:  # noqa: ARG001 - the same shape
    for code in sorted(books.ledger.vat_codes.values(), key=lambda code: (len(code.code), code.code)):
        reason = _against_code(code, prepared.invoice.kind)
        yield Choice(code.code, f"{code.description} · {percentage(code.percentage)} %", reason)


def _against_code(code: VATCode, kind: Kind) -> str:
    if code.is_blocked:
        return words("preview.reason.blocked")
    if not code.serves(kind):
        return words(f"preview.reason.not_for_{kind}")
    return words("preview.reason.inclusive") if code.type == "I" else ""


def _centers(line: int | None, prepared: Prepared, books: Books) -> Iterator[Choice]:
    forbidding = _forbidding(line, prepared.entry, "use_cost_center")
    return _standing(books.ledger.cost_centers.values(), prepared.invoice.date, forbidding)


def _units(line: int | None, prepared: Prepared, books: Books) -> Iterator[Choice]:
    forbidding = _forbidding(line, prepared.entry, "use_cost_unit")
    return _standing(books.ledger.cost_units.values(), prepared.invoice.date, forbidding)


def _forbidding(line: int | None, entry: Entry, use: str) -> str:
    account = entry.lines[line].gl_account.value if line is not None else None
    if account is None or getattr(account, use) != FORBIDDEN:
        return ""
    return words("preview.reason.forbidden", account=account.code)


def _standing(rows: Iterable[CostCenter], on: date, forbidding: str) -> Iterator[Choice]:
    for row in sorted(rows, key=lambda row: row.code):
        ended = row.end_date is not None and row.end_date < on
        reason = words("preview.reason.ended", day=row.end_date) if ended else forbidding
        yield Choice(row.code, row.description, reason)


def _periods(line: int | None, prepared: Prepared, books: Books) -> Iterator[Choice]:  # noqa: ARG001 - the same shape
    journal = prepared.entry.journal.value or ""
    for row in sorted(books.ledger.periods):
        name = words("preview.period_from_to", start=formats.day(row.start), end=formats.day(row.end))
        closed = (journal, row.year, row.period) in books.ledger.closed
        reason = words("preview.reason.closed", journal=journal) if closed else ""
        yield Choice(f"{row.year}/{row.period}", name, reason)


def _conditions(line: int | None, prepared: Prepared, books: Books) -> Iterator[Choice]:  # noqa: ARG001 - the same shape
    for row in sorted(books.ledger.payment_conditions.values(), key=lambda row: row.code):
        yield Choice(row.code, row.description)


_LISTS: dict[Field, Lists] = {
    Field.GL: _accounts,
    Field.VAT: _codes,
    Field.COST_CENTER: _centers,
    Field.COST_UNIT: _units,
    Field.PERIOD: _periods,
    Field.PAYMENT_CONDITION: _conditions,
}
