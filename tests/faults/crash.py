"""Faults that a process does to itself, put around the program from outside. Each is named in `Nursery.start`."""

import os
import signal
from datetime import datetime
from itertools import count
from typing import Any

from robexact_desktop.adapters.http import Http, Reply
from robexact_desktop.adapters.store.outbox import Outbox
from robexact_desktop.domain.outbox import Event, Operation


def die() -> None:
    """No handler, no `finally`, no flush: as the power button of one process."""
    os.kill(os.getpid(), signal.SIGKILL)


def die_after_answer(method: str, nth: str) -> None:
    """The n-th answer to a POST to Exact or a PATCH to Robaws is read to its last byte; nothing is recorded of it."""
    call, seen = Http.call, count(1)

    def dying(self: Http, method_: str, url: str, **rest: Any) -> Reply:
        reply = call(self, method_, url, **rest)
        if method_ == method and (method != "POST" or "/api/v1/" in url) and next(seen) == int(nth):
            die()
        return reply

    Http.call = dying  # type: ignore[method-assign]


def die_after_accepted(nth: str) -> None:
    """The n-th success is committed; nothing that follows it happens."""
    record, seen = Outbox.record, count(1)

    def dying(self: Outbox, operation: int, event: Event, when: datetime, **rest: Any) -> Operation:
        recorded = record(self, operation, event, when, **rest)
        if event is Event.ACCEPTED and next(seen) == int(nth):
            die()
        return recorded

    Outbox.record = dying  # type: ignore[method-assign]


def forget_intents() -> None:
    """A program without the one commit on which everything rests: SENDING never reaches the disk before the POST.

    It does so afterwards, with the answer: the program itself sees no difference until it dies.
    """
    record = Outbox.record
    owed: dict[int, datetime] = {}

    def forgetful(self: Outbox, operation: int, event: Event, when: datetime, **rest: Any) -> Operation:
        if event is Event.INTENT_WRITTEN:
            owed[operation] = when
            return self.get(operation)
        if begun := owed.pop(operation, None):
            record(self, operation, Event.INTENT_WRITTEN, begun)
        return record(self, operation, event, when, **rest)

    Outbox.record = forgetful  # type: ignore[method-assign]
