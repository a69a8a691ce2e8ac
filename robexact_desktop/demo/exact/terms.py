"""Payment terms: what is open of an entry, what is paid, and what a payment or its undoing changes.

One resource keeps them (sync/Cashflow/PaymentTerms); Receivables, Payments and the open lists show parts of it.
"""

import calendar
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from robexact_desktop.demo.exact import ledger
from robexact_desktop.demo.exact.amounts import in_own_currency
from robexact_desktop.demo.exact.endpoints import LEDGER, TERMS
from robexact_desktop.demo.exact.proposal import Proposal
from robexact_desktop.demo.exact.values import moment
from robexact_desktop.demo.rows import Row

if TYPE_CHECKING:
    from robexact_desktop.demo.exact.state import ExactState

OPEN: Final = 20
MATCHED: Final = 50
DELETED_TERM: Final = 10


def due_date(entry: Proposal) -> date:
    """End of months first, then days (official example); 1 month's end is taken as that of the entry's month."""
    condition = entry.condition or {}
    start = entry.entry_date
    if months := int(condition.get("PaymentEndOfMonths") or 0):
        start = _end_of_month(start, months - 1)
    return start + timedelta(days=int(condition.get("PaymentDays") or 0))


def _end_of_month(start: date, later: int) -> date:
    years, month = divmod(start.month - 1 + later, 12)
    year = start.year + years
    return date(year, month + 1, calendar.monthrange(year, month + 1)[1])


def write(entry: Proposal, row: Row) -> None:
    """The term of a new or changed entry. A change makes it anew, with new ids (seen live, facts 4.9)."""
    if is_touched(entry.state, entry.division, row["EntryID"]):
        _retouch(entry, row)
        return
    clear(entry.state, entry.division, row["EntryID"])
    amount = Decimal(row["AmountFC"])
    if amount:
        facts = _facts(entry, row)
        entry.state.put(entry.division, TERMS, **facts, **_open(entry.state, -entry.side.debit * amount, row["Rate"]))


def _retouch(entry: Proposal, row: Row) -> None:
    """Of (partly) paid terms only the texts follow the entry."""
    changed = {name: row.get(name) for name in ("YourRef", "Description", "PaymentReference", "PaymentCondition")}
    for term in of_entry(entry.state, entry.division, row["EntryID"]):
        method = (entry.condition or {}).get("PaymentMethod")
        due = {"DueDate": row["DueDate"], "PaymentMethod": method} if term["Status"] == OPEN else {}
        entry.state.put(entry.division, TERMS, ID=term["ID"], **changed, **due)


def clear(state: "ExactState", division: int, entry_id: str) -> None:
    for term in of_entry(state, division, entry_id):
        state.remove(division, TERMS, term, DELETED_TERM)


def of_entry(state: "ExactState", division: int, entry_id: str) -> list[Row]:
    return sorted(state.find(division, TERMS, "TransactionEntryID", entry_id), key=lambda term: int(term["Timestamp"]))


def is_touched(state: "ExactState", division: int, entry_id: str) -> bool:
    return any(term["Status"] != OPEN for term in of_entry(state, division, entry_id))


def pay(state: "ExactState", division: int, entry_id: str, amount: Decimal, on: date) -> None:
    """Matches open terms in turn, splitting the one that is paid in part; what is left over stays open.

    The rest of an overpayment is shown as an open term of the opposite sign on the same entry. Unproven: in
    Exact it belongs to the bank line, and how that line names the invoice was not found.
    """
    held = of_entry(state, division, entry_id)
    if not held:
        raise ValueError(f"no terms for entry {entry_id}")
    sign = -1 if held[0]["LineType"] == 20 else 1
    rest = amount
    for term in [term for term in held if term["Status"] == OPEN]:
        rest -= _match(state, division, term, sign, rest, on)
    if rest:
        excess = {**_copy_of(held[0]), **_open(state, -sign * rest, held[0]["RateFC"])}
        state.put(division, TERMS, **excess)
    still_open = [term for term in of_entry(state, division, entry_id) if term["Status"] == OPEN]
    ledger.mark_matched(state, division, entry_id, None if still_open else str(uuid4()))


def _match(state: "ExactState", division: int, term: Row, sign: int, rest: Decimal, on: date) -> Decimal:
    """How much of the rest this term took, in the sign of the entry's total."""
    open_amount = Decimal(term["AmountFC"]) * sign
    if not rest or (rest > 0) != (open_amount > 0):
        return Decimal(0)
    taken = rest if abs(rest) < abs(open_amount) else open_amount
    matched = _amounts(sign * taken, term["RateFC"]) | _matched(on)
    if taken == open_amount:
        state.put(division, TERMS, ID=term["ID"], **matched)
    else:
        state.put(division, TERMS, **{**_copy_of(term), **matched})
        state.put(division, TERMS, ID=term["ID"], **_amounts(sign * (open_amount - taken), term["RateFC"]))
    return taken


def unmatch(state: "ExactState", division: int, entry_id: str) -> None:
    """The terms become one open term again; it keeps the first one's id, the others are gone."""
    first, *others = of_entry(state, division, entry_id)
    sign = -1 if first["LineType"] == 20 else 1
    for term in others:
        state.remove(division, TERMS, term, DELETED_TERM)
    amount = sign * Decimal(first["TransactionAmountFC"])
    state.put(division, TERMS, ID=first["ID"], **_open(state, amount, first["RateFC"]))
    ledger.mark_matched(state, division, entry_id, None)


def _open(state: "ExactState", amount: Decimal, rate: str) -> Row:
    return {
        **_amounts(amount, rate),
        "_HID": state.store.counter(f"{state.name} payment term"),
        "Status": OPEN,
        "IsFullyPaid": False,
        "LastPaymentDate": None,
        "EndDate": None,
    }


def _matched(on: date) -> Row:
    return {"Status": MATCHED, "IsFullyPaid": True, "LastPaymentDate": moment(on), "EndDate": moment(on)}


def _amounts(amount: Decimal, rate: str) -> Row:
    """Negative for a customer's open debt (facts 4.12), positive for our own; the latter is unproven."""
    return {"AmountFC": amount, "AmountDC": in_own_currency(amount, Decimal(rate))}


def _copy_of(term: Row) -> Row:
    """A further part of the same set: new ID, same EntryID."""
    return {name: value for name, value in term.items() if name not in {"ID", "Timestamp", "Created", "Modified"}}


def _facts(entry: Proposal, row: Row) -> Row:
    account, journal, condition = entry.account or {}, entry.journal or {}, entry.condition or {}
    copied = (
        "Currency", "Description", "DueDate", "EntryNumber", "InvoiceNumber", "Journal", "JournalDescription",
        "OrderNumber", "PaymentCondition", "PaymentConditionDescription", "PaymentReference", "YourRef",
    )  # fmt: skip
    lines = entry.state.find(entry.division, LEDGER, "EntryID", row["EntryID"])
    head = next(line for line in lines if line["LineNumber"] == 0)
    return {
        **{name: row.get(name) for name in copied},
        "Account": account.get("ID"),
        "AccountCode": account.get("Code"),
        "AccountCountry": account.get("Country"),
        "AccountName": account.get("Name"),
        "EntryDate": row["EntryDate"],
        "EntryID": str(uuid4()),
        "GLAccount": journal.get("GLAccount"),
        "GLAccountCode": head.get("GLAccountCode"),
        "InvoiceDate": row["EntryDate"],
        "LineType": entry.side.line_type,
        "PaymentDays": condition.get("PaymentDays"),
        "PaymentMethod": condition.get("PaymentMethod"),
        "RateFC": row["Rate"],
        "Source": 1,
        "TransactionAmountDC": row["AmountDC"],
        "TransactionAmountFC": row["AmountFC"],
        "TransactionDueDate": row["DueDate"],
        "TransactionEntryID": row["EntryID"],
        "TransactionID": head["ID"],
        "TransactionIsReversal": False,
        "TransactionReportingPeriod": row["ReportingPeriod"],
        "TransactionReportingYear": row["ReportingYear"],
        "TransactionStatus": row["Status"],
        "TransactionType": row["Type"],
    }
