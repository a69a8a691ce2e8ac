"""The firm as a client of Robaws meets it: page by page, everything once."""

from decimal import Decimal
from typing import Any

import httpx

from robexact_desktop.demo.robaws import RobawsServer
from robexact_desktop.demo.serving import serve

from .bookkeeper import World

LINES = "adjustedLineItems"
INCLUDES = {
    "sales-invoices": f"{LINES},{LINES}.generalLedgerAccount,{LINES}.vatTariff,client,journal",
    "purchase-invoices": "lineItems,lineItems.generalLedgerAccount,lineItems.vatTariff,supplier,journal",
}


def walk(http: httpx.Client, resource: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    page, pages = 0, 1
    while page < pages:
        words: dict[str, str | int] = {
            "page": page,
            "size": 100,
            "sort": "id:asc",
            "include": INCLUDES.get(resource, ""),
        }
        answer = http.get(f"/api/v2/{resource}", params=words).json()
        found += answer["items"]
        page, pages = page + 1, answer["totalPages"]
    return found


def test_all_invoices_come_once_with_what_was_included(world: World) -> None:
    server = RobawsServer(world.robaws, api_key="k", api_secret="s", per_second=1000)
    with serve(server) as running, httpx.Client(base_url=running.url, auth=("k", "s")) as http:
        sales, purchases = walk(http, "sales-invoices"), walk(http, "purchase-invoices")
    assert [row["id"] for row in sales] == [row["id"] for row in world.robaws.all("sales-invoices")]
    assert len({row["id"] for row in purchases}) == len(world.robaws.all("purchase-invoices"))
    assert all(row["client"]["id"] == row["clientId"] and row["journal"]["name"] for row in sales)
    lines = [line for row in sales for line in row[LINES] if line["type"] == "LINE"]
    assert all(line["vatTariff"]["id"] == line["vatTariffId"] for line in lines)
    assert all(isinstance(row["totalExclVat"], int | float) for row in purchases)
    given = sum(Decimal(row["totalInclVat"]) for row in world.robaws.all("purchase-invoices"))
    assert sum(Decimal(str(row["totalInclVat"])) for row in purchases) == given
