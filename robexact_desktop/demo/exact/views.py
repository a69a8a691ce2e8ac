"""Which rows an endpoint shows; some show no rows of their own but a view of others."""

from datetime import UTC
from decimal import Decimal
from typing import TYPE_CHECKING

from robexact_desktop.demo.exact import periods, terms
from robexact_desktop.demo.exact.endpoints import LINE_TYPE, Endpoint
from robexact_desktop.demo.exact.values import dutch_time
from robexact_desktop.demo.rows import Row

if TYPE_CHECKING:
    from robexact_desktop.demo.exact.state import ExactState


TERMS_OF = {
    "read/financial/ReceivablesList": "cashflow/Receivables",
    "read/financial/PayablesList": "cashflow/Payments",
}


def rows_of(state: "ExactState", division: int, endpoint: Endpoint, granted: list[int]) -> list[Row]:
    if endpoint.path == "read/financial/JournalStatusList":
        return periods.status_list(state, division)
    if endpoint.path in TERMS_OF:
        return [_open_item(term) for term in state.rows(division, TERMS_OF[endpoint.path]) if _is_open(term)]
    if endpoint.base == "system/Divisions":
        return [row | {"Current": row["Code"] == division} for row in state.divisions() if row["Code"] in granted]
    return state.rows(division, endpoint.path)


def _is_open(term: Row) -> bool:
    return bool(term["Status"] != terms.MATCHED)


def _open_item(term: Row) -> Row:
    """Positive for an open debt; one row per term; HID is not stable (facts 4.9, 4.12)."""
    sign = -1 if term["LineType"] == LINE_TYPE["read/financial/ReceivablesList"] else 1
    return {
        "HID": term["_HID"],
        "AccountCode": term["AccountCode"],
        "AccountId": term["Account"],
        "AccountName": term["AccountName"],
        "Amount": Decimal(term["AmountFC"]) * sign,
        "AmountInTransit": 0,
        "CurrencyCode": term["Currency"],
        "Description": term.get("Description"),
        "DueDate": term["DueDate"],
        "EntryNumber": term["EntryNumber"],
        "InvoiceDate": term["InvoiceDate"],
        "InvoiceNumber": term["InvoiceNumber"],
        "JournalCode": term["Journal"],
        "JournalDescription": term.get("JournalDescription"),
        "YourRef": term.get("YourRef"),
    }


def me(state: "ExactState", user_id: str, name: str, email: str, country: str, current: int) -> Row:
    """The user. CurrentDivision is the one last open, granted or not (picqer #470)."""
    now = dutch_time(state.clock())
    offset = now - state.clock().astimezone(UTC).replace(tzinfo=None)
    first, _, last = name.partition(" ")
    return {
        "UserID": user_id,
        "CurrentDivision": current,
        "AccountingDivision": current,
        "FullName": name,
        "FirstName": first,
        "LastName": last,
        "UserName": email,
        "Email": email,
        "Language": f"NL-{country}",
        "LanguageCode": f"nl-{country}",
        "Legislation": 1 if country == "NL" else 2,
        "ServerTime": now.isoformat(timespec="milliseconds"),
        "ServerUtcOffset": int(offset.total_seconds()),
    }
