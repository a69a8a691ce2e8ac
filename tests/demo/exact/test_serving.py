"""The real thing: sockets, keep-alive, dropped connections, hooks, and a demo that is killed."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from werkzeug.wrappers import Response

from robexact_desktop.demo.exact import RequestRecord
from robexact_desktop.demo.rows import Rows
from robexact_desktop.demo.serving import HangUp, Running, serve

from .books import DIVISION, SALES, Books, Clock
from .client import Client, server_of


@pytest.fixture
def running(books: Books) -> Iterator[tuple[Running, Client]]:
    server = server_of(books.state)
    with serve(server) as served:
        client = Client(server, served.url).sign_in()
        yield served, client
        client.close()


def test_one_connection_serves_many_calls(running: tuple[Running, Client], books: Books) -> None:
    served, client = running
    body = json.dumps(books.sale()).encode()
    head = (
        f"POST /api/v1/{DIVISION}/{SALES} HTTP/1.1\r\nHost: x\r\nAccept: application/json\r\n"
        f"Authorization: Bearer {client.tokens['access_token']}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", served.port)) as connection:
        answers = connection.makefile("rb")
        for _ in range(3):
            connection.sendall(head.encode() + body)
            assert answers.readline() == b"HTTP/1.1 201 CREATED\r\n"
            headers = dict(line.decode().strip().lower().split(": ", 1) for line in iter(answers.readline, b"\r\n"))
            assert "connection" not in headers
            assert "AmountFC" in json.loads(answers.read(int(headers["content-length"])))["d"]
        answers.close()
    assert len(books.state.rows(DIVISION, SALES)) == 3


def test_a_refusal_keeps_the_connection_too(running: tuple[Running, Client]) -> None:
    _, client = running
    for _ in range(3):
        assert client.post("crm/Accounts", {"Code": "1"}).status_code == 500
        assert client.call("DELETE", f"crm/Accounts(guid'{'0' * 8}-0000-0000-0000-{'0' * 12}')").status_code == 404


def test_a_chunked_body_is_read(running: tuple[Running, Client], books: Books) -> None:
    _, client = running
    parts = iter([json.dumps(books.sale()).encode()])
    headers = {
        "Accept": "application/json",
        "Content-Type": "application/json",
        "Authorization": f"Bearer {client.tokens['access_token']}",
    }
    assert client.http.post(f"/api/v1/{DIVISION}/{SALES}", content=parts, headers=headers).status_code == 201


def test_next_leads_back_to_this_server(running: tuple[Running, Client], books: Books) -> None:
    served, client = running
    for number in range(60):
        books.put("hrm/Costunits", Code=f"U{number}", Description="x")
    assert client.get("hrm/Costunits", "$select=Code").json()["d"]["__next"].startswith(served.url + "/api/v1/")


def test_it_books_and_hangs_up(running: tuple[Running, Client], books: Books) -> None:
    _, client = running

    def hang_up(record: RequestRecord) -> None:
        if record.was_post_that_books:
            client.server.after.clear()
            raise HangUp

    client.server.after.append(hang_up)
    with pytest.raises(httpx.RemoteProtocolError):
        client.post(SALES, books.sale())
    assert [row["YourRef"] for row in books.state.rows(DIVISION, SALES)] == ["2026-001"]
    record = client.server.log[-1]
    assert (record.hung_up, record.was_post_that_books, record.status) == (True, True, 201)
    assert client.post(SALES, books.sale()).status_code == 201


def test_it_hangs_up_before_it_books(running: tuple[Running, Client], books: Books) -> None:
    _, client = running

    def hang_up(record: RequestRecord) -> None:
        assert (record.division, record.resource, record.method) == (DIVISION, SALES, "POST")
        client.server.before.clear()
        raise HangUp

    client.server.before.append(hang_up)
    with pytest.raises(httpx.RemoteProtocolError):
        client.post(SALES, books.sale())
    assert books.state.rows(DIVISION, SALES) == []
    assert client.server.calls(was_post_that_books=True) == 0


def test_half_a_body_books_nothing(running: tuple[Running, Client], books: Books) -> None:
    served, client = running
    body = json.dumps(books.sale()).encode()
    with socket.create_connection(("127.0.0.1", served.port)) as connection:
        head = f"POST /api/v1/{DIVISION}/{SALES} HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n\r\n"
        connection.sendall(head.encode() + body[:-1])
        connection.shutdown(socket.SHUT_WR)
        assert connection.recv(1) == b""
    assert client.server.calls(method="POST", resource=SALES) == 0


def test_a_length_that_is_none_is_refused(running: tuple[Running, Client]) -> None:
    served, _ = running
    with socket.create_connection(("127.0.0.1", served.port)) as connection:
        connection.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: veel\r\n\r\n")
        assert connection.recv(100).startswith(b"HTTP/1.1 400")


def test_a_mistake_of_the_demo_is_a_500_without_json(
    running: tuple[Running, Client], capfd: pytest.CaptureFixture[str]
) -> None:
    _, client = running

    def mistaken(_: RequestRecord) -> None:
        client.server.before.clear()
        raise KeyError("oops")

    client.server.before.append(mistaken)
    answer = client.get("hrm/Costunits", "$select=Code")
    assert (answer.status_code, answer.content) == (500, b"")
    assert "oops" in capfd.readouterr().err


def test_a_hook_replaces_the_answer(running: tuple[Running, Client], books: Books) -> None:
    _, client = running
    answers = [Response("<html>portaal</html>", mimetype="text/html"), Response("Bad Gateway", status=502)]
    for replaced in answers:
        client.server.after.append(lambda _, replaced=replaced: replaced)  # type: ignore[misc]
        answer = client.post(SALES, books.sale())
        assert (answer.status_code, answer.content) == (replaced.status_code, replaced.get_data())
        client.server.after.clear()
    client.server.before.append(lambda _: Response(status=503))
    assert client.post(SALES, books.sale()).status_code == 503
    assert len(books.state.rows(DIVISION, SALES)) == 2, "booked behind the first two, not behind the third"


def test_many_at_once_get_numbers_of_their_own(running: tuple[Running, Client], books: Books) -> None:
    _, client = running
    threads = [threading.Thread(target=client.post, args=(SALES, books.sale())) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    numbers = sorted(row["EntryNumber"] for row in books.state.rows(DIVISION, SALES))
    assert numbers == list(range(26700001, 26700021))


def test_closing_leaves_no_thread_and_no_idle_connection(books: Books) -> None:
    before = threading.active_count()
    served = serve(server_of(books.state))
    with socket.create_connection(("127.0.0.1", served.port)) as idle:
        idle.sendall(b"GET /nergens HTTP/1.1\r\nHost: x\r\n\r\n")
        assert idle.recv(100_000).startswith(b"HTTP/1.1 404")
        served.close()
        assert idle.recv(1) == b""
    assert threading.active_count() == before
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", served.port))


def test_a_new_state_on_the_same_file_knows_everything(tmp_path: Path, clock: Clock) -> None:
    rows = Rows(tmp_path / "demo.db")
    client = Client(server_of(Books(rows, clock).state)).sign_in()
    (customer,) = client.results("crm/Accounts", "$select=ID&$filter=Name eq 'Janssens BV'")
    (account,) = client.results("financial/GLAccounts", "$select=ID&$filter=Code eq '700000'")
    line = {"AmountFC": "10.02", "GLAccount": account["ID"], "VATCode": "2"}
    body = {"Customer": customer["ID"], "Journal": "70", "EntryDate": "2026-03-10", "SalesEntryLines": [line]}
    first = client.post(SALES, body).json()["d"]
    tokens = client.tokens
    rows.close()

    again = Rows(tmp_path / "demo.db")
    state = type(Books(Rows(), clock).state)(again, clock)
    client = Client(server_of(state))
    client.tokens = tokens
    shown = client.get(f"{SALES}(guid'{first['EntryID']}')").json()["d"]
    assert {**shown, "Modified": None} == {**first, "Modified": None}
    assert client.post(SALES, body).json()["d"]["EntryNumber"] == first["EntryNumber"] + 1
    again.close()


KILLED = """
import sys
from pathlib import Path
from robexact_desktop.demo.rows import Rows
from robexact_desktop.demo.serving import serve
from {package}.books import Books, Clock
from {package}.client import Client, server_of
books = Books(Rows(sys.argv[1]), Clock())
server = server_of(books.state)
served = serve(server)
client = Client(server, served.url).sign_in()
while True:
    print(client.post("salesentry/SalesEntries", books.sale()).json()["d"]["EntryID"], flush=True)
"""


def test_a_killed_demo_keeps_what_it_acknowledged(tmp_path: Path) -> None:
    program = KILLED.format(package=__package__)
    path = os.pathsep.join(sys.path)
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path / "demo.db")],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert process.stdout is not None
    acknowledged = [process.stdout.readline().strip() for _ in range(20)]
    process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    acknowledged += process.stdout.read().split()
    process.stdout.close()
    process.wait()
    rows = Rows(tmp_path / "demo.db")
    held = {row["EntryID"] for row in rows.all(f"exact/{DIVISION}", SALES)}
    assert len(acknowledged) >= 20
    assert {entry for entry in acknowledged if len(entry) == 36} <= held
    rows.close()
