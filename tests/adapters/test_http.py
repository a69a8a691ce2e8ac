"""The seam: what a fault on the wire becomes, and that no server outlives the deadline."""

import logging
import socket
import time
from decimal import Decimal

import pytest

from robexact_desktop.adapters.http import Http, NoAnswerError, NotReachedError, Reply, TimedOutError
from robexact_desktop.domain.errors import Service, SettingsError, UnreachableError, UnreadableError

from .http_raw import RawServer, answer, drips, resets, resets_unread, says, silent


def ask(server: RawServer, seconds: float = 1.0, method: str = "POST") -> Reply:
    http = Http(Service.EXACT, server.url, seconds)
    try:
        return http.call(method, "/api", content=b"{}")
    finally:
        http.close()


def test_an_answer_comes_whole_with_lower_case_headers() -> None:
    with RawServer(says(answer("201 Created", b'{"d": 1.10}', X_RateLimit_Remaining="7"))) as server:
        reply = ask(server)
    assert (reply.status, reply.headers["x-ratelimit-remaining"]) == (201, "7")
    assert reply.json("x") == {"d": Decimal("1.10")}


@pytest.mark.parametrize("content", [b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n" + b"x" * 900, b"X" * 900])
def test_a_server_that_drips_does_not_outlive_the_deadline(content: bytes) -> None:
    """A byte each 150 ms, headers included, against 0.6 s in all."""
    started = time.monotonic()
    with RawServer(drips(content, 0.15)) as server, pytest.raises(TimedOutError):
        ask(server, 0.6)
    assert time.monotonic() - started < 1.2


@pytest.mark.parametrize(
    "act",
    [
        resets_unread,
        resets,
        says(b""),
        says(b"HTTP/1.1 20"),
        says(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{"),
        says(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"),
        says(b"\x00\x01garbage\r\n\r\n"),
        says(answer("200 OK", b"not gzip", Content_Encoding="gzip")),
    ],
)
def test_a_broken_answer_leaves_the_outcome_unknown(act: object) -> None:
    with RawServer(act) as server, pytest.raises(NoAnswerError):  # type: ignore[arg-type]
        ask(server)


def test_silence_is_a_time_out_and_leaves_the_outcome_unknown() -> None:
    with RawServer(silent) as server, pytest.raises(TimedOutError) as caught:
        ask(server, 0.2)
    assert isinstance(caught.value, UnreachableError)


def test_a_closed_port_proves_that_nothing_was_delivered() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    http = Http(Service.EXACT, f"http://127.0.0.1:{port}", 1)
    with pytest.raises(NotReachedError) as caught:
        http.call("POST", "/api", content=b"{}")
    assert caught.value.facts["service"] == "exact"
    http.close()


def test_failing_tls_proves_that_nothing_was_delivered() -> None:
    def no_tls(connection: socket.socket) -> None:
        connection.recv(10)
        connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    no_tls.reads = False  # type: ignore[attr-defined]
    with RawServer(no_tls) as server:
        http = Http(Service.EXACT, server.url.replace("http:", "https:"), 1)
        with pytest.raises(NotReachedError):
            http.call("POST", "/api", content=b"{}")
        http.close()


def test_a_redirect_is_not_followed() -> None:
    with RawServer(says(answer("302 Found", Location="http://127.0.0.1:1/"))) as server:
        assert ask(server).status == 302


def test_a_cookie_is_not_brought_back() -> None:
    with RawServer(says(answer("200 OK", b"{}", Set_Cookie="session=1"))) as server:
        http = Http(Service.EXACT, server.url, 1)
        http.call("GET", "/a")
        http.call("GET", "/b")
        http.close()
        assert b"cookie" not in server.requests[1].lower()


@pytest.mark.parametrize("address", ["http://exact.example", "http://10.0.0.5:80", "ftp://127.0.0.1", "", "https://"])
def test_secrets_travel_encrypted_or_stay_on_this_machine(address: str) -> None:
    with pytest.raises(SettingsError):
        Http(Service.EXACT, address, 1)


@pytest.mark.parametrize("address", ["http://127.0.0.1:8081/", "http://localhost:1", "http://[::1]:1", "https://a.be/"])
def test_an_address_loses_its_last_slash(address: str) -> None:
    http = Http(Service.EXACT, address, 1)
    assert http.base_url == address.rstrip("/")
    http.close()


def test_a_proxy_of_the_environment_is_not_asked_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with RawServer(says(answer("200 OK", b"{}"))) as server:
        assert ask(server).status == 200


@pytest.mark.parametrize("body", [b"<html>", b"{", b"[NaN]", b"\xff"])
def test_what_is_no_json_is_unreadable(body: bytes) -> None:
    with pytest.raises(UnreadableError):
        Reply(Service.EXACT, 200, {}, body).json("vat/VATCodes")


def test_a_byte_order_mark_is_no_hindrance() -> None:
    assert Reply(Service.EXACT, 200, {}, b'\xef\xbb\xbf{"d": []}').json("x") == {"d": []}


def test_addresses_with_codes_are_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with RawServer(says(answer("200 OK", b"{}"))) as server:
        http = Http(Service.EXACT, server.url, 1)
        http.call("GET", "/cb?code=canary")
        http.close()
    assert "canary" not in caplog.text
