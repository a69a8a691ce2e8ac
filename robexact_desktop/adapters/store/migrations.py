"""Brings a database to the version of this program, step by step: each step and its number share a transaction.

Imported only where a database is behind: sqlite-utils costs 76 ms of start-up (measured).
"""

import sqlite3
from collections.abc import Callable, Sequence

import sqlite_utils
from sqlite_utils.migrations import Migrations

from robexact_desktop.adapters.store.schema import Step


def migrate(connection: sqlite3.Connection, steps: Sequence[Step]) -> None:
    """Apply the steps that are not in this database yet. `user_version` is the number of the last one."""
    migrations = Migrations("robexact")
    for version, step in enumerate(steps, start=1):
        migrations(name=step.name)(_application(step, version))
    migrations.apply(sqlite_utils.Database(connection, recursive_triggers=False))


def _application(step: Step, version: int) -> Callable[[sqlite_utils.Database], None]:
    def apply(database: sqlite_utils.Database) -> None:
        for statement in step.statements:
            database.conn.execute(statement)
        database.conn.execute(f"PRAGMA user_version = {version}")

    return apply
