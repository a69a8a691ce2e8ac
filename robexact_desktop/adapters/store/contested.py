"""Relations that may already be in Exact (cache.db), found by the last matching."""

from collections.abc import Iterable

from robexact_desktop.adapters.store.database import Database
from robexact_desktop.domain.names import RelationId
from robexact_desktop.services import ports

ALL = "SELECT relation FROM contested_relation WHERE environment = :environment"

EMPTY = "DELETE FROM contested_relation WHERE environment = :environment"

ADD = "INSERT OR IGNORE INTO contested_relation (environment, relation) VALUES (:environment, :relation)"


class ContestedRows(ports.ContestedRows):
    def __init__(self, database: Database, environment: str) -> None:
        self._database = database
        self._environment = environment

    def replace(self, relations: Iterable[RelationId]) -> None:
        of_environment = {"environment": self._environment}
        with self._database.writing_cache() as db:
            db.execute(EMPTY, of_environment)
            db.executemany(ADD, (of_environment | {"relation": relation} for relation in relations))

    def all(self) -> frozenset[RelationId]:
        with self._database.reading() as db:
            return frozenset(relation for (relation,) in db.execute(ALL, {"environment": self._environment}))
