"""What the tab Relaties asks: who waits for a link, and a search among Exact's tens of thousands of accounts."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from robexact_desktop.adapters.store.account import COLUMNS as ACCOUNT
from robexact_desktop.adapters.store.account import LINKED, account_of_row
from robexact_desktop.adapters.store.database import Database
from robexact_desktop.domain.folding import folded
from robexact_desktop.domain.ledger import Account
from robexact_desktop.domain.listing import GROUPS, Group
from robexact_desktop.domain.names import InvoiceId, RelationId
from robexact_desktop.services import ports

TO_SEND = ", ".join(f"'{state.value}'" for state in GROUPS[Group.TO_SEND])

WAITING = f"""
SELECT invoice.relation, count(*) FROM listed_invoice
JOIN invoice ON invoice.environment = listed_invoice.environment AND invoice.id = listed_invoice.invoice
WHERE listed_invoice.environment = :environment AND listed_invoice.state IN ({TO_SEND})
  AND invoice.relation IS NOT NULL
GROUP BY invoice.relation
"""

WAITING_FOR = f"""
SELECT listed_invoice.invoice FROM listed_invoice
JOIN invoice ON invoice.environment = listed_invoice.environment AND invoice.id = listed_invoice.invoice
WHERE listed_invoice.environment = :environment AND listed_invoice.state IN ({TO_SEND})
  AND invoice.relation IN (SELECT value FROM json_each(:relations))
ORDER BY listed_invoice.date, listed_invoice.invoice
"""

LEAST_OF_A_NUMBER = 3
"""Digits from which on a word may be a VAT number: each column walked costs 5 ms for 50,000 accounts."""

CODE_FIRST = "code = :first DESC, name COLLATE NOCASE, code"

NOT_FOLDED_YET = "(name || ' ' || code || ' ' || city || ' ' || postcode)"
"""An account that an older program read and that was not read again since."""

MARKS = " .-/"
PUNCTUATION = str.maketrans("", "", MARKS)


def _bare(column: str) -> str:
    for mark in MARKS:
        column = f"replace({column}, '{mark}', '')"
    return column


NUMBERS = ("vat_number", "chamber_of_commerce")
"""Exact keeps them as they were typed: `0999.014.777` and `BE0999014777` are one number."""


class RelationLookups(ports.RelationLookups):
    def __init__(self, database: Database, environment: str) -> None:
        self._database = database
        self._environment = environment

    def waiting(self) -> Mapping[RelationId, int]:
        with self._database.reading() as db:
            return dict(db.execute(WAITING, {"environment": self._environment}).fetchall())

    def waiting_for(self, relations: Sequence[RelationId]) -> tuple[InvoiceId, ...]:
        values = {"environment": self._environment, "relations": json.dumps(list(relations))}
        with self._database.reading() as db:
            return tuple(found for (found,) in db.execute(WAITING_FOR, values))

    def linked_accounts(self) -> tuple[Account, ...]:
        with self._database.reading() as db:
            return tuple(map(account_of_row, db.execute(LINKED, {"environment": self._environment})))

    def find_accounts(self, text: str, limit: int) -> tuple[Account, ...]:
        """Every word somewhere in name, code, number or place; 50,000 accounts are walked in SQLite, not in Python."""
        words = text.split()
        if not words:
            return ()
        values: dict[str, Any] = {"environment": self._environment, "first": words[0], "limit": limit}
        where = []
        for place, word in enumerate(words):
            values[f"w{place}"] = f"%{_escaped(word)}%"
            values[f"f{place}"] = f"%{_escaped(folded(word))}%"
            found = [
                f"search LIKE :f{place} ESCAPE '\\'",
                f"search = '' AND {NOT_FOLDED_YET} LIKE :w{place} ESCAPE '\\'",
            ]
            bare = word.translate(PUNCTUATION)
            if sum(map(str.isdigit, bare)) >= LEAST_OF_A_NUMBER:
                values[f"n{place}"] = f"%{_escaped(bare)}%"
                values[f"d{place}"] = f"%{'%'.join(map(_escaped, bare))}%"  # these in this order: few rows are left
                found += [
                    f"{name} LIKE :d{place} ESCAPE '\\' AND {_bare(name)} LIKE :n{place} ESCAPE '\\'"
                    for name in NUMBERS
                ]
            where.append(f"({' OR '.join(found)})")
        query = (
            f"SELECT {ACCOUNT} FROM account WHERE environment = :environment AND {' AND '.join(where)}"
            f" ORDER BY {CODE_FIRST} LIMIT :limit"
        )
        with self._database.reading() as db:
            return tuple(map(account_of_row, db.execute(query, values)))


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
