"""A server of raw bytes on a loopback socket: it does what no HTTP server would."""

import socket
import struct
import threading
import time
from collections.abc import Callable, Iterable

Act = Callable[[socket.socket], None]


class RawServer:
    """Plays one act a connection, the last one again and again. `requests` holds what was read of each."""

    def __init__(self, *acts: Act) -> None:
        self.requests: list[bytes] = []
        self._acts = list(acts)
        self._closing = False
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._threads: list[threading.Thread] = []
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}"

    def __enter__(self) -> "RawServer":
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._closing = True
        with socket.create_connection(self._socket.getsockname()):
            self._thread.join()
        self._socket.close()
        for thread in self._threads:
            thread.join()

    def _serve(self) -> None:
        while True:
            connection, _ = self._socket.accept()
            if self._closing:
                connection.close()
                return
            act = self._acts.pop(0) if len(self._acts) > 1 else self._acts[0]
            thread = threading.Thread(target=self._play, args=(connection, act))
            thread.start()
            self._threads.append(thread)

    def _play(self, connection: socket.socket, act: Act) -> None:
        with connection:
            if not getattr(act, "reads", True):
                act(connection)
                return
            connection.settimeout(2)
            if request := read_request(connection):
                self.requests.append(request)
                act(connection)


def read_request(connection: socket.socket) -> bytes:
    got = b""
    while b"\r\n\r\n" not in got:
        if not (more := connection.recv(65536)):
            return got
        got += more
    head, _, body = got.partition(b"\r\n\r\n")
    length = next((int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0)
    while len(body) < length:
        body += connection.recv(65536)
    return head + b"\r\n\r\n" + body


def answer(status: str, body: bytes = b"", **headers: str) -> bytes:
    told = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{told}Connection: close\r\n\r\n".encode() + body


def says(content: bytes) -> Act:
    """These bytes, then the end."""
    return lambda connection: connection.sendall(content)


def drips(content: Iterable[int], seconds: float) -> Act:
    """A byte at a time."""

    def act(connection: socket.socket) -> None:
        try:
            for byte in content:
                connection.sendall(bytes([byte]))
                time.sleep(seconds)
        except OSError:
            return  # the client left

    return act


def silent(connection: socket.socket) -> None:
    """Nothing, until the client leaves."""
    connection.recv(1)


def resets(connection: socket.socket) -> None:
    """A reset after the whole request was read."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def resets_unread(connection: socket.socket) -> None:
    """A reset with the request unread. It waits for its first byte: an earlier one would meet the connecting."""
    connection.recv(1, socket.MSG_PEEK)
    resets(connection)


resets_unread.reads = False  # type: ignore[attr-defined]
