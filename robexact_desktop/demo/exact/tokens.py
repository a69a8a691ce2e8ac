"""Authorisation codes, access tokens (600 s) and one-time refresh tokens, kept in the rows.

All tokens that come of one consent are a chain; a new consent of the same user and app ends the old chain
(EenvoudigFactureren help). The rules and texts: facts section 1.
"""

import secrets
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from robexact_desktop.demo.exact.errors import Refused
from robexact_desktop.demo.rows import Row

if TYPE_CHECKING:
    from robexact_desktop.demo.exact.state import ExactState

ACCESS_SECONDS: Final = 600
EARLIEST_REFRESH: Final = timedelta(seconds=570)
REFRESH_LIFE: Final = timedelta(days=30)
CODE_LIFE: Final = timedelta(seconds=180)
"""How long a code may wait was not found; three minutes are assumed."""
CALLS_PER_DAY: Final = 200

CHAIN_ERROR: Final = "Token is not allowed, because of invalid or empty chainId"


class TokenRefused(Refused):
    """A refusal of the token endpoint: its body has `error` and `error_description`."""

    def __init__(self, status: int, error: str, description: str, reason: str = "") -> None:
        super().__init__(status, description, {"Reason": reason} if reason else None)
        self.error = error


class Tokens:
    def __init__(self, state: "ExactState", client_id: str) -> None:
        self._state = state
        self._rows = state.store
        self._scope = f"{state.name} tokens"
        self._client_id = client_id

    def new_code(self, redirect_uri: str, divisions: list[int]) -> str:
        """The user consented: earlier chains of this user and app end with it."""
        code = f"stampBE001.{secrets.token_urlsafe(24)}!"
        facts = {"RedirectUri": redirect_uri, "Divisions": divisions, "At": self._now().isoformat(), "Used": False}
        self._rows.put(self._scope, "codes", code, facts)
        return code

    def exchange(self, code: str, redirect_uri: str) -> Row:
        held = self._rows.get(self._scope, "codes", code)
        if held is None or held["Used"] or self._age(held) > CODE_LIFE or held["RedirectUri"] != redirect_uri:
            raise TokenRefused(400, "invalid_grant", CHAIN_ERROR)
        with self._rows.transaction():
            self._rows.put(self._scope, "codes", code, held | {"Used": True})
            self._end_chains()
            return self._issue(secrets.token_hex(8), held["Divisions"])

    def refresh(self, token: str) -> Row:
        held = self._rows.get(self._scope, "refresh", token)
        if held is None or not self._is_current(held["Chain"]) or self._age(held) > REFRESH_LIFE:
            raise TokenRefused(400, "invalid_grant", CHAIN_ERROR)
        if held["Used"]:
            raise TokenRefused(401, "unauthorized_client", "Old refresh token used.")
        if self._age(held) < EARLIEST_REFRESH:
            text = "Rate limit exceeded: access_token not expired"
            raise TokenRefused(400, "access_denied", text, reason="TooEarlyToRefreshTokens")
        with self._rows.transaction():
            self._rows.put(self._scope, "refresh", token, held | {"Used": True})
            return self._issue(held["Chain"], held["Divisions"])

    def grant_of(self, access_token: str) -> list[int] | None:
        """The granted administrations; None for a token that is unknown, replaced or over 600 s old.

        A new access token revokes the one before it (reported by one integrator; the stricter reading).
        """
        held = self._rows.get(self._scope, "access", "current")
        if held is None or held["Token"] != access_token or self._age(held) >= timedelta(seconds=ACCESS_SECONDS):
            return None
        return list(held["Divisions"])

    def count_call(self) -> None:
        """At most 200 token calls a day per app and user; how Exact says so was not found."""
        today = f"{self._now():%Y-%m-%d}"
        if self._rows.counter(f"{self._scope} calls {today}") > CALLS_PER_DAY:
            raise TokenRefused(429, "access_denied", "Rate limit exceeded")

    def revoke(self) -> None:
        """The user took the app's permission away in the security centre."""
        with self._rows.transaction():
            self._end_chains()

    def _issue(self, chain: str, divisions: list[int]) -> Row:
        access = f"AAEA{secrets.token_urlsafe(90)}"
        refresh = f"stampBE001.__1P!I{len(chain)}.{secrets.token_urlsafe(60)}!{secrets.token_urlsafe(4)}"
        facts = {"Chain": chain, "Divisions": divisions, "At": self._now().isoformat()}
        self._rows.put(self._scope, "chain", "current", {"Chain": chain})
        self._rows.put(self._scope, "access", "current", facts | {"Token": access})
        self._rows.put(self._scope, "refresh", refresh, facts | {"Used": False})
        return {
            "access_token": access,
            "token_type": "bearer",
            "expires_in": str(ACCESS_SECONDS),  # a string (ossobv)
            "refresh_token": refresh,
        }

    def _end_chains(self) -> None:
        self._rows.delete(self._scope, "chain", "current")
        self._rows.delete(self._scope, "access", "current")

    def _is_current(self, chain: str) -> bool:
        current = self._rows.get(self._scope, "chain", "current")
        return current is not None and current["Chain"] == chain

    def _age(self, held: Row) -> timedelta:
        return self._now() - datetime.fromisoformat(held["At"])

    def _now(self) -> datetime:
        return self._state.clock()
