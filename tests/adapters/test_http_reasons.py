"""Why a service was not reached, in words that a bookkeeper understands: never a library's name for it."""

import socket

import pytest

from robexact_desktop.adapters.http import Http, NotReachedError
from robexact_desktop.domain.errors import Service
from robexact_desktop.texts import Language, error_message


def told(base_url: str) -> tuple[str, str]:
    http = Http(Service.EXACT, base_url, 5)
    try:
        with pytest.raises(NotReachedError) as caught:
            http.call("GET", "/")
    finally:
        http.close()
    return caught.value.facts["reason"], error_message(caught.value, Language.NL)


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    reason, words = told(f"http://127.0.0.1:{port}")
    assert reason == "connect"
    assert "geen verbinding" in words
    assert "Error" not in words


def test_the_name_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    reason, words = told("https://nowhere.invalid")
    assert reason == "dns"
    assert "het adres is niet te vinden" in words


def test_what_answers_speaks_no_tls(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    from threading import Thread

    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer_plainly() -> None:
            taken, _ = server.accept()
            taken.recv(1000)
            taken.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
            taken.close()

        thread = Thread(target=answer_plainly)
        thread.start()
        reason, words = told(f"https://127.0.0.1:{server.getsockname()[1]}")
        thread.join()
    assert reason == "tls"
    assert "niet vertrouwd" in words
