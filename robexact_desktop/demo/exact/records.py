"""A request to Exact, and what tests may do at it."""

from collections.abc import Callable
from dataclasses import dataclass

from werkzeug.wrappers import Response

from robexact_desktop.demo import records


@dataclass(kw_only=True)
class RequestRecord(records.RequestRecord):
    division: int | None = None
    was_post_that_books: bool = False
    """A POST that booked an entry, whatever answer left afterwards."""


Hook = Callable[[RequestRecord], Response | None]
"""Runs before a request is handled, or after the state changed and before the answer leaves. It may raise HangUp,
kill the client, or return the answer to send instead."""
