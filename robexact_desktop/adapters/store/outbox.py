"""The operations that leave the machine (books.db). Each call is one transaction, on disk when it returns."""

import hashlib
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from robexact_desktop.adapters.store import times
from robexact_desktop.adapters.store.database import Database
from robexact_desktop.adapters.store.opening import BOOKS
from robexact_desktop.adapters.store.texts import clean
from robexact_desktop.adapters.store.trouble import DAMAGED
from robexact_desktop.domain.errors import DatabaseError, UnknownIdError
from robexact_desktop.domain.outbox import NOT_OURS, Event, Kind, Operation, State, after
from robexact_desktop.services import ports

COLUMNS = """
id, subject, kind, division, payload, payload_sha256, state, attempt, sending_at, looked_up_clean,
remote_id, remote_number, message, evidence, depends_on
"""

ONE = f"SELECT {COLUMNS} FROM operation WHERE environment = :environment AND id = :id"

OF_SUBJECT = f"SELECT {COLUMNS} FROM operation WHERE environment = :environment AND subject = :subject ORDER BY id"

OF_SUBJECTS = f"""
SELECT {COLUMNS} FROM operation
WHERE environment = :environment AND subject IN (SELECT value FROM json_each(:subjects)) ORDER BY id
"""

OF_KIND = f"""
SELECT {COLUMNS} FROM operation WHERE environment = :environment AND subject = :subject AND kind = :kind
"""

ALL = f"SELECT {COLUMNS} FROM operation WHERE environment = :environment ORDER BY id"

IN_STATE = f"SELECT {COLUMNS} FROM operation WHERE environment = :environment AND state = :state ORDER BY id"

ADD = """
INSERT INTO operation (
    environment, subject, kind, division, payload, payload_sha256, state, attempt, sending_at, looked_up_clean,
    remote_id, remote_number, message, evidence, depends_on, added_at, changed_at
) VALUES (
    :environment, :subject, :kind, :division, :payload, :payload_sha256, :state, :attempt, :sending_at,
    :looked_up_clean, :remote_id, :remote_number, :message, :evidence, :depends_on, :at, :at
)
"""

CHANGE = """
UPDATE operation
SET payload = :payload, payload_sha256 = :payload_sha256, state = :state, attempt = :attempt,
    sending_at = :sending_at, looked_up_clean = :looked_up_clean, remote_id = :remote_id,
    remote_number = :remote_number, message = :message, evidence = :evidence, changed_at = :at
WHERE environment = :environment AND id = :id
"""

ADD_ATTEMPT = """
INSERT INTO attempt (operation, n, at, event, state, message, evidence)
VALUES (:id, :attempt, :at, :event, :state, :message, :evidence)
"""

WITH_REMOTE = frozenset({State.BOOKED, State.CONFLICT})
"""States that speak of something in Exact; elsewhere an id left from before would mislead."""


class Outbox(ports.Outbox):
    def __init__(self, database: Database, environment: str) -> None:
        self._database = database
        self._environment = environment

    def add(self, operation: Operation, when: datetime) -> Operation:
        with self._database.writing_books() as db:
            key = {"environment": self._environment, "subject": operation.subject, "kind": operation.kind.value}
            if standing := db.execute(OF_KIND, key).fetchone():
                return _operation(standing)
            queued = replace(operation, state=State.QUEUED)
            added = db.execute(ADD, self._row(queued, when))
            return replace(queued, id=added.lastrowid or 0)

    def freeze(self, operation: int, payload: bytes, when: datetime) -> Operation:
        """Any other state raises TransitionError: what may have left is never rewritten."""
        with self._database.writing_books() as db:
            before = self._one(db, operation)
            state = after(before.state, Event.APPROVED_ANEW)
            frozen = replace(before, payload=payload, state=state, message="", evidence=_outliving(before))
            self._change(db, frozen, Event.APPROVED_ANEW, when)
        return frozen

    def record(
        self,
        operation: int,
        event: Event,
        when: datetime,
        *,
        message: str = "",
        remote_id: str = "",
        remote_number: int | None = None,
        evidence: Mapping[str, str] | None = None,
    ) -> Operation:
        with self._database.writing_books() as db:
            before = self._one(db, operation)
            state = after(before.state, event)
            keeps = state in WITH_REMOTE
            changed = replace(
                before,
                state=state,
                message=clean(message),
                remote_id=remote_id or (before.remote_id if keeps else ""),
                remote_number=remote_number if remote_number is not None or not keeps else before.remote_number,
                evidence={**_outliving(before), **(evidence or {})},
            )
            if state is State.SENDING:
                changed = replace(changed, attempt=before.attempt + 1, sending_at=when, looked_up_clean=0)
            self._change(db, changed, event, when)
        return changed

    def note_clean_look_up(self, operation: int, when: datetime) -> Operation:
        with self._database.writing_books() as db:
            before = self._one(db, operation)
            changed = replace(before, looked_up_clean=before.looked_up_clean + 1)
            db.execute(CHANGE, self._row(changed, when))
            self._tell(db, changed, "looked_up_clean", when)
        return changed

    def note(self, operation: int, message: str, evidence: Mapping[str, str], when: datetime) -> None:
        with self._database.writing_books() as db:
            before = self._one(db, operation)
            noted = replace(before, message=message, evidence={**before.evidence, **evidence})
            db.execute(CHANGE, self._row(noted, when))
            self._tell(db, replace(noted, evidence=evidence), "noted", when)

    def get(self, operation: int) -> Operation:
        with self._database.reading() as db:
            return self._one(db, operation)

    def of(self, subject: str) -> dict[Kind, Operation]:
        with self._database.reading() as db:
            rows = db.execute(OF_SUBJECT, {"environment": self._environment, "subject": subject}).fetchall()
        return {operation.kind: operation for operation in map(_operation, rows)}

    def of_each(self, subjects: Iterable[str]) -> dict[str, dict[Kind, Operation]]:
        return self._by_subject(OF_SUBJECTS, subjects=json.dumps(list(subjects)))

    def all(self) -> dict[str, dict[Kind, Operation]]:
        return self._by_subject(ALL)

    def sending_left_behind(self) -> tuple[Operation, ...]:
        with self._database.reading() as db:
            which = {"environment": self._environment, "state": State.SENDING.value}
            return tuple(map(_operation, db.execute(IN_STATE, which).fetchall()))

    def _by_subject(self, query: str, **values: str) -> dict[str, dict[Kind, Operation]]:
        found: defaultdict[str, dict[Kind, Operation]] = defaultdict(dict)
        with self._database.reading() as db:
            for operation in map(_operation, db.execute(query, {"environment": self._environment, **values})):
                found[operation.subject][operation.kind] = operation
        return dict(found)

    def _one(self, db: sqlite3.Connection, operation: int) -> Operation:
        row = db.execute(ONE, {"environment": self._environment, "id": operation}).fetchone()
        if row is None:
            raise UnknownIdError(what="operation", id=operation)
        return _operation(row)

    def _change(self, db: sqlite3.Connection, changed: Operation, event: Event, when: datetime) -> None:
        db.execute(CHANGE, self._row(changed, when))
        self._tell(db, changed, event.value, when)

    def _tell(self, db: sqlite3.Connection, changed: Operation, event: str, when: datetime) -> None:
        db.execute(ADD_ATTEMPT, self._row(changed, when) | {"event": event})

    def _row(self, operation: Operation, when: datetime) -> dict[str, Any]:
        return {
            "environment": self._environment,
            "id": operation.id,
            "subject": operation.subject,
            "kind": operation.kind.value,
            "division": operation.division,
            "payload": operation.payload,
            "payload_sha256": hashlib.sha256(operation.payload).hexdigest(),
            "state": operation.state.value,
            "attempt": operation.attempt,
            "sending_at": operation.sending_at and times.stored(operation.sending_at),
            "looked_up_clean": operation.looked_up_clean,
            "remote_id": clean(operation.remote_id),
            "remote_number": operation.remote_number,
            "message": clean(operation.message),
            "evidence": json.dumps(dict(operation.evidence)),
            "depends_on": operation.depends_on,
            "at": times.stored(when),
        }


def _outliving(before: Operation) -> dict[str, str]:
    """What a person decided holds for every later step."""
    return {name: value for name, value in before.evidence.items() if name == NOT_OURS}


def _operation(row: tuple[Any, ...]) -> Operation:
    (id_, subject, kind, division, payload, sha256, state, attempt, sending_at, looked_up_clean) = row[:10]
    remote_id, remote_number, message, evidence, depends_on = row[10:]
    if hashlib.sha256(payload).hexdigest() != sha256:
        raise DatabaseError(file=BOOKS, reason=DAMAGED, detail=f"payload of operation {id_}")
    return Operation(
        id=id_,
        subject=subject,
        kind=Kind(kind),
        division=division,
        payload=payload,
        state=State(state),
        attempt=attempt,
        sending_at=times.read(sending_at) if sending_at else None,
        looked_up_clean=looked_up_clean,
        remote_id=remote_id,
        remote_number=remote_number,
        message=message,
        evidence=json.loads(evidence),
        depends_on=depends_on,
    )
