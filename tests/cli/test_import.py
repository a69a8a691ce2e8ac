"""Lists that a service refuses, has not, or gives otherwise: named, and the rest imported."""

from answers import exact_refuses, ready, says, when
from world import World

FORBIDDEN = {"status": 403, "error": "Forbidden"}


def test_modules_that_robaws_refuses_are_named(firm: World) -> None:
    for module in ("suppliers", "articles", "approval-requests"):
        firm.demo.robaws.before.append(when(lambda: says(FORBIDDEN, 403), resource=module))
    held = firm.json("import", code=1)
    assert {row["resource"] for row in held["failed"]} == {"suppliers", "articles", "approvals"}
    assert held["relations"] > 0


def test_modules_that_robaws_need_not_have(firm: World) -> None:
    for module in ("projects", "activities", "general-ledger-accounts"):
        firm.demo.robaws.before.append(when(lambda: says({"status": 404}, 404), resource=module))
    assert firm.json("import")["failed"] == []


def test_lists_that_exact_refuses_keep_their_old_rows(firm: World) -> None:
    """And where the bulk list is closed the plain one serves."""
    before = firm.json("import")
    refused = ("financial/FinancialPeriods", "general/Currencies", "read/financial/JournalStatusList")
    for resource in (*refused, "bulk/Financial/GLAccounts"):
        firm.demo.exact.before.append(when(lambda: exact_refuses("Forbidden", 403), resource=resource))
    held = firm.json("import", code=1)
    assert {row["resource"] for row in held["failed"]} == {"periods", "currencies", "closed_periods"}
    assert held | {"failed": []} == before
    assert ready(firm)


def test_where_nobody_is_signed_in_robaws_is_imported_all_the_same(firm: World) -> None:
    firm.key_store.write_text(firm.key_store.read_text("utf-8").replace("exact.token", "gone"), "utf-8")
    firm.demo.robaws.state.put("vat-tariffs", name="Nieuw", percentage="5")
    before = firm.demo.robaws.calls(resource="sales-invoices")
    held = firm.json("import", code=3)
    assert {row["resource"] for row in held["failed"]} >= {"gl_accounts", "entries"}
    assert "sales_invoices" not in {row["resource"] for row in held["failed"]}
    assert firm.demo.robaws.calls(resource="sales-invoices") > before
