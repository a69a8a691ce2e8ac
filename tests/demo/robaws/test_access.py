"""Who may ask, for what, how often."""

import httpx
import pytest

from robexact_desktop.demo.robaws import RobawsState

from .tenant import SECRET, Client, Clock, running


def test_without_a_password_nothing_is_told(client: Client) -> None:
    answer = httpx.get(f"{client.http.base_url}/api/v2/clients")
    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, 'Basic realm="Robaws"')
    assert answer.json()["message"] == "Full authentication is required to access this resource"


@pytest.mark.parametrize("auth", [("sleutel", "fout"), ("fout", SECRET), ("", "")])
def test_a_wrong_key_or_secret_is_refused(client: Client, auth: tuple[str, str]) -> None:
    assert client.get("/clients", auth=auth).status_code == 401


def test_a_bearer_token_is_no_password(client: Client) -> None:
    answer = httpx.get(f"{client.http.base_url}/api/v2/clients", headers={"Authorization": f"Bearer {SECRET}"})
    assert answer.status_code == 401


def test_a_blocked_account_says_so(client: Client) -> None:
    client.server.tenant.is_blocked = True
    answer = client.get("/clients")
    assert (answer.status_code, answer.headers["X-Robaws-Unauthorized-Reason"]) == (401, "temp-blocked")


def test_a_module_outside_the_role_is_a_403_with_a_correlation_id(client: Client) -> None:
    client.server.tenant.forbidden_modules.add("articles")
    answer = client.get("/articles")
    assert answer.status_code == 403
    assert list(answer.json()) == ["timestamp", "status", "error", "path", "correlationId", "serverVersion"]
    assert (answer.json()["error"], answer.json()["path"]) == ("Forbidden", "/api/v2/articles")
    assert client.get("/clients").status_code == 200, "the same key reads what its role has"


def test_a_module_may_be_readable_and_not_writable(client: Client) -> None:
    client.server.tenant.read_only_modules.add("general-ledger-accounts")
    assert client.get("/general-ledger-accounts").status_code == 200
    assert client.post("/general-ledger-accounts", {"code": "1", "name": "x"}).status_code == 403


@pytest.mark.parametrize(
    "path", ["/invoices", "/sales-invoices/999", "/sales-invoices/1/emails", "/documents", "/documents/77"]
)
def test_what_is_not_there_is_a_404_in_json(client: Client, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.json()["status"]) == (404, 404)


def test_the_base_path_belongs_to_the_address(client: Client) -> None:
    assert client.http.get("/clients").status_code == 404


def test_a_tenant_without_projects_has_neither_projects_nor_activities(state: RobawsState, clock: Clock) -> None:
    with running(state, clock, has_projects=False) as client:
        assert [client.get(f"/{name}").status_code for name in ("projects", "activities", "clients")] == [404, 404, 200]


def test_nothing_can_be_deleted_or_replaced(client: Client) -> None:
    answer = client.http.delete("/api/v2/sales-invoices/1")
    assert (answer.status_code, answer.json()["message"]) == (405, "Request method 'DELETE' not supported")
    assert client.http.put("/api/v2/sales-invoices/1", json={}).status_code == 405


def test_every_answer_tells_what_is_left(client: Client) -> None:
    headers = client.get("/clients").headers
    assert (headers["X-RateLimit-Remaining"], headers["X-RateLimit-Daily-Remaining"]) == ("999", "9999")
    assert headers["X-RateLimit-Daily-Reset"] == str(15 * 3600), "seconds to midnight UTC"


def test_the_sixteenth_call_in_a_second_is_a_429_and_a_second_later_all_is_well(
    state: RobawsState, clock: Clock
) -> None:
    with running(state, clock, per_second=15) as client:
        assert {client.get("/clients").status_code for _ in range(15)} == {200}
        refused = client.get("/clients")
        assert (refused.status_code, refused.headers["X-RateLimit-Remaining"]) == (429, "0")
        assert int(refused.headers["X-RateLimit-Daily-Remaining"]) > 0, "so: wait a second"
        clock.pass_seconds(1)
        assert client.get("/clients").status_code == 200


def test_a_spent_day_ends_at_midnight(state: RobawsState, clock: Clock) -> None:
    with running(state, clock, per_day=2) as client:
        assert [client.get("/clients").status_code for _ in range(3)] == [200, 200, 429]
        refused = client.get("/clients")
        assert refused.headers["X-RateLimit-Daily-Remaining"] == "0"
        clock.pass_seconds(int(refused.headers["X-RateLimit-Daily-Reset"]))
        assert client.get("/clients").status_code == 200


def test_the_replica_has_a_day_of_its_own_and_can_only_be_read(state: RobawsState, clock: Clock) -> None:
    replica = {"Database-Mode": "replica"}
    with running(state, clock, per_day=1) as client:
        assert client.get("/clients").status_code == 200
        assert client.get("/clients", headers=replica).status_code == 200
        assert client.patch("/clients/1", {"name": "x"}, **replica).json()["message"] == "The replica can only be read"
