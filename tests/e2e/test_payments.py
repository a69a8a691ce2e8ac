"""What Exact has matched comes back: shown here, and in Robaws only once it is paid in full (P1, P2)."""

from decimal import Decimal
from typing import Any

import pytest
from werkzeug.wrappers import Response
from world import TODAY, World

from e2e.looking import clean, hang_up

TERMS = "sync/Cashflow/PaymentTerms"


def booked(office: World, count: int = 1) -> list[tuple[str, str, Decimal]]:
    """Sent sales invoices in euro: id, entry, total."""
    invoices = [name for name in clean(office, "sales") if office.robaws(name)["currency"] == "EUR"][:count]
    rows = office.json("send", *invoices)
    return [(row["id"], row["entry_id"], Decimal(office.robaws(row["id"])["totalInclVat"])) for row in rows]


def pay(office: World, entry: str, amount: Decimal) -> None:
    office.demo.customers_pay({entry: amount}, TODAY)


def told(office: World) -> list[tuple[str, str, str, bool]]:
    rows = office.json("payments")
    return [(row["id"], row["payment"], row["open_amount"], row["written_back"]) for row in rows]


def test_nothing_paid_is_open(office: World) -> None:
    ((invoice, _, total),) = booked(office)
    assert told(office) == [(invoice, "open", str(total), False)]
    assert office.robaws(invoice)["status"] == "verstuurd"


def test_a_part_is_shown_here_and_not_marked_there(office: World) -> None:
    ((invoice, entry, total),) = booked(office)
    pay(office, entry, Decimal("10.01"))
    assert told(office) == [(invoice, "partial", str(total - Decimal("10.01")), False)]
    assert office.robaws(invoice)["status"] == "verstuurd"


def test_paid_in_full_becomes_paid_in_robaws_and_is_settled(office: World) -> None:
    ((invoice, entry, total),) = booked(office)
    pay(office, entry, Decimal("10.01"))
    told(office)
    pay(office, entry, total - Decimal("10.01"))
    assert told(office) == [(invoice, "paid", "0.00", True)]
    assert office.robaws(invoice)["status"] == "betaald"
    assert told(office) == []
    listed = {row["id"]: row["payment"] for row in office.json("invoices", "--kind", "sales")}
    assert listed[invoice] == "paid"


def test_a_payment_undone_is_open_again(office: World) -> None:
    ((invoice, entry, total),) = booked(office)
    pay(office, entry, total)
    told(office)
    office.demo.exact.state.unmatch(office.division, entry)
    assert told(office) == [(invoice, "reopened", str(total), False)]


def test_more_than_is_due_is_overpaid_and_not_marked(office: World) -> None:
    ((invoice, entry, total),) = booked(office)
    pay(office, entry, total + Decimal("5.00"))
    ((name, payment, amount, _),) = told(office)
    assert (name, payment, amount) == (invoice, "overpaid", "0.00")


def test_without_the_setting_nothing_is_written_back(office: World) -> None:
    office.settings_of({"booking": {"payment_status_back": False}})
    ((invoice, entry, total),) = booked(office)
    pay(office, entry, total)
    assert told(office) == [(invoice, "paid", "0.00", False)]
    assert office.robaws(invoice)["status"] == "verstuurd"


def page(_: Any) -> Response:
    return Response("<html>Even geduld</html>", 200, mimetype="text/html")


@pytest.mark.parametrize("how", [hang_up, page])
def test_a_reading_that_fails_changes_nothing(office: World, how: Any) -> None:
    ((invoice, entry, total),) = booked(office)
    pay(office, entry, total)
    office.demo.exact.before.append(lambda record: how(record) if record.resource == TERMS else None)
    assert office.run("payments", "--json").code == 5
    assert office.robaws(invoice)["status"] == "verstuurd"
    listed = {row["id"]: row["payment"] for row in office.json("invoices", "--kind", "sales")}
    assert listed[invoice] == "open"
    office.demo.exact.before.clear()
    assert told(office) == [(invoice, "paid", "0.00", True)]


def test_calls_grow_with_what_changed_not_with_what_is_open(office: World) -> None:
    sent = booked(office, 20)
    told(office)
    for _, entry, total in sent[:3]:
        pay(office, entry, total)
    called = len(office.demo.exact.log)
    assert len(told(office)) == 20
    assert len(office.demo.exact.log) - called <= 2


def test_a_paid_status_that_robaws_forgets_is_written_again(office: World) -> None:
    ((invoice, entry, total),) = booked(office)
    pay(office, entry, total)
    office.demo.robaws.tenant.ignored_keys.add("status")
    assert told(office) == [(invoice, "paid", "0.00", False)]
    office.demo.robaws.tenant.ignored_keys.clear()
    assert told(office) == [(invoice, "paid", "0.00", True)]
