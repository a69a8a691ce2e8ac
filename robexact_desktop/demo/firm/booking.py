"""An invoice of Robaws as the entry that a bookkeeper makes of it in Exact."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from robexact_desktop.demo.firm import books, vat
from robexact_desktop.demo.firm.amounts import spread
from robexact_desktop.demo.firm.chart import DEFAULT_PURCHASE, DEFAULT_SALES, WITHOUT_CENTER
from robexact_desktop.demo.firm.drafts import booked_lines
from robexact_desktop.demo.firm.ground import MAIN, Ground
from robexact_desktop.demo.rows import Row

ENTRIES = {"sales": "salesentry/SalesEntries", "purchase": "purchaseentry/PurchaseEntries"}


def book(ground: Ground, kind: str, row: Row, account: str) -> Row:
    return ground.exact.book(MAIN, ENTRIES[kind], entry_body(ground, kind, row, account))


def entry_body(ground: Ground, kind: str, row: Row, account: str) -> dict[str, Any]:
    on = date.fromisoformat(row["date"])
    number = row["logicId"] if kind == "sales" else row["invoiceNumber"]
    body: dict[str, Any] = {
        "Customer" if kind == "sales" else "Supplier": account,
        "Journal": journal_of(kind, row),
        "EntryDate": f"{on}T00:00:00",
        "DueDate": f"{row['expireDate']}T00:00:00",
        "ReportingYear": on.year,
        "ReportingPeriod": on.month,
        "EntryNumber": int(row["logicId"]),
        "YourRef": number,
        "Description": f"{'Creditnota' if row['type'] == 'CREDIT_NOTE' else 'Factuur'} {number}"[:50],
        "PaymentCondition": books.ROBAWS_CONDITIONS[row["paymentConditionId"]][2],
        "Currency": row["currency"],
        "SalesEntryLines" if kind == "sales" else "PurchaseEntryLines": _lines(ground, kind, row),
    }
    if row.get("paymentInstruction"):
        body["PaymentReference"] = row["paymentInstruction"]
    return body


def journal_of(kind: str, row: Row) -> str:
    """The mapping, then the code, then the default."""
    code = books.ROBAWS_JOURNALS[row["journalId"]][1]
    return books.JOURNAL_CODES.get(code or "", code or "") or (books.SALES if kind == "sales" else books.PURCHASES)


def pay_in_part_or_full(ground: Ground, entry: Row, on: date) -> Decimal:
    """Nine in ten paid, some in part, some not yet; what was paid."""
    chance = ground.dice.random()
    total = Decimal(entry["AmountFC"])
    if chance > 0.96 or total == 0:
        return Decimal(0)
    amount = total if chance < 0.93 else (total / 3).quantize(Decimal("0.01"))
    day = min(on + timedelta(days=ground.dice.randint(8, 42)), ground.today)
    ground.exact.pay(MAIN, entry["EntryID"], amount, day)
    return amount


def _lines(ground: Ground, kind: str, row: Row) -> list[dict[str, Any]]:
    lines = booked_lines(row)
    shares = spread(lines, row["totalInclVat"] - row["totalExclVat"])
    sign = -1 if row["type"] == "CREDIT_NOTE" else 1
    default = _default_account(ground, kind, row)
    return [_line(ground, kind, line, share * sign, default, sign) for line, share in zip(lines, shares, strict=True)]


def _line(ground: Ground, kind: str, line: Row, tax: Decimal, default: str, sign: int) -> dict[str, Any]:
    codes = vat.SALES_CODES if kind == "sales" else vat.PURCHASE_CODES
    code = vat.BY_CODE[codes[line["vatTariffId"]]]
    gl_code = _account_of(ground, kind, line) or default
    body: dict[str, Any] = {
        "AmountFC": sign * line["totalExclVat"],
        "GLAccount": ground.gl_guids[gl_code],
        "VATCode": code.code,
        "Description": line["description"][:60],
        "Quantity": line["quantity"],
    }
    if code.type != "N":
        body["VATAmountFC"] = Decimal(0) if code.charged else tax
    if line.get("projectId") and gl_code not in WITHOUT_CENTER:
        body["CostCenter"] = ground.projects[line["projectId"]]
    if line.get("activityId"):
        body["CostUnit"] = ground.activities[line["activityId"]]
    return body


def _account_of(ground: Ground, kind: str, line: Row) -> str:
    """The line's account, else the article's."""
    if line.get("generalLedgerAccountId"):
        return ground.gl_codes[line["generalLedgerAccountId"]]
    sales, purchase = ground.articles.get(line.get("articleId") or "", ("", ""))
    return sales if kind == "sales" else purchase


def _default_account(ground: Ground, kind: str, row: Row) -> str:
    """A supplier may have his own."""
    if kind == "sales":
        return DEFAULT_SALES
    return ground.suppliers[int(row["supplierId"]) - 1].gl_code or DEFAULT_PURCHASE
