"""How values are written on the screen: the forms of texts.formats, plus signs and counts."""

from decimal import Decimal

from robexact_desktop.texts import Language, formats

MINUS = "\u2212"


def amount(value: Decimal, language: Language) -> str:
    """`1.234,56`, a credit with a true minus, so that it is as wide as a digit."""
    return formats.amount(value, language).replace("-", MINUS)


def count(value: int) -> str:
    """`1.204`."""
    return f"{value:,}".replace(",", ".")
