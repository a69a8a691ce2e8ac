"""Payment status back: a fetch that fails changes nothing, a no of Robaws is one row."""

from decimal import Decimal

from answers import exact_refuses, ready, says, when
from world import TODAY, World

TERMS = "sync/Cashflow/PaymentTerms"


def paid(firm: World) -> str:
    """A booked sale whose customer has paid."""
    invoice = ready(firm)[0]
    (row,) = firm.json("send", invoice)
    (listed,) = [one for one in firm.json("invoices") if one["id"] == invoice]
    firm.demo.customers_pay({row["entry_id"]: Decimal(listed["total_incl_vat"])}, TODAY)
    return invoice


def payment(firm: World, invoice: str) -> str:
    return next(row["payment"] for row in firm.json("invoices") if row["id"] == invoice)


def test_a_refused_fetch_changes_nothing_and_is_not_1(firm: World) -> None:
    invoice = paid(firm)
    firm.demo.exact.before.append(when(lambda: exact_refuses("Forbidden", 403), resource=TERMS))
    assert firm.json("payments", code=5) == []
    assert payment(firm, invoice) == "open"


def test_a_fetch_that_breaks_off_shows_nowhere(firm: World) -> None:
    """The first page says paid, the second never comes: not in Robaws, not in a list."""
    invoice = paid(firm)
    (row,) = [one for one in firm.json("invoices") if one["id"] == invoice]
    term = {"ID": row["entry_id"], "Timestamp": "99999999", "TransactionEntryID": row["entry_id"], "LineType": 20}
    term |= {"AmountFC": -float(row["total_incl_vat"]), "Status": 50, "IsFullyPaid": True}
    following = f"{firm.demo.exact_at.url}/api/v1/{firm.division}/{TERMS}?$skiptoken=1"
    first = {"d": {"results": [term], "__next": following}}
    firm.demo.exact.before.append(when(lambda: says(first), times=1, resource=TERMS))
    firm.demo.exact.before.append(
        lambda record: exact_refuses("kapot") if record.resource == TERMS and "skiptoken" in record.query else None
    )
    assert firm.json("payments", code=5) == []
    assert payment(firm, invoice) == "open"
    assert firm.robaws(invoice)["status"] != "betaald"


def test_robaws_says_no_to_one_and_shows_it_in_the_next_run(firm: World) -> None:
    invoice = paid(firm)
    no = when(lambda: says({"status": 403, "error": "Forbidden"}, 403), method="PATCH")
    firm.demo.robaws.before.append(no)
    (row,) = firm.json("payments")
    assert (row["payment"], row["open_amount"], row["written_back"]) == ("paid", "0.00", False)
    firm.demo.robaws.before.remove(no)
    (row,) = firm.json("payments")
    assert row["written_back"] is True
    assert firm.robaws(invoice)["status"] == "betaald"
    assert firm.json("payments") == []
