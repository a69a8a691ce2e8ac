"""Exact's token endpoint: one POST, and what its refusals mean (facts: exact-online 1)."""

import json
from collections.abc import Mapping
from datetime import datetime
from urllib.parse import urlencode

from robexact_desktop.adapters.exact.tokens import Tokens
from robexact_desktop.adapters.http import Http, Reply
from robexact_desktop.domain.errors import Service, SettingsError, UnreachableError
from robexact_desktop.domain.settings import ExactSettings
from robexact_desktop.services.ports import Secrets

ANSWER_SECONDS = 20
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}


class TokenEndpoint:
    """Asks in the name of the customer's own app. Raises SettingsError where its id or secret is missing."""

    def __init__(self, settings: ExactSettings, environment: str, secrets: Secrets, http: Http) -> None:
        self._settings = settings
        self._environment = environment
        self._secrets = secrets
        self._http = http

    def ask(self, grant: Mapping[str, str]) -> Reply:
        """One POST, never repeated: an answer that was lost may have used the refresh token up.

        A refusal comes back as it is; raises UnreachableError for what is no answer of Exact's.
        """
        client = {"client_id": self.setting("client_id"), "client_secret": self.client_secret()}
        content = urlencode({**grant, **client}).encode()
        seconds = min(ANSWER_SECONDS, self._http.answer_seconds)
        reply = self._http.call("POST", "/api/oauth2/token", headers=FORM, content=content, seconds=seconds)
        if reply.status in (408, 429) or reply.status >= 500 or reply.status in range(300, 400):
            raise UnreachableError(service=Service.EXACT, reason="server_error", detail=f"token: HTTP {reply.status}")
        if reply.status == 200 and reply.is_html:
            raise UnreachableError(service=Service.EXACT, reason="html", detail="token")
        return reply

    def setting(self, name: str) -> str:
        """Raises SettingsError where it is empty."""
        value = getattr(self._settings, name)
        if not value:
            raise SettingsError(key=f"exact.{name}", reason="missing")
        return str(value)

    def client_secret(self) -> str:
        """Raises SettingsError where the key store has none."""
        secret = self._secrets.read(self._environment, "exact.client_secret")
        if not secret:
            raise SettingsError(key="exact.client_secret", reason="missing")
        return secret


ACCESS_SECONDS = 600
"""The life of an access token where the answer does not state it."""


def tokens_of(reply: Reply, generation: int, obtained: datetime) -> Tokens:
    """The pair of a good answer. Raises UnreachableError where it holds none: then it is lost."""
    told = reply.json("token")
    try:
        if not isinstance(told, Mapping):
            raise TypeError("no object")
        seconds = int(told.get("expires_in") or ACCESS_SECONDS)  # seen as text and as number
        return Tokens(generation, obtained, seconds, _text(told, "access_token"), _text(told, "refresh_token"))
    except (KeyError, TypeError, ValueError):
        raise UnreachableError(service=Service.EXACT, reason="shape", detail="token") from None


def is_too_early(reply: Reply) -> bool:
    """Less than 570 s after the last pair: no harm done, the pair in hand still serves."""
    words = f"{words_of(reply)} {reply.headers.get('reason', '')}".casefold()
    return "tooearly" in words or "access_token not expired" in words


def words_of(reply: Reply) -> str:
    """The error and its description; some failures are HTML or plain text, of which only the status is told."""
    try:
        told = json.loads(reply.content)
    except ValueError:
        told = None
    if not isinstance(told, Mapping):
        return f"HTTP {reply.status}"
    return f"{told.get('error', f'HTTP {reply.status}')} {told.get('error_description', '')}".strip()


def _text(told: Mapping[str, object], name: str) -> str:
    value = told[name]
    if not isinstance(value, str) or not value:
        raise ValueError(name)
    return value
