"""Exact's stand-in behind a socket, with our adapter in front of it; both live by one clock that moves when told."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

from robexact_desktop.adapters.exact.api import ExactApi
from robexact_desktop.adapters.exact.auth import Login
from robexact_desktop.adapters.exact.calls import Calls
from robexact_desktop.adapters.exact.limits import ErrorCount, Pace
from robexact_desktop.adapters.http import Http
from robexact_desktop.demo.exact import ExactServer, ExactState
from robexact_desktop.demo.serving import serve
from robexact_desktop.domain.errors import Service
from robexact_desktop.domain.settings import ExactSettings

DIVISION = 3801
CLIENT_ID, SECRET, REDIRECT = "{b2f3d4a5-1111-4c4c-9d9d-0123456789ab}", "geheim", "https://robexact.example/terug"
ENVIRONMENT = "Bouwwerken Peeters"


class Clock:
    """Wall time, monotonic time and sleep in one."""

    def __init__(self) -> None:
        self.at = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
        self.slept: list[float] = []

    def __call__(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return self.at.timestamp() - 1_700_000_000

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.pass_seconds(seconds)

    def pass_seconds(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


class RememberedSecrets:
    """A key store that refuses what Windows refuses, and can die before the n-th write."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {("", ""): ""}
        self.writes_left: int | None = None

    def read(self, environment: str, name: str) -> str | None:
        return self.kept.get((environment, name))

    def write(self, environment: str, name: str, value: str) -> None:
        assert len(value) <= 1_280, "1783: The stub received bad data"
        if self.writes_left is not None:
            if self.writes_left == 0:
                raise KeyboardInterrupt
            self.writes_left -= 1
        if value:
            self.kept[environment, name] = value
        else:
            self.kept.pop((environment, name), None)


class FakeLogin:
    """A token that nobody renews; remembers what was refused."""

    def __init__(self) -> None:
        self.refused: list[str] = []

    def access(self, *, for_booking: bool = False) -> str:
        return "token-for-booking" if for_booking else "token"

    def renew_refused(self, access: str) -> bool:
        self.refused.append(access)
        return False


class Site:
    def __init__(self, state: ExactState, clock: Clock, **switches: Any) -> None:
        facts: dict[str, Any] = {"client_id": CLIENT_ID, "client_secret": SECRET, "redirect_uris": [REDIRECT]}
        self.server = ExactServer(state, **{**facts, "per_minute": 600, **switches})
        self.state = state
        self.clock = clock
        self._running = serve(self.server)
        self.secrets = RememberedSecrets()
        self.secrets.write(ENVIRONMENT, "exact.client_secret", SECRET)
        settings = ExactSettings(client_id=CLIENT_ID, redirect_uri=REDIRECT, base_url=self._running.url)
        self.settings = settings
        self.http = Http(Service.EXACT, settings.base_url, 2)
        self.login = self.new_login()
        self.exact = self.api(DIVISION)

    def __enter__(self) -> "Site":
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.http.close()
        self._running.close()

    def new_login(self) -> Login:
        """As a restarted program has it."""
        clock = self.clock
        return Login(self.settings, ENVIRONMENT, self.secrets, self.http, clock, clock.sleep, clock.monotonic)

    def api(self, division: int | None) -> ExactApi:
        pace = Pace(self.clock.monotonic, self.clock.sleep)
        return ExactApi(Calls(self.http, self.login, pace, ErrorCount(self.clock.monotonic)), division)

    def sign_in(self, divisions: list[int] | None = None) -> None:
        ended_on = self.server.consent(self.login.authorize_url("s"), divisions)
        self.login.exchange(parse_qs(urlsplit(ended_on).query)["code"][0])


def small_books(state: ExactState) -> None:
    state.add_division(DIVISION, "Bouwwerken Peeters", DefaultPaymentCondition="30")
    state.add_division(3802, "Peeters Patrimonium", Status=2)
    rows: list[tuple[str, dict[str, Any]]] = [
        ("financial/GLAccounts", {"Code": "400000", "Description": "Klanten", "Type": 20}),
        ("financial/GLAccounts", {"Code": "440000", "Description": "Leveranciers", "Type": 22}),
        ("financial/GLAccounts", {"Code": "451000", "Description": "Btw", "Type": 24}),
        ("financial/GLAccounts", {"Code": "411000", "Description": "Btw", "Type": 24}),
        ("financial/GLAccounts", {"Code": "700000", "Description": "Omzet", "Type": 110, "UseCostcenter": 1}),
        (
            "cashflow/PaymentConditions",
            {"Code": "30", "Description": "30 dagen", "PaymentMethod": "B", "PaymentDays": 30},
        ),
        ("hrm/Costcenters", {"Code": "P26", "Description": "Werf", "EndDate": date(2027, 1, 1)}),
        ("general/Currencies", {"Code": "EUR", "Description": "Euro"}),
        ("documents/DocumentTypes", {"ID": 10, "Description": "Verkoopfactuur", "DocumentIsCreatable": True}),
        ("documents/DocumentTypes", {"ID": 1, "Description": "Systeem", "DocumentIsCreatable": False}),
    ]
    for resource, properties in rows:
        state.put(DIVISION, resource, **properties)
    gl = {row["Code"]: row["ID"] for row in state.rows(DIVISION, "financial/GLAccounts")}
    state.put(DIVISION, "financial/Journals", Code="70", Description="Verkoop", Type=20, GLAccount=gl["400000"])
    state.put(DIVISION, "financial/Journals", Code="60", Description="Aankoop", Type=22, GLAccount=gl["440000"])
    vat = {"GLToPay": gl["451000"], "GLToClaim": gl["411000"], "VATTransactionType": "B"}
    state.put(DIVISION, "vat/VATCodes", Code="4", Description="21 %", Percentage="0.21", Type="E", **vat)
    for month in range(1, 13):
        start = date(2026, month, 1)
        end = date(2026 + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        state.put(DIVISION, "financial/FinancialPeriods", FinYear=2026, FinPeriod=month, StartDate=start, EndDate=end)
    facts = {"VATNumber": "BE 0403.019.261", "Country": "BE", "Postcode": "2000", "City": "Antwerpen"}
    state.put(DIVISION, "crm/Accounts", Name="Bouw O'Brien", Status="C", **facts)
