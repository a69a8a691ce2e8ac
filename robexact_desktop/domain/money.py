"""Amounts are Decimal from the text that a service sent to the text that is posted; never float."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
ZERO = Decimal("0.00")


def cents(amount: Decimal) -> Decimal:
    """The amount in whole cents, halves away from zero, as Belgian invoices are rounded."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def total(amounts: Iterable[Decimal]) -> Decimal:
    """The sum, with two decimals also where there is nothing to add."""
    return sum(amounts, ZERO)


def vat_of(net: Decimal, percentage: Decimal) -> Decimal:
    """The VAT on `net`, in cents; `percentage` as people say it (21, not 0.21)."""
    return cents(net * percentage / 100)


def shown(amount: Decimal) -> str:
    """The amount with a point and two decimals: the form of the command line's JSON."""
    return str(cents(amount))
