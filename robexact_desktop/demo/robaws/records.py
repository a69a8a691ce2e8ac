"""A request to Robaws, and what tests may do at it."""

from collections.abc import Callable
from dataclasses import dataclass

from werkzeug.wrappers import Request, Response

from robexact_desktop.demo import records


@dataclass(kw_only=True)
class RequestRecord(records.RequestRecord):
    idempotency_key: str | None = None
    replayed: bool = False
    """Answered from the memory of its Idempotency-Key; nothing was done again."""


Hook = Callable[[RequestRecord], Response | None]
"""As Exact's."""


def record_of(request: Request) -> RequestRecord:
    parts = request.path.removeprefix("/api/v2").strip("/").split("/")
    return RequestRecord(
        method=request.method,
        path=request.path,
        query=request.query_string.decode("latin-1"),
        body=request.get_data(),
        resource=parts[0],
        key=parts[1] if len(parts) > 1 else "",
        idempotency_key=request.headers.get("Idempotency-Key"),
    )
