"""Directly before it is sent an invoice is read again: what changed in Robaws goes back to the preview (S5b)."""

from decimal import Decimal

from world import World

from e2e.looking import bookings, clean, differences, entry_ids


def change_amount(office: World, invoice: str) -> None:
    """The office adds ten euros to the first line and to the totals."""
    row = office.robaws(invoice)
    lines = [dict(line) for line in row["lineItems"]]
    line = next(line for line in lines if line["type"] == "LINE")
    net = str(Decimal(line["totalExclVat"]) + 10)
    line.update(quantity="1", discount="0", price=net, totalExclVat=net)
    more = {"totalExclVat": "10.00", "totalInclVat": "12.10"}
    totals = {key: str(Decimal(row[key]) + Decimal(amount)) for key, amount in more.items()}
    office.demo.robaws.state.patch("sales-invoices", row["id"], lineItems=lines, **totals)


def at_21_percent(office: World) -> list[str]:
    return [
        name
        for name in clean(office, "sales")
        if {line.get("vatTariffId") for line in office.robaws(name)["lineItems"] if line["type"] == "LINE"} == {"1"}
    ]


def test_a_changed_invoice_is_held_and_the_others_go(office: World) -> None:
    before, (changed, *others) = entry_ids(office), at_21_percent(office)[:3]
    change_amount(office, changed)
    held, *rows = office.json("send", changed, *others, code=1)
    assert (held["id"], held["state"], held["entry_id"]) == (changed, "ready", None)
    assert "gewijzigd in Robaws" in held["message"]
    assert [row["state"] for row in rows] == ["done", "done"]
    assert differences(office, others, before) == []


def test_a_changed_invoice_goes_as_it_is_now_after_an_import(office: World) -> None:
    before, changed = entry_ids(office), at_21_percent(office)[0]
    change_amount(office, changed)
    office.json("send", changed, code=1)
    office.json("import")
    (row,) = office.json("send", changed)
    assert row["state"] == "done"
    assert differences(office, [changed], before) == []


def test_a_deleted_invoice_is_held_and_no_longer_known_after_an_import(office: World) -> None:
    deleted = clean(office, "purchase")[0]
    office.demo.robaws.state.delete("purchase-invoices", deleted.partition("/")[2])
    (held,) = office.json("send", deleted, code=1)
    assert (held["state"], held["entry_id"]) == ("ready", None)
    assert "bestaat niet meer in Robaws" in held["message"]
    assert bookings(office) == []
    office.json("import")
    assert deleted not in {row["id"] for row in office.json("invoices")}
    assert office.run("send", deleted).code == 2
    assert bookings(office) == []


def test_one_sent_by_somebody_else_is_held_as_done(office: World) -> None:
    sent = clean(office, "sales", credit=True)[0]
    office.demo.robaws.state.patch("sales-invoices", sent.partition("/")[2], sentToAccountant=True)
    (held,) = office.json("send", sent, code=1)
    assert (held["state"], held["entry_id"]) == ("done", None)
    assert "Naar boekhouder = Ja" in held["message"]
    (row,) = office.json("send", sent)
    assert (row["state"], row["entry_id"]) == ("done", None)
    assert bookings(office) == []


def test_what_decides_nothing_may_change(office: World) -> None:
    before, invoice = entry_ids(office), clean(office, "sales")[0]
    office.demo.robaws.state.patch("sales-invoices", invoice.partition("/")[2], status="nagekeken", paidTotal="1.00")
    (row,) = office.json("send", invoice)
    assert row["state"] == "done"
    assert differences(office, [invoice], before) == []
