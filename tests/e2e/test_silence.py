"""Exact does not answer a booking: it is looked up, adopted where it stands, and never posted twice.

Settling takes a millisecond in these offices, so a run can look up what the run before left unknown.
"""

from typing import Any

import pytest
from werkzeug.wrappers import Response
from world import World

from e2e.looking import (
    ACCOUNTS,
    ATTACHMENTS,
    DOCUMENTS,
    PURCHASES,
    SALES,
    bookings,
    clean,
    differences,
    entries_of,
    entry_ids,
    few,
    hang_up,
    once,
    states,
)


def gateway_page(_: Any) -> Response:
    return Response("<html><body>502 Bad Gateway</body></html>", 502, mimetype="text/html")


def half_an_answer(_: Any) -> Response:
    return Response('{"d": {"EntryID": "0a', 201, mimetype="application/json")


def answering(resource: str, act: Any) -> Any:
    """A hook: the first POST to this resource is answered by `act`."""
    done: list[Any] = []

    def hook(record: Any) -> Response | None:
        if record.method != "POST" or record.resource != resource or done:
            return None
        done.append(record)
        answer: Response | None = act(record)
        return answer

    return hook


@pytest.mark.parametrize("how", [hang_up, gateway_page, half_an_answer])
def test_booked_without_an_answer_is_found_and_finished(office: World, how: Any) -> None:
    before, (invoice,) = entry_ids(office), few(office, count=1)
    office.demo.exact.after.append(answering(SALES, how))
    (first,) = office.json("send", invoice, code=1)
    assert (first["state"], first["entry_id"]) == ("unknown", None)
    (second,) = office.json("send", invoice)
    (entry,) = entries_of(office, invoice)
    assert (second["state"], second["entry_id"]) == ("done", entry["EntryID"])
    assert len(bookings(office)) == 1
    assert differences(office, [invoice], before) == []


def test_all_ready_takes_what_is_due_to_be_looked_up(office: World) -> None:
    before, (invoice,) = entry_ids(office), few(office, "purchase", count=1)
    office.demo.exact.after.append(once(PURCHASES, hang_up))
    office.json("send", invoice, code=1)
    rows = states(office.json("send", "--all-ready"))
    assert rows[invoice] == "done"
    assert [record.status for record in bookings(office)].count(201) == len(bookings(office))
    assert differences(office, list(rows), before) == []


@pytest.mark.parametrize("how", [hang_up, gateway_page])
def test_not_booked_goes_again_after_two_clean_look_ups(office: World, how: Any) -> None:
    before, (invoice,) = entry_ids(office), few(office, count=1)
    office.demo.exact.before.append(answering(SALES, how))
    runs = [office.json("send", invoice, code=code) for code in (1, 1, 0)]
    assert [row["state"] for (row,) in runs] == ["unknown", "unknown", "done"]
    assert len(bookings(office)) == 2
    assert differences(office, [invoice], before) == []


def test_before_the_settle_time_nothing_is_asked_nor_sent(office: World) -> None:
    office.settings_of({"exact": {"settle_seconds": 120}})
    (invoice,) = few(office, count=1)
    office.demo.exact.after.append(once(SALES, hang_up))
    (first,) = office.json("send", invoice, code=1)
    called = len(office.demo.exact.log)
    (second,) = office.json("send", invoice, code=1)
    assert (second["state"], second["entry_id"]) == (first["state"], None)
    assert len(office.demo.exact.log) == called
    assert invoice not in states(office.json("send", "--all-ready"))
    assert len(entries_of(office, invoice)) == 1


def test_three_silences_end_the_run_and_lose_nothing(office: World) -> None:
    before, invoices = entry_ids(office), clean(office, "sales")[:6]

    def silent(record: Any) -> None:
        if record.was_post_that_books:
            hang_up(record)

    office.demo.exact.after.append(silent)
    rows = office.json("send", *invoices, code=5)
    assert [row["state"] for row in rows] == ["unknown"] * 3
    office.demo.exact.after.remove(silent)
    assert states(office.json("send", *invoices)) == dict.fromkeys(invoices, "done")
    assert len(bookings(office)) == len(invoices)
    assert differences(office, invoices, before) == []


@pytest.mark.parametrize("resource", [DOCUMENTS, ATTACHMENTS])
def test_a_document_without_an_answer_is_found_and_not_made_twice(office: World, resource: str) -> None:
    before, (invoice,) = entry_ids(office), few(office, count=1)
    office.demo.exact.after.append(once(resource, hang_up))
    (first,) = office.json("send", invoice)
    assert (first["state"], len(entries_of(office, invoice))) == ("done", 1)
    assert "document" in first["message"]
    assert states(office.json("send", "--all-ready"))[invoice] == "done"
    assert [row for row in differences(office, [invoice], before) if row.invoice == invoice] == []
    documents = office.demo.exact.state.rows(office.division, DOCUMENTS)
    entry = entries_of(office, invoice)[0]["EntryID"]
    assert [row["FinancialTransactionEntryID"] for row in documents].count(entry) == 1


def three_of_a_new_client(office: World) -> list[str]:
    """Three invoices of one client that Exact does not know."""
    (first, *_) = [name for name in office.demo.firm.to_create if name.startswith("sales/")]
    others = clean(office, "sales")[:2]
    for name in others:
        client = office.robaws(first)["clientId"]
        office.demo.robaws.state.patch("sales-invoices", name.partition("/")[2], clientId=client)
    office.json("import")
    return [first, *others]


def test_a_relation_is_created_once_for_three_invoices(office: World) -> None:
    before, invoices = entry_ids(office), three_of_a_new_client(office)
    assert states(office.json("send", *invoices)) == dict.fromkeys(invoices, "done")
    assert len(office.posts(ACCOUNTS)) == 1
    assert len({entries_of(office, name)[0]["Customer"] for name in invoices}) == 1
    assert differences(office, invoices, before) == []


def test_a_relation_created_without_an_answer_is_found(office: World) -> None:
    before, invoices = entry_ids(office), three_of_a_new_client(office)
    office.demo.exact.after.append(once(ACCOUNTS, hang_up))
    office.json("send", *invoices, code=1)
    assert states(office.json("send", *invoices)) == dict.fromkeys(invoices, "done")
    assert len(office.posts(ACCOUNTS)) == 1
    assert len(bookings(office)) == 3
    assert differences(office, invoices, before) == []
