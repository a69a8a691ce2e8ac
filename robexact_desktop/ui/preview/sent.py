"""What was sent, read back from the frozen body: a booked invoice shows this, whatever the rules say today."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from robexact_desktop.domain.booking import Books
from robexact_desktop.domain.ledger import GLAccount
from robexact_desktop.domain.money import ZERO
from robexact_desktop.domain.names import Kind
from robexact_desktop.domain.status import InvoiceState
from robexact_desktop.services.ports import Payloads
from robexact_desktop.services.prepare_entries import Prepared
from robexact_desktop.ui.preview.booking import (
    BookingRow,
    RowKind,
    Why,
    counter_row,
    sides,
    total_row,
    vat_row,
    vat_words,
)
from robexact_desktop.ui.words import words

LEFT = frozenset(
    {InvoiceState.QUEUED, InvoiceState.SENDING, InvoiceState.UNKNOWN, InvoiceState.BOOKED, InvoiceState.DONE}
)
"""States in which the body is frozen. A refused one is decided anew before it goes again."""

Body = Mapping[str, Any]


def sent_body(prepared: Prepared, payloads: Payloads) -> Body | None:
    """The body as it was posted, or will be; None where nothing is frozen."""
    operation = prepared.operation
    if operation is None or prepared.state not in LEFT:
        return None
    return payloads.decode(operation.payload)


def sent_lines(body: Body, kind: Kind) -> list[Body]:
    return list(body["SalesEntryLines" if kind is Kind.SALES else "PurchaseEntryLines"])


def sent_rows(prepared: Prepared, body: Body, books: Books) -> tuple[BookingRow, ...]:
    """The same rows as before sending, from the body."""
    kind = prepared.invoice.kind
    side = -1 if kind is Kind.SALES else 1
    accounts = {account.id: account for account in books.ledger.gl_accounts.values()}
    lines = sent_lines(body, kind)
    rows = [_line(index, line, side, accounts, books) for index, line in enumerate(lines)]
    rows += _vat(lines, side, books)
    debit, credit = sides(rows)
    rows.insert(0, counter_row(kind, credit - debit, str(body.get("Journal") or ""), books))
    booked = prepared.state in (InvoiceState.BOOKED, InvoiceState.DONE)
    return (*rows, total_row(rows, "equal", words("preview.balance.booked" if booked else "preview.balance.frozen")))


def _line(index: int, line: Body, side: int, accounts: Mapping[str, GLAccount], books: Books) -> BookingRow:
    account = accounts.get(str(line.get("GLAccount")))
    code = books.ledger.vat_codes.get(str(line.get("VATCode") or "").strip())
    title = f"{account.code} {account.description}" if account else words("preview.account_gone")
    told = [str(line.get("Description") or "")]
    told += [str(line[key]) for key in ("CostCenter", "CostUnit") if line.get(key)]
    return BookingRow(
        RowKind.LINE,
        title,
        side * Decimal(line["AmountFC"]),
        vat_words(code) if code else str(line.get("VATCode") or ""),
        (Why(" · ".join(part for part in told if part)),),
        index,
        told[0],
    )


def _vat(lines: list[Body], side: int, books: Books) -> list[BookingRow]:
    per_code: dict[str, Decimal] = {}
    for line in lines:
        code = str(line.get("VATCode") or "").strip()
        per_code[code] = per_code.get(code, ZERO) + Decimal(line.get("VATAmountFC") or ZERO)
    rows = (vat_row(books.ledger.vat_codes.get(code), side * vat) for code, vat in per_code.items())
    return [row for row in rows if row is not None]
