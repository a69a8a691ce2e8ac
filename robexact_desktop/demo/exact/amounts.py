"""Amounts of an entry: VAT line by line in half-up cents, as Exact computes it (bookkeeping 3.10)."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from robexact_desktop.demo.exact.errors import business
from robexact_desktop.demo.exact.proposal import LineProposal, Proposal
from robexact_desktop.demo.exact.values import cents

ZERO: Final = Decimal("0.00")


@dataclass(frozen=True)
class LineAmounts:
    base: Decimal
    """Excluding VAT."""
    vat: Decimal
    """In the entry's total."""
    reversed_vat: Decimal
    """Due and deducted at once (reverse charge); in the ledger only."""
    cost_of_vat: Decimal
    """The part of the VAT that may not be deducted: it goes to the cost."""
    percentage: Decimal


def line_amounts(line: LineProposal) -> LineAmounts:
    """Type E: on top; I: contained; B and N: none; Charged: none in the total (facts 4.4)."""
    amount = cents(Decimal(line.body["AmountFC"]))
    code = line.vat or {}
    percentage = Decimal(code.get("Percentage") or 0)
    kind = code.get("Type", "N")
    given = line.body.get("VATAmountFC")
    if code.get("Charged"):
        due = cents(Decimal(given)) if given is not None and Decimal(given) else cents(amount * percentage)
        return LineAmounts(amount, ZERO, due, ZERO, percentage)
    if kind == "I":
        vat = cents(Decimal(given)) if given is not None else amount - cents(amount / (1 + percentage))
        return LineAmounts(amount - vat, vat, ZERO, _lost(line, vat), percentage)
    computed = cents(amount * percentage) if kind == "E" else ZERO
    # A given VAT amount is taken as it is: nothing known says that Exact compares it with the computed one.
    vat = cents(Decimal(given)) if given is not None else computed
    return LineAmounts(amount, vat, ZERO, _lost(line, vat), percentage)


def _lost(line: LineProposal, vat: Decimal) -> Decimal:
    """VATNonDeductiblePercentage of the line, else of the G/L account; both fractions."""
    share = line.body.get("VATNonDeductiblePercentage")
    if share is None:
        share = (line.gl or {}).get("VATNonDeductiblePercentage")
    private = line.body.get("PrivateUsePercentage") or 0
    return cents(vat * min(Decimal(share or 0) + Decimal(private), Decimal(1)))


def entry_amounts(entry: Proposal) -> tuple[LineAmounts, ...]:
    """A VAT amount on the header corrects the computed one, on the line with the largest VAT."""
    computed = tuple(line_amounts(line) for line in entry.lines)
    wanted = entry.header.get("VATAmountFC")
    if wanted is None:
        return computed
    difference = cents(Decimal(wanted)) - sum((line.vat for line in computed), ZERO)
    if difference == ZERO:
        return computed
    if any(line.body.get("VATAmountFC") is not None for line in entry.lines):
        text = f"{difference:.2f}".replace(".", ",")
        raise business(f"De boeking is niet in evenwicht. Verschil {text}")
    largest = max(range(len(computed)), key=lambda at: abs(computed[at].vat))
    return tuple(
        replace(line, vat=line.vat + difference) if at == largest else line for at, line in enumerate(computed)
    )


def total(lines: tuple[LineAmounts, ...]) -> Decimal:
    return sum((line.base + line.vat for line in lines), ZERO)


def in_own_currency(amount: Decimal, rate: Decimal) -> Decimal:
    return cents(amount * rate)
