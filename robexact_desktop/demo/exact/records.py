"""What arrived at the server and how it was answered: the log that tests count in."""

from collections.abc import Callable
from dataclasses import dataclass, field

from werkzeug.wrappers import Response


@dataclass
class RequestRecord:
    """One request. `status` and `reason` are known once it is handled."""

    method: str
    path: str
    query: str
    body: bytes = field(repr=False)
    division: int | None = None
    resource: str = ""
    key: str = ""
    status: int = 0
    reason: str = ""
    """Why it was refused."""
    was_post_that_books: bool = False
    """A POST that booked an entry, whatever answer left afterwards."""
    hung_up: bool = False


Hook = Callable[[RequestRecord], Response | None]
"""Runs before a request is handled, or after the state changed and before the answer leaves. It may raise HangUp,
kill the client, or return the answer to send instead."""
