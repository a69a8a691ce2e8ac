"""Robaws' API over HTTP: who asks, may he, what for; then the collection, the row or the file."""

import base64
import hmac
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from datetime import datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from werkzeug.wrappers import Request, Response

from robexact_desktop.demo.robaws.api import JSON, READS, Api, Tenant
from robexact_desktop.demo.robaws.documents import STORAGE, login_page
from robexact_desktop.demo.robaws.errors import Refused, error_body
from robexact_desktop.demo.robaws.limits import Budget
from robexact_desktop.demo.robaws.records import Hook, RequestRecord, record_of
from robexact_desktop.demo.robaws.shown import dumped
from robexact_desktop.demo.robaws.state import RobawsState
from robexact_desktop.demo.robaws.writing import Replays
from robexact_desktop.demo.serving import HangUp

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


class RobawsServer:
    """A WSGI application; the hooks in `.before` and `.after` may answer in its place, or raise HangUp.

    `switches` are the fields of Tenant, e.g. `forbidden_modules={"articles"}`.
    """

    def __init__(
        self,
        state: RobawsState,
        *,
        api_key: str,
        api_secret: str,
        per_second: int = 15,
        per_day: int = 10000,
        clock: Callable[[], datetime] | None = None,
        **switches: Any,
    ) -> None:
        self.state = state
        self.clock = clock or state.clock
        self.budget = Budget(per_second, per_day, self.clock)
        self.tenant = Tenant(**{name: _settled(value) for name, value in switches.items()})
        self.log: list[RequestRecord] = []
        self.before: list[Hook] = []
        self.after: list[Hook] = []
        self._credentials = base64.b64encode(f"{api_key}:{api_secret}".encode()).decode()
        self._api = Api(state, self.tenant)
        self._replays = Replays(state)

    def calls(self, **facts: object) -> int:
        """How many requests had these facts: calls(method="PATCH", resource="sales-invoices", status=204)."""
        return sum(all(getattr(record, name) == value for name, value in facts.items()) for record in self.log)

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        request = Request(environ)
        record = record_of(request)
        self.log.append(record)
        try:
            # The claim on an Idempotency-Key lasts until the answer leaves: the hooks run inside it.
            with ExitStack() as claims:
                answer = _run(self.before, record) or self._handled(request, record, claims)
                record.status = answer.status_code
                if replaced := _run(self.after, record):
                    record.status, answer = replaced.status_code, replaced
        except HangUp:
            record.hung_up = True
            raise
        return answer(environ, start_response)

    def _handled(self, request: Request, record: RequestRecord, claims: ExitStack) -> Response:
        limits: dict[str, str] = {}
        try:
            return self._served(request, record, claims, limits)
        except Refused as refused:
            record.reason = refused.message or HTTPStatus(refused.status).phrase
            body = error_body(refused, request.path, self.clock(), len(self.log))
            return Response(dumped(body), refused.status, {**limits, **refused.headers}, content_type=JSON)

    def _served(self, request: Request, record: RequestRecord, claims: ExitStack, limits: dict[str, str]) -> Response:
        if request.path == "/login":
            return login_page()
        if request.path.startswith(STORAGE):
            return self._api.files.stored(request.path)
        self._authenticate(request)
        limits.update(self.budget.spend(self._mode(request)))
        parts = self._api.parts(request.method, request.path)
        key = None if request.method in READS else record.idempotency_key
        claims.enter_context(self._replays.claim(key))
        answer, record.replayed = self._replays.once(key, lambda: self._api.routed(request, parts))
        answer.headers.update(limits)
        return answer

    def _authenticate(self, request: Request) -> None:
        scheme, _, credentials = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "basic" or not hmac.compare_digest(credentials.encode(), self._credentials.encode()):
            challenge = {"WWW-Authenticate": 'Basic realm="Robaws"'}
            raise Refused(401, "Full authentication is required to access this resource", challenge)
        if self.tenant.is_blocked:
            raise Refused(401, "", {"X-Robaws-Unauthorized-Reason": "temp-blocked"})

    def _mode(self, request: Request) -> str:
        mode = request.headers.get("Database-Mode") or request.args.get("database-mode") or "live"
        if mode == "replica" and request.method not in READS:
            raise Refused(400, "The replica can only be read")
        return "replica" if mode == "replica" else "live"


def _run(hooks: list[Hook], record: RequestRecord) -> Response | None:
    answers = [answer for hook in list(hooks) if (answer := hook(record)) is not None]
    return answers[-1] if answers else None


def _settled(value: Any) -> Any:
    """A list or tuple of names becomes the set that the tenant keeps."""
    return set(value) if isinstance(value, list | tuple | frozenset) else value
