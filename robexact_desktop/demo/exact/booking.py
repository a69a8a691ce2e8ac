"""Booking an entry, changing it, taking it away: checks, amounts, then entry, lines, ledger and terms."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from robexact_desktop.demo.exact import amounts, ledger, numbering, terms
from robexact_desktop.demo.exact.checks import CHECKS
from robexact_desktop.demo.exact.endpoints import ENDPOINTS, PURCHASES, SALES
from robexact_desktop.demo.exact.errors import PROCESSED, business
from robexact_desktop.demo.exact.proposal import Proposal, propose
from robexact_desktop.demo.exact.sides import SIDES, Side
from robexact_desktop.demo.exact.values import moment
from robexact_desktop.demo.rows import Row

if TYPE_CHECKING:
    from robexact_desktop.demo.exact.state import ExactState

UNDISTURBED: Final = {
    "BatchNumber", "Description", "Document", "DueDate", "ExternalLinkReference", "OrderNumber", "PaymentCondition",
    "PaymentReference", "YourRef",
}  # fmt: skip
"""What a (partly) paid entry still lets change; the rest would rebuild matched terms."""


def create(state: "ExactState", division: int, resource: str, body: Mapping[str, Any]) -> Row:
    side = SIDES[resource]
    header = {name: value for name, value in body.items() if name != side.lines_field}
    return _write(state, division, side, header, list(body.get(side.lines_field) or []), None)


def change(state: "ExactState", division: int, resource: str, entry: Row, patch: Row) -> Row:
    """A PUT: header fields only. The terms are made anew (facts 4.9), the entry and its lines keep their ids."""
    side = SIDES[resource]
    if set(patch) - UNDISTURBED and terms.is_touched(state, division, entry["EntryID"]):
        raise business(PROCESSED)
    header = _body_of(entry, side.entries, "U") | patch
    if side.account_field in patch and "PaymentReference" not in patch:
        header.pop("PaymentReference", None)  # rebuilt for the new relation
    if {"PaymentCondition", "EntryDate", side.account_field} & set(patch) and "DueDate" not in patch:
        header.pop("DueDate", None)
    return _write(state, division, side, header, lines_of(state, division, side, entry["EntryID"]), entry)


def change_lines(state: "ExactState", division: int, side: Side, entry: Row, lines: list[Row]) -> Row | None:
    """Lines added, changed or taken away; without a line left the entry itself goes (ossobv)."""
    if not lines:
        delete(state, division, side.entries, entry)
        return None
    if terms.is_touched(state, division, entry["EntryID"]):
        raise business(PROCESSED)
    header = _body_of(entry, side.entries, "U")
    header.pop("VATAmountFC", None)
    return _write(state, division, side, header, lines, entry)


def delete(state: "ExactState", division: int, resource: str, entry: Row) -> None:
    side = SIDES[resource]
    if entry["Status"] == 50 or terms.is_touched(state, division, entry["EntryID"]):
        raise business(PROCESSED)
    for line in state.find(division, side.lines, "EntryID", entry["EntryID"]):
        state.remove(division, side.lines, line)
    ledger.clear(state, division, entry["EntryID"])
    terms.clear(state, division, entry["EntryID"])
    state.remove(division, resource, entry)


def lines_of(state: "ExactState", division: int, side: Side, entry_id: str) -> list[Row]:
    """The lines as they could be posted again, each with its ID."""
    held = state.find(division, side.lines, "EntryID", entry_id)
    held.sort(key=lambda line: int(line["LineNumber"]))
    return [{**line["_Body"], "ID": line["ID"]} for line in held]


def entries_with_lines(state: "ExactState", division: int, kind: str) -> list[Row]:
    resource = {"sales": SALES, "purchase": PURCHASES}.get(kind, kind)
    lines: dict[str, list[Row]] = {}
    for line in sorted(state.rows(division, SIDES[resource].lines), key=lambda row: int(row["LineNumber"])):
        lines.setdefault(line["EntryID"], []).append(line)
    entries = sorted(state.rows(division, resource), key=lambda entry: (entry["Journal"], entry["EntryNumber"]))
    return [{**entry, "Lines": lines.get(entry["EntryID"], [])} for entry in entries]


def _body_of(entry: Row, resource: str, verb: str) -> Row:
    """What of the entry could be sent: the header values it was last written with."""
    known = ENDPOINTS[resource].properties
    kept = {name: value for name, value in entry["_Body"].items() if verb in known[name].methods}
    return kept | {name: entry[name] for name in ("EntryDate", "EntryNumber", "InvoiceNumber", "PaymentReference")}


def _write(state: "ExactState", division: int, side: Side, header: Row, lines: list[Row], held: Row | None) -> Row:
    entry = propose(state, division, side, header, lines, held)
    if problems := list(dict.fromkeys(problem for check in CHECKS for problem in check(entry))):
        raise business(*problems)
    number = numbering.number_for(entry)
    computed = amounts.entry_amounts(entry)
    row = state.put(division, side.entries, **_entry_row(entry, number, computed))
    line_rows = _put_lines(entry, row, computed)
    ledger.write(entry, row, line_rows, computed)
    terms.write(entry, row)
    return row


def _entry_row(entry: Proposal, number: int, lines: tuple[amounts.LineAmounts, ...]) -> Row:
    rate = entry.rate or Decimal(1)
    total = amounts.total(lines)
    vat = sum((line.vat for line in lines), amounts.ZERO)
    credit = int(total < 0)
    assert entry.account
    assert entry.journal
    assert entry.condition
    assert entry.period
    side, held = entry.side, entry.held or {}
    return {
        **dict.fromkeys(name for name in _body_of_nothing(held) if name not in entry.header),
        **entry.header,
        "EntryID": held.get("EntryID") or str(uuid4()),
        "_Body": entry.header,
        "_Number": numbering.series_key(entry, number),
        "EntryNumber": number,
        "InvoiceNumber": entry.header.get("InvoiceNumber") or (number if side.journal_type == 20 else None),
        "EntryDate": moment(entry.entry_date),
        "DueDate": entry.header.get("DueDate") or moment(terms.due_date(entry)),
        "ReportingYear": entry.period[0],
        "ReportingPeriod": entry.period[1],
        "Currency": entry.currency,
        "Rate": rate,
        "AmountFC": total,
        "AmountDC": amounts.in_own_currency(total, rate),
        "VATAmountFC": vat,
        "VATAmountDC": amounts.in_own_currency(vat, rate),
        "Journal": entry.journal["Code"],
        "JournalDescription": entry.journal.get("Description"),
        f"{side.account_field}Name": entry.account.get("Name"),
        "PaymentCondition": entry.condition["Code"],
        "PaymentConditionDescription": entry.condition.get("Description"),
        "PaymentConditionPaymentMethod": entry.condition.get("PaymentMethod"),
        "PaymentReference": entry.header.get("PaymentReference") or f"{entry.account['Code']}/{number}",
        "Reversal": bool(entry.header.get("Reversal")),
        "Status": 20,
        "StatusDescription": "Open",
        "Type": side.types[credit],
        "TypeDescription": side.type_names[credit],
        **_document_facts(entry),
    }


def _body_of_nothing(held: Row) -> list[str]:
    """Values of an earlier body that the new one does not have: to be emptied."""
    return list(held.get("_Body", ()))


def _document_facts(entry: Proposal) -> Row:
    key = entry.header.get("Document")
    document = entry.state.get(entry.division, "documents/Documents", key) if key else None
    return {"DocumentNumber": (document or {}).get("HID"), "DocumentSubject": (document or {}).get("Subject")}


def _put_lines(entry: Proposal, row: Row, computed: tuple[amounts.LineAmounts, ...]) -> list[Row]:
    for gone in entry.state.find(entry.division, entry.side.lines, "EntryID", row["EntryID"]):
        entry.state.remove(entry.division, entry.side.lines, gone)
    return [
        entry.state.put(entry.division, entry.side.lines, **_line_row(entry, row, at, computed[at]))
        for at in range(len(entry.lines))
    ]


def _line_row(entry: Proposal, row: Row, at: int, amount: amounts.LineAmounts) -> Row:
    line = entry.lines[at]
    gl, vat, rate = line.gl or {}, line.vat or {}, Decimal(row["Rate"])
    body = {name: value for name, value in line.body.items() if name != "ID"}
    return {
        **body,
        "ID": line.body.get("ID") or str(uuid4()),
        "_Body": body,
        "EntryID": row["EntryID"],
        "LineNumber": at + 1,
        "AmountFC": amount.base,
        "AmountDC": amounts.in_own_currency(amount.base, rate),
        "VATAmountFC": amount.vat,
        "VATAmountDC": amounts.in_own_currency(amount.vat, rate),
        "VATBaseAmountFC": amount.base,
        "VATBaseAmountDC": amounts.in_own_currency(amount.base, rate),
        "VATCode": line.vat_code,
        "VATCodeDescription": vat.get("Description"),
        "VATPercentage": amount.percentage if line.vat else None,
        "GLAccountCode": gl.get("Code"),
        "GLAccountDescription": gl.get("Description"),
        "CostCenter": line.cost_center,
        "CostUnit": line.cost_unit,
        "Type": row["Type"],
    }
