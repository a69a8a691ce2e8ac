"""After the write Exact's own figures are compared with what was sent: a difference is red, never silent (S9)."""

from decimal import Decimal
from typing import Any

import pytest
from werkzeug.wrappers import Response
from world import World

from e2e.looking import PURCHASES, SALES, bookings, few, once, reference, states

LEDGER = "financialtransaction/TransactionLines"


def ledger_lines(office: World, invoice: str) -> list[dict[str, Any]]:
    found = office.demo.exact.state.find(office.division, LEDGER, "YourRef", reference(office, invoice))
    return sorted(found, key=lambda line: line["LineNumber"])


def total_off(office: World, invoice: str) -> None:
    head = ledger_lines(office, invoice)[0]
    amount = Decimal(head["AmountFC"])
    office.demo.exact.state.put(office.division, LEDGER, ID=head["ID"], AmountFC=amount + Decimal("0.01"))


def other_code(office: World, invoice: str) -> None:
    for line in ledger_lines(office, invoice)[1:]:
        office.demo.exact.state.put(office.division, LEDGER, ID=line["ID"], VATCode="0")


def other_period(office: World, invoice: str) -> None:
    for line in ledger_lines(office, invoice):
        office.demo.exact.state.put(office.division, LEDGER, ID=line["ID"], FinancialPeriod=1)


def other_relation(office: World, invoice: str) -> None:
    stranger = office.demo.exact.state.one(office.division, "crm/Accounts", "Name", "Oude klant 1")
    assert stranger
    for line in ledger_lines(office, invoice):
        office.demo.exact.state.put(office.division, LEDGER, ID=line["ID"], Account=stranger["ID"])


@pytest.mark.parametrize("kind", ["sales", "purchase"])
@pytest.mark.parametrize(
    ("tamper", "word"),
    [(total_off, "totaal"), (other_code, "btw"), (other_period, "periode"), (other_relation, "relatie")],
)
def test_what_exact_shows_otherwise_is_a_conflict(office: World, tamper: Any, word: str, kind: str) -> None:
    invoice, *_ = few(office, kind)
    resource = SALES if kind == "sales" else PURCHASES
    office.demo.exact.after.append(once(resource, lambda _: tamper(office, invoice)))
    (row,) = office.json("send", invoice, code=1)
    assert row["state"] == "conflict"
    assert row["entry_id"]
    assert "Exact toont iets anders" in row["message"]
    assert word in row["message"].casefold()


def test_a_conflict_stays_one_and_is_never_posted_again(office: World) -> None:
    invoice, *_ = few(office)
    office.demo.exact.after.append(once(SALES, lambda _: total_off(office, invoice)))
    office.json("send", invoice, code=1)
    (again,) = office.json("send", invoice, code=1)
    assert again["state"] == "conflict"
    assert again["message"]
    assert invoice not in states(office.json("send", "--all-ready"))
    assert [record for record in bookings(office) if reference(office, invoice).encode() in record.body][1:] == []


@pytest.mark.parametrize(("key", "value"), [("AmountFC", 1.0), ("Type", 21)])
def test_an_answer_that_is_not_what_was_sent_is_a_conflict(office: World, key: str, value: Any) -> None:
    """Exact answers the booking itself with another total, or with an invoice where a credit note was sent."""
    import simplejson

    (invoice,) = few(office, count=1)

    def answer(record: Any) -> Response | None:
        if record.method != "POST" or record.resource != SALES:
            return None
        entry = next(row for row in office.entries("sales") if row["YourRef"] == reference(office, invoice))
        told = {"EntryID": entry["EntryID"], "EntryNumber": entry["EntryNumber"], "Type": 20}
        told |= {"AmountFC": Decimal(entry["AmountFC"]), key: value}
        return Response(simplejson.dumps({"d": told}, use_decimal=True), 201, mimetype="application/json")

    office.demo.exact.after.append(answer)
    (row,) = office.json("send", invoice, code=1)
    assert row["state"] == "conflict"
    assert "Bekijk" in row["message"]
    assert office.robaws(invoice)["sentToAccountant"] is False


def test_an_entry_changed_after_it_was_verified_is_its_owners_affair(office: World) -> None:
    invoice, *_ = few(office)
    office.json("send", invoice)
    total_off(office, invoice)
    (row,) = office.json("send", invoice)
    assert row["state"] == "done"
