"""PATCH, POST and the key that makes a repeated write harmless."""

from threading import Event, Thread

import httpx
import pytest
from werkzeug.wrappers import Response

from robexact_desktop.demo.robaws import RequestRecord, RobawsState
from robexact_desktop.demo.serving import HangUp

from .tenant import MERGE, Client, Clock, running

SENT = {"sentToAccountant": True, "status": "verstuurd"}


def test_a_merge_patch_answers_204_and_moves_updated_at(client: Client, clock: Clock) -> None:
    before = client.get("/sales-invoices/1").json()["updatedAt"]
    clock.pass_seconds(60)
    answer = client.patch("/sales-invoices/1", SENT)
    assert (answer.status_code, answer.content) == (204, b"")
    after = client.get("/sales-invoices/1").json()
    assert (after["sentToAccountant"], after["status"]) == (True, "verstuurd")
    assert after["updatedAt"] > before


@pytest.mark.parametrize("kind", ["application/json", "application/json-patch+json", "text/plain", ""])
def test_any_other_content_type_is_a_415(client: Client, kind: str) -> None:
    answer = client.patch("/sales-invoices/1", SENT, kind)
    assert (answer.status_code, answer.json()["message"]) == (415, f"Content type '{kind}' not supported")
    assert client.get("/sales-invoices/1").json()["sentToAccountant"] is False


def test_the_content_type_may_name_its_charset(client: Client) -> None:
    assert client.patch("/sales-invoices/1", SENT, f"{MERGE};charset=UTF-8").status_code == 204


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b'"text"'])
def test_a_body_that_is_no_object_is_refused(client: Client, content: bytes) -> None:
    answer = client.http.patch("/api/v2/sales-invoices/1", content=content, headers={"Content-Type": MERGE})
    assert (answer.status_code, answer.json()["message"].startswith("JSON parse error")) == (400, True)


def test_a_value_of_the_wrong_type_is_refused(client: Client) -> None:
    answer = client.patch("/sales-invoices/1", {"sentToAccountant": "Ja"})
    assert (answer.status_code, "must be a bool" in answer.json()["message"]) == (400, True)


def test_null_clears(client: Client) -> None:
    assert client.patch("/sales-invoices/1", {"status": None}).status_code == 204
    assert client.get("/sales-invoices/1").json()["status"] is None


def test_an_unknown_key_is_taken_and_forgotten(client: Client) -> None:
    before = client.get("/sales-invoices/1").json()
    assert client.patch("/sales-invoices/1", {"colour": "red", "id": "99", "totalExclVat": 0}).status_code == 204
    assert client.get("/sales-invoices/1").json() == before, "not even updatedAt moved"


def test_a_key_that_this_tenant_ignores_stays_as_it_was(state: RobawsState, clock: Clock) -> None:
    with running(state, clock, ignored_keys=["sentToAccountant"]) as client:
        assert client.patch("/sales-invoices/1", SENT).status_code == 204
        row = client.get("/sales-invoices/1").json()
        assert (row["sentToAccountant"], row["status"]) == (False, "verstuurd")


def test_a_strict_tenant_refuses_the_unknown_key(state: RobawsState, clock: Clock) -> None:
    with running(state, clock, strict_keys=True) as client:
        answer = client.patch("/sales-invoices/1", {"colour": "red"})
        assert (answer.status_code, answer.json()["message"]) == (400, "Unrecognized field 'colour'")


def test_extra_fields_take_only_labels_that_exist(client: Client, state: RobawsState) -> None:
    state.patch("clients", "1", extraFields={"Exact": {"type": "TEXT", "stringValue": None}})
    assert client.patch("/clients/1", {"extraFields": {"Exact": {"stringValue": "1001"}}}).status_code == 204
    assert client.get("/clients/1").json()["extraFields"] == {"Exact": {"type": "TEXT", "stringValue": "1001"}}
    answer = client.patch("/clients/1", {"extraFields": {"Colour": {"stringValue": "red"}}})
    assert (answer.status_code, answer.json()["message"]) == (400, "Unknown extra field 'Colour'")


def test_a_locked_document_refuses(client: Client, state: RobawsState) -> None:
    state.patch("sales-invoices", "1", lockedAt="2026-03-16T09:00:00.000Z")
    assert client.patch("/sales-invoices/1", SENT).json()["message"] == "The document is locked"


def test_what_does_not_exist_cannot_be_changed(client: Client) -> None:
    assert client.patch("/sales-invoices/999", SENT).status_code == 404
    assert client.patch("/vat-tariffs/1", {"name": "x"}).status_code == 405


@pytest.mark.parametrize("resource", ["clients", "suppliers"])
def test_a_relation_takes_its_exact_code(client: Client, resource: str) -> None:
    assert client.patch(f"/{resource}/1", {"exactOnlineCode": "1001"}).status_code == 204
    assert client.get(f"/{resource}/1").json()["exactOnlineCode"] == "1001"


def test_a_tenant_may_have_no_such_key_at_all(state: RobawsState, clock: Clock) -> None:
    with running(state, clock, absent_keys=["exactOnlineCode"]) as client:
        assert client.patch("/clients/1", {"exactOnlineCode": "1001"}).status_code == 204
        assert "exactOnlineCode" not in client.get("/clients/1").json()
        assert "exactOnlineCode" not in client.items("/clients")[0]


def test_a_ledger_account_is_created_and_renamed(client: Client) -> None:
    answer = client.post("/general-ledger-accounts", {"code": "700400", "name": "Omzet onderhoud"})
    assert (answer.status_code, answer.json()["code"]) == (201, "700400")
    key = answer.json()["id"]
    assert client.patch(f"/general-ledger-accounts/{key}", {"name": "Omzet service"}).status_code == 204
    assert client.get(f"/general-ledger-accounts/{key}").json()["name"] == "Omzet service"


@pytest.mark.parametrize(
    ("body", "words"), [({"code": "700500"}, "Required: name"), ({"code": "700000", "name": "x"}, "already in use")]
)
def test_half_or_doubled_a_ledger_account_is_refused(client: Client, body: dict[str, str], words: str) -> None:
    answer = client.post("/general-ledger-accounts", body)
    assert (answer.status_code, words in answer.json()["message"]) == (400, True)


def test_nothing_else_can_be_created(client: Client) -> None:
    assert client.post("/sales-invoices", {"type": "INVOICE"}).status_code == 405


def test_the_same_key_is_answered_again_without_doing_again(client: Client) -> None:
    body = {"code": "700400", "name": "Omzet onderhoud"}
    first, second = (client.post("/general-ledger-accounts", body, **{"Idempotency-Key": "k-1"}) for _ in range(2))
    assert (second.status_code, second.json()) == (201, first.json())
    assert client.get("/general-ledger-accounts?code=700400").json()["totalItems"] == 1
    assert client.server.calls(idempotency_key="k-1", replayed=True) == 1


def test_a_refused_write_is_not_remembered(client: Client, state: RobawsState) -> None:
    state.patch("sales-invoices", "1", lockedAt="2026-03-16T09:00:00.000Z")
    assert client.patch("/sales-invoices/1", SENT, **{"Idempotency-Key": "k-2"}).status_code == 400
    state.patch("sales-invoices", "1", lockedAt=None)
    assert client.patch("/sales-invoices/1", SENT, **{"Idempotency-Key": "k-2"}).status_code == 204
    assert client.get("/sales-invoices/1").json()["status"] == "verstuurd"


def test_a_key_too_long_is_refused(client: Client) -> None:
    answer = client.patch("/sales-invoices/1", SENT, **{"Idempotency-Key": "k" * 129})
    assert (answer.status_code, "128" in answer.json()["message"]) == (400, True)


def test_on_a_read_the_key_means_nothing(client: Client) -> None:
    answers = [client.get(path, headers={"Idempotency-Key": "k-3"}) for path in ("/clients/1", "/suppliers/1")]
    assert [answer.json()["name"] for answer in answers] == ["Immo Kempenland NV", "Bouwmaterialen Nijs NV"]


def test_the_same_key_at_the_same_time_is_a_409(client: Client) -> None:
    written, may_leave = Event(), Event()

    def hold(record: RequestRecord) -> Response | None:
        if record.status == 204:
            written.set()
            may_leave.wait(10)
        return None

    client.server.after.append(hold)
    headers = {"Idempotency-Key": "k-4"}
    first = Thread(target=lambda: client.patch("/sales-invoices/1", SENT, **headers))
    first.start()
    written.wait(10)
    assert client.patch("/sales-invoices/1", SENT, **headers).status_code == 409
    may_leave.set()
    first.join()
    assert client.patch("/sales-invoices/1", SENT, **headers).status_code == 204


def test_hanging_up_after_the_write_leaves_it_done_and_the_retry_harmless(client: Client) -> None:
    def hang_up(_: RequestRecord) -> Response | None:
        client.server.after.clear()
        raise HangUp

    client.server.after.append(hang_up)
    body = {"code": "700400", "name": "Omzet onderhoud"}
    with pytest.raises(httpx.RemoteProtocolError):
        client.post("/general-ledger-accounts", body, **{"Idempotency-Key": "k-5"})
    assert client.server.log[-1].hung_up
    assert client.post("/general-ledger-accounts", body, **{"Idempotency-Key": "k-5"}).status_code == 201
    assert client.get("/general-ledger-accounts?code=700400").json()["totalItems"] == 1


def test_a_gateway_error_is_html_and_does_nothing(client: Client) -> None:
    page = Response("<html>502 Bad Gateway</html>", 502, content_type="text/html")
    client.server.before.append(lambda record: page if record.method == "PATCH" else None)
    answer = client.patch("/sales-invoices/1", SENT)
    assert (answer.status_code, answer.headers["Content-Type"]) == (502, "text/html")
    assert client.get("/sales-invoices/1").json()["sentToAccountant"] is False
    assert [(record.method, record.status) for record in client.server.log] == [("PATCH", 502), ("GET", 200)]
