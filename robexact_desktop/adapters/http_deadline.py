"""A total deadline for httpx, whose time-outs are per read.

A server that sent one byte each 150 ms outlived a read time-out of 0.6 s elevenfold (design: reliability 2.2), and it
may drip its headers too, where no loop of ours runs. So the deadline sits in the socket's own reads and writes.
"""

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore
import httpx

PIECE = 64 * 1024
"""Bytes written at a time: a time-out of a write starts anew with each piece that the kernel takes."""


class Deadline:
    """How long the call in hand may still take, by the monotonic clock."""

    def __init__(self) -> None:
        self._until = 0.0

    def start(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds

    def left(self, timeout: float | None, exceeded: type[Exception]) -> float:
        """Seconds that a step may take; raises `exceeded` where there are none."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise exceeded("the deadline of the call")
        return left if timeout is None else min(left, timeout)


class _Stream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for start in range(0, len(buffer), PIECE):
            left = self._deadline.left(timeout, httpcore.WriteTimeout)
            self._stream.write(buffer[start : start + PIECE], left)

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = self._deadline.left(timeout, httpcore.ConnectTimeout)
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Backend(httpcore.SyncBackend):
    def __init__(self, deadline: Deadline) -> None:
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        left = self._deadline.left(timeout, httpcore.ConnectTimeout)
        return _Stream(super().connect_tcp(host, port, left, local_address, socket_options), self._deadline)


def watch(client: httpx.Client, deadline: Deadline) -> None:
    """Put the deadline under a client's connections.

    httpx has no public way to name a network backend and keep the proxies of the environment; the test that drips
    a byte at a time fails as soon as these names change.
    """
    for transport in (client._transport, *client._mounts.values()):
        if isinstance(transport, httpx.HTTPTransport):
            transport._pool._network_backend = _Backend(deadline)
