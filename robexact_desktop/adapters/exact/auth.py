"""Exact's OAuth2: the consent's address, the first pair of tokens, and their rotation (design: reliability 2.3)."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from urllib.parse import urlencode

from robexact_desktop.adapters.exact import sites
from robexact_desktop.adapters.exact.token_endpoint import TokenEndpoint, is_too_early, tokens_of, words_of
from robexact_desktop.adapters.exact.tokens import Tokens, TokenStore
from robexact_desktop.adapters.http import Http, Reply
from robexact_desktop.domain.errors import Service, SignInFailedError, SignInNeededError
from robexact_desktop.domain.settings import ExactSettings
from robexact_desktop.services.ports import Clock, Secrets

EARLIEST_REFRESH = 570
"""Seconds after the last pair before Exact gives a new one (since 1 July 2021; facts: exact-online 1)."""

LAST_SECONDS = 30
"""A token is renewed in its last 30 s: "0 disconnects over 1000s of companies" (picqer #497)."""

BOOKING_SECONDS = 60
"""The life that a token should still have when a booking leaves: the total deadline of a call."""

LOGIN_DAYS = 30


class Login:
    """The login of one environment. Others that use it (SECONDARY) share this object.

    Tokens are never deleted because of an error. `clock` is UTC wall time, `monotonic` also counts where the wall
    clock is set; the one that makes a token older is believed.
    """

    def __init__(
        self,
        settings: ExactSettings,
        environment: str,
        secrets: Secrets,
        http: Http,
        clock: Clock,
        sleep: Callable[[float], None] = time.sleep,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settings = settings
        self._store = TokenStore(secrets, environment)
        self._endpoint = TokenEndpoint(settings, environment, secrets, http)
        self._site = http.base_url
        self._clock = clock
        self._sleep = sleep
        self._monotonic = monotonic
        self._tokens: Tokens | None = None
        self._obtained_at: float | None = None  # monotonic; None for a pair of an earlier process
        self._keep_until = 0.0  # Exact said "too early": the pair in hand serves until then

    @property
    def redirect_uri(self) -> str:
        return self._settings.redirect_uri

    def authorize_url(self, state: str) -> str:
        """Where the browser goes. Raises SettingsError where a key is missing."""
        query = {
            "client_id": self._endpoint.setting("client_id"),
            "redirect_uri": self._endpoint.setting("redirect_uri"),
            "response_type": "code",
            "state": state,
            "force_login": "0",
        }
        return f"{self._site}/api/oauth2/auth?{urlencode(query)}"

    def must_be_complete(self, *, to_sign_in: bool = False) -> None:
        """Raises SettingsError for what is missing to renew a login, or to sign in."""
        for name in ("client_id", "redirect_uri") if to_sign_in else ("client_id",):
            self._endpoint.setting(name)
        self._endpoint.client_secret()

    def country_of(self, address: str) -> str | None:
        """The country whose Exact an address belongs to."""
        return sites.country_of(address)

    def exchange(self, code: str) -> None:
        """The first pair, stored before this returns. Raises SignInFailedError, UnreachableError, SettingsError."""
        grant = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._endpoint.setting("redirect_uri"),
        }
        reply = self._endpoint.ask(grant)
        if reply.status != 200:
            raise SignInFailedError(reason="refused", message=words_of(reply))
        self._keep(reply, self._store.read())

    def access(self, *, for_booking: bool = False) -> str:
        """An access token that lives long enough, renewed where Exact's clock allows it.

        Raises SignInNeededError, UnreachableError, SettingsError.
        """
        tokens = self._held()
        left = tokens.seconds - self._age(tokens)
        wanted = BOOKING_SECONDS if for_booking else LAST_SECONDS
        renewable = left <= LAST_SECONDS or self._age(tokens) >= EARLIEST_REFRESH
        if left > wanted or not renewable or self._monotonic() < self._keep_until:
            return tokens.access
        return self._renewed(tokens).access

    def renew_refused(self, access: str) -> bool:
        """Exact answered 401 to this token. Whether another one is at hand now; raises as `access` does."""
        stored = self._store.read()
        if stored is not None and stored.access != access:
            self._take(stored)
            return True
        tokens = self._held()
        if self._age(tokens) < EARLIEST_REFRESH:
            return False
        return self._renewed(tokens).access != access

    def lapses_at(self) -> datetime | None:
        """When the login ends if it is not used: 30 days after the last pair. None where nobody signed in."""
        tokens = self._tokens or self._store.read()
        return tokens.obtained + timedelta(days=LOGIN_DAYS) if tokens else None

    def _held(self) -> Tokens:
        if self._tokens is None and (stored := self._store.read()) is not None:
            self._take(stored)
        if self._tokens is None:
            raise SignInNeededError(service=Service.EXACT, reason="never")
        return self._tokens

    def _take(self, tokens: Tokens) -> None:
        self._tokens, self._obtained_at, self._keep_until = tokens, None, 0.0

    def _age(self, tokens: Tokens) -> float:
        """Seconds since Exact gave the pair. A clock that was set back tells nothing: old, then."""
        by_wall = (self._clock() - tokens.obtained).total_seconds()
        if self._obtained_at is not None:
            return max(by_wall, self._monotonic() - self._obtained_at)
        return by_wall if by_wall >= 0 else float(tokens.seconds)

    def _renewed(self, tokens: Tokens) -> Tokens:
        """The next pair: another copy's, or Exact's."""
        if (stored := self._newer_than(tokens)) is not None:
            return stored
        if (wait := EARLIEST_REFRESH - self._age(tokens)) > 0:
            self._sleep(wait)
        reply = self._endpoint.ask({"grant_type": "refresh_token", "refresh_token": tokens.refresh})
        if reply.status == 200:
            return self._keep(reply, tokens)
        if is_too_early(reply):
            self._keep_until = self._monotonic() + LAST_SECONDS
            return tokens
        if (stored := self._newer_than(tokens)) is not None:
            return stored
        raise SignInNeededError(service=Service.EXACT, reason=words_of(reply))

    def _newer_than(self, tokens: Tokens) -> Tokens | None:
        stored = self._store.read()
        if stored is None or stored.generation <= tokens.generation:
            return None
        self._take(stored)
        return stored

    def _keep(self, reply: Reply, before: Tokens | None) -> Tokens:
        obtained_at = self._monotonic()
        tokens = tokens_of(reply, (before.generation if before else 0) + 1, self._clock())
        self._store.write(tokens)
        self._take(tokens)
        self._obtained_at = obtained_at
        return tokens
