"""Robaws' invoices as last read (cache.db): columns that lists sort and filter by, and the whole of each."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

from robexact_desktop.adapters.store import times
from robexact_desktop.adapters.store.codec import decode, encode
from robexact_desktop.adapters.store.database import Database
from robexact_desktop.adapters.store.texts import clean, clean_or_none
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.money import cents
from robexact_desktop.domain.names import InvoiceId, Kind
from robexact_desktop.services import ports

ONE = "SELECT body FROM invoice WHERE environment = :environment AND id = :id"

ALL = "SELECT body FROM invoice WHERE environment = :environment AND (:kind IS NULL OR kind = :kind) ORDER BY id"

COUNT = "SELECT count(*) FROM invoice WHERE environment = :environment AND kind = :kind"

NEWEST = "SELECT max(updated_at) FROM invoice WHERE environment = :environment AND kind = :kind"

STATUSES = """
SELECT status FROM invoice WHERE environment = :environment AND kind = :kind AND status <> ''
GROUP BY status ORDER BY count(*) DESC, status
"""

REMOVE = "DELETE FROM invoice WHERE environment = :environment AND id = :id"

SET_BY_HAND = """
SELECT body FROM invoice
WHERE environment = :environment
  AND id IN (SELECT invoice FROM override_by_hand WHERE environment = :environment)
"""

WAITING_SALES = """
SELECT id, invoice_number FROM invoice INDEXED BY invoice_that_waits
WHERE environment = :environment AND kind = 'sales' AND sent = 0 AND invoice_number IS NOT NULL
  AND id NOT IN (
    SELECT subject FROM operation WHERE environment = :environment AND kind = 'entry' AND state = 'booked'
  )
"""

PUT = """
INSERT INTO invoice (
    environment, id, kind, type, invoice_number, date, due_date, relation, relation_name, total_incl_cents, currency,
    sent, status, updated_at, body
) VALUES (
    :environment, :id, :kind, :type, :invoice_number, :date, :due_date, :relation, :relation_name, :total_incl_cents,
    :currency, :sent, :status, :updated_at, :body
)
ON CONFLICT (environment, id) DO UPDATE
SET kind = :kind, type = :type, invoice_number = :invoice_number, date = :date, due_date = :due_date,
    relation = :relation, relation_name = :relation_name, total_incl_cents = :total_incl_cents, currency = :currency,
    sent = :sent, status = :status, updated_at = :updated_at, body = :body
"""


LARGEST = Decimal(10) ** 15
"""In cents this still fits SQLite's 64 bits."""


class InvoiceRows(ports.InvoiceRows):
    def __init__(self, database: Database, environment: str) -> None:
        self._database = database
        self._environment = environment

    def put(self, invoices: Iterable[Invoice]) -> None:
        with self._database.writing_cache() as db:
            db.executemany(PUT, map(self._row, invoices))

    def get(self, invoice: InvoiceId) -> Invoice | None:
        with self._database.reading() as db:
            row = db.execute(ONE, {"environment": self._environment, "id": invoice}).fetchone()
        return None if row is None else decode(Invoice, row[0])

    def all(self, kind: Kind | None = None) -> tuple[Invoice, ...]:
        return self._found(ALL, kind=kind and kind.value)

    def set_by_hand(self) -> tuple[Invoice, ...]:
        """Those that have values by hand, for the fingerprint that these were made for."""
        return self._found(SET_BY_HAND)

    def waiting_sales(self) -> dict[InvoiceId, str]:
        """Numbers of the sales that are neither booked from here nor sent to the accountant otherwise."""
        with self._database.reading() as db:
            return dict(db.execute(WAITING_SALES, {"environment": self._environment}).fetchall())

    def remove(self, invoice: InvoiceId) -> None:
        with self._database.writing_cache() as db:
            db.execute(REMOVE, {"environment": self._environment, "id": invoice})

    def count(self, kind: Kind) -> int:
        return int(self._single(COUNT, kind))

    def statuses(self, kind: Kind) -> tuple[str, ...]:
        with self._database.reading() as db:
            rows = db.execute(STATUSES, {"environment": self._environment, "kind": kind.value})
            return tuple(status for (status,) in rows)

    def newest(self, kind: Kind) -> datetime | None:
        found = self._single(NEWEST, kind)
        return None if found is None else times.read(found)

    def _single(self, query: str, kind: Kind) -> Any:
        with self._database.reading() as db:
            (found,) = db.execute(query, {"environment": self._environment, "kind": kind.value}).fetchone()
        return found

    def _found(self, query: str, **values: object) -> tuple[Invoice, ...]:
        with self._database.reading() as db:
            rows = db.execute(query, {"environment": self._environment, **values})
            return tuple(decode(Invoice, body) for (body,) in rows)

    def _row(self, invoice: Invoice) -> dict[str, Any]:
        return {
            "environment": self._environment,
            "id": invoice.id,
            "kind": invoice.kind.value,
            "type": invoice.type.value,
            "invoice_number": clean_or_none(invoice.number),
            "date": invoice.date.isoformat(),
            "due_date": invoice.due_date and invoice.due_date.isoformat(),
            "relation": invoice.relation,
            "relation_name": clean(invoice.relation_name),
            "total_incl_cents": _cents(invoice.total_incl),
            "currency": clean_or_none(invoice.currency),
            "sent": invoice.sent_to_accountant,
            "status": clean(invoice.status),
            "updated_at": times.stored_or_none(invoice.updated_at),
            "body": encode(invoice),
        }


def _cents(amount: Decimal | None) -> int | None:
    """To sort by; the invoice itself keeps every digit. None for what no invoice amounts to."""
    return None if amount is None or abs(amount) >= LARGEST else int(cents(amount) * 100)
