"""Payment terms (cache.db), found by the entry that they pay."""

from collections.abc import Iterable
from decimal import Decimal

from robexact_desktop.adapters.store.database import Database
from robexact_desktop.domain.names import EntryId
from robexact_desktop.domain.payment import PaymentTerm
from robexact_desktop.services import ports
from robexact_desktop.services.ports import SyncedTerm

CURSOR = "SELECT coalesce(max(timestamp), 0) FROM payment_term WHERE environment = :environment"

OF_ENTRY = """
SELECT id, entry, amount, is_paid FROM payment_term INDEXED BY payment_term_by_entry
WHERE environment = :environment AND entry = :entry ORDER BY id
"""  # left to itself SQLite walks the whole environment by its primary key

PUT = """
INSERT INTO payment_term (environment, id, timestamp, entry, amount, is_paid)
VALUES (:environment, :id, :timestamp, :entry, :amount, :is_paid)
ON CONFLICT DO UPDATE SET timestamp = :timestamp, entry = :entry, amount = :amount, is_paid = :is_paid
"""


class TermRows(ports.TermRows):
    def __init__(self, database: Database, environment: str) -> None:
        self._database = database
        self._environment = environment

    def cursor(self) -> int:
        with self._database.reading() as db:
            (found,) = db.execute(CURSOR, {"environment": self._environment}).fetchone()
        return int(found)

    def put(self, terms: Iterable[SyncedTerm]) -> None:
        with self._database.writing_cache() as db:
            db.executemany(PUT, map(self._row, terms))

    def of(self, entry: EntryId) -> tuple[PaymentTerm, ...]:
        with self._database.reading() as db:
            rows = db.execute(OF_ENTRY, {"environment": self._environment, "entry": entry}).fetchall()
        return tuple(PaymentTerm(id_, of, Decimal(amount), bool(is_paid)) for id_, of, amount, is_paid in rows)

    def _row(self, synced: SyncedTerm) -> dict[str, object]:
        term = synced.term
        return {
            "environment": self._environment,
            "id": term.id,
            "timestamp": synced.timestamp,
            "entry": term.entry,
            "amount": str(term.amount),
            "is_paid": term.is_paid,
        }
