"""Where the browser ended up after the consent: caught on a loopback port, or pasted as a line of text."""

import http.server
import queue
import socketserver
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from types import TracebackType
from urllib.parse import urlsplit

from robexact_desktop.adapters.http import is_loopback
from robexact_desktop.domain.errors import SignInFailedError

SOCKET_SECONDS = 5
"""For one request: browsers open connections ahead and say nothing on them."""

GLANCE = 0.25
"""Seconds between two looks at whether somebody asked to stop."""

PAGE = "<!doctype html><meta charset=utf-8><title>RobExact Desktop</title><p>&#10003; RobExact Desktop</p>"


class Addresses:
    """Addresses as they come in, from a listener on 127.0.0.1 (one path, until the first hit) and from a text stream.

    The stream is read by a daemon thread, as a line of a Windows console cannot be waited for together with anything
    else; its end does not end the wait. `page` is what the browser then shows.
    """

    def __init__(
        self,
        redirect_uri: str,
        pasted: Iterable[str] | None = None,
        page: str = PAGE,
        stop: Callable[[], bool] = lambda: False,
    ) -> None:
        self._stop = stop
        self._found: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._server = _listening(redirect_uri, self._found, page)
        if pasted is not None:
            threading.Thread(target=self._read, args=(pasted,), name="pasted-address", daemon=True).start()

    @property
    def listens(self) -> bool:
        """Whether a redirect can be caught; a port that is taken leaves only pasting."""
        return self._server is not None

    def wait(self, seconds: float) -> str | None:
        """The next address; None when the time is up.

        Looks up now and then, as a signal cuts no wait short: SignInFailedError where somebody asked to stop.
        """
        until = time.monotonic() + seconds
        while True:
            left = until - time.monotonic()
            with suppress(queue.Empty):
                return self._found.get(timeout=max(min(left, GLANCE), 0.001))
            if self._stop():
                raise SignInFailedError(reason="interrupted")
            if left <= GLANCE:
                return None

    def close(self) -> None:
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def __enter__(self) -> "Addresses":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self, pasted: Iterable[str]) -> None:
        try:
            for line in pasted:
                if address := line.strip().strip("\"'<>"):
                    self._found.put(address)
        except (OSError, ValueError):
            return  # no console, or closed meanwhile: the listener goes on


class _Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    allow_reuse_address = False
    redirect_path: str
    found: "queue.SimpleQueue[str]"
    page: bytes
    origin: str

    def __init__(self, port: int, redirect_uri: str, found: "queue.SimpleQueue[str]", page: str) -> None:
        parts = urlsplit(redirect_uri)
        self.redirect_path = parts.path or "/"
        self.origin = f"{parts.scheme}://{parts.netloc}"
        self.found = found
        self.page = page.encode()
        self.hit = threading.Lock()
        super().__init__(("127.0.0.1", port), _Handler)


class _Handler(http.server.BaseHTTPRequestHandler):
    server: _Server
    timeout = SOCKET_SECONDS

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if (parts.path or "/") != self.server.redirect_path or not parts.query:
            self.send_error(404)
        elif not self.server.hit.acquire(blocking=False):
            self.send_error(410)
        else:
            self._answer()
            self.server.found.put(self.server.origin + self.path)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Quiet: the address holds the code."""

    def _answer(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(self.server.page)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(self.server.page)


def _listening(redirect_uri: str, found: "queue.SimpleQueue[str]", page: str) -> _Server | None:
    """A server for an http address on this machine; None for another, or where the port is taken."""
    parts = urlsplit(redirect_uri)
    if parts.scheme != "http" or not is_loopback(parts.hostname or ""):
        return None
    try:
        server = _Server(parts.port or 80, redirect_uri, found, page)
    except OSError:
        return None
    arguments = {"poll_interval": 0.05}
    threading.Thread(target=server.serve_forever, kwargs=arguments, name="redirect", daemon=True).start()
    return server
