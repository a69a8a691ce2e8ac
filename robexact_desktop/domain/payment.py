"""Whether an invoice is paid, from the terms that Exact keeps of it (product.md P1; facts: exact-online 4.12)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from robexact_desktop.domain.money import ZERO, total
from robexact_desktop.domain.names import EntryId

MATCHED = 50
"""`Status` of a term that is matched ("afgepunt")."""


class PaymentStatus(StrEnum):
    OPEN = "open"
    PARTIAL = "partial"
    PAID = "paid"
    OVERPAID = "overpaid"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class PaymentTerm:
    """A part of an invoice that is due; terms can split, so that an invoice has several.

    `amount` is positive while money is due.
    """

    id: str
    entry: EntryId
    amount: Decimal
    is_paid: bool


@dataclass(frozen=True, slots=True)
class Payment:
    status: PaymentStatus
    open_amount: Decimal


def payment(terms: Sequence[PaymentTerm], invoiced: Decimal, *, was_paid: bool) -> Payment:
    """Paid is: every term of the entry is matched. What was paid and is no longer shows as reopened.

    `invoiced` is the invoice's total, as a size. Where Exact has shown no term yet the whole invoice is open.
    """
    if terms and all(term.is_paid for term in terms):
        return Payment(PaymentStatus.PAID, ZERO)
    turned = -1 if total(term.amount for term in terms) < 0 else 1  # a credit note is due to the customer
    remaining = turned * total(term.amount for term in terms if not term.is_paid) if terms else abs(invoiced)
    if remaining < 0:
        return Payment(PaymentStatus.OVERPAID, ZERO)
    if was_paid:
        return Payment(PaymentStatus.REOPENED, remaining)
    partly = remaining < abs(invoiced)
    return Payment(PaymentStatus.PARTIAL if partly else PaymentStatus.OPEN, remaining)
