"""The settings of every environment (books.db), a row for each key of the settings file."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from robexact_desktop.adapters.settings_file import as_tree, merge
from robexact_desktop.adapters.store import times
from robexact_desktop.adapters.store.database import Database
from robexact_desktop.adapters.store.history import remember
from robexact_desktop.domain.errors import UnknownIdError
from robexact_desktop.domain.settings import Settings
from robexact_desktop.services import ports

ENVIRONMENTS = "SELECT environment FROM setting WHERE path = 'environment' ORDER BY environment"

OF_ENVIRONMENT = "SELECT path, value FROM setting WHERE environment = :environment"

TOUCHED = "SELECT path, who, at FROM setting WHERE environment = :environment"

PUT = """
INSERT INTO setting (environment, path, value, who, at) VALUES (:environment, :path, :value, :who, :at)
ON CONFLICT DO UPDATE SET value = :value, who = :who, at = :at
"""

REMOVE = "DELETE FROM setting WHERE environment = :environment AND path = :path"


class SettingsRows(ports.SettingsRows):
    """The one port that sees all environments: it says which there are."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def environments(self) -> tuple[str, ...]:
        with self._database.reading() as db:
            return tuple(environment for (environment,) in db.execute(ENVIRONMENTS))

    def load(self, environment: str) -> Settings:
        with self._database.reading() as db:
            rows = _stored(db, environment)
        if not rows:
            raise UnknownIdError(what="environment", id=environment)
        settings, _ = merge(None, _grown(rows))
        return settings

    def touched(self, environment: str) -> dict[tuple[str, ...], tuple[str, datetime]]:
        """Who set each value last, and when."""
        with self._database.reading() as db:
            rows = db.execute(TOUCHED, {"environment": environment}).fetchall()
        return {_names(path): (who, times.read(at)) for path, who, at in rows}

    def save(self, settings: Settings, who: str, when: datetime) -> None:
        """Only what changed is written, so that who and when stay those of each value."""
        environment, wanted = settings.environment, dict(_leaves(as_tree(settings)))
        row = {"environment": environment, "who": who, "at": times.stored(when)}
        with self._database.writing_books() as db:
            before = _stored(db, environment)
            changed = {path: value for path, value in wanted.items() if before.get(path) != value}
            gone = before.keys() - wanted.keys()
            db.executemany(PUT, [row | {"path": path, "value": value} for path, value in changed.items()])
            db.executemany(REMOVE, [{"environment": environment, "path": path} for path in gone])
            for path in [*changed, *sorted(gone)]:
                detail = {"before": _value(before.get(path)), "after": _value(wanted.get(path))}
                remember(db, environment, who, when, "setting_changed", path, detail)


def _value(stored: str | None) -> object:
    return None if stored is None else json.loads(stored)


def _stored(db: sqlite3.Connection, environment: str) -> dict[str, str]:
    return dict(db.execute(OF_ENVIRONMENT, {"environment": environment}).fetchall())


def _leaves(tree: Mapping[str, Any], *above: str) -> Iterator[tuple[str, str]]:
    """Each value under its path as JSON: a key of a mapping may hold a point itself."""
    for key, value in tree.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, *above, key)
        else:
            yield (json.dumps([*above, key]) if above else key), json.dumps(value)


def _grown(rows: Mapping[str, str]) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for path, value in rows.items():
        *above, key = _names(path)
        place = tree
        for name in above:
            place = place.setdefault(name, {})
        place[key] = json.loads(value)
    return tree


def _names(path: str) -> tuple[str, ...]:
    return tuple(json.loads(path)) if path.startswith("[") else (path,)
