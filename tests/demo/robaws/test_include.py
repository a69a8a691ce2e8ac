"""Only what is included is expanded; amounts are numbers, ids are text."""

import json
from decimal import Decimal

from robexact_desktop.demo.robaws import RobawsState

from .tenant import Client, sales_invoice

LINES = "adjustedLineItems"


def test_without_include_there_are_only_ids(client: Client) -> None:
    row = client.get("/sales-invoices/1").json()
    assert (row["clientId"], row["journalId"]) == ("1", "1")
    assert not {"client", "journal", "lineItems", LINES} & row.keys()


def test_include_expands_what_it_names(client: Client) -> None:
    row = client.get(f"/sales-invoices/1?include={LINES},{LINES}.generalLedgerAccount,client,journal").json()
    assert row["client"]["name"] == "Immo Kempenland NV"
    assert row["journal"] == {"id": "1", "name": "Verkoopfacturen", "code": None}
    line = row[LINES][0]
    assert line["generalLedgerAccount"] == {"id": "7", "code": "700000", "name": "Omzet bouwwerken"}
    assert "vatTariff" not in line
    assert line["vatTariffId"] == "1"


def test_below_a_list_that_is_not_included_nothing_shows(client: Client) -> None:
    assert LINES not in client.get(f"/sales-invoices/1?include={LINES}.vatTariff").json()


def test_an_unknown_include_is_ignored(client: Client) -> None:
    assert client.get("/sales-invoices/1?include=weather").status_code == 200


def test_adjusted_lines_are_net_of_their_discount(client: Client) -> None:
    row = client.get(f"/sales-invoices/1?include={LINES},lineItems").json()
    assert row["lineItems"][0]["discount"] == 10
    assert "discount" not in row[LINES][0]
    assert (row[LINES][0]["price"], row[LINES][0]["totalExclVat"]) == (33.336, 100.01)


def test_purchases_know_no_adjusted_lines(client: Client) -> None:
    row = client.get(f"/purchase-invoices/1?include={LINES},lineItems,lineItems.project,supplier").json()
    assert LINES not in row
    assert row["lineItems"][0]["project"] == {"id": "4", "logicId": "P260001", "planningName": "Loods Noord"}
    assert row["supplier"]["name"] == "Bouwmaterialen Nijs NV"


def test_amounts_are_json_numbers_with_the_digits_that_were_put(client: Client, state: RobawsState) -> None:
    figures = {"totalExclVat": Decimal("123456789.05"), "totalInclVat": Decimal("0.10"), "paidTotal": None}
    state.put("sales-invoices", **sales_invoice(id="2", **figures))
    row = json.loads(client.get("/sales-invoices/2").content, parse_float=Decimal)
    assert (row["totalExclVat"], row["totalInclVat"]) == (Decimal("123456789.05"), Decimal("0.1"))
    assert row["paidTotal"] is None
    assert row["id"] == "2"


def test_user_states_come_only_with_their_include(client: Client) -> None:
    assert "userStates" not in client.items("/approval-requests")[0]
    row = client.items("/approval-requests?open=true&include=userStates,supplier")[0]
    assert row["userStates"] == [{"userId": "3", "status": "AWAITING_DECISION"}]
    assert row["supplier"] == {"id": "1", "name": "Bouwmaterialen Nijs NV"}
    assert row["totalVatIncl"] == 121


def test_a_company_by_its_id(client: Client) -> None:
    assert client.get("/companies/1").json()["name"] == "Bouwwerken Peeters BV"
