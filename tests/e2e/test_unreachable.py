"""A service that stops answering, a login that lapsed, a day's calls that are spent: nothing is lost, run again."""

from typing import Any

from world import World

from e2e.looking import SALES, bookings, clean, differences, entry_ids, few, states
from robexact_desktop.demo.serving import serve


def test_robaws_down_in_mid_run_ends_it_and_a_second_run_completes(office: World) -> None:
    before, invoices = entry_ids(office), few(office, count=4)
    port = office.demo.robaws_at.port

    def unplug(record: Any) -> None:
        if record.was_post_that_books and len(bookings(office)) == 2:
            office.demo.robaws_at.close()

    office.demo.exact.after.append(unplug)
    rows = office.json("send", *invoices, code=5)
    assert [row["state"] for row in rows] == ["done", "booked", "ready"]
    assert all(row["message"] for row in rows)
    office.demo.robaws_at = serve(office.demo.robaws, port)
    office.json("send", *invoices)
    office.json("send", "--all-ready")
    assert {office.robaws(name)["sentToAccountant"] for name in invoices} == {True}
    found = [row for row in differences(office, invoices, before) if row.invoice in invoices]
    assert found == []
    assert len([name for name in invoices if name in states(office.json("invoices", "--state", "done"))]) == 4


def test_exact_down_before_the_first_booking_loses_nothing(office: World) -> None:
    before, invoices = entry_ids(office), clean(office, "sales")[:2]
    port = office.demo.exact_at.port
    office.demo.exact_at.close()
    office.json("send", *invoices, code=5)
    office.demo.exact_at = serve(office.demo.exact, port)
    assert states(office.json("send", *invoices)) == dict.fromkeys(invoices, "done")
    assert differences(office, invoices, before) == []


def test_exact_down_in_mid_run_loses_nothing(office: World) -> None:
    """It goes away between the reading of the second invoice and its booking."""
    before, invoices = entry_ids(office), clean(office, "sales")[:3]
    port = office.demo.exact_at.port

    def unplug(record: Any) -> None:
        if record.method == "GET" and record.path.endswith(f"/{invoices[1].partition('/')[2]}"):
            office.demo.exact_at.close()

    office.demo.robaws.before.append(unplug)
    rows = office.json("send", *invoices, code=5)
    assert [row["state"] for row in rows] == ["done", "queued"]
    assert rows[1]["message"]
    office.demo.robaws.before.clear()
    office.demo.exact_at = serve(office.demo.exact, port)
    assert states(office.json("send", *invoices)) == dict.fromkeys(invoices, "done")
    assert differences(office, invoices, before) == []


def test_a_spent_day_ends_the_run_without_a_further_call(make_office: Any) -> None:
    office: World = make_office(per_day=8)
    before, invoices = entry_ids(office), few(office, count=6)
    rows = office.json("send", *invoices, code=5)
    assert 0 < len([row for row in rows if row["state"] in ("booked", "done")]) < len(invoices)
    assert [record for record in office.demo.exact.log if record.status == 429] == []
    office.demo.exact.limits.per_day = 100_000
    office.json("send", *invoices)
    office.json("send", "--all-ready")
    assert [row for row in differences(office, invoices, before) if row.invoice in invoices] == []


def test_import_with_neither_service_ends_as_unreachable_and_keeps_what_it_had(office: World) -> None:
    listed = office.json("invoices")
    office.demo.close()
    told = office.json("import", code=5)
    assert len(told["failed"]) > 20
    assert told["sales_invoices"] > 1000
    assert office.json("invoices") == listed


def test_import_of_what_is_refused_is_named_and_the_rest_imported(office: World) -> None:
    office.demo.robaws.tenant.forbidden_modules.add("articles")
    office.demo.robaws.state.put("clients", name="Nieuwe klant", logicId="K99999", address={"country": "BE"})
    before = office.json("import", code=1)
    assert [row["resource"] for row in before["failed"]] == ["articles"]
    assert before["failed"][0]["message"]
    office.demo.robaws.tenant.forbidden_modules.clear()
    assert office.json("import") == {**before, "failed": []}


def test_a_login_that_was_revoked_asks_for_a_new_one(office: World) -> None:
    (invoice,) = few(office, count=1)
    office.demo.exact.revoke()
    ran = office.run("send", invoice, "--json")
    assert ran.code == 3
    assert [record for record in office.demo.exact.log if record.resource == SALES] == []
    office.sign_in()
    assert states(office.json("send", invoice)) == {invoice: "done"}
