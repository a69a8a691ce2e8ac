"""The ledger lines behind an entry: 0 the relation's account, 1.. the lines, 9999 the VAT per code. They balance."""

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from robexact_desktop.demo.exact.amounts import ZERO, LineAmounts, in_own_currency
from robexact_desktop.demo.exact.endpoints import LEDGER
from robexact_desktop.demo.exact.proposal import Proposal
from robexact_desktop.demo.rows import Row

if TYPE_CHECKING:
    from robexact_desktop.demo.exact.state import ExactState

VAT_LINE: Final = 9999
DELETED_LEDGER_LINE: Final = 1


def write(entry: Proposal, row: Row, lines: list[Row], computed: tuple[LineAmounts, ...]) -> None:
    """A changed entry keeps the ids of its lines: TransactionID was seen unchanged (facts 4.9)."""
    held = _ids_by_number(entry.state, entry.division, row["EntryID"])
    for line in _in_own_currency(_all_lines(entry, row, lines, computed), Decimal(row["Rate"])):
        ids = held.get(line["LineNumber"])
        own = {"ID": ids.pop(0)} if ids else {}
        entry.state.put(entry.division, LEDGER, **{**_common(entry, row), **line, **own})
    for left in (left for ids in held.values() for left in ids):
        entry.state.remove(entry.division, LEDGER, {"ID": left}, DELETED_LEDGER_LINE)


def _in_own_currency(lines: list[Row], rate: Decimal) -> list[Row]:
    """Cents lost in converting line by line go to the first line, so that the entry balances."""
    converted = [line | {"AmountDC": in_own_currency(line["AmountFC"], rate)} for line in lines]
    converted[1]["AmountDC"] -= sum(line["AmountDC"] for line in converted)
    return converted


def _ids_by_number(state: "ExactState", division: int, entry_id: str) -> dict[int, list[str]]:
    ids: dict[int, list[str]] = {}
    for line in state.find(division, LEDGER, "EntryID", entry_id):
        ids.setdefault(line["LineNumber"], []).append(line["ID"])
    return ids


def clear(state: "ExactState", division: int, entry_id: str) -> None:
    for line in state.find(division, LEDGER, "EntryID", entry_id):
        state.remove(division, LEDGER, line, DELETED_LEDGER_LINE)


def mark_matched(state: "ExactState", division: int, entry_id: str, offset: str | None) -> None:
    """The relation's line carries an OffsetID while it is matched (iwebdev)."""
    for line in state.find(division, LEDGER, "EntryID", entry_id):
        if line["LineNumber"] == 0:
            state.put(division, LEDGER, ID=line["ID"], OffsetID=offset)


def _all_lines(entry: Proposal, row: Row, lines: list[Row], computed: tuple[LineAmounts, ...]) -> list[Row]:
    made = [_relation_line(entry, row)]
    made += [_own_line(entry, line, amount) for line, amount in zip(lines, computed, strict=True)]
    made += _vat_lines(entry, computed)
    return made


def _relation_line(entry: Proposal, row: Row) -> Row:
    assert entry.journal
    account = entry.state.get(entry.division, "financial/GLAccounts", str(entry.journal.get("GLAccount")))
    amount = Decimal(row["AmountFC"]) * entry.side.debit
    return {"LineNumber": 0, "AmountFC": amount, **_gl_facts(account)}


def _own_line(entry: Proposal, line: Row, amount: LineAmounts) -> Row:
    """Sales credit their revenue account; VAT that may not be deducted goes to the cost."""
    copied = ("VATCode", "VATCodeDescription", "VATPercentage", "CostCenter", "CostUnit", "Project", "Quantity")
    return {
        "LineNumber": line["LineNumber"],
        "AmountFC": -entry.side.debit * (amount.base + amount.cost_of_vat),
        "AmountVATFC": -entry.side.debit * amount.vat,
        "AmountVATBaseFC": -entry.side.debit * amount.base,
        "GLAccount": line["GLAccount"],
        "GLAccountCode": line["GLAccountCode"],
        "GLAccountDescription": line["GLAccountDescription"],
        **{name: line.get(name) for name in copied},
        **({"Description": line["Description"]} if line.get("Description") else {}),
    }


def _vat_lines(entry: Proposal, computed: tuple[LineAmounts, ...]) -> list[Row]:
    """One per VAT code; reverse charge has two that cancel: what is due and what is deducted."""
    made = []
    for code, (vat, due) in _vat_per_code(entry, computed).items():
        if vat:
            made.append(_vat_line(entry, code, entry.side.vat_account, -entry.side.debit * vat))
        if due:
            made += [_vat_line(entry, code, "GLToClaim", due), _vat_line(entry, code, "GLToPay", -due)]
    return made


def _vat_per_code(entry: Proposal, computed: tuple[LineAmounts, ...]) -> dict[str, tuple[Decimal, Decimal]]:
    sums: dict[str, tuple[Decimal, Decimal]] = {}
    for line, amount in zip(entry.lines, computed, strict=True):
        vat, due = sums.get(line.vat_code or "", (ZERO, ZERO))
        sums[line.vat_code or ""] = (vat + amount.vat - amount.cost_of_vat, due + amount.reversed_vat)
    return sums


def _vat_line(entry: Proposal, code: str, account_field: str, amount: Decimal) -> Row:
    vat = entry.by_code("vat/VATCodes", code) or {}
    account = entry.state.get(entry.division, "financial/GLAccounts", str(vat.get(account_field)))
    return {"LineNumber": VAT_LINE, "AmountFC": amount, "VATCode": code or None, **_gl_facts(account)}


def _gl_facts(account: Row | None) -> Row:
    found = account or {}
    return {
        "GLAccount": found.get("ID"),
        "GLAccountCode": found.get("Code"),
        "GLAccountDescription": found.get("Description"),
    }


def _common(entry: Proposal, row: Row) -> Row:
    account = entry.account or {}
    copied = (
        "Currency", "Document", "DocumentNumber", "DocumentSubject", "DueDate", "EntryID", "EntryNumber",
        "InvoiceNumber", "JournalDescription", "OrderNumber", "PaymentReference", "Status", "Type", "YourRef",
        "Description",
    )  # fmt: skip
    return {
        **{name: row.get(name) for name in copied},
        "Account": account.get("ID"),
        "AccountCode": account.get("Code"),
        "AccountName": account.get("Name"),
        "Date": row["EntryDate"],
        "ExchangeRate": row["Rate"],
        "FinancialYear": row["ReportingYear"],
        "FinancialPeriod": row["ReportingPeriod"],
        "JournalCode": row["Journal"],
    }
