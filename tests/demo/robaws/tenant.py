"""A small tenant and a client that does nothing by itself: one call over the socket, one answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from robexact_desktop.demo.robaws import RobawsServer, RobawsState
from robexact_desktop.demo.rows import Rows
from robexact_desktop.demo.serving import serve

KEY, SECRET = "sleutel", "geheim"
MERGE = "application/merge-patch+json"


class Clock:
    """Time that moves only when told."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_seconds(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@dataclass
class Client:
    server: RobawsServer
    http: httpx.Client
    clock: Clock

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self.http.get(f"/api/v2{path}", **more)

    def items(self, path: str) -> list[dict[str, Any]]:
        return list(self.get(path).json()["items"])

    def patch(self, path: str, body: Any, kind: str = MERGE, **headers: str) -> httpx.Response:
        return self.http.patch(f"/api/v2{path}", json=body, headers={"Content-Type": kind, **headers})

    def post(self, path: str, body: Any, **headers: str) -> httpx.Response:
        return self.http.post(f"/api/v2{path}", json=body, headers=headers)


@contextmanager
def running(state: RobawsState, clock: Clock, **switches: Any) -> Iterator[Client]:
    server = RobawsServer(state, api_key=KEY, api_secret=SECRET, **{"per_second": 1000, **switches})
    with serve(server) as address, httpx.Client(base_url=address.url, auth=(KEY, SECRET), verify=False) as http:
        yield Client(server, http, clock)


def small_tenant(clock: Clock) -> RobawsState:
    state = RobawsState(Rows(), clock)
    state.put("companies", id="1", name="Bouwwerken Peeters BV", address={"city": "Waterhoven", "country": "BE"})
    state.put("clients", id="1", name="Immo Kempenland NV", vatIdNumber="BE 0999.017.054", exactOnlineCode=None)
    state.put("suppliers", id="1", name="Bouwmaterialen Nijs NV")
    state.put("vat-tariffs", id="1", name="21 %", percentage="21")
    state.put("general-ledger-accounts", id="7", code="700000", name="Omzet bouwwerken")
    state.put("journals", id="1", name="Verkoopfacturen", code=None)
    state.put("projects", id="4", logicId="P260001", planningName="Loods Noord")
    state.put("sales-invoices", **sales_invoice())
    state.put("documents", id="5", invoice="/purchase-invoices/1", kind="pdf", name="26400001.pdf")
    state.put("documents", id="6", invoice="/purchase-invoices/1", kind="jpeg", name="26400001.jpg")
    state.put("documents", id="9", invoice="/purchase-invoices/1", kind="login_page", name="26400001.pdf")
    purchase = {"supplierId": "1", "invoiceNumber": "F26-1", "documentId": "5", "confidential": True}
    state.put("purchase-invoices", **{**sales_invoice(), "clientId": None, "logicId": "26400001", **purchase})
    awaiting = [{"userId": "3", "status": "AWAITING_DECISION"}]
    approval = {"resourceUnderApprovalRef": "/purchase-invoices/1", "userStates": awaiting, "supplierId": "1"}
    state.put("approval-requests", totalVatIncl="121.00", closedAt=None, **approval)
    state.put("approval-requests", totalVatIncl="12.10", closedAt="2026-03-01T10:00:00.000Z", **approval)
    return state


def sales_invoice(**changes: Any) -> dict[str, Any]:
    line = {
        "id": "1",
        "type": "LINE",
        "description": "Metselwerk binnenmuren, m²",
        "quantity": "3",
        "price": "37.04",
        "discount": "10",
        "totalExclVat": "100.01",
        "vatTariffId": "1",
        "generalLedgerAccountId": "7",
        "projectId": "4",
    }
    facts = {
        "id": "1",
        "type": "INVOICE",
        "logicId": "20260001",
        "date": "2026-03-10",
        "expireDate": "2026-04-09",
        "clientId": "1",
        "companyId": "1",
        "journalId": "1",
        "currency": "EUR",
        "totalExclVat": "100.01",
        "totalInclVat": "121.01",
        "paymentInstruction": "202600001491",
        "sentToAccountant": False,
        "status": "klaar",
        "lineItems": [line, {"id": "2", "type": "TEXT", "description": "Met dank"}],
    }
    return {**facts, **changes}
