"""A small threaded HTTP/1.1 server for the demo's WSGI applications, on loopback.

werkzeug's own server answers every request with `Connection: close`; Exact and Robaws keep connections
alive, and the product's pooled client has to be met by a server that does so too.
"""

import io
import socket
import sys
import threading
import traceback
from collections.abc import Callable, Iterable
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer as _TCPServer
from socketserver import ThreadingMixIn
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

LARGEST_BODY = 64 * 1024 * 1024


class HangUp(Exception):  # noqa: N818 - an act of the server, not an error of it
    """Raised by an application (or a hook in it): the connection drops without an answer."""


class Running:
    """A server at work; close() ends its threads and sockets."""

    def __init__(self, server: "_Server") -> None:
        self._server = server
        self._thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, name="demo-server")
        self._thread.start()

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        return f"http://{self._server.server_address[0]!s}:{self.port}"

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.drop_connections()
        self._server.server_close()  # joins the threads of the connections

    def __enter__(self) -> "Running":
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()


def serve(app: "WSGIApplication", port: int = 0, host: str = "127.0.0.1") -> Running:
    """Serve the application until close(); port 0 takes a free one."""
    return Running(_Server((host, port), app))


class _Server(ThreadingMixIn, _TCPServer):
    allow_reuse_address = sys.platform != "win32"  # there it would let two demos share one port
    request_queue_size = 64
    daemon_threads = False
    block_on_close = True

    def __init__(self, address: tuple[str, int], app: "WSGIApplication") -> None:
        self.app = app
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        super().__init__(address, _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._lock:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self._lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def drop_connections(self) -> None:
        """An idle keep-alive connection waits in recv: shutting it down wakes its thread."""
        with self._lock:
            for connection in self._open:
                _shut(connection)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no news; our own mistake is."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def handle_one_request(self) -> None:
        self.raw_requestline = self.rfile.readline(65537)
        if not self.raw_requestline:
            self.close_connection = True
        elif self.parse_request():
            self._answer()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class names it so
        """Quiet: the services keep their own log."""

    def _answer(self) -> None:
        try:
            body = _read_body(self)
        except ValueError:  # a length or a chunk that is no number
            self.close_connection = True
            self.send_error(400)
            return
        try:
            answer = self._run(_environ(self, body))
        except HangUp:
            self.close_connection = True
            _shut(self.connection)
            return
        except Exception:  # our own mistake: shown here, and to the client what a broken service shows
            traceback.print_exc()
            answer = self._head("500 Internal Server Error", [("Content-Type", "text/plain")], b"")
        self.wfile.write(answer)

    def _run(self, environ: dict[str, Any]) -> bytes:
        head: list[Any] = []

        def start_response(
            status: str, headers: list[tuple[str, str]], exc_info: Any = None
        ) -> Callable[[bytes], object]:
            head[:] = [status, headers, exc_info]
            return lambda _: None

        payload = _collect(self.server.app(environ, cast(Any, start_response)))
        return self._head(head[0], head[1], payload) + (b"" if self.command == "HEAD" else payload)

    def _head(self, status: str, headers: list[tuple[str, str]], payload: bytes) -> bytes:
        """One write for head and body: two would meet Nagle and the delayed acknowledgement (40 ms)."""
        lines = [f"HTTP/1.1 {status}", f"Date: {self.date_time_string()}"]
        lines += [f"{name}: {value}" for name, value in headers if name.lower() not in {"content-length", "date"}]
        if not status.startswith(("204", "304")):
            lines.append(f"Content-Length: {len(payload)}")
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def _read_body(handler: BaseHTTPRequestHandler) -> bytes:
    if "chunked" in handler.headers.get("Transfer-Encoding", "").lower():
        return b"".join(iter(lambda: _read_chunk(handler), b""))
    return _read_exactly(handler, int(handler.headers.get("Content-Length") or 0))


def _read_chunk(handler: BaseHTTPRequestHandler) -> bytes:
    size = int(handler.rfile.readline().split(b";")[0] or b"0", 16)
    chunk = _read_exactly(handler, size)
    handler.rfile.readline()
    return chunk


def _read_exactly(handler: BaseHTTPRequestHandler, size: int) -> bytes:
    """A client that dies while it sends has asked for nothing."""
    if not 0 <= size <= LARGEST_BODY:
        raise ValueError(size)
    body = handler.rfile.read(size)
    if len(body) < size:
        raise ConnectionAbortedError
    return body


def _environ(handler: BaseHTTPRequestHandler, body: bytes) -> dict[str, Any]:
    target = urlsplit(handler.path)
    host, port = cast(tuple[str, int], handler.connection.getsockname()[:2])
    environ: dict[str, Any] = {
        "REQUEST_METHOD": handler.command,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote(target.path, "latin-1"),
        "RAW_URI": handler.path,
        "QUERY_STRING": target.query,
        "SERVER_NAME": host,
        "SERVER_PORT": str(port),
        "SERVER_PROTOCOL": handler.request_version,
        "REMOTE_ADDR": handler.client_address[0],
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    for name, value in handler.headers.items():
        key = name.upper().replace("-", "_")
        if key == "CONTENT_TYPE":
            environ[key] = value
        elif key not in {"CONTENT_LENGTH", "TRANSFER_ENCODING"}:
            environ[f"HTTP_{key}"] = value
    return environ


def _collect(parts: Iterable[bytes]) -> bytes:
    try:
        return b"".join(parts)
    finally:
        close = getattr(parts, "close", None)
        if close is not None:
            close()


def _shut(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # the other side was faster
