"""PATCH and POST: what a body may change, and the key that makes a repeated write harmless."""

import json
from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager
from threading import Lock
from typing import Any

from werkzeug.wrappers import Request, Response

from robexact_desktop.demo.robaws.errors import Refused
from robexact_desktop.demo.robaws.resources import Resource
from robexact_desktop.demo.robaws.state import RobawsState
from robexact_desktop.demo.rows import Row

MERGE_PATCH = "application/merge-patch+json"
LONGEST_KEY = 128
REPLAYED = "idempotent-answers"


def read_object(request: Request, content_type: str) -> dict[str, Any]:
    if request.mimetype != content_type:
        raise Refused(415, f"Content type '{request.content_type or ''}' not supported")
    try:
        body = json.loads(request.get_data(), parse_float=str)
    except ValueError as mistake:
        raise Refused(400, "JSON parse error") from mistake
    if not isinstance(body, dict):
        raise Refused(400, "JSON parse error: an object is expected")
    return body


def writable(body: dict[str, Any], resource: Resource, ignored: Set[str], *, strict: bool) -> dict[str, Any]:
    """The part of the body that is kept. What Robaws does not know it takes and forgets: a 204 proves nothing."""
    kept = {}
    for key, value in body.items():
        if key not in resource.writable or key in ignored:
            if strict and key not in resource.writable:
                raise Refused(400, f"Unrecognized field '{key}'")
        elif value is not None and not isinstance(value, resource.writable[key]):
            raise Refused(400, f"JSON parse error: '{key}' must be a {resource.writable[key].__name__}")
        else:
            kept[key] = value
    return kept


def extra_fields(change: dict[str, Any], row: Row) -> dict[str, Any]:
    """Merged label by label, as RFC 7396 does; "typed schema, refuses arbitrary keys": only labels that the row has."""
    if "extraFields" not in change:
        return {}
    held = row.get("extraFields") or {}
    wanted = change["extraFields"] or {}
    if unknown := wanted.keys() - held.keys():
        raise Refused(400, f"Unknown extra field '{min(unknown)}'")
    return {"extraFields": held | {label: {**held[label], **(value or {})} for label, value in wanted.items()}}


def created(body: dict[str, Any], resource: Resource, state: RobawsState, *, strict: bool) -> dict[str, Any]:
    kept = writable(body, resource, frozenset(), strict=strict)
    missing = [key for key in resource.required if not kept.get(key)]
    if missing:
        raise Refused(400, f"Required: {', '.join(missing)}")
    if any(row.get("code") == kept.get("code") for row in state.all(resource.name)):
        raise Refused(400, f"Code '{kept['code']}' is already in use")
    return kept


class Replays:
    """The answers of writes that succeeded, by Idempotency-Key; kept with the rows, so they outlive a restart."""

    def __init__(self, state: RobawsState) -> None:
        self._state = state
        self._lock = Lock()
        self._at_work: set[str] = set()

    @contextmanager
    def claim(self, key: str | None) -> Iterator[None]:
        """Held until the answer has left: a second request with the same key meanwhile is refused."""
        if key is None:
            yield
            return
        if not 0 < len(key) <= LONGEST_KEY:
            raise Refused(400, f"Idempotency-Key must have 1 to {LONGEST_KEY} characters")
        with self._lock:
            if key in self._at_work:
                raise Refused(409, "A request with this Idempotency-Key is being processed")
            self._at_work.add(key)
        try:
            yield
        finally:
            with self._lock:
                self._at_work.discard(key)

    def once(self, key: str | None, write: Callable[[], Response]) -> tuple[Response, bool]:
        """The answer, and whether it is an old one."""
        if key is None:
            return write(), False
        old = self._replayed(key)
        return (old, True) if old else (self._written(key, write), False)

    def _replayed(self, key: str) -> Response | None:
        held = self._state.get(REPLAYED, key)
        return Response(held["body"], held["status"], content_type=held["contentType"]) if held else None

    def _written(self, key: str, write: Callable[[], Response]) -> Response:
        """A write and the memory of it are one transaction: a killed server never has one without the other."""
        with self._state.transaction():
            answer = write()
            answered = {"status": answer.status_code, "contentType": answer.content_type or ""}
            self._state.put(REPLAYED, id=key, body=answer.get_data(as_text=True), **answered)
        return answer
