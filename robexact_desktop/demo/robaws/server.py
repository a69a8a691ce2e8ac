"""Robaws' API over HTTP: who asks, may he, what for; then the collection, the row or the file."""

import base64
import hmac
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from werkzeug.wrappers import Request, Response

from robexact_desktop.demo.robaws.documents import STORAGE, Files, login_page, place_of
from robexact_desktop.demo.robaws.errors import Refused, error_body
from robexact_desktop.demo.robaws.limits import Budget
from robexact_desktop.demo.robaws.listing import filtered, ordered, page_of
from robexact_desktop.demo.robaws.resources import RESOURCES, Resource
from robexact_desktop.demo.robaws.shown import dumped, shown
from robexact_desktop.demo.robaws.state import RobawsState
from robexact_desktop.demo.robaws.writing import MERGE_PATCH, Replays, created, extra_fields, read_object, writable
from robexact_desktop.demo.rows import Row

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

BASE = "/api/v2"
JSON = "application/json"
READS = frozenset({"GET", "HEAD", "OPTIONS"})
Before = Callable[[Request], Response | None]
After = Callable[[Request, Response], Response | None]


class Exchange(NamedTuple):
    """What was asked and answered. Status 0: the connection was dropped; `path` is with its query."""

    method: str
    path: str
    status: int
    body: bytes
    idempotency_key: str | None = None


class RobawsServer:
    """A WSGI application; `.before` and `.after` may answer in its place, or raise HangUp.

    `forbidden_modules`: resources that the role of the API user lacks (403). `ignored_keys`: keys that a PATCH takes
    and forgets. `ignored_filters`: filters that this tenant's Robaws does not know. `storage_url`: another host that
    keeps the files ("" = this one).
    """

    def __init__(
        self,
        state: RobawsState,
        *,
        api_key: str,
        api_secret: str,
        clock: Callable[[], datetime],
        per_second: int = 15,
        per_day: int = 10000,
        forbidden_modules: Iterable[str] = (),
        ignored_keys: Iterable[str] = (),
        ignored_filters: Iterable[str] = (),
        strict_keys: bool = False,
        has_projects: bool = True,
        has_download: bool = True,
        sees_confidential: bool = True,
        storage_url: str = "",
    ) -> None:
        self.state = state
        self.clock = clock
        self.budget = Budget(per_second, per_day, clock)
        self.forbidden_modules = set(forbidden_modules)
        self.ignored_keys = frozenset(ignored_keys)
        self.ignored_filters = frozenset(ignored_filters)
        self.strict_keys = strict_keys
        self.has_projects = has_projects
        self.has_download = has_download
        self.sees_confidential = sees_confidential
        self.storage_url = storage_url
        self.log: list[Exchange] = []
        self.before: Before | None = None
        self.after: After | None = None
        self._credentials = base64.b64encode(f"{api_key}:{api_secret}".encode()).decode()
        self._files = Files(state)
        self._replays = Replays(state)

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        request = Request(environ)
        status = 0
        try:
            with ExitStack() as claims:
                answer = self._answer(request, claims)
                if self.after is not None:
                    answer = self.after(request, answer) or answer
            status = answer.status_code
        finally:
            self.log.append(self._exchange(request, status))
        return answer(environ, start_response)

    def _exchange(self, request: Request, status: int) -> Exchange:
        key = request.headers.get("Idempotency-Key")
        return Exchange(request.method, request.full_path.rstrip("?"), status, request.get_data(), key)

    def _answer(self, request: Request, claims: ExitStack) -> Response:
        if self.before is not None and (answer := self.before(request)):
            return answer
        limits: dict[str, str] = {}
        try:
            return self._served(request, claims, limits)
        except Refused as refused:
            body = error_body(refused, request.path, self.clock(), len(self.log))
            return Response(dumped(body), refused.status, {**limits, **refused.headers}, content_type=JSON)

    def _served(self, request: Request, claims: ExitStack, limits: dict[str, str]) -> Response:
        if request.path == "/login":
            return login_page()
        if request.path.startswith(STORAGE):
            return self._files.stored(request.path)
        self._authenticate(request)
        limits.update(self.budget.spend(self._mode(request)))
        parts = self._parts(request.path)
        key = None if request.method in READS else request.headers.get("Idempotency-Key")
        claims.enter_context(self._replays.claim(key))
        answer = self._replays.once(key, lambda: self._routed(request, parts))
        answer.headers.update(limits)
        return answer

    def _authenticate(self, request: Request) -> None:
        scheme, _, credentials = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "basic" or not hmac.compare_digest(credentials.encode(), self._credentials.encode()):
            challenge = {"WWW-Authenticate": 'Basic realm="Robaws"'}
            raise Refused(401, "Full authentication is required to access this resource", challenge)

    def _mode(self, request: Request) -> str:
        mode = request.headers.get("Database-Mode") or request.args.get("database-mode") or "live"
        if mode == "replica" and request.method not in READS:
            raise Refused(400, "The replica can only be read")
        return "replica" if mode == "replica" else "live"

    def _parts(self, path: str) -> list[str]:
        parts = path.removeprefix(BASE).strip("/").split("/")
        if not path.startswith(f"{BASE}/") or (parts[0] in {"projects", "activities"} and not self.has_projects):
            raise Refused(404)
        if parts[0] in self.forbidden_modules:
            raise Refused(403)
        return parts

    def _routed(self, request: Request, parts: list[str]) -> Response:
        if parts[0] == "documents":
            return self._document(request, parts[1:])
        resource = RESOURCES.get(parts[0])
        if resource is None:
            raise Refused(404)
        if len(parts) == 1:
            return self._collection(request, resource)
        row = self._row(resource, parts[1])
        if len(parts) == 2:
            return self._one(request, resource, row)
        if parts[0] == "sales-invoices" and parts[2:] == ["pdf"]:
            _only(request, "GET", "HEAD")
            return self._files.sales_invoice(row)
        raise Refused(404)

    def _collection(self, request: Request, resource: Resource) -> Response:
        if request.method == "POST" and resource.required:
            body = read_object(request, JSON)
            row = self.state.put(resource.name, **created(body, resource, self.state, strict=self.strict_keys))
            return Response(dumped(row), 201, content_type=JSON)
        _only(request, "GET", "HEAD")
        rows = filtered(self._rows(resource), resource, request.args, self.ignored_filters)
        page, envelope = page_of(ordered(rows, request.args.get("sort", "")), request.args)
        includes = _includes(request)
        items = [shown(row, resource, includes, self.state) for row in page]
        return Response(dumped({"items": items, **envelope}), content_type=JSON)

    def _one(self, request: Request, resource: Resource, row: Row) -> Response:
        if request.method == "PATCH" and resource.writable:
            if row.get("lockedAt"):
                raise Refused(400, "The document is locked")
            body = read_object(request, MERGE_PATCH)
            if change := writable(body, resource, self.ignored_keys, strict=self.strict_keys):
                change |= extra_fields(change, row)
                self.state.patch(resource.name, row["id"], **change)
            return Response(status=204)
        _only(request, "GET", "HEAD")
        return Response(dumped(shown(row, resource, _includes(request), self.state)), content_type=JSON)

    def _document(self, request: Request, parts: list[str]) -> Response:
        _only(request, "GET", "HEAD")
        document = self.state.get("documents", parts[0]) if parts else None
        if document is None or parts[1:] not in ([], ["download"] if self.has_download else []):
            raise Refused(404)
        # The defect seen in the field: the login page, by way of a redirect, in place of a 401.
        place = "/login" if document.get("kind") == "login_page" else place_of(document, self.storage_url)
        return Response(status=302, headers={"Location": place})

    def _rows(self, resource: Resource) -> list[Row]:
        rows = self.state.all(resource.name)
        return rows if self.sees_confidential else [row for row in rows if not row.get("confidential")]

    def _row(self, resource: Resource, key: str) -> Row:
        row = self.state.get(resource.name, key)
        if row is None or (row.get("confidential") and not self.sees_confidential):
            raise Refused(404, f"{resource.name}/{key} does not exist")
        return row


def _only(request: Request, *methods: str) -> None:
    if request.method not in methods:
        raise Refused(405, f"Request method '{request.method}' not supported", {"Allow": ", ".join(methods)})


def _includes(request: Request) -> frozenset[str]:
    return frozenset(part.strip() for part in request.args.get("include", "").split(",") if part.strip())
