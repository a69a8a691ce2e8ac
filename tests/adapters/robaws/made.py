"""Robaws' stand-in behind a socket, our adapter in front of it, and rows in the contract's words."""

import time
from datetime import UTC, datetime
from typing import Any

from robexact_desktop.adapters.http import Http
from robexact_desktop.adapters.robaws.api import RobawsApi
from robexact_desktop.adapters.robaws.calls import Calls
from robexact_desktop.adapters.robaws.limits import RobawsPace
from robexact_desktop.demo.robaws import RobawsServer, RobawsState
from robexact_desktop.demo.serving import serve
from robexact_desktop.domain.errors import Service

LINE = {"id": "1", "type": "LINE", "description": "Ruwbouw", "quantity": 1, "price": 100, "vatTariffId": "1"}


class Tenant:
    def __init__(self, state: RobawsState, **switches: Any) -> None:
        self.state = state
        self.slept: list[float] = []
        facts: dict[str, Any] = {"api_key": "key", "api_secret": "secret", "clock": lambda: datetime.now(UTC)}
        self.server = RobawsServer(state, **{**facts, "per_second": 1000, **switches})
        self._running = serve(self.server)
        self.url = self._running.url
        self._http = Http(Service.ROBAWS, f"{self.url}/api/v2", 2)
        self.robaws = self.api()

    def __enter__(self) -> "Tenant":
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._http.close()
        self._running.close()

    def api(self, secret: str = "secret") -> RobawsApi:
        pace = RobawsPace(lambda: datetime.now(UTC), self.monotonic, self.sleep)
        return RobawsApi(Calls(self._http, "key", secret, pace), self.sleep)

    def monotonic(self) -> float:
        return time.monotonic() + sum(self.slept)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)

    def put(self, resource: str, **row: Any) -> str:
        return str(self.state.put(resource, **row)["id"])

    def sale(self, **row: Any) -> str:
        known: dict[str, Any] = {
            "type": "INVOICE",
            "logicId": "2026-041",
            "date": "2026-03-16",
            "expireDate": "2026-04-15",
            "clientId": "1",
            "totalExclVat": "100.00",
            "totalInclVat": "121.00",
            "lineItems": [LINE],
            "booked": True,
        }
        return self.put("sales-invoices", **{**known, **row})

    def purchase(self, **row: Any) -> str:
        known: dict[str, Any] = {
            "type": "INVOICE",
            "logicId": "A26001",
            "invoiceNumber": "F-99",
            "date": "2026-03-16",
            "supplierId": "1",
            "totalExclVat": "90.00",
            "totalInclVat": "108.90",
            "lineItems": [{**LINE, "discount": 10}],
        }
        return self.put("purchase-invoices", **{**known, **row})
