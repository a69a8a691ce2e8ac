"""The boxes of the Belgian return that a VAT code of Exact feeds, where its facts leave no doubt (bookkeeping 3.4).

0 % is many codes with many boxes, and reverse charge too: Exact does not tell which, so nothing is said of them.
"""

from collections.abc import Mapping
from decimal import Decimal

from robexact_desktop.domain.ledger import VATCode
from robexact_desktop.domain.names import Kind

BELGIUM = "BE"
DUE, DUE_ON_CREDIT_NOTES, DEDUCTIBLE = "54", "64", "59"
SOLD: Mapping[Decimal, str] = {Decimal(6): "01", Decimal(12): "02", Decimal(21): "03"}
"""Base of a domestic sale by its rate."""

CREDITED = "49"
BOUGHT = "81–83"  # noqa: RUF001 - goods, services or investments: the account decides
"""Base of a domestic purchase."""


def boxes(code: VATCode, side: Kind, country: str) -> tuple[str, ...]:
    """Base and VAT of an invoice; empty where it cannot be told. `country` is that of the administration."""
    if not _is_domestic(code, side, country):
        return ()
    return (SOLD[code.percentage], DUE) if side is Kind.SALES else (BOUGHT, DEDUCTIBLE)


def credit_boxes(code: VATCode, side: Kind, country: str) -> tuple[str, ...]:
    """Those of a credit note on a sale; that of a purchase depends on more than its code."""
    if side is Kind.PURCHASE or not _is_domestic(code, side, country):
        return ()
    return (CREDITED, DUE_ON_CREDIT_NOTES)


def _is_domestic(code: VATCode, side: Kind, country: str) -> bool:
    plain = code.type in ("E", "I") and not code.charged and code.country in ("", BELGIUM)
    return country == BELGIUM and plain and code.serves(side) and code.percentage in SOLD
