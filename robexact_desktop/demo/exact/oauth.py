"""/api/oauth2/auth and /api/oauth2/token."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from werkzeug.wrappers import Request, Response

from robexact_desktop.demo.exact import consent
from robexact_desktop.demo.exact.errors import Refused
from robexact_desktop.demo.exact.tokens import TokenRefused, Tokens

if TYPE_CHECKING:
    from robexact_desktop.demo.exact.state import ExactState


@dataclass(frozen=True)
class App:
    """An app as registered in the App Centre of one country."""

    client_id: str
    client_secret: str
    redirect_uris: tuple[str, ...]
    name: str = "RobExact Desktop"


class Authorisation:
    def __init__(
        self,
        state: "ExactState",
        app: App,
        country: str,
        user: str,
        *,
        loopback: bool,
        granted: list[int] | None,
        show_address: bool,
    ) -> None:
        self.tokens = Tokens(state, app.client_id)
        self._state = state
        self._app = app
        self._country = country
        self._user = user
        self._loopback = loopback
        self._granted = granted
        self._show_address = show_address

    def page(self, request: Request) -> Response:
        """GET shows the form, POST is a press on one of its buttons."""
        try:
            self._check(request.args)
        except Refused as refused:
            return _html(consent.error_page(refused.message), refused.status)
        if request.method == "GET":
            return _html(self._form(request))
        if request.form.get("user", "").strip().casefold() != self._user.casefold():
            return _html(self._form(request, "Onbekende gebruiker"))
        chosen = [int(code) for code in request.form.getlist("division") if code.isdigit()]
        allowed = request.form.get("answer") == "allow"
        if allowed and not chosen:
            return _html(self._form(request, "Kies minstens een administratie"))
        address = self._redirected(request.args, chosen if allowed else None)
        if self._show_address:
            return _html(consent.address_page(address))
        return Response(status=302, headers={"Location": address})

    def consent(self, url: str, divisions: Iterable[int] | None, allow: bool) -> str:
        """The address a person's browser ends on after the buttons of the page at this url."""
        args = {name: values[-1] for name, values in parse_qs(urlsplit(url).query).items()}
        self._check(args)
        chosen = list(divisions) if divisions is not None else self._checked()
        return self._redirected(args, chosen if allow else None)

    def token(self, request: Request) -> Response:
        try:
            return _json(self._token(request), 200)
        except TokenRefused as refused:
            body = {"error": refused.error, "error_description": refused.message}
            return _json(body, refused.status, refused.headers)

    def _token(self, request: Request) -> Mapping[str, object]:
        self.tokens.count_call()
        if request.mimetype != "application/x-www-form-urlencoded":
            raise TokenRefused(400, "invalid_request", "The request body must be form-encoded")
        form = request.form
        if form.get("client_id") != self._app.client_id or form.get("client_secret") != self._app.client_secret:
            raise TokenRefused(401, "invalid_client", "Client authentication failed")
        if form.get("grant_type") == "authorization_code":
            return self.tokens.exchange(form.get("code", ""), form.get("redirect_uri", ""))
        if form.get("grant_type") == "refresh_token":
            return self.tokens.refresh(form.get("refresh_token", ""))
        raise TokenRefused(400, "unsupported_grant_type", "There are no client credentials")

    def _check(self, args: Mapping[str, str]) -> None:
        if args.get("client_id") != self._app.client_id:
            raise Refused(400, "The client id is not known on this site")  # apps are registered per country
        if args.get("response_type") != "code":
            raise Refused(400, "response_type must be code")
        consent.check_redirect(args.get("redirect_uri", ""), list(self._app.redirect_uris), self._loopback)

    def _redirected(self, args: Mapping[str, str], divisions: list[int] | None) -> str:
        uri, state = args["redirect_uri"], args.get("state")
        if divisions is None:
            return consent.redirected(uri, error="access_denied", state=state)
        known = {row["Code"] for row in self._state.divisions()}
        code = self.tokens.new_code(uri, [division for division in divisions if division in known])
        return consent.redirected(uri, code=code, state=state)

    def _form(self, request: Request, error: str = "") -> str:
        query = request.query_string.decode("ascii", "replace")
        rows = self._state.divisions()
        return consent.form(query, self._country, self._app.name, self._user, rows, self._checked(), error)

    def _checked(self) -> list[int]:
        if self._granted is not None:
            return self._granted
        return [row["Code"] for row in self._state.divisions()]


def _html(text: str, status: int = 200) -> Response:
    return Response(text, status=status, mimetype="text/html")


def _json(body: Mapping[str, object], status: int, headers: Mapping[str, str] | None = None) -> Response:
    return Response(json.dumps(body), status=status, mimetype="application/json", headers=headers)
