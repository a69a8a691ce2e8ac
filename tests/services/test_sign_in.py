"""Signing in: one address out, one address back, caught or pasted."""

import io
import os
import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from robexact_desktop.adapters.exact.sites import country_of
from robexact_desktop.adapters.loopback import Addresses
from robexact_desktop.domain.errors import SignInFailedError
from robexact_desktop.services.sign_in import sign_in

REDIRECT = "https://robexact.example/terug"


class RememberingConsent:
    """Exact's login page, in Belgium; remembers the codes it was given."""

    def __init__(self, redirect_uri: str = REDIRECT) -> None:
        self.redirect_uri = redirect_uri
        self.codes: list[str] = []

    def authorize_url(self, state: str) -> str:
        return f"https://start.exactonline.be/api/oauth2/auth?{urlencode({'state': state})}"

    def exchange(self, code: str) -> None:
        self.codes.append(code)

    def country_of(self, address: str) -> str | None:
        return country_of(address)


class Browser:
    """Answers the announced address with what `ends_on` makes of its state."""

    def __init__(self, *ends_on: Callable[[str], str]) -> None:
        self.states: list[str] = []
        self._ends_on = list(ends_on)

    def announce(self, url: str) -> None:
        self.states.append(parse_qs(urlsplit(url).query)["state"][0])

    def wait(self, seconds: float) -> str | None:
        assert seconds <= 300
        return self._ends_on.pop(0)(self.states[-1]) if self._ends_on else None


def back(**query: str) -> Callable[[str], str]:
    return lambda state: f"{REDIRECT}?{urlencode({**query, 'state': state})}"


def fails(*ends_on: Callable[[str], str]) -> dict[str, str]:
    consent, browser = RememberingConsent(), Browser(*ends_on)
    with pytest.raises(SignInFailedError) as caught:
        sign_in(consent, browser, browser.announce)
    assert consent.codes == [], "nothing stored"
    return caught.value.facts


def test_the_code_of_the_address_is_exchanged() -> None:
    consent, browser = RememberingConsent(), Browser(back(code="stamp!x/y=="))
    sign_in(consent, browser, browser.announce)
    assert consent.codes == ["stamp!x/y=="]


def test_each_sign_in_has_a_state_of_its_own() -> None:
    states = set()
    for _ in range(20):
        browser = Browser(back(code="x"))
        sign_in(RememberingConsent(), browser, browser.announce)
        states.add(browser.states[0])
    assert len(states) == 20
    assert all(len(state) >= 43 for state in states), "256 bits"


def test_a_denial() -> None:
    assert fails(back(error="access_denied"))["reason"] == "denied"


def test_another_error_keeps_exacts_words() -> None:
    told = fails(back(error="server_error", error_description="Probeer later"))
    assert (told["reason"], told["message"]) == ("refused", "Probeer later")


@pytest.mark.parametrize("address", [f"{REDIRECT}?code=x", f"{REDIRECT}?code=x&state=", "hello", f"{REDIRECT}?a&state"])
def test_a_missing_state(address: str) -> None:
    assert fails(lambda _: address)["reason"] == "missing_state"


def test_a_wrong_state_even_with_ours_beside_it() -> None:
    assert fails(lambda _: f"{REDIRECT}?code=x&state=other")["reason"] == "wrong_state"
    assert fails(lambda state: f"{REDIRECT}?code=x&state=é{state}")["reason"] == "wrong_state"
    assert fails(lambda state: f"{REDIRECT}?code=x&state={state}&state=other")["reason"] == "missing_state"


def test_no_code() -> None:
    assert fails(back())["reason"] == "no_code"


def test_silence() -> None:
    assert fails()["reason"] == "silence"


def test_the_login_page_of_another_country_is_recognised() -> None:
    told = fails(lambda _: "https://start.exactonline.nl/api/oauth2/auth?x=1")
    assert (told["reason"], told["country"], told["expected"]) == ("wrong_country", "NL", "BE")


def test_the_login_page_itself_is_no_answer_yet() -> None:
    consent = RememberingConsent()
    browser = Browser(lambda _: "https://start.exactonline.be/docs/Login.aspx", back(code="x"))
    sign_in(consent, browser, browser.announce)
    assert consent.codes == ["x"]


def free_redirect() -> str:
    with socket.create_server(("127.0.0.1", 0)) as held:
        return f"http://127.0.0.1:{held.getsockname()[1]}/terug"


def get(url: str) -> int:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


def test_a_loopback_redirect_is_caught_once_and_on_its_path_only() -> None:
    redirect = free_redirect()
    with Addresses(redirect) as addresses:
        assert addresses.listens
        assert get(redirect.replace("/terug", "/favicon.ico")) == 404
        assert get(redirect) == 404, "without a query it is no answer"
        assert addresses.wait(0) is None
        assert get(f"{redirect}?code=a%2Fb&state=s") == 200
        assert addresses.wait(1) == f"{redirect}?code=a%2Fb&state=s"
        assert get(f"{redirect}?code=again&state=s") == 410
    with pytest.raises(OSError, match="refused"):
        get(redirect)


def test_a_silent_connection_of_a_browser_holds_nothing_up() -> None:
    redirect = free_redirect()
    address = ("127.0.0.1", urlsplit(redirect).port)
    with Addresses(redirect) as addresses, socket.create_connection(address):
        assert get(f"{redirect}?code=x&state=s") == 200
        assert addresses.wait(1) is not None


def test_an_https_redirect_is_only_pasted() -> None:
    with Addresses(REDIRECT, io.StringIO("\n  \n<https://a.example/?code=x&state=s>\n")) as addresses:
        assert not addresses.listens
        assert addresses.wait(1) == "https://a.example/?code=x&state=s"


def test_the_end_of_the_pasted_stream_does_not_end_the_wait() -> None:
    redirect = free_redirect()
    with Addresses(redirect, io.StringIO("")) as addresses:
        later = threading.Timer(0.05, get, [f"{redirect}?code=x&state=s"])
        later.start()
        assert addresses.wait(2) == f"{redirect}?code=x&state=s"
        later.join()


def test_a_pasted_address_comes_before_the_stream_ends() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading) as pasted, os.fdopen(writing, "w") as pen:
        with Addresses(REDIRECT, pasted) as addresses:
            pen.write(f"{REDIRECT}?code=x&state=s\n")
            pen.flush()
            assert addresses.wait(1) == f"{REDIRECT}?code=x&state=s"
        pen.close()


def test_a_taken_port_leaves_pasting() -> None:
    with socket.create_server(("127.0.0.1", 0)) as held:
        redirect = f"http://127.0.0.1:{held.getsockname()[1]}/terug"
        with Addresses(redirect, io.StringIO("https://x/?state=s\n")) as addresses:
            assert not addresses.listens
            assert addresses.wait(1) == "https://x/?state=s"
