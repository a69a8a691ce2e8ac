"""What was told of payments (books.db): a row for each change, none is ever overwritten."""

from datetime import datetime

from robexact_desktop.adapters.store import times
from robexact_desktop.adapters.store.database import Database
from robexact_desktop.domain.names import InvoiceId
from robexact_desktop.domain.payment import PaymentStatus
from robexact_desktop.services import ports
from robexact_desktop.services.ports import PaymentRow

LATEST = """
SELECT invoice, status, open_amount, written_back, max(id) FROM payment
WHERE environment = :environment GROUP BY invoice
"""  # next to max() SQLite gives the other columns of that same row (sqlite.org/lang_select.html, bare columns)

LATEST_OF = """
SELECT invoice, status, open_amount, written_back, max(id) FROM payment
WHERE environment = :environment AND invoice = :invoice GROUP BY invoice
"""

ADD = """
INSERT INTO payment (environment, invoice, status, open_amount, written_back, at)
VALUES (:environment, :invoice, :status, :open_amount, :written_back, :at)
"""


class PaymentRows(ports.PaymentRows):
    def __init__(self, database: Database, environment: str) -> None:
        self._database = database
        self._environment = environment

    def all(self) -> dict[InvoiceId, PaymentRow]:
        with self._database.reading() as db:
            rows = db.execute(LATEST, {"environment": self._environment}).fetchall()
        return {row[0]: _payment(row) for row in rows}

    def put(self, row: PaymentRow, when: datetime) -> None:
        """The same as told before adds nothing."""
        values = {
            "environment": self._environment,
            "invoice": row.invoice,
            "status": row.status.value,
            "open_amount": row.open_amount,
            "written_back": row.written_back,
            "at": times.stored(when),
        }
        with self._database.writing_books() as db:
            before = db.execute(LATEST_OF, values).fetchone()
            if before is None or _payment(before) != row:
                db.execute(ADD, values)


def _payment(row: tuple[InvoiceId, str, str, int, int]) -> PaymentRow:
    invoice, status, open_amount, written_back, _ = row
    return PaymentRow(invoice, PaymentStatus(status), open_amount, bool(written_back))
