"""What follows a booking may fail: the entry stays booked once, it is told, and done the next time."""

from typing import Any

import pytest
from world import World

from e2e.looking import (
    ATTACHMENTS,
    DOCUMENTS,
    bookings,
    clean,
    differences,
    entries_of,
    entry_ids,
    few,
    refusing,
    states,
)

WORDS = "Document Type not allowed"


@pytest.mark.parametrize("resource", [DOCUMENTS, ATTACHMENTS])
def test_a_document_that_exact_refuses_is_told(office: World, resource: str) -> None:
    before, invoice = entry_ids(office), clean(office, "sales")[0]
    office.demo.exact.before.append(refusing(resource, words=WORDS))
    (row,) = office.json("send", invoice)
    assert (row["state"], len(entries_of(office, invoice))) == ("done", 1)
    assert f'"{WORDS}"' in row["message"]
    assert [found.what for found in differences(office, [invoice], before)] == ["file"]


def test_a_login_page_in_place_of_a_document_is_told_and_never_attached(office: World) -> None:
    invoice = office.demo.firm.login_page
    (row,) = office.json("send", invoice)
    assert (row["state"], len(entries_of(office, invoice))) == ("done", 1)
    assert "document" in row["message"]
    assert office.posts(DOCUMENTS) == office.posts(ATTACHMENTS) == []


def test_a_document_follows_once_robaws_gives_it(office: World) -> None:
    before, (invoice,) = entry_ids(office), few(office, "purchase", count=1)
    document = office.robaws(invoice)["documentId"]
    office.demo.robaws.state.patch("documents", document, kind="login_page")
    office.json("send", invoice)
    office.demo.robaws.state.patch("documents", document, kind="pdf")
    assert states(office.json("send", "--all-ready"))[invoice] == "done"
    assert [row for row in differences(office, [invoice], before) if row.invoice == invoice] == []


def test_without_documents_none_is_sent(office: World) -> None:
    office.settings_of({"booking": {"attach_documents": False}})
    (row,) = office.json("send", clean(office, "sales")[0])
    assert row["state"] == "done"
    assert office.posts(DOCUMENTS) == []


def test_a_mark_that_robaws_forgets_leaves_it_booked_until_it_shows(office: World) -> None:
    before, (invoice,) = entry_ids(office), few(office, count=1)
    office.demo.robaws.tenant.ignored_keys.add("sentToAccountant")
    (row,) = office.json("send", invoice)
    assert row["state"] == "booked"
    assert "toont het niet" in row["message"]
    posted = len(office.posts())
    office.demo.robaws.tenant.ignored_keys.clear()
    assert states(office.json("send", "--all-ready"))[invoice] == "done"
    assert office.robaws(invoice)["sentToAccountant"] is True
    mine = [record for record in office.posts()[posted:] if office.robaws(invoice)["logicId"].encode() in record.body]
    assert mine == []
    assert [found for found in differences(office, [invoice], before) if found.invoice == invoice] == []


def test_a_mark_that_robaws_refuses_is_told_in_its_words_and_tried_again(office: World) -> None:
    (invoice,) = few(office, count=1)
    office.demo.robaws.tenant.read_only_modules.add("sales-invoices")
    (row,) = office.json("send", invoice)
    assert row["state"] == "booked"
    assert "Robaws weigerde" in row["message"]
    office.demo.robaws.tenant.read_only_modules.clear()
    assert states(office.json("send", "--all-ready"))[invoice] == "done"
    assert len(entries_of(office, invoice)) == 1


def test_an_invoice_that_is_paid_meanwhile_keeps_that_status(office: World) -> None:
    invoice = clean(office, "sales")[0]
    office.demo.robaws.state.patch("sales-invoices", invoice.partition("/")[2], status="betaald")
    office.json("send", invoice)
    shown = office.robaws(invoice)
    assert (shown["sentToAccountant"], shown["status"]) == (True, "betaald")


def test_without_a_status_in_the_settings_only_the_mark_is_set(office: World) -> None:
    office.settings_of({"robaws": {"sent_status_sales": ""}})
    invoice = clean(office, "sales")[0]
    before = office.robaws(invoice)["status"]
    office.json("send", invoice)
    shown = office.robaws(invoice)
    assert (shown["sentToAccountant"], shown["status"]) == (True, before)


def test_nothing_is_booked_twice_whatever_failed_afterwards(office: World) -> None:
    """All that follows a booking fails in turn; the entry is posted once."""
    (invoice,) = few(office, "purchase", count=1)
    office.demo.robaws.tenant.ignored_keys.add("sentToAccountant")
    hook: Any = refusing(DOCUMENTS, words=WORDS)
    office.demo.exact.before.append(hook)
    for _ in range(3):
        office.json("send", "--all-ready")
    reference = office.robaws(invoice)["invoiceNumber"].encode()
    assert len([record for record in bookings(office) if reference in record.body]) == 1
