"""Who did what and when (books.db), append-only; and what every attempt to send came to (product.md S15)."""

import json
import sqlite3
from collections.abc import Mapping
from datetime import datetime

from robexact_desktop.adapters.store import times
from robexact_desktop.adapters.store.database import Database
from robexact_desktop.domain.outbox import Kind as OperationKind
from robexact_desktop.domain.outbox import State
from robexact_desktop.services import ports
from robexact_desktop.services.ports import AttemptRow, HistoryRow

REMEMBER = """
INSERT INTO history (environment, at, who, what, subject, detail)
VALUES (:environment, :at, :who, :what, :subject, :detail)
"""

OF_SUBJECT = """
SELECT at, who, what, subject, detail FROM history
WHERE environment = :environment AND subject = :subject ORDER BY id
"""

ATTEMPTS = """
SELECT operation.subject, operation.kind, attempt.n, attempt.at, attempt.event, attempt.state,
       attempt.message, attempt.evidence
FROM attempt JOIN operation ON operation.id = attempt.operation
WHERE operation.environment = :environment AND operation.subject = :subject ORDER BY attempt.id
"""


def remember(
    books: sqlite3.Connection,
    environment: str,
    who: str,
    when: datetime,
    what: str,
    subject: str,
    detail: Mapping[str, object],
) -> None:
    """Within the transaction of what it tells about."""
    row = {"environment": environment, "at": times.stored(when), "who": who, "what": what, "subject": subject}
    books.execute(REMEMBER, row | {"detail": json.dumps(detail)})


class HistoryRows(ports.HistoryRows):
    def __init__(self, database: Database, environment: str) -> None:
        self._database = database
        self._environment = environment

    def of(self, subject: str) -> tuple[HistoryRow, ...]:
        with self._database.reading() as db:
            rows = db.execute(OF_SUBJECT, {"environment": self._environment, "subject": subject}).fetchall()
        return tuple(
            HistoryRow(times.read(at), who, what, about, json.loads(detail)) for at, who, what, about, detail in rows
        )

    def attempts(self, subject: str) -> tuple[AttemptRow, ...]:
        with self._database.reading() as db:
            rows = db.execute(ATTEMPTS, {"environment": self._environment, "subject": subject}).fetchall()
        return tuple(map(_attempt, rows))


def _attempt(row: tuple[str, str, int, str, str, str, str, str]) -> AttemptRow:
    subject, kind, n, at, event, state, message, evidence = row
    return AttemptRow(
        subject, OperationKind(kind), n, times.read(at), event, State(state), message, json.loads(evidence)
    )
