"""Values set by hand (books.db); what was set and taken back stays in the history."""

from collections import defaultdict
from datetime import datetime

from robexact_desktop.adapters.store import times
from robexact_desktop.adapters.store.database import Database
from robexact_desktop.adapters.store.history import remember
from robexact_desktop.domain.booking.books import Field, Override
from robexact_desktop.domain.names import InvoiceId
from robexact_desktop.services import ports

COLUMNS = "invoice, line, field, value, rule_value, who, at, made_for"

OF_INVOICE = f"""
SELECT {COLUMNS} FROM override_by_hand
WHERE environment = :environment AND invoice = :invoice ORDER BY line, field
"""

ALL = f"SELECT {COLUMNS} FROM override_by_hand WHERE environment = :environment ORDER BY invoice, line, field"

PUT = """
INSERT INTO override_by_hand (environment, invoice, line, field, value, rule_value, who, at, made_for)
VALUES (:environment, :invoice, :line, :field, :value, :rule_value, :who, :at, :made_for)
ON CONFLICT DO UPDATE
SET value = :value, rule_value = :rule_value, who = :who, at = :at, made_for = :made_for
"""

CLEAR = """
DELETE FROM override_by_hand
WHERE environment = :environment AND invoice = :invoice AND (:line IS NULL OR line = :line)
RETURNING line, field, value
"""

NO_LINE = -1
"""A key takes no NULL: of the invoice as a whole."""


class OverrideRows(ports.OverrideRows):
    def __init__(self, database: Database, environment: str) -> None:
        self._database = database
        self._environment = environment

    def of(self, invoice: InvoiceId) -> tuple[Override, ...]:
        with self._database.reading() as db:
            rows = db.execute(OF_INVOICE, {"environment": self._environment, "invoice": invoice}).fetchall()
        return tuple(map(_override, rows))

    def all(self) -> dict[InvoiceId, tuple[Override, ...]]:
        """For the snapshot of the books: also those whose invoice has changed since."""
        with self._database.reading() as db:
            rows = db.execute(ALL, {"environment": self._environment}).fetchall()
        found: defaultdict[InvoiceId, list[Override]] = defaultdict(list)
        for override in map(_override, rows):
            found[override.invoice].append(override)
        return {invoice: tuple(overrides) for invoice, overrides in found.items()}

    def put(self, override: Override) -> None:
        row = {
            "environment": self._environment,
            "invoice": override.invoice,
            "line": NO_LINE if override.line is None else override.line,
            "field": override.field.value,
            "value": override.value,
            "rule_value": override.rule_value,
            "who": override.who,
            "at": times.stored(override.when),
            "made_for": override.made_for,
        }
        detail = {name: row[name] for name in ("line", "field", "value", "rule_value")}
        with self._database.writing_books() as db:
            db.execute(PUT, row)
            remember(db, self._environment, override.who, override.when, "set_by_hand", override.invoice, detail)

    def clear(self, invoice: InvoiceId, line: int | None, who: str, when: datetime) -> None:
        with self._database.writing_books() as db:
            which = {"environment": self._environment, "invoice": invoice, "line": line}
            for of_line, field, value in db.execute(CLEAR, which).fetchall():
                detail = {"line": of_line, "field": field, "value": value}
                remember(db, self._environment, who, when, "cleared_by_hand", invoice, detail)


def _override(row: tuple[InvoiceId, int, str, str, str, str, str, str]) -> Override:
    invoice, line, field, value, rule_value, who, at, made_for = row
    of_line = None if line == NO_LINE else line
    return Override(invoice, of_line, Field(field), value, rule_value, who, times.read(at), made_for)
