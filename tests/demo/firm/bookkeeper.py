"""A bookkeeper who checks an invoice against the settings and Exact, apart from how the firm was made."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import Any

from stdnum.be import ogm_vcs

from robexact_desktop.demo.exact import ExactState
from robexact_desktop.demo.firm import Firm
from robexact_desktop.demo.robaws import RobawsState
from robexact_desktop.demo.robaws.shown import adjusted
from robexact_desktop.demo.rows import Row

CENT = Decimal("0.01")
UNUSABLE = {10, 12, 14, 16, 20, 22, 24}
RESOURCES = {"sales": "sales-invoices", "purchase": "purchase-invoices"}
ENTRIES = {"sales": "salesentry/SalesEntries", "purchase": "purchaseentry/PurchaseEntries"}


@dataclass
class World:
    exact: ExactState
    robaws: RobawsState
    firm: Firm

    @cached_property
    def division(self) -> int:
        return self.firm.divisions[0]

    @cached_property
    def by_vat(self) -> dict[str, list[Row]]:
        found = defaultdict(list)
        for account in self.exact.rows(self.division, "crm/Accounts"):
            found[plain(account.get("VATNumber"))].append(account)
        return found

    def invoice(self, key: str) -> Row:
        kind, _, number = key.partition("/")
        row = self.robaws.get(RESOURCES[kind], number)
        assert row
        return row

    def all_keys(self) -> list[str]:
        return [f"{kind}/{row['id']}" for kind, resource in RESOURCES.items() for row in self.robaws.all(resource)]

    def rows(self, resource: str, field: str = "Code") -> dict[str, Row]:
        return {row[field]: row for row in self.exact.rows(self.division, resource)}

    def named(self, resource: str, key: str | None) -> Row:
        return self.robaws.get(resource, key or "") or {}


def plain(number: str | None) -> str:
    """BE0999000129, however it was typed."""
    text = "".join(letter for letter in (number or "").upper() if letter.isalnum())
    return f"BE{text}" if text.isdigit() else text


def lines_of(key: str, row: Row) -> list[Row]:
    lines = [line for line in row["lineItems"] if line["type"] == "LINE"]
    return [adjusted(line) for line in lines] if key.startswith("sales") else lines


def total_of(line: Row) -> Decimal:
    if "totalExclVat" in line:
        return Decimal(line["totalExclVat"])
    return Decimal(line["quantity"]) * Decimal(line["price"])


def difference(world: World, key: str, row: Row) -> Decimal:
    """The invoice's total less what its lines come to, VAT rounded per rate."""
    bases: dict[str, Decimal] = defaultdict(Decimal)
    for line in lines_of(key, row):
        bases[str(world.named("vat-tariffs", line["vatTariffId"])["percentage"])] += total_of(line)
    vat = sum((base * Decimal(rate) / 100).quantize(CENT, ROUND_HALF_UP) for rate, base in bases.items())
    assert sum(bases.values()) == Decimal(row["totalExclVat"])
    return Decimal(row["totalInclVat"]) - Decimal(row["totalExclVat"]) - vat


def account_of(world: World, key: str, row: Row) -> tuple[list[Row], str]:
    """The accounts in Exact and the rule that found them."""
    party = world.named("clients", row["clientId"]) if key[0] == "s" else world.named("suppliers", row["supplierId"])
    if found := world.by_vat.get(plain(party["vatIdNumber"]), []) if party["vatIdNumber"] else []:
        return found, "vat_number"
    accounts = world.exact.rows(world.division, "crm/Accounts")
    number = plain(party["companyNumber"]).removeprefix("BE")
    if number and (found := [row for row in accounts if row.get("ChamberOfCommerce") == number]):
        return found, "company_number"
    return [row for row in accounts if row["Name"] == party["name"]], "name"


def problems(world: World, key: str) -> set[str]:
    row = world.invoice(key)
    if not row["logicId"]:
        return {"draft"}
    return {
        *_relation(world, key, row),
        *_journal(world, key, row),
        *_period(world, key, row),
        *_number(world, key, row),
        *_header(world, key, row),
        *(problem for line in lines_of(key, row) for problem in _line(world, key, line, row)),
    }


def _relation(world: World, key: str, row: Row) -> list[str]:
    found, rule = account_of(world, key, row)
    if len(found) > 1:
        return ["relation_ambiguous"]
    if not found:
        return []
    account = found[0]
    party = world.named("clients" if key[0] == "s" else "suppliers", row.get("clientId") or row["supplierId"])
    if rule == "name" and account.get("VATNumber") and party["vatIdNumber"]:
        return ["relation_ambiguous"]
    has_role = account["Status"] == "C" if key[0] == "s" else account["IsSupplier"]
    told = ["relation_blocked"] * bool(account["Blocked"]) + ["relation_role"] * (not has_role)
    bank = world.exact.one(world.division, "crm/BankAccounts", "Account", account["ID"])
    return told + ["iban_differs"] * bool(
        key[0] == "p" and bank and bank["BankAccount"] != party["iban"].replace(" ", "")
    )


def journal_of(world: World, key: str, row: Row) -> str:
    settings = world.firm.settings
    code = world.named("journals", row["journalId"]).get("code")
    default = settings["booking"]["sales_journal" if key[0] == "s" else "purchase_journal"]
    return str(settings["journals"].get(code, code) or default)


def _journal(world: World, key: str, row: Row) -> list[str]:
    journal = world.rows("financial/Journals").get(journal_of(world, key, row))
    if journal is None:
        return ["journal_missing"]
    wrong = journal["Type"] != (20 if key[0] == "s" else 22)
    return ["journal_type"] * wrong + ["journal_blocked"] * bool(journal["IsBlocked"])


def period_of(world: World, row: Row) -> tuple[int, int] | None:
    on = f"{row['date']}T00:00:00"
    for period in world.exact.rows(world.division, "financial/FinancialPeriods"):
        if period["StartDate"] <= on <= period["EndDate"]:
            return period["FinYear"], period["FinPeriod"]
    return None


def _period(world: World, key: str, row: Row) -> list[str]:
    period = period_of(world, row)
    if period is None:
        return ["period_missing"]
    closed = world.exact.store.get(
        world.exact.scope(world.division), "closed periods", f"{journal_of(world, key, row)}/{period[0]}/{period[1]}"
    )
    return ["period_closed"] * bool(closed)


def _number(world: World, key: str, row: Row) -> list[str]:
    if int(row["logicId"]) > 2**31 - 1:
        return ["number_not_integer"]
    kind = "sales" if key[0] == "s" else "purchase"
    reference = row["logicId"] if kind == "sales" else row["invoiceNumber"]
    sign = -1 if row["type"] == "CREDIT_NOTE" else 1
    if any(
        Decimal(entry["AmountFC"]) == sign * Decimal(row["totalInclVat"])
        for entry in world.exact.find(world.division, ENTRIES[kind], "YourRef", reference)
    ):
        return ["already_in_exact"]
    holders = world.exact.find(world.division, ENTRIES[kind], "EntryNumber", int(row["logicId"]))
    return ["number_taken"] * any(entry["Journal"] == journal_of(world, key, row) for entry in holders)


def _header(world: World, key: str, row: Row) -> list[str]:
    reference, booking = row["paymentInstruction"], world.firm.settings["booking"]
    approvals = world.robaws.all("approval-requests")
    purchase = key[0] == "p"
    told = {
        "totals_differ": difference(world, key, row) != 0,
        "currency_unknown": row["currency"] not in world.rows("general/Currencies"),
        "payment_reference_invalid": bool(reference) and not ogm_vcs.is_valid(reference),
        "payment_condition_unmapped": row["paymentConditionId"] not in world.firm.settings["payment_conditions"],
        "document_missing": purchase and row["documentId"] is None,
        "approval_open": any(
            f"/purchase-invoices/{row['id']}" == asked["resourceUnderApprovalRef"] and asked["closedAt"] is None
            for asked in approvals
            if purchase
        ),
        "before_book_from": row["date"] < booking["book_from"],
    }
    return [code for code, true in told.items() if true]


def _line(world: World, key: str, line: Row, row: Row) -> list[str]:
    side = "sales" if key[0] == "s" else "purchase"
    return [*_vat(world, side, line), *_ledger(world, side, line, row)]


def _vat(world: World, side: str, line: Row) -> list[str]:
    code = world.firm.settings["vat"][side].get(line["vatTariffId"])
    if code is None:
        return ["vat_unmapped"]
    vat = world.rows("vat/VATCodes")[code]
    wrong_way = vat["VATTransactionType"] not in {"B", side[0].upper()}
    told = {"vat_blocked": vat["IsBlocked"], "vat_direction": wrong_way, "vat_inclusive": vat["Type"] == "I"}
    return [problem for problem, true in told.items() if true]


def _ledger(world: World, side: str, line: Row, row: Row) -> list[str]:
    gl = world.rows("financial/GLAccounts").get(ledger_code(world, side, line, row))
    if gl is None:
        return ["gl_missing"]
    project, activity = line.get("projectId"), line.get("activityId")
    told: dict[str, Any] = {
        "gl_blocked": gl["IsBlocked"],
        "gl_type": gl["Type"] in UNUSABLE,
        "cost_center_required": gl["UseCostcenter"] == 1 and not project,
        "cost_center_forbidden": gl["UseCostcenter"] == 2 and project,
        "cost_unit_required": gl["UseCostunit"] == 1 and not activity,
        "cost_center_code": project and center_of(world, project) not in world.rows("hrm/Costcenters"),
    }
    return [problem for problem, true in told.items() if true]


def center_of(world: World, project: str) -> str:
    by_hand = world.firm.settings["cost_centers"].get(project)
    return str(by_hand or world.named("projects", project)["logicId"])


def ledger_code(world: World, side: str, line: Row, row: Row) -> str:
    """The line's, the article's, the supplier's, the default."""
    article = world.named("articles", line.get("articleId"))
    supplier = world.named("suppliers", row.get("supplierId"))
    key = (
        line["generalLedgerAccountId"]
        or article.get("salesGLAccountId" if side == "sales" else "purchaseGLAccountId")
        or supplier.get("generalLedgerAccountId")
    )
    default = world.firm.settings["booking"][f"{side}_gl_account"]
    return str(world.named("general-ledger-accounts", key).get("code", default))
