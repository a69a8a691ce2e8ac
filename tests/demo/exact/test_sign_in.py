"""Consent, codes and tokens, by a clock that moves when told."""

from urllib.parse import parse_qs, urlsplit

import pytest

from .books import DIVISION, OTHER_DIVISION, Books
from .client import REDIRECT, Client, message, server_of


def query_of(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def test_a_person_sees_a_page_with_administrations_and_two_buttons(client: Client) -> None:
    page = client.http.get(client.auth_url())
    assert page.headers["Content-Type"].startswith("text/html")
    for text in ("Toestaan", "Weigeren", "Bouwwerken Peeters", "Peeters Patrimonium", 'type="checkbox"'):
        assert text in page.text


def test_allowing_leads_back_with_code_and_state(client: Client) -> None:
    form = {"user": "an.peeters@bouwwerken-peeters.example", "division": str(DIVISION), "answer": "allow"}
    answer = client.http.post(client.auth_url(state="a b&c"), data=form)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(REDIRECT + "?")
    assert query_of(answer.headers["Location"])["state"] == "a b&c"
    code = query_of(answer.headers["Location"])["code"]
    assert client.token(grant_type="authorization_code", code=code, redirect_uri=REDIRECT).status_code == 200


def test_refusing_leads_back_with_access_denied(client: Client) -> None:
    form = {"user": "an.peeters@bouwwerken-peeters.example", "answer": "deny"}
    answer = client.http.post(client.auth_url(), data=form)
    assert query_of(answer.headers["Location"]) == {"error": "access_denied", "state": "s-1"}
    assert query_of(client.server.consent(client.auth_url(), allow=False))["error"] == "access_denied"


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"user": "iemand", "division": str(DIVISION), "answer": "allow"}, "Onbekende gebruiker"),
        ({"user": "an.peeters@bouwwerken-peeters.example", "answer": "allow"}, "Kies minstens een administratie"),
    ],
)
def test_a_form_filled_in_wrong_is_shown_again(client: Client, form: dict[str, str], words: str) -> None:
    answer = client.http.post(client.auth_url(), data=form)
    assert (answer.status_code, words in answer.text) == (200, True)


@pytest.mark.parametrize(
    "changes",
    [
        {"redirect_uri": REDIRECT + "/"},
        {"redirect_uri": REDIRECT.replace("https", "http")},
        {"redirect_uri": "http://127.0.0.1:8000/terug"},
        {"client_id": "{andere}"},
        {"response_type": "token"},
    ],
)
def test_a_wrong_address_gets_no_form(client: Client, changes: dict[str, str]) -> None:
    answer = client.http.get(client.auth_url(**changes))
    assert answer.status_code == 400
    assert "Toestaan" not in answer.text


def test_loopback_only_by_the_switch_and_only_when_registered(books: Books) -> None:
    uris = ["http://127.0.0.1:*/terug"]
    loopback = "http://127.0.0.1:8765/terug"
    for switch, status in ((False, 400), (True, 200)):
        client = Client(server_of(books.state, redirect_uris=uris, loopback_redirects=switch))
        assert client.http.get(client.auth_url(redirect_uri=loopback)).status_code == status
        assert client.http.get(client.auth_url(redirect_uri="http://127.0.0.1:8765/elders")).status_code == 400
        client.close()


def test_the_helper_page_shows_the_address_to_paste(books: Books) -> None:
    client = Client(server_of(books.state, show_address=True))
    form = {"user": "an.peeters@bouwwerken-peeters.example", "division": str(DIVISION), "answer": "allow"}
    answer = client.http.post(client.auth_url(), data=form)
    assert (answer.status_code, f"{REDIRECT}?code=" in answer.text) == (200, True)
    client.close()


def test_the_answer_is_as_exact_gives_it(client: Client) -> None:
    assert client.tokens["expires_in"] == "600", "text, not a number"
    assert client.tokens["token_type"] == "bearer"
    assert "!" in client.tokens["refresh_token"]


def test_a_code_works_once_and_only_with_its_redirect(client: Client) -> None:
    code = query_of(client.server.consent(client.auth_url()))["code"]
    wrong = client.token(grant_type="authorization_code", code=code, redirect_uri=REDIRECT + "x")
    right = client.token(grant_type="authorization_code", code=code, redirect_uri=REDIRECT)
    again = client.token(grant_type="authorization_code", code=code, redirect_uri=REDIRECT)
    assert [answer.status_code for answer in (wrong, right, again)] == [400, 200, 400]
    assert again.json() == {
        "error": "invalid_grant",
        "error_description": "Token is not allowed, because of invalid or empty chainId",
    }


def test_a_refresh_before_570_seconds_is_too_early_and_changes_nothing(client: Client, books: Books) -> None:
    books.clock.pass_seconds(569)
    early = client.refresh()
    assert (early.status_code, early.json()["error"]) == (400, "access_denied")
    assert message(early) == "Rate limit exceeded: access_token not expired"
    assert early.headers["Reason"] == "TooEarlyToRefreshTokens"
    assert client.get("hrm/Costunits", "$select=Code").status_code == 200
    books.clock.pass_seconds(1)
    assert client.refresh().status_code == 200


def test_a_refresh_token_rotates_and_an_old_one_is_refused(client: Client, books: Books) -> None:
    old = dict(client.tokens)
    books.clock.pass_seconds(570)
    client.tokens = client.refresh().json()
    assert client.tokens["refresh_token"] != old["refresh_token"]
    assert client.get("hrm/Costunits", "$select=Code").status_code == 200
    again = client.refresh(old["refresh_token"])
    assert (again.status_code, again.json()["error"]) == (401, "unauthorized_client")
    assert message(again) == "Old refresh token used."
    client.tokens = old
    assert client.get("hrm/Costunits", "$select=Code").status_code == 401, "a new access token revokes the old one"


def test_a_new_consent_ends_the_old_chain(client: Client, books: Books) -> None:
    first = dict(client.tokens)
    client.sign_in([OTHER_DIVISION])
    books.clock.pass_seconds(580)
    lost = client.refresh(first["refresh_token"])
    assert (lost.status_code, lost.json()["error"]) == (400, "invalid_grant")
    assert client.refresh().status_code == 200


def test_a_revoked_permission_ends_everything(client: Client, books: Books) -> None:
    client.server.revoke()
    assert client.get("hrm/Costunits", "$select=Code").status_code == 401
    books.clock.pass_seconds(580)
    assert client.refresh().status_code == 400


def test_thirty_days_unused_and_a_person_must_consent_again(client: Client, books: Books) -> None:
    books.clock.pass_seconds(30 * 86_400 + 1)
    assert client.refresh().json()["error"] == "invalid_grant"


@pytest.mark.parametrize(
    ("fields", "status", "error"),
    [
        ({"client_secret": "fout"}, 401, "invalid_client"),
        ({"client_id": "fout"}, 401, "invalid_client"),
        ({"grant_type": "client_credentials"}, 400, "unsupported_grant_type"),
        ({"refresh_token": "verzonnen"}, 400, "invalid_grant"),
    ],
)
def test_a_wrong_token_call_is_refused(client: Client, fields: dict[str, str], status: int, error: str) -> None:
    answer = client.token(**{"grant_type": "refresh_token", "refresh_token": "x", **fields})
    assert (answer.status_code, answer.json()["error"]) == (status, error)


def test_the_token_endpoint_takes_forms_only(client: Client) -> None:
    answer = client.http.post("/api/oauth2/token", json={"grant_type": "refresh_token"})
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_request")


def test_two_hundred_token_calls_a_day(client: Client, books: Books) -> None:
    statuses = [client.refresh("x").status_code for _ in range(200)]
    assert (statuses[198], statuses[199]) == (400, 429), "one call went into signing in"
    books.clock.pass_seconds(86_400)
    assert client.refresh("x").status_code == 400
