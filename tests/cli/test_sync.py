"""`sync`: what a scheduler starts at night, with nobody to look on."""

from decimal import Decimal
from typing import Any

from answers import page
from world import ENVIRONMENT, TODAY, World

PURCHASES = "purchaseentry/PurchaseEntries"
APPROVALS = "approval-requests"


def synced(firm: World, code: int = 0) -> Any:
    document = firm.json("sync", code=code)
    assert list(document) == [ENVIRONMENT]
    part = document[ENVIRONMENT]
    assert list(part) == ["import", "match", "send", "payments", "released"]
    return part


def states(firm: World) -> dict[str, tuple[str, bool]]:
    return {row["id"]: (row["state"], bool(row["problems"])) for row in firm.json("invoices")}


def held_purchase(firm: World) -> str:
    """A purchase that waits for approval, booked all the same with the condition that holds its payment."""
    firm.settings_of({"booking": {"approval": "hold", "holding_payment_condition": "AU"}})
    codes = firm.demo.firm.defects
    (invoice, *_) = [name for name, code in codes.items() if code == "approval_open"]
    (row,) = firm.json("send", invoice)
    assert entry_of(firm, row["entry_id"])["PaymentCondition"] == "AU"
    return invoice


def entry_of(firm: World, entry: str) -> Any:
    return firm.demo.exact.state.get(firm.division, PURCHASES, entry)


def entry_id(firm: World, invoice: str) -> str:
    return next(str(row["entry_id"]) for row in firm.json("invoices") if row["id"] == invoice)


def approve(firm: World, invoice: str) -> None:
    state = firm.demo.robaws.state
    asked = next(
        row for row in state.all(APPROVALS) if row["resourceUnderApprovalRef"].endswith("/" + invoice.partition("/")[2])
    )
    accepted = [{**user, "status": "ACCEPTED"} for user in asked["userStates"]]
    state.put(APPROVALS, **{**asked, "userStates": accepted, "closedAt": f"{TODAY}T10:00:00Z"})


def test_it_sends_what_is_ready_and_bears_no_warning(firm: World) -> None:
    before = states(firm)
    part = synced(firm)
    assert part["import"]["failed"] == []
    assert {row["id"] for row in part["send"]} == {
        name for name, (state, warned) in before.items() if state == "ready" and not warned
    }
    assert {row["state"] for row in part["send"]} == {"done"}
    after = states(firm)
    warned = {name for name, (state, warned) in before.items() if state == "ready" and warned}
    assert warned
    assert {after[name] for name in warned} == {("ready", True)}


def test_the_second_time_there_is_nothing_to_book(firm: World) -> None:
    synced(firm)
    posted = len(firm.posts())
    again = synced(firm)["send"]
    assert [row["state"] for row in again if "document volgt later" not in row["message"]] == []
    assert len(firm.posts()) == posted


def test_payments_come_back_with_it(firm: World) -> None:
    (row, *_) = [row for row in synced(firm)["send"] if row["id"].startswith("sales")]
    total = next(one["total_incl_vat"] for one in firm.json("invoices") if one["id"] == row["id"])
    firm.demo.customers_pay({row["entry_id"]: Decimal(total)}, TODAY)
    paid = [one for one in synced(firm)["payments"] if one["payment"] == "paid"]
    assert [(one["id"], one["written_back"]) for one in paid] == [(row["id"], True)]


def test_a_payment_that_was_held_is_released_once_approved(firm: World) -> None:
    invoice = held_purchase(firm)
    entry = entry_id(firm, invoice)
    due = entry_of(firm, entry)["DueDate"]
    assert synced(firm)["released"] == []
    approve(firm, invoice)
    assert synced(firm)["released"] == [invoice]
    now = entry_of(firm, entry)
    assert now["PaymentCondition"] not in ("AU", "", None)
    assert now["DueDate"] == due
    assert synced(firm)["released"] == []


def test_what_exact_processed_meanwhile_stays_held_and_is_told_once(firm: World) -> None:
    invoice = held_purchase(firm)
    firm.demo.exact.state.process(firm.division, PURCHASES, entry_id(firm, invoice))
    approve(firm, invoice)
    ran = firm.run("sync", "--json")
    assert ran.code == 1
    assert ran.document[ENVIRONMENT]["released"] == []
    assert f"{ENVIRONMENT}: {invoice}: Goedkeuring gegeven" in ran.err
    changes = [record for record in firm.demo.exact.log if record.method == "PUT"]
    assert synced(firm)["released"] == []
    assert [record for record in firm.demo.exact.log if record.method == "PUT"] == changes


def test_a_release_without_an_answer_is_asked_again(firm: World) -> None:
    invoice = held_purchase(firm)
    approve(firm, invoice)
    gateway = [page()]
    firm.demo.exact.after.append(lambda record: gateway.pop() if record.method == "PUT" and gateway else None)
    assert synced(firm, code=1)["released"] == []
    assert synced(firm)["released"] == [invoice]


def test_what_cannot_be_reached_is_5_with_every_part_there(firm: World) -> None:
    firm.demo.close()
    part = synced(firm, code=5)
    assert part["send"] == []
    assert part["import"]["failed"]


def test_an_environment_that_is_not_active_is_left_out(firm: World) -> None:
    firm.settings_of({"active": False})
    assert firm.run("sync", "--json").code == 2
    assert firm.run("sync", "--environment", "Niemand", "--json").code == 2


def test_beside_another_copy_it_is_4(firm: World) -> None:
    from robexact_desktop.adapters.lock import InstanceLock

    with InstanceLock(firm.folder):
        assert firm.run("sync", "--json").code == 4
