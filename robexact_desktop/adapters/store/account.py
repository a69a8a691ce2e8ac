"""Exact's relations (cache.db)."""

from collections.abc import Iterable
from typing import Any

from robexact_desktop.adapters.store.database import Database
from robexact_desktop.adapters.store.texts import clean
from robexact_desktop.domain.folding import folded
from robexact_desktop.domain.ledger import Account
from robexact_desktop.domain.names import AccountId
from robexact_desktop.services import ports
from robexact_desktop.services.ports import SyncedAccount

COLUMNS = """
id, code, name, vat_number, chamber_of_commerce, country, postcode, city, status, is_supplier, is_blocked,
address_line1, email, phone
"""

CURSOR = "SELECT coalesce(max(timestamp), 0) FROM account WHERE environment = :environment"

ALL = f"SELECT {COLUMNS} FROM account WHERE environment = :environment ORDER BY id"

ONE = f"SELECT {COLUMNS} FROM account WHERE environment = :environment AND id = :id"

LINKED = f"""
SELECT {COLUMNS} FROM account
WHERE environment = :environment AND id IN (SELECT account_id FROM link WHERE environment = :environment)
"""

COUNT = "SELECT count(*) FROM account WHERE environment = :environment"

PUT = """
INSERT INTO account (
    environment, id, timestamp, code, name, vat_number, chamber_of_commerce, country, postcode, city, status,
    is_supplier, is_blocked, address_line1, email, phone, search
) VALUES (
    :environment, :id, :timestamp, :code, :name, :vat_number, :chamber_of_commerce, :country, :postcode, :city, :status,
    :is_supplier, :is_blocked, :address_line1, :email, :phone, :search
)
ON CONFLICT DO UPDATE
SET timestamp = :timestamp, code = :code, name = :name, vat_number = :vat_number,
    chamber_of_commerce = :chamber_of_commerce, country = :country, postcode = :postcode, city = :city,
    status = :status, is_supplier = :is_supplier, is_blocked = :is_blocked,
    address_line1 = :address_line1, email = :email, phone = :phone, search = :search
"""


class AccountRows(ports.AccountRows):
    def __init__(self, database: Database, environment: str) -> None:
        self._database = database
        self._environment = environment

    def cursor(self) -> int:
        return self._number(CURSOR)

    def count(self) -> int:
        return self._number(COUNT)

    def put(self, rows: Iterable[SyncedAccount]) -> None:
        with self._database.writing_cache() as db:
            db.executemany(PUT, map(self._row, rows))

    def all(self) -> tuple[Account, ...]:
        return self._found(ALL)

    def linked(self) -> tuple[Account, ...]:
        """Only those that a link names: what the snapshot of the books needs of tens of thousands."""
        return self._found(LINKED)

    def get(self, account: AccountId) -> Account | None:
        with self._database.reading() as db:
            row = db.execute(ONE, {"environment": self._environment, "id": account}).fetchone()
        return None if row is None else account_of_row(row)

    def _number(self, query: str) -> int:
        with self._database.reading() as db:
            (found,) = db.execute(query, {"environment": self._environment}).fetchone()
        return int(found)

    def _found(self, query: str) -> tuple[Account, ...]:
        with self._database.reading() as db:
            return tuple(map(account_of_row, db.execute(query, {"environment": self._environment})))

    def _row(self, synced: SyncedAccount) -> dict[str, Any]:
        account = synced.account
        return {
            "environment": self._environment,
            "id": account.id,
            "timestamp": synced.timestamp,
            "code": clean(account.code),
            "name": clean(account.name),
            "vat_number": clean(account.vat_number),
            "chamber_of_commerce": clean(account.chamber_of_commerce),
            "country": clean(account.country),
            "postcode": clean(account.postcode),
            "city": clean(account.city),
            "status": account.status,
            "is_supplier": account.is_supplier,
            "is_blocked": account.is_blocked,
            "address_line1": clean(account.address_line1),
            "email": clean(account.email),
            "phone": clean(account.phone),
            "search": clean(folded(" ".join((account.name, account.code, account.city, account.postcode)))),
        }


def account_of_row(row: tuple[Any, ...]) -> Account:
    *texts, is_supplier, is_blocked, address_line1, email, phone = row
    values = [*texts, bool(is_supplier), bool(is_blocked), address_line1, email, phone]
    return Account(*values)
