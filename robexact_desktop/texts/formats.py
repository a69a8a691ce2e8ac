"""Amounts, dates and moments as Belgian bookkeepers write them."""

import datetime as dt
from decimal import Decimal

from robexact_desktop.texts.language import Language

MINUS = "\u2212"
"""A true minus: a hyphen is too short before figures (design: look 4)."""


def amount(value: Decimal, language: Language) -> str:
    """`1.234,56`, in English `1,234.56`. At least two decimals; more are shown, since none may vanish silently."""
    if not value.is_finite():
        return str(value)
    exponent = value.normalize().as_tuple().exponent
    decimals = max(2, -exponent if isinstance(exponent, int) else 2)
    text = f"{abs(value):,.{decimals}f}"
    if language is not Language.EN:
        text = text.translate(str.maketrans(",.", ".,"))
    return f"{MINUS}{text}" if value < 0 else text


def money(value: Decimal, currency: str, language: Language) -> str:
    """The amount with its currency behind it: `1.234,56 EUR`."""
    return f"{amount(value, language)} {currency}"


def day(value: dt.date) -> str:
    """`03/11/2026`, in every language: an English bookkeeper in Belgium reads the day first too."""
    return f"{value:%d/%m/%Y}"


def time_of_day(value: dt.datetime) -> str:
    """`08:54` on this computer's clock; a moment without a zone is taken as it is."""
    return f"{_here(value):%H:%M}"


def second_of_day(value: dt.datetime) -> str:
    """`08:52:31`, where one line follows another within seconds."""
    return f"{_here(value):%H:%M:%S}"


def moment(value: dt.datetime) -> str:
    """`24/11/2026 08:54` on this computer's clock."""
    return f"{_here(value):%d/%m/%Y %H:%M}"


def _here(value: dt.datetime) -> dt.datetime:
    return value if value.tzinfo is None else value.astimezone()
