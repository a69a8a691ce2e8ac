"""Which relation is which account (books.db), and which pairs a person has taken apart."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from robexact_desktop.adapters.store import times
from robexact_desktop.adapters.store.database import Database
from robexact_desktop.adapters.store.history import remember
from robexact_desktop.domain.names import AccountId, RelationId
from robexact_desktop.domain.relation import Link, LinkRule
from robexact_desktop.services import ports

ALL = "SELECT relation, account_id, rule FROM link WHERE environment = :environment ORDER BY relation"

ONE = "SELECT account_id, rule FROM link WHERE environment = :environment AND relation = :relation"

PUT = """
INSERT INTO link (environment, relation, account_id, rule, who, at)
VALUES (:environment, :relation, :account_id, :rule, :who, :at)
ON CONFLICT DO UPDATE SET account_id = :account_id, rule = :rule, who = :who, at = :at
"""

REMOVE = "DELETE FROM link WHERE environment = :environment AND relation = :relation"

REFUSED = "SELECT relation, account_id FROM link_refused WHERE environment = :environment"

REFUSE = """
INSERT INTO link_refused (environment, relation, account_id, who, at)
VALUES (:environment, :relation, :account_id, :who, :at)
ON CONFLICT DO UPDATE SET who = :who, at = :at
"""

ALLOW = """
DELETE FROM link_refused
WHERE environment = :environment AND relation = :relation AND account_id = :account_id
"""


class LinkRows(ports.LinkRows):
    def __init__(self, database: Database, environment: str) -> None:
        self._database = database
        self._environment = environment

    def all(self) -> dict[RelationId, Link]:
        with self._database.reading() as db:
            rows = db.execute(ALL, {"environment": self._environment}).fetchall()
        return {relation: Link(relation, account, LinkRule(rule)) for relation, account, rule in rows}

    def put(self, link: Link, who: str, when: datetime) -> None:
        self.put_all([link], who, when)

    def put_all(self, links: Iterable[Link], who: str, when: datetime) -> None:
        with self._database.writing_books() as db:
            for link in links:
                self._put(db, link, who, when)

    def _put(self, db: sqlite3.Connection, link: Link, who: str, when: datetime) -> None:
        """What is linked anew is no longer refused; what stands already adds nothing to the history."""
        row = {
            "environment": self._environment,
            "relation": link.relation,
            "account_id": link.account_id,
            "rule": link.rule.value,
            "who": who,
            "at": times.stored(when),
        }
        if db.execute(ONE, row).fetchone() == (link.account_id, link.rule.value):
            return
        db.execute(PUT, row)
        db.execute(ALLOW, row)
        detail = {"account_id": link.account_id, "rule": link.rule.value}
        remember(db, self._environment, who, when, "linked", link.relation, detail)

    def remove(self, relation: RelationId, who: str, when: datetime) -> None:
        row = {"environment": self._environment, "relation": relation, "who": who, "at": times.stored(when)}
        with self._database.writing_books() as db:
            found = db.execute(ONE, row).fetchone()
            if found is None:
                return
            db.execute(REMOVE, row)
            db.execute(REFUSE, row | {"account_id": found[0]})
            remember(db, self._environment, who, when, "unlinked", relation, {"account_id": found[0]})

    def take_back(self, links: Iterable[Link], who: str, when: datetime) -> None:
        with self._database.writing_books() as db:
            for link in links:
                row = {"environment": self._environment, "relation": link.relation}
                if db.execute(ONE, row).fetchone() == (link.account_id, link.rule.value):
                    db.execute(REMOVE, row)
                    detail = {"account_id": link.account_id, "taken_back": True}
                    remember(db, self._environment, who, when, "unlinked", link.relation, detail)

    def refused(self) -> frozenset[tuple[RelationId, AccountId]]:
        with self._database.reading() as db:
            return frozenset(db.execute(REFUSED, {"environment": self._environment}).fetchall())
