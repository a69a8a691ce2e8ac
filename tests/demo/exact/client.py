"""A client that does nothing by itself: one call in, one answer out."""

from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx

from robexact_desktop.demo.exact import ExactServer

from .books import DIVISION

CLIENT_ID = "{b2f3d4a5-1111-4c4c-9d9d-0123456789ab}"
SECRET = "geheim"
REDIRECT = "https://robexact.example/terug"


def server_of(state: Any, **switches: Any) -> ExactServer:
    facts: dict[str, Any] = {"client_id": CLIENT_ID, "client_secret": SECRET, "redirect_uris": [REDIRECT]}
    return ExactServer(state, **{**facts, "per_minute": 10_000, **switches})


class Client:
    """Talks to the server over a socket (url given) or in process."""

    def __init__(self, server: ExactServer, url: str | None = None) -> None:
        self.server = server
        transport = httpx.WSGITransport(app=server) if url is None else None
        self.http = httpx.Client(base_url=url or "http://exact.test", transport=transport)
        self.tokens: dict[str, Any] = {}

    def close(self) -> None:
        self.http.close()

    def auth_url(self, **changes: str) -> str:
        facts = {"client_id": CLIENT_ID, "redirect_uri": REDIRECT, "response_type": "code", "state": "s-1"}
        return f"{self.http.base_url}/api/oauth2/auth?{urlencode(facts | changes)}"

    def sign_in(self, divisions: list[int] | None = None) -> "Client":
        code = parse_qs(urlsplit(self.server.consent(self.auth_url(), divisions)).query)["code"][0]
        self.tokens = self.token(grant_type="authorization_code", code=code, redirect_uri=REDIRECT).json()
        return self

    def token(self, **fields: str) -> httpx.Response:
        return self.http.post("/api/oauth2/token", data={"client_id": CLIENT_ID, "client_secret": SECRET, **fields})

    def refresh(self, token: str | None = None) -> httpx.Response:
        return self.token(grant_type="refresh_token", refresh_token=token or self.tokens["refresh_token"])

    def call(
        self,
        method: str,
        resource: str,
        query: str = "",
        body: Any = None,
        *,
        division: int | str = DIVISION,
        headers: dict[str, str] | None = None,
        content: bytes | None = None,
    ) -> httpx.Response:
        sent = {"Accept": "application/json", "Authorization": f"Bearer {self.tokens.get('access_token', '')}"}
        if content is not None:
            sent["Content-Type"] = "application/json"
        path = f"/api/v1/{division}/{resource}" + (f"?{query}" if query else "")
        sent = {name: value for name, value in {**sent, **(headers or {})}.items() if value}
        if body is not None:
            return self.http.request(method, path, json=body, headers=sent)
        return self.http.request(method, path, content=content, headers=sent)

    def get(self, resource: str, query: str = "", **options: Any) -> httpx.Response:
        return self.call("GET", resource, query, **options)

    def post(self, resource: str, body: Any, **options: Any) -> httpx.Response:
        return self.call("POST", resource, body=body, **options)

    def results(self, resource: str, query: str = "", **options: Any) -> list[dict[str, Any]]:
        answer = self.get(resource, query, **options)
        assert answer.status_code == 200, answer.text
        found: list[dict[str, Any]] = answer.json()["d"]["results"]
        return found


def message(answer: httpx.Response) -> str:
    """The words of a refusal, whichever envelope they came in."""
    if not answer.content:
        return ""
    body = answer.json()
    return str(body.get("error_description") or body["error"]["message"]["value"])
