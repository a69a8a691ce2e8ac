"""One call to one division: signed, paced, counted, read. What may be asked again is decided here."""

from collections.abc import Iterator, Mapping
from enum import Enum, auto
from urllib.parse import urlsplit

from robexact_desktop.adapters.exact.auth import Login
from robexact_desktop.adapters.exact.limits import ErrorCount, Pace
from robexact_desktop.adapters.exact.odata import Rows, rows_of
from robexact_desktop.adapters.http import Http, NoAnswerError, Reply
from robexact_desktop.domain.errors import (
    RefusedError,
    Service,
    SignInNeededError,
    UnreachableError,
    UnreadableError,
)

MOST_PAGES = 5_000
"""Of 1,000 rows: far above any administration. A list that goes on is a loop."""

HEADERS = {"Accept": "application/json"}


class Again(Enum):
    """Why a reading is asked once more."""

    SILENCE = auto()
    TOKEN = auto()
    LIMIT = auto()


class Calls:
    """The lane to Exact. Raises UnreachableError, RefusedError, UnreadableError, LimitSpentError, SignInNeededError."""

    def __init__(self, http: Http, login: Login, pace: Pace, errors: ErrorCount) -> None:
        self._http = http
        self._login = login
        self.pace = pace
        self._errors = errors

    def pages(self, resource: str, path: str, query: str) -> Iterator[Rows]:
        """All pages of a list. `__next` is followed as it is, but only on the same host and path, and only once."""
        url = f"{self._http.base_url}{path}?{query}"
        home, seen = _place(url), {url}
        for _ in range(MOST_PAGES):
            page = rows_of(resource, self._get(resource, url).json(resource))
            yield page
            if page.next is None:
                return
            if _place(page.next) != home or page.next in seen:
                raise UnreadableError(service=Service.EXACT, resource=resource, reason="loop", detail=page.next)
            url = page.next
            seen.add(url)
        raise UnreadableError(service=Service.EXACT, resource=resource, reason="loop")

    def ready(self, resource: str) -> None:
        """All that may be waited for or refused before a booking is written down as leaving."""
        self._errors.check(resource)
        self.pace.until_open()
        self._login.access(for_booking=True)

    def write(self, method: str, resource: str, path: str, payload: bytes) -> tuple[Reply, str]:
        """One try of what books, and the token it bore. Raises NotReachedError, NoAnswerError besides the others."""
        self._errors.check(resource)
        token = self._login.access(for_booking=True)
        self.pace.wait()
        headers = {**_signed(token), "Content-Type": "application/json"}
        reply = self._http.call(method, path, headers=headers, content=payload)
        self._told(resource, reply)
        return reply, token

    def renew_refused(self, token: str) -> bool:
        return self._login.renew_refused(token)

    def _get(self, resource: str, url: str) -> Reply:
        """A reading, asked once more after silence, a gateway's page or a 401, and after a stated wait."""
        left = {Again.SILENCE: 1, Again.TOKEN: 2, Again.LIMIT: 3}
        while True:
            try:
                reply, token = self._read(resource, url)
            except NoAnswerError:
                if not left[Again.SILENCE]:
                    raise
                left[Again.SILENCE] -= 1
                continue
            again = _why_again(reply)
            if again is None or not left[again]:
                return _readable(resource, reply)
            left[again] -= 1
            # a fresh token that is refused gets one more chance (picqer #487)
            if again is Again.TOKEN and not self._login.renew_refused(token) and not left[again]:
                raise SignInNeededError(service=Service.EXACT, reason="access_refused")

    def _read(self, resource: str, url: str) -> tuple[Reply, str]:
        self._errors.check(resource)
        token = self._login.access()
        self.pace.wait()
        reply = self._http.call("GET", url, headers=_signed(token))
        self._told(resource, reply)
        return reply, token

    def _told(self, resource: str, reply: Reply) -> None:
        self.pace.told(reply.status, reply.headers)
        self._errors.told(resource, reply.status, message_of(reply) or f"HTTP {reply.status}")


def message_of(reply: Reply) -> str:
    """Exact's own words in an error answer; empty where there is no such answer."""
    try:
        told = reply.json("error")
    except UnreadableError:
        return ""
    error = told.get("error") if isinstance(told, Mapping) else None
    message = error.get("message") if isinstance(error, Mapping) else None
    value = message.get("value") if isinstance(message, Mapping) else message
    return value.strip() if isinstance(value, str) else ""


def _why_again(reply: Reply) -> Again | None:
    if reply.status in (401, 429):
        return Again.TOKEN if reply.status == 401 else Again.LIMIT
    return Again.SILENCE if _is_no_answer(reply) else None


def _readable(resource: str, reply: Reply) -> Reply:
    """The answer where it is one; else why not."""
    if reply.status == 200 and not reply.is_html:
        return reply
    if _is_no_answer(reply) or reply.status == 429:
        raise UnreachableError(service=Service.EXACT, reason="server_error", detail=f"{resource}: HTTP {reply.status}")
    if reply.status == 401:
        raise SignInNeededError(service=Service.EXACT, reason="access_refused")
    message = message_of(reply) or reply.headers.get("reason", "")
    raise RefusedError(service=Service.EXACT, resource=resource, status=reply.status, message=message)


def _is_no_answer(reply: Reply) -> bool:
    """A gateway's or a portal's, not Exact's: 3xx, pages, 408, 5xx without Exact's error."""
    if reply.status in (408, 503) or reply.status in range(300, 400) or reply.is_html:
        return True
    return reply.status >= 500 and not message_of(reply)


def _signed(token: str) -> dict[str, str]:
    return {**HEADERS, "Authorization": f"Bearer {token}"}


def _place(url: str) -> tuple[str, str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc.casefold(), parts.path
