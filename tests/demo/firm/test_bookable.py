"""What waits without a fault can be booked in Exact as it stands; then all is taken back."""

from contextlib import suppress
from decimal import Decimal
from typing import Any

from robexact_desktop.demo.rows import Row

from .bookkeeper import (
    ENTRIES,
    World,
    account_of,
    center_of,
    journal_of,
    ledger_code,
    lines_of,
    period_of,
    total_of,
)


class TakenBackError(Exception):
    """Ends the transaction, so the world stays as it was."""


def test_each_clean_one_is_taken_by_exact_with_its_own_total(world: World) -> None:
    before = len(world.exact.rows(world.division, ENTRIES["sales"]))
    with suppress(TakenBackError), world.exact.transaction():
        for key in world.firm.to_send:
            row = world.invoice(key)
            entry = world.exact.book(world.division, ENTRIES[key.partition("/")[0]], body_of(world, key, row))
            sign = -1 if row["type"] == "CREDIT_NOTE" else 1
            assert Decimal(entry["AmountFC"]) == sign * Decimal(row["totalInclVat"]), key
            assert str(entry["EntryNumber"]) == row["logicId"]
        raise TakenBackError
    assert len(world.exact.rows(world.division, ENTRIES["sales"])) == before


def body_of(world: World, key: str, row: Row) -> dict[str, Any]:
    side = "sales" if key[0] == "s" else "purchase"
    period = period_of(world, row)
    assert period
    vat = Decimal(row["totalInclVat"]) - Decimal(row["totalExclVat"])
    lines = [line_body(world, side, line, row) for line in lines_of(key, row)]
    return {
        "Customer" if side == "sales" else "Supplier": account_for(world, key, row),
        "Journal": journal_of(world, key, row),
        "EntryNumber": int(row["logicId"]),
        "EntryDate": row["date"],
        "ReportingYear": period[0],
        "ReportingPeriod": period[1],
        "Currency": row["currency"],
        "PaymentCondition": world.firm.settings["payment_conditions"][row["paymentConditionId"]],
        "VATAmountFC": vat * (-1 if row["type"] == "CREDIT_NOTE" else 1),
        "SalesEntryLines" if side == "sales" else "PurchaseEntryLines": lines,
    }


def line_body(world: World, side: str, line: Row, row: Row) -> dict[str, Any]:
    gl = world.rows("financial/GLAccounts")[ledger_code(world, side, line, row)]
    body: dict[str, Any] = {
        "AmountFC": total_of(line) * (-1 if row["type"] == "CREDIT_NOTE" else 1),
        "GLAccount": gl["ID"],
        "VATCode": world.firm.settings["vat"][side][line["vatTariffId"]],
    }
    if line["projectId"]:
        body["CostCenter"] = center_of(world, line["projectId"])
    if line["activityId"]:
        body["CostUnit"] = world.named("activities", line["activityId"])["code"]
    return body


def account_for(world: World, key: str, row: Row) -> str:
    found, _ = account_of(world, key, row)
    if found:
        return str(found[0]["ID"])
    assert key in world.firm.to_create
    role: dict[str, Any] = {"Status": "C"} if key[0] == "s" else {"IsSupplier": True}
    return str(world.exact.post(world.division, "crm/Accounts", {"Name": f"Nieuw {key}", **role})["ID"])
