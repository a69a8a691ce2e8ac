"""Calls a minute and a day, errors an hour, rights of the app."""

import pytest

from .books import OTHER_DIVISION, Books
from .client import Client, message, server_of

SELECT = "$select=Code"
MINUTE_HEADERS = {"x-ratelimit-minutely-limit", "x-ratelimit-minutely-remaining", "x-ratelimit-minutely-reset"}
DAY_HEADERS = {"x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"}


def limit_headers(answer: object) -> set[str]:
    return {name for name in answer.headers if name.startswith("x-ratelimit")}  # type: ignore[attr-defined]


@pytest.fixture
def limited(books: Books) -> Client:
    return Client(server_of(books.state, per_minute=3, per_day=5)).sign_in()


def test_every_answer_tells_what_is_left(limited: Client) -> None:
    answer = limited.get("hrm/Costunits", SELECT)
    assert limit_headers(answer) == MINUTE_HEADERS | DAY_HEADERS
    assert (answer.headers["X-RateLimit-Minutely-Remaining"], answer.headers["X-RateLimit-Remaining"]) == ("2", "4")
    # 16 March 2026 09:00 UTC: the next whole minute, the next midnight, in milliseconds
    assert answer.headers["X-RateLimit-Minutely-Reset"] == "1773651660000"
    assert answer.headers["X-RateLimit-Reset"] == "1773705600000"
    refused = limited.get("hrm/Costunits")
    assert (refused.status_code, limit_headers(refused)) == (400, MINUTE_HEADERS | DAY_HEADERS)


def test_of_the_limit_that_was_hit_only_its_own_headers(limited: Client, books: Books) -> None:
    statuses = [limited.get("hrm/Costunits", SELECT).status_code for _ in range(4)]
    assert statuses == [200, 200, 200, 429]
    minute = limited.get("hrm/Costunits", SELECT)
    assert limit_headers(minute) == MINUTE_HEADERS
    assert minute.headers["X-RateLimit-Minutely-Remaining"] == "0"
    assert limited.get("hrm/Costunits", SELECT, division=OTHER_DIVISION).status_code == 200, "counted by administration"
    books.clock.pass_seconds(60)
    assert [limited.get("hrm/Costunits", SELECT).status_code for _ in range(2)] == [200, 200]
    day = limited.get("hrm/Costunits", SELECT)
    assert (day.status_code, limit_headers(day)) == (429, DAY_HEADERS)
    books.clock.pass_seconds(86_400)
    limited.sign_in()
    assert limited.get("hrm/Costunits", SELECT).status_code == 200


def test_ten_errors_an_hour_block_the_endpoint(client: Client, books: Books) -> None:
    for _ in range(10):
        assert client.get("hrm/Costunits").status_code == 400
    blocked = client.get("hrm/Costunits", SELECT)
    assert (blocked.status_code, blocked.headers["Reason"]) == (403, "BlockedApiKey")
    assert client.get("hrm/Costcenters", SELECT).status_code == 200, "another endpoint"
    books.clock.pass_seconds(3600)
    client.sign_in()
    assert client.get("hrm/Costunits", SELECT).status_code == 200


def test_errors_spread_over_hours_and_business_refusals_block_nothing(client: Client, books: Books) -> None:
    for _ in range(9):
        client.get("hrm/Costunits")
    books.clock.pass_seconds(3601)
    client.sign_in()
    client.get("hrm/Costunits")
    assert client.get("hrm/Costunits", SELECT).status_code == 200
    for _ in range(12):
        assert client.post("hrm/Costunits", {"Code": "TELANGECODE", "Description": "x"}).status_code == 500
    assert client.get("hrm/Costunits", SELECT).status_code == 200


def test_a_blocked_administration_is_read_but_not_written(client: Client, books: Books) -> None:
    books.state.add_division(OTHER_DIVISION, "Peeters Patrimonium", BlockingStatus=2)
    body = {"Code": "W9", "Description": "x"}
    refused = client.post("hrm/Costcenters", body, division=OTHER_DIVISION)
    assert (refused.status_code, refused.headers["Reason"]) == (403, "DivisionBlocked")
    assert client.get("hrm/Costcenters", SELECT, division=OTHER_DIVISION).status_code == 200


@pytest.mark.parametrize(
    ("scopes", "read", "write"),
    [
        ({}, "Cannot read 'financial.costcenters' scope.", "Cannot manage 'financial.costcenters' scope."),
        ({"Financial costcenters": "read"}, "", "Cannot manage 'financial.costcenters' scope."),
        ({"Financial costcenters": "manage"}, "", ""),
    ],
)
def test_an_app_without_the_scope_is_refused(books: Books, scopes: dict[str, str], read: str, write: str) -> None:
    client = Client(server_of(books.state, scopes=scopes)).sign_in()
    for answer, words in (
        (client.get("hrm/Costcenters", SELECT), read),
        (client.post("hrm/Costcenters", {"Code": "W9", "Description": "x"}), write),
    ):
        assert answer.status_code == 403 or not words
        if words:
            assert message(answer) == f"Forbidden - Application Scope Violated. {words}"
    assert client.get("Me", "$select=FullName", division="current").status_code == 200, "needs no scope"
