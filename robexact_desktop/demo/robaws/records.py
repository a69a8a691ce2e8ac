"""What arrived at the server and how it was answered: the log that tests count in (the twin of Exact's)."""

from collections.abc import Callable
from dataclasses import dataclass, field

from werkzeug.wrappers import Request, Response


@dataclass
class RequestRecord:
    """One request. `status` and `reason` are known once it is handled."""

    method: str
    path: str
    query: str
    body: bytes = field(repr=False)
    idempotency_key: str | None = None
    resource: str = ""
    key: str = ""
    status: int = 0
    reason: str = ""
    """Why it was refused."""
    replayed: bool = False
    """Answered from the memory of its Idempotency-Key; nothing was done again."""
    hung_up: bool = False


Hook = Callable[[RequestRecord], Response | None]
"""Runs before a request is handled, or after the state changed and before the answer leaves. It may raise HangUp,
kill the client, or return the answer to send instead."""


def record_of(request: Request) -> RequestRecord:
    parts = request.path.removeprefix("/api/v2").strip("/").split("/")
    return RequestRecord(
        request.method,
        request.path,
        request.query_string.decode("latin-1"),
        request.get_data(),
        request.headers.get("Idempotency-Key"),
        resource=parts[0],
        key=parts[1] if len(parts) > 1 else "",
    )
