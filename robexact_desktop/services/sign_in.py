"""Signing in to Exact: one address opened, one address coming back, judged here (product.md section 4, `connect`)."""

import hmac
import secrets
import time
from collections.abc import Callable
from typing import Protocol
from urllib.parse import parse_qs, urlsplit

from robexact_desktop.domain.errors import SignInFailedError

SILENCE = 300.0
"""Seconds until the wait for a consent ends."""

STATE_BYTES = 32


class Consent(Protocol):
    """What the sign-in needs of Exact's login."""

    @property
    def redirect_uri(self) -> str: ...
    def authorize_url(self, state: str) -> str: ...
    def exchange(self, code: str) -> None:
        """Store the first tokens. Raises SignInFailedError, UnreachableError."""
        ...

    def country_of(self, address: str) -> str | None:
        """The country whose Exact an address belongs to."""
        ...


class Addresses(Protocol):
    """Where the browser ended up: caught or pasted, whichever comes first."""

    def wait(self, seconds: float) -> str | None:
        """The next address; None when the time is up."""
        ...


def sign_in(
    consent: Consent,
    addresses: Addresses,
    announce: Callable[[str], None],
    *,
    silence: float = SILENCE,
    clock: Callable[[], float] = time.monotonic,
) -> None:
    """Announce the address to open and wait for the one that the browser ended on; then the tokens are stored.

    Raises SignInFailedError; nothing is stored then. Reasons: silence, interrupted, denied, missing_state, wrong_state,
    wrong_country, no_code, refused. The state serves once.
    """
    state = secrets.token_urlsafe(STATE_BYTES)
    announce(consent.authorize_url(state))
    consent.exchange(_code(consent, _ended_on(consent, addresses, clock() + silence, clock), state))


def _ended_on(consent: Consent, addresses: Addresses, until: float, clock: Callable[[], float]) -> str:
    """The first address that is an answer. Exact's own login page is none: the consent is not given yet."""
    own_country = consent.country_of(consent.authorize_url(""))
    while (address := addresses.wait(until - clock())) is not None:
        country = consent.country_of(address)
        if country is None:
            return address
        if country != own_country:
            raise SignInFailedError(reason="wrong_country", country=country, expected=own_country or "")
    raise SignInFailedError(reason="silence")


def _code(consent: Consent, address: str, state: str) -> str:
    """The code of an address that answers to our state. Raises SignInFailedError."""
    query = parse_qs(urlsplit(address).query, keep_blank_values=True)
    told = query.get("state", [])
    if len(told) != 1 or not told[0]:
        raise SignInFailedError(reason="missing_state")
    if not hmac.compare_digest(told[0].encode(), state.encode()):
        raise SignInFailedError(reason="wrong_state")
    if error := query.get("error"):
        denied = error[0] == "access_denied"
        message = query.get("error_description", error)[0]
        raise SignInFailedError(reason="denied" if denied else "refused", message=message)
    code = query.get("code", [])
    if len(code) != 1 or not code[0]:
        raise SignInFailedError(reason="no_code", redirect_uri=consent.redirect_uri)
    return code[0]
