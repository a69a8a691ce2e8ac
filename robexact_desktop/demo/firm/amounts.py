"""The arithmetic of an invoice: a line, its totals, VAT per rate or per line. Decimal throughout, halves up."""

from decimal import ROUND_HALF_UP, Decimal

from robexact_desktop.demo.firm.vat import RATES
from robexact_desktop.demo.rows import Row

CENT = Decimal("0.01")
ZERO = Decimal("0.00")


def cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)


def line_total(quantity: Decimal, price: Decimal, discount: Decimal) -> Decimal:
    return cents(quantity * price * (100 - discount) / 100)


def net_of(lines: list[Row]) -> Decimal:
    return sum((line["totalExclVat"] for line in lines if line["type"] == "LINE"), ZERO)


def bases(lines: list[Row]) -> dict[str, Decimal]:
    """Tariff -> base."""
    found: dict[str, Decimal] = {}
    for line in lines:
        if line["type"] == "LINE":
            found[line["vatTariffId"]] = found.get(line["vatTariffId"], ZERO) + line["totalExclVat"]
    return found


def vat_per_rate(lines: list[Row]) -> Decimal:
    return sum((vat_on(base, tariff) for tariff, base in bases(lines).items()), ZERO)


def vat_per_line(lines: list[Row]) -> Decimal:
    amounts = (vat_on(line["totalExclVat"], line["vatTariffId"]) for line in lines if line["type"] == "LINE")
    return sum(amounts, ZERO)


def vat_on(base: Decimal, tariff: str) -> Decimal:
    return cents(base * RATES[tariff] / 100)


def spread(lines: list[Row], vat: Decimal) -> list[Decimal]:
    """The VAT of each line so that they add up to the invoice's: the rest goes to the largest line that bears VAT."""
    shares = [vat_on(line["totalExclVat"], line["vatTariffId"]) for line in lines]
    rest = vat - sum(shares, ZERO)
    if rest:
        largest = max(range(len(lines)), key=lambda at: abs(shares[at]))
        shares[largest] += rest
    return shares
