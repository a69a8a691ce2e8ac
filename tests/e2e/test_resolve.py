"""Something else stands in an invoice's place: a person decides, and nothing is booked twice or lost by it."""

from decimal import Decimal

import pytest
from werkzeug.wrappers import Response
from world import World

from e2e.looking import SALES, bookings, entries_of, few, hang_up, once, states
from e2e.test_read_back import total_off


def typed_by_a_person(office: World, invoice: str, *, more: str = "100.00") -> str:
    """Another booking of the same relation under the same reference, dearer, under a number of Exact's own; its id."""
    (row,) = office.json("check", invoice)
    body = {name: value for name, value in row["payload"].items() if name != "EntryNumber"}
    lines = [dict(line) for line in body["SalesEntryLines"]]
    lines[0]["AmountFC"] = Decimal(lines[0]["AmountFC"]) + Decimal(more)
    entry = office.demo.exact.state.book(office.division, SALES, body | {"SalesEntryLines": lines})
    return str(entry["EntryID"])


def in_conflict_with_another(office: World) -> tuple[str, str]:
    """An unanswered invoice that never arrived, and the other's booking that the look-up finds."""
    (invoice,) = few(office, count=1)
    office.demo.exact.before.append(once(SALES, hang_up))
    office.json("send", invoice, code=1)
    theirs = typed_by_a_person(office, invoice)
    (row,) = office.json("send", invoice, code=1)
    assert (row["state"], row["entry_id"]) == ("conflict", theirs)
    return invoice, theirs


def in_conflict_with_its_own(office: World) -> str:
    (invoice,) = few(office, count=1)
    office.demo.exact.after.append(once(SALES, lambda _: total_off(office, invoice)))
    (row,) = office.json("send", invoice, code=1)
    assert row["state"] == "conflict"
    return invoice


def test_adopted_it_is_this_invoice_and_robaws_knows(office: World) -> None:
    invoice, theirs = in_conflict_with_another(office)
    row = office.json("resolve", invoice, "adopt")
    assert (row["id"], row["state"], row["entry_id"]) == (invoice, "done", theirs)
    assert "Gekoppeld aan boekstuk" in row["message"]
    assert office.robaws(invoice)["sentToAccountant"] is True
    assert [entry["EntryID"] for entry in entries_of(office, invoice)] == [theirs]
    assert office.json("send", invoice)[0]["state"] == "done"
    assert len(bookings(office)) == 1


def test_its_own_entry_that_differs_is_kept_as_it_is(office: World) -> None:
    invoice = in_conflict_with_its_own(office)
    assert office.json("resolve", invoice, "adopt")["state"] == "done"
    assert invoice not in states(office.json("send", "--all-ready"))
    assert states(office.json("invoices"))[invoice] == "done"
    assert len(entries_of(office, invoice)) == 1


def test_told_apart_it_is_booked_beside_the_other_once(office: World) -> None:
    invoice, theirs = in_conflict_with_another(office)
    row = office.json("resolve", invoice, "resend")
    assert (row["state"], row["entry_id"]) == ("queued", None)
    assert len(entries_of(office, invoice)) == 1
    (sent,) = [row for row in office.json("send", "--all-ready") if row["id"] == invoice]
    assert sent["state"] == "done"
    assert sent["entry_id"] != theirs
    assert len(entries_of(office, invoice)) == 2
    assert invoice not in states(office.json("send", "--all-ready"))


def test_told_apart_once_it_stays_so_when_the_answer_is_lost_again(office: World) -> None:
    invoice, theirs = in_conflict_with_another(office)
    office.json("resolve", invoice, "resend")
    office.demo.exact.after.append(once(SALES, hang_up))
    (unsure,) = office.json("send", invoice, code=1)
    assert unsure["state"] == "unknown"
    (found,) = office.json("send", invoice)
    assert found["state"] == "done"
    assert found["entry_id"] != theirs
    assert len(entries_of(office, invoice)) == 2


def test_its_own_entry_is_never_booked_again_while_it_stands(office: World) -> None:
    invoice = in_conflict_with_its_own(office)
    row = office.json("resolve", invoice, "resend", code=1)
    assert row["state"] == "conflict"
    assert "staat nog in Exact" in row["message"]
    assert len(bookings(office)) == 1


def test_its_own_entry_deleted_in_exact_may_be_booked_again(office: World) -> None:
    invoice = in_conflict_with_its_own(office)
    (entry,) = entries_of(office, invoice)
    office.demo.exact.state.remove(office.division, SALES, entry)
    assert office.json("resolve", invoice, "resend")["state"] == "queued"
    assert office.json("send", invoice)[0]["state"] == "done"
    assert len(entries_of(office, invoice)) == 1


def test_skipped_it_stays_and_says_so(office: World) -> None:
    invoice, theirs = in_conflict_with_another(office)
    row = office.json("resolve", invoice, "skip")
    assert (row["state"], row["entry_id"]) == ("conflict", theirs)
    assert "Overgeslagen" in row["message"]
    assert invoice not in states(office.json("send", "--all-ready"))
    assert office.json("resolve", invoice, "adopt")["state"] == "done"


def test_what_was_deleted_meanwhile_cannot_be_adopted_but_sent(office: World) -> None:
    invoice, theirs = in_conflict_with_another(office)
    entry = office.demo.exact.state.get(office.division, SALES, theirs)
    assert entry
    office.demo.exact.state.remove(office.division, SALES, entry)
    row = office.json("resolve", invoice, "adopt", code=1)
    assert row["state"] == "conflict"
    assert "staat niet meer in Exact" in row["message"]
    office.json("resolve", invoice, "resend")
    assert office.json("send", invoice)[0]["state"] == "done"


def test_without_an_answer_nothing_is_decided(office: World) -> None:
    invoice, _ = in_conflict_with_another(office)
    office.demo.exact.before.append(lambda _record: Response("<html>", 502, mimetype="text/html"))
    assert office.run("resolve", invoice, "adopt", "--json").code == 5
    office.demo.exact.before.clear()
    assert states(office.json("invoices"))[invoice] == "conflict"


def test_what_stands_in_exact_already_is_linked_unsent(office: World) -> None:
    """Typed in by the accountant before: offered, never sent; one word links it."""
    firm = office.demo.firm
    invoices = [name for name, code in firm.defects.items() if code == "already_in_exact"]
    for invoice in invoices:
        row = office.json("resolve", invoice, "adopt")
        assert row["state"] == "done"
        assert row["entry_id"] in [entry["EntryID"] for entry in entries_of(office, invoice)]
        assert office.robaws(invoice)["sentToAccountant"] is True
    assert invoices
    assert bookings(office) == []


@pytest.mark.parametrize("decision", ["adopt", "resend", "skip"])
def test_where_nothing_is_to_be_decided_it_is_said(office: World, decision: str) -> None:
    (invoice,) = few(office, count=1)
    ran = office.run("resolve", invoice, decision, "--json")
    assert ran.code == 2
    assert invoice in ran.err
    assert states(office.json("invoices"))[invoice] == "ready"


@pytest.mark.parametrize("words", [("sales/none", "adopt"), ("sales/1", "perhaps"), ("sales/1",)])
def test_a_wrong_word_is_wrong_usage(office: World, words: tuple[str, ...]) -> None:
    assert office.run("resolve", *words).code == 2
