"""Exact says no: its words are told, and the invoice goes again only when somebody did something about it."""

from typing import Any

import pytest
from world import World

from e2e.looking import (
    ACCOUNTS,
    ENTRIES,
    SALES,
    bookings,
    clean,
    differences,
    entries_of,
    entry_ids,
    few,
    once,
    refusing,
    states,
    to_the_digit,
)

WORDS = "Verplicht: Kostenplaats <b>100%</b>\r\nOngeldig: Bedrag"


@pytest.fixture
def refused(office: World) -> tuple[World, str, frozenset[str]]:
    """An office where Exact refused one invoice, and would not do so again."""
    before, (invoice, *_) = entry_ids(office), few(office, count=1)
    hook = refusing(SALES, words=WORDS)
    office.demo.exact.before.append(hook)
    rows = office.json("send", invoice, code=1)
    office.demo.exact.before.remove(hook)
    assert [(row["id"], row["state"], row["entry_id"]) for row in rows] == [(invoice, "refused", None)]
    assert f'"{WORDS}"' in rows[0]["message"]
    return office, invoice, before


Refused = tuple[World, str, frozenset[str]]


def test_a_refused_invoice_shows_as_refused(refused: Refused) -> None:
    office, invoice, _ = refused
    listed = {row["id"]: row["state"] for row in office.json("invoices", "--state", "refused")}
    assert listed == {invoice: "refused"}
    assert office.robaws(invoice)["sentToAccountant"] is False


def test_all_ready_leaves_a_refused_one_alone(refused: Refused) -> None:
    office, invoice, _ = refused
    posted = len(bookings(office))
    rows = office.json("send", "--all-ready")
    assert invoice not in {row["id"] for row in rows}
    assert invoice not in {record.body.decode() for record in bookings(office)[posted:]}
    assert entries_of(office, invoice) == []


def test_all_ready_takes_it_when_a_value_that_decides_it_has_changed(refused: Refused) -> None:
    office, invoice, before = refused
    office.json("override", invoice, "--line", "0", "--gl", "700400")
    rows = {row["id"]: row["state"] for row in office.json("send", "--all-ready")}
    assert rows[invoice] == "done"
    assert [entry["Lines"][0]["GLAccountCode"] for entry in entries_of(office, invoice)] == ["700400"]
    assert differences(office, list(rows), before) == []


def test_a_named_one_goes_again_but_is_looked_up_first(refused: Refused) -> None:
    office, invoice, before = refused
    asked = len(office.demo.exact.log)
    (row,) = office.json("send", invoice)
    assert row["state"] == "done"
    assert differences(office, [invoice], before) == []
    calls = [(record.method, record.resource) for record in office.demo.exact.log[asked:]]
    assert ("GET", SALES) in calls[: calls.index(("POST", SALES))]


def test_one_that_somebody_booked_meanwhile_is_adopted(refused: Refused) -> None:
    office, invoice, before = refused
    (row,) = to_the_digit(office.run("check", invoice, "--json").out)
    entry = office.demo.exact.state.book(office.division, SALES, row["payload"])
    posted = len(bookings(office))
    (told,) = office.json("send", invoice)
    assert (told["state"], told["entry_id"]) == ("done", entry["EntryID"])
    assert len(bookings(office)) == posted
    assert differences(office, [invoice], before) == []


def book_another(office: World, payload: dict[str, Any]) -> Any:
    """Somebody books his own entry under the same number, in the moment before ours arrives."""
    body = {**payload, "YourRef": "MET-DE-HAND"}
    return once(SALES, lambda _: office.demo.exact.state.book(office.division, SALES, body))


def test_a_number_in_use_is_refused_in_exacts_words(office: World) -> None:
    (invoice,) = few(office, count=1)
    (row,) = to_the_digit(office.run("check", invoice, "--json").out)
    office.demo.exact.before.append(book_another(office, row["payload"]))
    (told,) = office.json("send", invoice, code=1)
    assert (told["state"], told["entry_id"]) == ("refused", None)
    assert '"In gebruik: Boekstuknummer"' in told["message"]
    assert entries_of(office, invoice) == []
    assert invoice not in {row["id"] for row in office.json("send", "--all-ready")}


def test_a_number_in_use_by_our_own_entry_is_adopted(office: World) -> None:
    """The same booking was made a moment ago by another copy, on another machine."""
    before, (invoice,) = entry_ids(office), few(office, count=1)
    (row,) = to_the_digit(office.run("check", invoice, "--json").out)
    act = once(SALES, lambda _: office.demo.exact.state.book(office.division, SALES, row["payload"]))
    office.demo.exact.before.append(act)
    (told,) = office.json("send", invoice)
    assert told["state"] == "done"
    assert differences(office, [invoice], before) == []


def test_a_number_that_exact_replaces_silently_is_told(make_office: Any) -> None:
    office: World = make_office(silent_renumber=True)
    before, invoice = entry_ids(office), clean(office, "sales")[0]
    (row,) = to_the_digit(office.run("check", invoice, "--json").out)
    office.demo.exact.before.append(book_another(office, row["payload"]))
    (told,) = office.json("send", invoice)
    (entry,) = entries_of(office, invoice)
    asked = row["payload"]["EntryNumber"]
    assert (told["state"], told["entry_number"]) == ("done", entry["EntryNumber"])
    assert told["entry_number"] != asked
    assert f"boekstuk {told['entry_number']}, niet als het gevraagde {asked}" in told["message"]
    by_hand = {entry["EntryID"] for entry in office.entries("sales") if entry["YourRef"] == "MET-DE-HAND"}
    assert differences(office, [invoice], before | by_hand) == []


def test_three_equal_refusals_stop_those_that_share_the_cause(office: World) -> None:
    """An account of Exact's that takes no bookings any more: eleven errors would block the key for an hour."""
    invoices = clean(office, "sales")[:8]
    for invoice in invoices:
        office.json("override", invoice, "--gl", "700400")
    office.demo.exact.before.append(refusing(*ENTRIES.values(), words="Geblokkeerd: Grootboekrekening"))
    rows = office.json("send", *invoices, code=1)
    assert len(bookings(office)) == 3
    assert [row["state"] for row in rows] == ["refused"] * 3 + ["ready"] * 5
    assert all('"Geblokkeerd: Grootboekrekening"' in row["message"] for row in rows)


def test_a_refused_relation_is_asked_once_in_a_run_however_many_invoices_wait_for_it(office: World) -> None:
    (first, *_) = [name for name in office.demo.firm.to_create if name.startswith("sales/")]
    invoices = [first, *clean(office, "sales")[:4]]
    client = office.robaws(first)["clientId"]
    for name in invoices[1:]:
        office.demo.robaws.state.patch("sales-invoices", name.partition("/")[2], clientId=client)
    office.json("import")
    office.demo.exact.before.append(refusing(ACCOUNTS, words="Ongeldig: BTW-nummer"))
    rows = office.json("send", *invoices, code=1)
    assert [row["id"] for row in rows] == invoices
    assert all('"Ongeldig: BTW-nummer"' in row["message"] for row in rows)
    assert len(office.posts(ACCOUNTS)) == 1
    assert bookings(office) == []
    office.demo.exact.before.clear()
    assert states(office.json("send", *invoices)) == dict.fromkeys(invoices, "done")
    assert len(office.posts(ACCOUNTS)) == 2
