"""Lists that are small and fetched whole (cache.db): any frozen dataclass, under the name of its class."""

import sqlite3
from collections.abc import Sequence
from typing import TypeVar

from robexact_desktop.adapters.store.codec import decode, encode
from robexact_desktop.adapters.store.database import Database
from robexact_desktop.services import ports

Row = TypeVar("Row")

ALL = "SELECT row FROM master WHERE environment = :environment AND list = :list ORDER BY position"

COUNT = "SELECT count(*) FROM master WHERE environment = :environment AND list = :list"

EMPTY = "DELETE FROM master WHERE environment = :environment AND list = :list"

ADD = "INSERT INTO master (environment, list, position, row) VALUES (:environment, :list, :position, :row)"


class MasterRows(ports.MasterRows):
    def __init__(self, database: Database, environment: str) -> None:
        self._database = database
        self._environment = environment

    def replace(self, what: type[Row], rows: Sequence[Row]) -> None:
        of_list = self._list(what)
        with self._database.writing_cache() as db:
            db.execute(EMPTY, of_list)
            db.executemany(
                ADD, (of_list | {"position": position, "row": encode(row)} for position, row in enumerate(rows))
            )

    def all(self, what: type[Row]) -> tuple[Row, ...]:
        with self._database.reading() as db:
            return _decoded(what, db.execute(ALL, self._list(what)))

    def count(self, what: type[object]) -> int:
        with self._database.reading() as db:
            (found,) = db.execute(COUNT, self._list(what)).fetchone()
        return int(found)

    def _list(self, what: type[object]) -> dict[str, object]:
        return {"environment": self._environment, "list": what.__name__}


def _decoded(what: type[Row], rows: sqlite3.Cursor) -> tuple[Row, ...]:
    return tuple(decode(what, row) for (row,) in rows)
