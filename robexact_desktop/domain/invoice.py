"""An invoice or credit note as Robaws holds it. Amounts are positive on credit notes too; `book()` turns the sign."""

import datetime as dt
import hashlib
from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum

from robexact_desktop.domain.money import ZERO, cents
from robexact_desktop.domain.names import InvoiceId, Kind, RelationId


class InvoiceType(StrEnum):
    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"


@dataclass(frozen=True, slots=True)
class Project:
    """A Robaws project or activity on a line; becomes a cost center or a cost unit."""

    id: str
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    """A line that carries an amount (TEXT lines are left out at the border).

    `net` excludes VAT, after discounts, unrounded: Robaws may give more than two decimals.
    `percentage` is that of the Robaws tariff (21), None where the line names no tariff.
    """

    id: str
    description: str
    net: Decimal
    vat_tariff: str | None
    percentage: Decimal | None
    gl_account: str | None = None  # code
    article: str | None = None
    project: Project | None = None
    activity: Project | None = None


@dataclass(frozen=True, slots=True)
class Invoice:
    """`number` is the invoice number as printed: ours on a sale, the supplier's on a purchase; None on a draft.

    `own_number` is Robaws' number of a purchase (`logicId`); the same as `number` on a sale.
    """

    id: InvoiceId
    kind: Kind
    type: InvoiceType
    number: str | None
    own_number: str | None
    date: dt.date
    relation: RelationId | None
    relation_name: str
    total_excl: Decimal | None
    total_incl: Decimal | None
    lines: tuple[InvoiceLine, ...]
    due_date: dt.date | None = None
    booking_date: dt.date | None = None
    journal_code: str | None = None  # the code of the Robaws journal, None where it has none
    journal_name: str | None = None
    company: str | None = None
    payment_condition: str | None = None  # Robaws id
    payment_reference: str | None = None
    currency: str | None = None
    document: str | None = None  # Robaws id
    definitive: bool = True  # Robaws `booked`: False on a draft
    sent_to_accountant: bool = False
    status: str = ""
    paid_total: Decimal | None = None
    updated_at: str = ""

    @property
    def is_draft(self) -> bool:
        return not self.definitive or self.number is None or self.total_incl is None or self.total_excl is None

    @property
    def sign(self) -> int:
        """-1 on a credit note: Exact derives the credit type from negative amounts (facts: exact-online 4.8)."""
        return -1 if self.type is InvoiceType.CREDIT_NOTE else 1

    @property
    def vat_total(self) -> Decimal:
        """What the printed totals say, in cents, also where Robaws gives more decimals."""
        return cents(self.total_incl or ZERO) - cents(self.total_excl or ZERO)


INCIDENTAL = {"updated_at", "status", "paid_total", "relation_name", "sent_to_accountant"}
"""What may change in Robaws without changing what is booked; `sent_to_accountant` is judged by itself."""


def what_changed(before: Invoice, after: Invoice) -> tuple[str, ...]:
    """The fields that decide the booking and differ between two readings of one invoice (S5b)."""
    return tuple(
        field.name
        for field in fields(Invoice)
        if field.name not in INCIDENTAL and getattr(before, field.name) != getattr(after, field.name)
    )


def fingerprint(invoice: Invoice) -> str:
    """A hash over what decides the booking: a value by hand holds only while this stays the same (M9)."""
    decisive = [(field.name, getattr(invoice, field.name)) for field in fields(Invoice) if field.name not in INCIDENTAL]
    return hashlib.sha256(repr(decisive).encode()).hexdigest()
