"""The settings with which the demo's environments begin, in the shape of the settings file."""

from datetime import date
from typing import Any

from robexact_desktop.demo.firm import books, chart, vat
from robexact_desktop.demo.firm.ground import MAIN, SECOND, Ground
from robexact_desktop.demo.firm.sites import RENAMED_PROJECT, project_id

PAID, SENT_SALES, SENT_PURCHASE = "betaald", "verstuurd", "geboekt"


def main_settings(ground: Ground, book_from: date) -> dict[str, Any]:
    return {
        "environment": "Bouwwerken Peeters",
        "role": "PRIMARY",
        "active": True,
        "robaws": {"paid_status": PAID, "sent_status_sales": SENT_SALES, "sent_status_purchase": SENT_PURCHASE},
        "exact": {"country": "BE", "division": MAIN},
        "booking": _booking(book_from),
        "cost_centers": {project_id(ground, RENAMED_PROJECT): "W12"},
        **_mappings(),
    }


def second_settings(book_from: date) -> dict[str, Any]:
    """The book year starts six months late, so the offset is minus six; cost centers are not used there."""
    booking = _booking(book_from) | {"period_offset_months": -6, "use_cost_centers": False}
    return {
        "environment": "Peeters Vastgoed",
        "role": "SECONDARY",
        "primary": "Bouwwerken Peeters",
        "active": False,
        "robaws": {"paid_status": PAID, "sent_status_sales": SENT_SALES, "sent_status_purchase": SENT_PURCHASE},
        "exact": {"country": "BE", "division": SECOND},
        "booking": booking,
        **_mappings(),
    }


def _booking(book_from: date) -> dict[str, Any]:
    return {
        "sales_journal": books.SALES,
        "purchase_journal": books.PURCHASES,
        "sales_credit_journal": books.SALES_CREDIT,
        "purchase_credit_journal": books.PURCHASE_CREDIT,
        "sales_gl_account": chart.DEFAULT_SALES,
        "purchase_gl_account": chart.DEFAULT_PURCHASE,
        "book_from": book_from.isoformat(),
        "use_cost_centers": True,
        "create_relations": "always",
        "holding_payment_condition": "AU",
    }


def _mappings() -> dict[str, Any]:
    return {
        "journals": dict(books.JOURNAL_CODES),
        "payment_conditions": {key: code for key, (_, _, code) in books.ROBAWS_CONDITIONS.items() if code},
        "vat": {"sales": dict(vat.SALES_CODES), "purchase": dict(vat.PURCHASE_CODES)},
    }
