"""Sending at the pace that Exact's headers allow: the product's lane to Exact against the stand-in's limits.

The clock is simulated: waiting costs nothing, answers take as long as they are said to. Tokens are renewed as in life.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from random import Random
from urllib.parse import parse_qs, urlsplit

from benchmarks.figures import Figure
from werkzeug.test import Client

from robexact_desktop.adapters.exact.auth import Login
from robexact_desktop.adapters.exact.calls import Calls
from robexact_desktop.adapters.exact.limits import ErrorCount, Pace
from robexact_desktop.adapters.http import Http, Reply
from robexact_desktop.demo.exact import ExactServer, ExactState
from robexact_desktop.demo.firm import plant
from robexact_desktop.demo.firm.ground import MAIN
from robexact_desktop.demo.robaws import RobawsState
from robexact_desktop.demo.rows import Rows
from robexact_desktop.domain.errors import Service
from robexact_desktop.domain.settings import ExactSettings

REDIRECT = "https://demo.robexact.example/aangemeld"
SALES = "salesentry/SalesEntries"
BEGIN = datetime(2026, 11, 24, 9, 0, 17, 300_000, tzinfo=UTC)
"""Not on a whole minute: Exact's minutes are those of its clock."""


@dataclass
class Time:
    """One clock for both sides; the machine's own is 40 s behind Exact's."""

    passed: float = 0.0

    def monotonic(self) -> float:
        return 1_000.0 + self.passed

    def sleep(self, seconds: float) -> None:
        self.passed += seconds

    def exacts(self) -> datetime:
        return BEGIN + timedelta(seconds=self.passed)

    def ours(self) -> datetime:
        return self.exacts() - timedelta(seconds=40)


@dataclass
class Kept:
    """A key store that forgets."""

    values: dict[tuple[str, str], str] = field(default_factory=dict)

    def read(self, environment: str, name: str) -> str | None:
        return self.values.get((environment, name))

    def write(self, environment: str, name: str, value: str) -> None:
        self.values[environment, name] = value

    def delete(self, environment: str, name: str) -> None:
        self.values.pop((environment, name), None)


class InProcess(Http):
    """The stand-in without a socket; each answer takes its time on the simulated clock, one in fifty ten times that."""

    def __init__(self, server: ExactServer, time: Time, usual: float) -> None:
        super().__init__(Service.EXACT, "http://127.0.0.1", 60)
        self._application = Client(server)
        self._time = time
        self._usual = usual
        self._dice = Random(1)

    def call(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
        seconds: float | None = None,  # noqa: ARG002 - none of these answers is late
    ) -> Reply:
        slow = 10 if self._dice.random() < 0.02 else 1
        under_way = self._usual * self._dice.uniform(0.5, 1.5) * slow
        self._time.sleep(under_way / 2)
        came = self._application.open(url, method=method, headers=dict(headers or {}), data=content)
        stamp = format_datetime(self._time.exacts().replace(microsecond=0), usegmt=True)
        self._time.sleep(under_way / 2)
        told = {name.lower(): value for name, value in came.headers.items()} | {"date": stamp}
        return Reply(self.service, came.status_code, told, came.get_data())


@dataclass(frozen=True)
class Paced:
    posts: int
    tokens: int
    too_many: int
    seconds: float


def send(per_minute: int, minutes: int, *, answer: float, elsewhere: float) -> Paced:
    """Post entries one after another; `elsewhere` is what each costs besides (Robaws), in seconds."""
    time = Time()
    rows = Rows()
    state = ExactState(rows, time.exacts)
    plant(state, RobawsState(rows, time.exacts), BEGIN.date())
    server = ExactServer(
        state, client_id="id", client_secret="secret", redirect_uris=(REDIRECT,), per_minute=per_minute, per_day=10**6
    )
    http = InProcess(server, time, answer)
    secrets = Kept({("firm", "exact.client_secret"): "secret"})
    settings = ExactSettings(client_id="id", redirect_uri=REDIRECT)
    login = Login(settings, "firm", secrets, http, time.ours, time.sleep, time.monotonic)
    login.exchange(_code(server.consent(login.authorize_url("state"))))
    calls = Calls(http, login, Pace(time.monotonic, time.sleep), ErrorCount(time.monotonic))
    next(calls.pages("current/Me", "/api/v1/current/Me", "$select=CurrentDivision"))
    body = _entry(state)
    begin, before = time.passed, len(server.log)
    while time.passed < begin + minutes * 60:
        calls.ready(SALES)
        calls.write("POST", SALES, f"/api/v1/{MAIN}/{SALES}", body)
        time.sleep(elsewhere)
    arrived = server.log[before:]
    http.close()
    posts = sum(record.was_post_that_books for record in arrived)
    tokens = sum(record.resource == "oauth2/token" for record in arrived)
    return Paced(posts, tokens, sum(record.status == 429 for record in arrived), time.passed - begin)


def _code(address: str) -> str:
    return parse_qs(urlsplit(address).query)["code"][0]


def _entry(state: ExactState) -> bytes:
    (entry, *_) = state.entries(MAIN, "sales")
    customer = next(row["ID"] for row in state.rows(MAIN, "crm/Accounts") if row["Status"] == "C")
    account = entry["Lines"][0]["GLAccount"]
    lines = [{"GLAccount": account, "AmountFC": 100, "VATCode": entry["Lines"][0]["VATCode"]}]
    body = {"Customer": customer, "Journal": "70", "EntryDate": "2026-11-23", "SalesEntryLines": lines}
    return json.dumps(body).encode()


def figures() -> list[Figure]:
    found = []
    cases = [(60, 40, 0.35, 0.36), (600, 5, 0.05, 0.03)]
    for per_minute, minutes, answer, elsewhere in cases:
        paced = send(per_minute, minutes, answer=answer, elsewhere=elsewhere)
        kept = 100 * paced.posts / (per_minute * paced.seconds / 60)
        name = f"{per_minute} a minute, {minutes} minutes"
        found += [
            Figure(f"{name}: of the limit", kept, "%", 98, at_least=True),
            Figure(f"{name}: answers 429", paced.too_many, "", 0),
            Figure(f"{name}: token calls", paced.tokens, ""),
        ]
    return found
