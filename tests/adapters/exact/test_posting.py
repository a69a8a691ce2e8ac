"""The table of answer classes (design: reliability 2.2), row by row, over a socket."""

import json
import socket
from decimal import Decimal

import pytest

from robexact_desktop.adapters.exact.api import ExactApi
from robexact_desktop.adapters.exact.calls import Calls
from robexact_desktop.adapters.exact.limits import ErrorCount, Pace
from robexact_desktop.adapters.exact.posting import may_exist
from robexact_desktop.adapters.http import Http
from robexact_desktop.domain.answers import Accepted, Answer, NoAnswer, NotDelivered, Rejected
from robexact_desktop.domain.errors import Service
from robexact_desktop.domain.names import Kind
from robexact_desktop.domain.outbox import Kind as OperationKind

from ..http_raw import Act, RawServer, answer, drips, resets, resets_unread, says, silent
from .made import DIVISION, Clock, FakeLogin

GUID = "80d81d4c-d57e-490c-9396-48958abca734"
BOOKED = b'{"d": {"EntryID": "%s", "EntryNumber": 26700001, "AmountFC": 121.1, "Type": 20}}' % GUID.encode()
HTML = b"<!DOCTYPE html><html>Meld u aan</html>"


def error(message: str) -> bytes:
    return json.dumps({"error": {"code": "", "message": {"lang": "", "value": message}}}).encode()


def api(url: str, clock: Clock, seconds: float = 0.4, login: FakeLogin | None = None) -> tuple[ExactApi, Http]:
    http = Http(Service.EXACT, url, seconds)
    pace, errors = Pace(clock.monotonic, clock.sleep), ErrorCount(clock.monotonic)
    return ExactApi(Calls(http, login or FakeLogin(), pace, errors), DIVISION), http  # type: ignore[arg-type]


def posted(act: Act, kind: OperationKind = OperationKind.ENTRY) -> Answer:
    with RawServer(act) as server:
        exact, http = api(server.url, Clock())
        told = exact.post(kind, Kind.SALES, b'{"Journal":"70"}')
        http.close()
        assert len(server.requests) <= 1, "a POST that books is tried exactly once"
    return told


def test_201_with_an_id_is_booked() -> None:
    assert posted(says(answer("201 Created", BOOKED))) == Accepted(GUID, 26700001, Decimal("121.10"), 20)


def test_a_relation_is_known_by_its_id() -> None:
    told = posted(says(answer("201 Created", b'{"d": {"ID": "%s"}}' % GUID.encode())), OperationKind.RELATION)
    assert told == Accepted(GUID)


@pytest.mark.parametrize("status", ["400", "403", "404", "409", "422", "500"])
def test_exacts_own_error_is_a_refusal_in_its_words(status: str) -> None:
    words = "Verplicht: Kostenplaats\r\nOngeldig: Klant (Type)"
    assert posted(says(answer(f"{status} No", error(words)))) == Rejected(words, int(status))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("In gebruik: Boekstuknummer", True),
        ("Bestaat reeds: Boekstuknummer", True),
        ("Gegeven bestaat reeds.", True),
        ("Already in use: Entry number", True),
        ("Periode is afgesloten: 2026-01", False),
        ("Ongeldige referentie: Btw-code", False),
    ],
)
def test_a_number_in_use_may_be_ours(words: str, expected: bool) -> None:
    assert may_exist(words) is expected
    assert posted(says(answer("500 No", error(words)))) == Rejected(words, 500, expected)


@pytest.mark.parametrize("status", ["401 Unauthorized", "429 Too Many Requests"])
def test_what_was_turned_away_at_the_door_was_not_delivered(status: str) -> None:
    assert isinstance(posted(says(answer(status))), NotDelivered)


@pytest.mark.parametrize(
    "act",
    [
        resets,
        resets_unread,
        silent,
        says(b""),
        says(b"HTTP/1.1 2"),
        says(b"HTTP/1.1 201 Created\r\nContent-Length: 900\r\n\r\n" + BOOKED),
        says(b"HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{"),
        says(b"garbage\r\n\r\n"),
        says(answer("201 Created", BOOKED[:30])),
        says(answer("201 Created", b'{"d": {"EntryNumber": 1}}')),
        says(answer("201 Created", b'{"d": []}')),
        says(answer("201 Created", b'{"d": {"EntryID": "no guid"}}')),
        says(answer("201 Created")),
        says(answer("200 OK", BOOKED)),
        says(answer("200 OK", HTML, Content_Type="text/html")),
        says(answer("204 No Content")),
        says(answer("302 Found", Location="https://portal.example/")),
        says(answer("403 Forbidden", HTML, Content_Type="text/html")),
        says(answer("500 Internal Server Error")),
        says(answer("500 Internal Server Error", b'{"error": {}}')),
        says(answer("502 Bad Gateway", HTML, Content_Type="text/html")),
        says(answer("503 Unavailable", error("later"))),
        says(answer("408 Request Timeout")),
        drips(b"HTTP/1.1 201 Created\r\n\r\n", 0.15),
    ],
)
def test_anything_else_is_no_answer(act: Act) -> None:
    assert isinstance(posted(act), NoAnswer)


def test_a_closed_port_delivers_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    exact, http = api(f"http://127.0.0.1:{port}", Clock())
    assert isinstance(exact.post(OperationKind.ENTRY, Kind.SALES, b"{}"), NotDelivered)
    http.close()


def test_a_401_renews_the_token_once() -> None:
    login = FakeLogin()
    with RawServer(says(answer("401 Unauthorized"))) as server:
        exact, http = api(server.url, Clock(), login=login)
        exact.post(OperationKind.ENTRY, Kind.PURCHASE, b"{}")
        http.close()
        assert b"Bearer token-for-booking" in server.requests[0]
    assert login.refused == ["token-for-booking"]


def test_after_six_errors_nothing_more_is_posted_there() -> None:
    with RawServer(says(answer("403 Forbidden", error("Forbidden - scope")))) as server:
        exact, http = api(server.url, Clock())
        answers = [exact.post(OperationKind.ENTRY, Kind.SALES, b"{}") for _ in range(8)]
        http.close()
        assert len(server.requests) == 6
    assert [type(told) for told in answers] == [Rejected] * 6 + [NotDelivered] * 2
    assert answers[-1] == NotDelivered("refused: error_velocity, Forbidden - scope")


def test_no_call_before_the_reset_of_a_429() -> None:
    clock = Clock()
    with RawServer(says(answer("429 No")), says(answer("201 Created", BOOKED))) as server:
        exact, http = api(server.url, clock)
        assert isinstance(exact.post(OperationKind.ENTRY, Kind.SALES, b"{}"), NotDelivered)
        assert isinstance(exact.post(OperationKind.ENTRY, Kind.SALES, b"{}"), Accepted)
        http.close()
    assert sum(clock.slept) >= 60


@pytest.mark.parametrize(
    ("kind", "side", "path"),
    [
        (OperationKind.ENTRY, Kind.SALES, b"POST /api/v1/3801/salesentry/SalesEntries "),
        (OperationKind.ENTRY, Kind.PURCHASE, b"POST /api/v1/3801/purchaseentry/PurchaseEntries "),
        (OperationKind.RELATION, Kind.SALES, b"POST /api/v1/3801/crm/Accounts "),
        (OperationKind.DOCUMENT, Kind.SALES, b"POST /api/v1/3801/documents/Documents "),
        (OperationKind.ATTACHMENT, Kind.SALES, b"POST /api/v1/3801/documents/DocumentAttachments "),
        (OperationKind.COST_CENTER, Kind.SALES, b"POST /api/v1/3801/hrm/Costcenters "),
        (OperationKind.COST_UNIT, Kind.SALES, b"POST /api/v1/3801/hrm/Costunits "),
    ],
)
def test_each_operation_has_its_resource(kind: OperationKind, side: Kind, path: bytes) -> None:
    with RawServer(says(answer("201 Created", BOOKED))) as server:
        exact, http = api(server.url, Clock())
        exact.post(kind, side, b"{}")
        http.close()
        assert server.requests[0].startswith(path)


def test_a_release_changes_the_entry_that_it_names() -> None:
    with RawServer(says(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")) as server:
        exact, http = api(server.url, Clock())
        payload = b'{"EntryID":"%s","PaymentCondition":"30"}' % GUID.encode()
        assert exact.post(OperationKind.RELEASE, Kind.PURCHASE, payload) == Accepted(GUID)
        http.close()
        assert server.requests[0].startswith(b"PUT /api/v1/3801/purchaseentry/PurchaseEntries(guid'" + GUID.encode())
        assert server.requests[0].endswith(b'{"PaymentCondition":"30"}')
