"""The transaction lines of sales and purchase journals (cache.db), and the entries that stand in Exact by them."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from robexact_desktop.adapters.store.database import Database
from robexact_desktop.adapters.store.standing import standing_entry
from robexact_desktop.adapters.store.texts import clean
from robexact_desktop.domain.booking.books import Standing
from robexact_desktop.domain.ledger import StandingEntry, TransactionLine
from robexact_desktop.domain.names import EntryId
from robexact_desktop.services import ports

CURSOR = "SELECT coalesce(max(timestamp), 0) FROM transaction_line WHERE environment = :environment"

PUT_LINE = """
INSERT INTO transaction_line (
    environment, id, timestamp, entry_id, line_number, journal, year, period, entry_number, your_ref, account, type,
    date, amount, vat_code, vat_amount, gl_account
) VALUES (
    :environment, :id, :timestamp, :entry_id, :line_number, :journal, :year, :period, :entry_number, :your_ref,
    :account, :type, :date, :amount, :vat_code, :vat_amount, :gl_account
)
ON CONFLICT DO UPDATE
SET timestamp = :timestamp, entry_id = :entry_id, line_number = :line_number, journal = :journal, year = :year,
    period = :period, entry_number = :entry_number, your_ref = :your_ref, account = :account, type = :type,
    date = :date, amount = :amount, vat_code = :vat_code, vat_amount = :vat_amount, gl_account = :gl_account
"""

ENTRY_OF_LINE = "SELECT entry_id FROM transaction_line WHERE environment = :environment AND id = :id"

LINES_OF_ENTRY = """
SELECT id, timestamp, entry_id, line_number, journal, year, period, entry_number, your_ref, account, type,
       date, amount, vat_code, vat_amount, gl_account
FROM transaction_line INDEXED BY transaction_line_by_entry
WHERE environment = :environment AND entry_id = :entry_id
"""  # left to itself SQLite walks the whole environment by its primary key: 0.4 ms more an entry at 10,000 lines

PUT_ENTRY = """
INSERT OR REPLACE INTO standing_entry (
    environment, id, journal, year, period, entry_number, your_ref, your_ref_folded, account, amount, entry_date, vat,
    type
) VALUES (
    :environment, :id, :journal, :year, :period, :entry_number, :your_ref, :your_ref_folded, :account, :amount,
    :entry_date, :vat, :type
)
"""

REMOVE_ENTRY = "DELETE FROM standing_entry WHERE environment = :environment AND id = :entry_id"

ENTRY_COLUMNS = "id, journal, year, period, entry_number, your_ref, account, amount, entry_date, vat, type"

ENTRY = f"SELECT {ENTRY_COLUMNS} FROM standing_entry WHERE environment = :environment AND id = :id"

ALL_ENTRIES = f"SELECT {ENTRY_COLUMNS} FROM standing_entry WHERE environment = :environment"


class FeedRows(ports.FeedRows):
    def __init__(self, database: Database, environment: str) -> None:
        self._database = database
        self._environment = environment

    def cursor(self) -> int:
        with self._database.reading() as db:
            (found,) = db.execute(CURSOR, {"environment": self._environment}).fetchone()
        return int(found)

    def put(self, lines: Iterable[TransactionLine]) -> None:
        """A line that is known already takes the place of the old one, also where it has moved to another entry."""
        touched: set[str] = set()
        with self._database.writing_cache() as db:
            for row in map(self._row, lines):
                touched.add(row["entry_id"])
                touched.update(entry for (entry,) in db.execute(ENTRY_OF_LINE, row))
                db.execute(PUT_LINE, row)
            for entry in touched:
                self._put_together(db, entry)

    def entry(self, entry: EntryId) -> StandingEntry | None:
        with self._database.reading() as db:
            row = db.execute(ENTRY, {"environment": self._environment, "id": entry}).fetchone()
        return None if row is None else _entry(row)

    def standing(self) -> Standing:
        """All of it, by number and by reference."""
        with self._database.reading() as db:
            entries = list(map(_entry, db.execute(ALL_ENTRIES, {"environment": self._environment})))
        by_reference: defaultdict[str, list[StandingEntry]] = defaultdict(list)
        for entry in entries:
            if entry.your_ref:
                by_reference[entry.your_ref.casefold()].append(entry)
        return Standing(
            {(entry.journal, entry.year, entry.entry_number): entry for entry in entries if entry.entry_number > 0},
            {reference: tuple(found) for reference, found in by_reference.items()},
        )

    def _put_together(self, db: sqlite3.Connection, entry: str) -> None:
        which = {"environment": self._environment, "entry_id": entry}
        if lines := list(map(_line, db.execute(LINES_OF_ENTRY, which))):
            db.execute(PUT_ENTRY, self._entry_row(standing_entry(lines)))
        else:
            db.execute(REMOVE_ENTRY, which)

    def _row(self, line: TransactionLine) -> dict[str, Any]:
        return {
            "environment": self._environment,
            "id": line.id,
            "timestamp": line.timestamp,
            "entry_id": line.entry_id,
            "line_number": line.line_number,
            "journal": line.journal,
            "year": line.year,
            "period": line.period,
            "entry_number": line.entry_number,
            "your_ref": clean(line.your_ref),
            "account": line.account,
            "type": line.type,
            "date": line.date and line.date.isoformat(),
            "amount": str(line.amount),
            "vat_code": line.vat_code,
            "vat_amount": str(line.vat_amount),
            "gl_account": line.gl_account,
        }

    def _entry_row(self, entry: StandingEntry) -> dict[str, Any]:
        return {
            "environment": self._environment,
            "id": entry.id,
            "journal": entry.journal,
            "year": entry.year,
            "period": entry.period,
            "entry_number": entry.entry_number,
            "your_ref": entry.your_ref,
            "your_ref_folded": entry.your_ref.casefold(),
            "account": entry.account,
            "amount": str(entry.amount),
            "entry_date": entry.entry_date and entry.entry_date.isoformat(),
            "vat": json.dumps({code: str(amount) for code, amount in entry.vat.items()}),
            "type": entry.type,
        }


def _line(row: tuple[Any, ...]) -> TransactionLine:
    *before, day, amount, vat_code, vat_amount, gl_account = row
    on = date.fromisoformat(day) if day else None
    values = [*before, on, Decimal(amount), vat_code, Decimal(vat_amount), gl_account]
    return TransactionLine(*values)


def _entry(row: tuple[Any, ...]) -> StandingEntry:
    *before, amount, day, vat, type_ = row
    on = date.fromisoformat(day) if day else None
    values = [*before, Decimal(amount), on, _amounts(vat), type_]
    return StandingEntry(*values)


def _amounts(vat: str) -> Mapping[str, Decimal]:
    return {code: Decimal(amount) for code, amount in json.loads(vat).items()}
