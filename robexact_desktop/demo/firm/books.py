"""The frame of an administration: book years, journals, payment conditions, currencies, document types."""

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from robexact_desktop.demo.exact import ExactState
from robexact_desktop.demo.firm.ground import guid
from robexact_desktop.demo.robaws import RobawsState

SALES, SALES_CREDIT, BRANCH_SALES, BLOCKED_SALES = "70", "71", "72", "73"
PURCHASES, PURCHASE_CREDIT = "60", "61"
UNKNOWN_JOURNAL = "79"

JOURNALS: tuple[tuple[str, str, int, str, dict[str, Any]], ...] = (
    (SALES, "Verkoop", 20, "400000", {}),
    (SALES_CREDIT, "Verkoop creditnota's", 20, "400000", {}),
    (BRANCH_SALES, "Verkoop regie", 20, "400000", {}),
    (BLOCKED_SALES, "Verkoop tot 2023", 20, "400000", {"IsBlocked": True}),
    ("75", "Verkoop retouren", 21, "400000", {}),
    (PURCHASES, "Aankoop", 22, "440000", {}),
    (PURCHASE_CREDIT, "Aankoop creditnota's", 22, "440000", {}),
    ("65", "Aankoop retouren", 23, "440000", {}),
    ("20", "Bank", 12, "550000", {}),
    ("25", "Betaalkaarten", 16, "560000", {}),
    ("30", "Kas", 10, "570000", {}),
    ("90", "Diverse verrichtingen", 90, "499000", {"AllowVAT": True}),
)
ROBAWS_JOURNALS = {
    "1": ("Verkoopfacturen", None),
    "2": ("Verkoop creditnota's", SALES_CREDIT),
    "3": ("Regiewerken", BRANCH_SALES),
    "4": ("Aankoopfacturen", None),
    "5": ("Aankoop creditnota's", PURCHASE_CREDIT),
    "6": ("Werf Noord", "WN"),
    "7": ("Zonnepanelen", UNKNOWN_JOURNAL),
    "8": ("Verkoop tot 2023", BLOCKED_SALES),
    "9": ("Doorrekeningen", PURCHASES),
}
JOURNAL_CODES = {"WN": BRANCH_SALES}

CONDITIONS: tuple[tuple[str, str, str, int, int], ...] = (
    ("00", "Contant bij ontvangst", "B", 0, 0),
    ("08", "8 dagen", "B", 8, 0),
    ("14", "14 dagen", "B", 14, 0),
    ("30", "30 dagen", "B", 30, 0),
    ("60", "60 dagen", "B", 60, 0),
    ("3E", "30 dagen einde maand", "B", 30, 1),
    ("DO", "Domiciliëring", "I", 30, 0),
    ("AU", "Wacht op goedkeuring", "K", 30, 0),
)
ROBAWS_CONDITIONS = {
    "1": ("Contant", 0, "00"),
    "2": ("8 dagen", 8, "08"),
    "3": ("14 dagen", 14, "14"),
    "4": ("30 dagen", 30, "30"),
    "5": ("60 dagen", 60, "60"),
    "6": ("Domiciliëring", 30, "DO"),
    "7": ("45 dagen", 45, None),
}
CURRENCIES = (("EUR", "Euro", None), ("USD", "Amerikaanse dollar", "0.86"), ("GBP", "Brits pond", "1.15"))
DOCUMENT_TYPES = (
    (10, "Verkoopfactuur", 10),
    (20, "Aankoopfactuur", 20),
    (40, "Bankafschrift", 40),
    (55, "Bijlage", 55),
)


def plant_frame(exact: ExactState, division: int, gl_guids: dict[str, str], today: date) -> None:
    for code, name, kind, gl_code, extra in JOURNALS:
        account = {"GLAccount": gl_guids[gl_code], "GLAccountCode": gl_code}
        _journal(exact, division, code, name, Type=kind, **account, **extra)
    for code, name, method, days, months in CONDITIONS:
        _condition(exact, division, code, name, PaymentMethod=method, PaymentDays=days, PaymentEndOfMonths=months)
    discount = {"DiscountPercentage": Decimal("0.02"), "DiscountPaymentDays": 8}
    _condition(exact, division, "2K", "30 dagen, 2 % contant", PaymentMethod="B", PaymentDays=30, **discount)
    for code, name, rate in CURRENCIES:
        exact.put(division, "general/Currencies", Code=code, Description=name, AmountPrecision=Decimal("0.01"))
        if rate:
            facts = {"SourceCurrency": code, "TargetCurrency": "EUR", "Rate": Decimal(rate)}
            key = guid(division, "rate", code)
            exact.put(division, "financial/ExchangeRates", ID=key, StartDate=date(today.year - 3, 1, 1), **facts)
    for number, name, category in DOCUMENT_TYPES:
        rights = {"DocumentIsCreatable": number != 40, "DocumentIsViewable": True, "DocumentIsUpdatable": True}
        exact.put(division, "documents/DocumentTypes", ID=number, Description=name, TypeCategory=category, **rights)


def _journal(exact: ExactState, division: int, code: str, name: str, **facts: Any) -> None:
    defaults = {"Currency": "EUR", "AllowVariableCurrency": True, "IsBlocked": False}
    key = guid(division, "journal", code)
    exact.put(division, "financial/Journals", ID=key, Code=code, Description=name, **{**defaults, **facts})


def _condition(exact: ExactState, division: int, code: str, name: str, **terms: Any) -> None:
    key = guid(division, "condition", code)
    exact.put(division, "cashflow/PaymentConditions", ID=key, Code=code, Description=name, Percentage=1, **terms)


def plant_periods(exact: ExactState, division: int, today: date, first_month: int) -> list[tuple[int, int, date]]:
    """Five book years; (year, period, last day). A broken book year bears the year in which it starts."""
    periods = []
    for year in range(today.year - 3, today.year + 2):
        for period in range(1, 13):
            start = date(year + (first_month + period - 2) // 12, (first_month + period - 2) % 12 + 1, 1)
            end = start.replace(day=monthrange(start.year, start.month)[1])
            facts = {"FinYear": year, "FinPeriod": period, "StartDate": start, "EndDate": end}
            exact.put(division, "financial/FinancialPeriods", ID=guid(division, "period", year, period), **facts)
            periods.append((year, period, end))
    return periods


def close_periods(exact: ExactState, division: int, periods: list[tuple[int, int, date]], oldest_open: date) -> None:
    for year, period, end in periods:
        if end < oldest_open:
            for code, *_ in JOURNALS:
                exact.close_period(division, code, year, period)


def due_date(of: date, condition_id: str) -> date:
    return of + timedelta(days=ROBAWS_CONDITIONS[condition_id][1])


def plant_lists_in_robaws(robaws: RobawsState, stamp: str) -> None:
    for key, (name, code) in ROBAWS_JOURNALS.items():
        robaws.put("journals", id=key, name=name, code=code, updatedAt=stamp)
    for key, (name, days, _) in ROBAWS_CONDITIONS.items():
        robaws.put("payment-conditions", id=key, name=name, days=days, updatedAt=stamp)
