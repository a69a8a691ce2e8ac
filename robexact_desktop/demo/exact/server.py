"""Exact Online of one country as a WSGI application: sign-in, tokens, limits, the API, and a log of it all."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from werkzeug.wrappers import Request, Response

from robexact_desktop.demo.exact import shapes
from robexact_desktop.demo.exact.api import Api, Target, find_target, is_booking, split_path
from robexact_desktop.demo.exact.errors import Refused, forbidden
from robexact_desktop.demo.exact.limits import BLOCKED, Limits
from robexact_desktop.demo.exact.oauth import App, Authorisation
from robexact_desktop.demo.exact.records import Hook, RequestRecord
from robexact_desktop.demo.exact.state import ExactState
from robexact_desktop.demo.serving import HangUp

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

LONGEST_ADDRESS: Final = 8192
"""A filter that made the address 12 kB long broke a live client (ossobv); where exactly was not found."""

FILE_PATH: Final = "/docs/SysAttachment.aspx"


@dataclass(frozen=True)
class User:
    name: str = "An Peeters"
    email: str = "an.peeters@bouwwerken-peeters.example"


class ExactServer:
    """`scopes`: what the app may do, e.g. {"Financial accounting": "read", "Crm accounts": "manage"}; None: all.

    `granted_divisions`: those checked on the consent page, and granted by `consent`; None: all.
    """

    def __init__(
        self,
        state: ExactState,
        *,
        country: str = "BE",
        client_id: str,
        client_secret: str,
        redirect_uris: Iterable[str],
        user: User = User(),
        per_minute: int = 60,
        per_day: int = 5000,
        loopback_redirects: bool = False,
        silent_renumber: bool = False,
        documents_link_entries: bool = False,
        scopes: Mapping[str, str] | None = None,
        granted_divisions: list[int] | None = None,
        show_address: bool = False,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        self.state = state
        self.log: list[RequestRecord] = []
        self.before: list[Hook] = []
        self.after: list[Hook] = []
        state.silent_renumber = silent_renumber
        state.documents_link_entries = documents_link_entries
        state.user_name = user.name
        app = App(client_id, client_secret, tuple(redirect_uris))
        self._authorisation = Authorisation(
            state,
            app,
            country,
            user.email,
            loopback=loopback_redirects,
            granted=granted_divisions,
            show_address=show_address,
        )
        self.limits = Limits(per_minute, per_day, clock or state.clock)
        self._scopes = {name.lower(): right for name, right in scopes.items()} if scopes is not None else None
        self._api = Api(state, user.name, user.email, country)

    # for tests and the demo

    def consent(self, url: str, divisions: Iterable[int] | None = None, *, allow: bool = True) -> str:
        """What a person would get: the address the browser ends on after the consent page at this url."""
        return self._authorisation.consent(url, divisions, allow)

    def revoke(self) -> None:
        """The user takes the app's permission away in the security centre."""
        self._authorisation.tokens.revoke()

    def calls(self, **facts: Any) -> int:
        """How many requests had these facts: calls(method="POST", resource=..., status=201, division=...)."""
        return sum(all(getattr(record, name) == value for name, value in facts.items()) for record in self.log)

    # WSGI

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        request = Request(environ)
        query = request.query_string.decode("latin-1")
        record = RequestRecord(method=request.method, path=request.path, query=query, body=request.get_data())
        record.division, record.resource, record.key = _named(request.path)
        self.log.append(record)
        try:
            response = self._run(self.before, record) or self._handle(request, record)
            record.status = response.status_code
            replaced = self._run(self.after, record)
        except HangUp:
            record.hung_up = True
            raise
        if replaced is not None:
            record.status, response = replaced.status_code, replaced
        return response(environ, start_response)

    def _run(self, hooks: list[Hook], record: RequestRecord) -> Response | None:
        answers = [answer for hook in list(hooks) if (answer := hook(record)) is not None]
        return answers[-1] if answers else None

    def _handle(self, request: Request, record: RequestRecord) -> Response:
        if request.path == "/api/oauth2/auth" and request.method in ("GET", "POST"):
            return _noting(self._authorisation.page(request), record)
        if request.path == "/api/oauth2/token" and request.method == "POST":
            return _noting(self._authorisation.token(request), record)
        headers: dict[str, str] = {}
        try:
            response = self._answer(request, record, headers)
        except Refused as refused:
            response = _error(refused)
            record.reason = refused.message
            if refused.headers.get("Reason") != BLOCKED:  # a blocked call makes the block no longer
                self.limits.count_error(record.division or 0, record.resource, refused.status)
        for name, value in headers.items():
            response.headers[name] = value
        return response

    def _answer(self, request: Request, record: RequestRecord, headers: dict[str, str]) -> Response:
        if request.path == FILE_PATH:
            return self._file(request)
        if len(request.environ.get("RAW_URI") or request.full_path) > LONGEST_ADDRESS:
            raise Refused(414, "The request address is too long")
        division, resource, key, inner = split_path(request.path)
        headers.update(self.limits.headers(division))
        granted = self._granted(request)
        headers.clear()  # of a 429 only those of the limit that was hit
        headers.update(self.limits.count(division))
        self.limits.check_block(division, resource)
        target = find_target(division, resource, key, inner, request.method)
        self._check_rights(target, granted, request.method)
        if "application/json" not in request.headers.get("Accept", ""):
            # Exact would answer Atom XML; refused, so that the omission shows
            raise Refused(406, "Not Acceptable: send Accept: application/json")
        response = self._api.answer(request, target, granted)
        record.was_post_that_books = is_booking(request.method, record.resource)
        return response

    def _granted(self, request: Request) -> list[int]:
        found = re.fullmatch(r"[Bb]earer (\S+)", request.headers.get("Authorization", ""))
        granted = self._authorisation.tokens.grant_of(found[1]) if found else None
        if granted is None:
            raise Refused(401, "no valid access token", {"WWW-Authenticate": "Bearer"})
        return granted

    def _check_rights(self, target: Target, granted: list[int], method: str) -> None:
        if target.division and target.division not in granted:
            raise forbidden("User division is not within division scope")
        if method != "GET" and self.state.division(target.division).get("BlockingStatus"):
            raise forbidden("Division is blocked", reason="DivisionBlocked")  # the Reason is known, not the words
        for scope in filter(None, (part.strip().lower() for part in target.endpoint.scope.split(","))):
            right = "manage" if self._scopes is None else self._scopes.get(scope, "")
            wanted = "read" if method == "GET" else "manage"
            if right not in {wanted, "manage"}:
                name = scope.replace(" ", ".", 1)
                raise forbidden(f"Application Scope Violated. Cannot {wanted} '{name}' scope.")

    def _file(self, request: Request) -> Response:
        """An attachment as it came; needs the bearer and `&Download=1` (facts 4.10)."""
        granted = self._granted(request)
        division = request.args.get("_Division_", 0, type=int)
        if division not in granted:
            raise forbidden("User division is not within division scope")
        content = self.state.attachment_bytes(division, request.args.get("ID", ""))
        if not content or request.args.get("Download") != "1":
            raise Refused(404, "File not found")
        return Response(content, mimetype="application/octet-stream")


def _named(path: str) -> tuple[int | None, str, str]:
    """Division, resource and key of an address, for the log and the hooks; "oauth2/token" and its like too."""
    try:
        division, resource, key, _ = split_path(path)
    except Refused:
        return None, path.removeprefix("/api/").strip("/"), ""
    return division, resource, key or ""


def _error(refused: Refused) -> Response:
    if refused.status == 401:
        return Response(status=401, headers=refused.headers)
    body = {"error": {"code": "", "message": {"lang": "", "value": refused.message}}}
    return Response(shapes.dumped(body), refused.status, refused.headers, mimetype="application/json")


def _noting(response: Response, record: RequestRecord) -> Response:
    if response.status_code >= 400:
        record.reason = response.get_data(as_text=True)
    return response
