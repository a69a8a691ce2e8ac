"""The one seam to the network: one request, one answer, one deadline; foreign exceptions become ours here.

HTTP/1.1 only (Exact's HTTP/2 answers PROTOCOL_ERROR to a PUT, facts: exact-online 8), no retries, no redirects
followed: who asks decides what may be asked again.
"""

import functools
import ipaddress
import json
import logging
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from urllib.parse import urlsplit

import httpx
import truststore

from robexact_desktop.adapters.http_deadline import Deadline, watch
from robexact_desktop.domain.errors import Service, SettingsError, UnreachableError, UnreadableError

LARGEST_ANSWER = 64 * 1024 * 1024
"""Bytes of a body that are still read; a list page of 1,000 rows has 2 MB, a scanned document up to 25."""

for _noisy in ("httpx", "httpcore"):
    logging.getLogger(_noisy).setLevel(logging.WARNING)  # at INFO they write full addresses, `code=...` included


class NotReachedError(UnreachableError):
    """Provably nothing was delivered: no connection, no name, no TLS."""


class NoAnswerError(UnreachableError):
    """The request left, or part of it; what the service did with it is not known."""


class TimedOutError(NoAnswerError):
    """The same, because the time was up."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as it came. Header names are in lower case."""

    service: Service
    status: int
    headers: Mapping[str, str]
    content: bytes = field(repr=False)

    @property
    def is_html(self) -> bool:
        start = self.content.lstrip()[:15].lower()
        return "html" in self.headers.get("content-type", "") or start.startswith((b"<!doctype", b"<html"))

    def json(self, resource: str) -> object:
        """The body as JSON, fractions as Decimal from their text. Raises UnreadableError."""
        try:
            return json.loads(self.content.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_no_number)
        except (ValueError, RecursionError) as error:
            raise UnreadableError(service=self.service, resource=resource, reason="not_json", detail=error) from None


class Http:
    """The connections to one service. `answer_seconds` is the total deadline of a call, from connect to last byte.

    Not for use by two threads at once. Raises SettingsError for an address that is neither https nor loopback.
    """

    def __init__(self, service: Service, base_url: str, answer_seconds: float) -> None:
        self.service = service
        self.base_url = checked_address(base_url)
        self.answer_seconds = answer_seconds
        self._deadline = Deadline()
        self._client = _client(self.base_url, self._deadline)

    def call(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
        seconds: float | None = None,
    ) -> Reply:
        """One try. `url` is absolute, or a path below the base address.

        Raises NotReachedError, NoAnswerError, TimedOutError.
        """
        address = url if "://" in url else f"{self.base_url}{url}"
        limit = seconds or self.answer_seconds
        self._deadline.start(limit)
        self._client.cookies.clear()  # each call stands by itself
        try:
            with self._client.stream(method, address, headers=headers, content=content, timeout=limit) as response:
                return Reply(self.service, response.status_code, _lowered(response.headers), _body(response))
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError) as error:
            raise NotReachedError(service=self.service, reason=_why(error), detail=_words(error)) from error
        except httpx.TimeoutException as error:
            raise TimedOutError(service=self.service, reason="timeout", detail=f"{limit:g} s") from error
        except (httpx.HTTPError, httpx.InvalidURL, _TooLargeError) as error:
            raise NoAnswerError(service=self.service, reason="truncated", detail=_words(error)) from error

    def close(self) -> None:
        self._client.close()


def checked_address(base_url: str) -> str:
    """The address without its last slash. Raises SettingsError where secrets would travel unencrypted."""
    parts = urlsplit(base_url)
    if parts.scheme == "https" and parts.hostname:
        return base_url.rstrip("/")
    if parts.scheme == "http" and is_loopback(parts.hostname or ""):
        return base_url.rstrip("/")
    raise SettingsError(key="base_url", reason="https_needed", value=base_url)


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _client(base_url: str, deadline: Deadline) -> httpx.Client:
    """Proxies of the environment are honoured, but never for loopback, where a proxy finds nothing."""
    outside = base_url.startswith("https:")
    headers = {"User-Agent": "RobExact Desktop"}
    try:
        client = httpx.Client(headers=headers, verify=_tls(), http2=False, follow_redirects=False, trust_env=outside)
    except (ImportError, ValueError) as error:  # a proxy address that cannot be used
        raise SettingsError(key="proxy", reason=str(error)) from error
    watch(client, deadline)
    return client


@functools.cache
def _tls() -> ssl.SSLContext:
    """One for the process: a context a client leaked about 1 MB each (facts: exact-online 8)."""
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class _TooLargeError(Exception):
    pass


def _body(response: httpx.Response) -> bytes:
    content = bytearray()
    for chunk in response.iter_bytes():
        content += chunk
        if len(content) > LARGEST_ANSWER:
            raise _TooLargeError("answer larger than 64 MB")
    return bytes(content)


def _lowered(headers: httpx.Headers) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def _why(error: BaseException | None) -> str:
    """Why nothing was reached, as a code that `texts` has a sentence for: the innermost cause decides."""
    found = "connect"
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return "tls"
        if isinstance(error, socket.gaierror):
            return "dns"
        if isinstance(error, httpx.ProxyError):
            found = "proxy"
        elif isinstance(error, httpx.TimeoutException):
            found = "timeout"
        error = error.__cause__ or error.__context__
    return found


def _words(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".rstrip(": ")


def _no_number(name: str) -> object:
    raise ValueError(f"{name} is no number")
