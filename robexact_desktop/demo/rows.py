"""What the demo's services remember: rows in memory, written through to one SQLite file.

The file is written before an answer leaves, so a killed demo keeps what it acknowledged.
"""

import json
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Row = dict[str, Any]

_TABLES = """
CREATE TABLE IF NOT EXISTS row (
  scope TEXT, resource TEXT, key TEXT, value TEXT, PRIMARY KEY (scope, resource, key)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS counter (name TEXT PRIMARY KEY, value INTEGER) WITHOUT ROWID;
"""


class Rows:
    """Rows by (scope, resource, key). What comes out is shared: treat it as frozen, put a changed copy.

    Values are JSON; a Decimal is kept as its text, so no cent passes through a float.
    """

    def __init__(self, path: Path | str | None = None) -> None:
        self._lock = threading.RLock()
        self._tables: dict[tuple[str, str], dict[str, Row]] = {}
        self._indexes: dict[tuple[str, str], dict[str, dict[Any, dict[str, None]]]] = {}
        self._counters: dict[str, int] = {}
        self._undo: list[Callable[[], None]] | None = None
        self._unsaved: dict[tuple[str, str, str], str | None] = {}
        self._uncounted: dict[str, int] = {}
        self._disk = _open(path) if path is not None else None
        if self._disk:
            self._load(self._disk)

    def put(self, scope: str, resource: str, key: str, row: Row) -> Row:
        text = json.dumps(row, default=str, ensure_ascii=False)
        stored: Row = json.loads(text)
        with self.transaction():
            self._set(scope, resource, key, stored)
            self._unsaved[scope, resource, key] = text
        return stored

    def get(self, scope: str, resource: str, key: str) -> Row | None:
        with self._lock:
            return self._tables.get((scope, resource), {}).get(key)

    def all(self, scope: str, resource: str) -> list[Row]:
        with self._lock:
            return list(self._tables.get((scope, resource), {}).values())

    def find(self, scope: str, resource: str, field: str, value: object) -> list[Row]:
        """The rows whose field equals the value; the first call builds an index that is kept from then on."""
        with self._lock:
            table = self._tables.get((scope, resource), {})
            index = self._index(scope, resource, field)
            return [table[key] for key in index.get(value, ())]

    def delete(self, scope: str, resource: str, key: str) -> None:
        with self.transaction():
            self._set(scope, resource, key, None)
            self._unsaved[scope, resource, key] = None

    def counter(self, name: str) -> int:
        """The next number of an ascending series, from 1; never given twice, also after a restart."""
        with self.transaction():
            before = self._counters.get(name, 0)
            self._counters[name] = before + 1
            self._note(lambda: self._counters.__setitem__(name, before))
            self._uncounted[name] = before + 1
            return before + 1

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, in memory and on disk; nested ones join the outermost. Others wait meanwhile."""
        with self._lock:
            if self._undo is not None:
                yield
                return
            self._undo = []
            try:
                yield
                self._save()
            except BaseException:
                for step in reversed(self._undo):
                    step()
                raise
            finally:
                self._undo = None
                self._unsaved.clear()
                self._uncounted.clear()

    def close(self) -> None:
        with self._lock:
            if self._disk:
                self._disk.close()
            self._disk = None

    def _load(self, disk: sqlite3.Connection) -> None:
        for scope, resource, key, value in disk.execute("SELECT scope, resource, key, value FROM row"):
            self._tables.setdefault((scope, resource), {})[key] = json.loads(value)
        self._counters = dict(disk.execute("SELECT name, value FROM counter").fetchall())

    def _set(self, scope: str, resource: str, key: str, row: Row | None) -> None:
        table = self._tables.setdefault((scope, resource), {})
        before = table.pop(key, None)
        if row is not None:
            table[key] = row
        self._reindex(scope, resource, key, before, row)
        self._note(lambda: self._restore(scope, resource, key, before))

    def _restore(self, scope: str, resource: str, key: str, before: Row | None) -> None:
        table = self._tables[scope, resource]
        after = table.pop(key, None)
        if before is not None:
            table[key] = before
        self._reindex(scope, resource, key, after, before)

    def _index(self, scope: str, resource: str, field: str) -> dict[Any, dict[str, None]]:
        fields = self._indexes.setdefault((scope, resource), {})
        if field not in fields:
            fields[field] = {}
            for key, row in self._tables.get((scope, resource), {}).items():
                fields[field].setdefault(_hashable(row.get(field)), {})[key] = None
        return fields[field]

    def _reindex(self, scope: str, resource: str, key: str, before: Row | None, after: Row | None) -> None:
        for field, index in self._indexes.get((scope, resource), {}).items():
            if before is not None:
                index.get(_hashable(before.get(field)), {}).pop(key, None)
            if after is not None:
                index.setdefault(_hashable(after.get(field)), {})[key] = None

    def _note(self, step: Callable[[], None]) -> None:
        if self._undo is not None:
            self._undo.append(step)

    def _save(self) -> None:
        """All that a transaction changed, in one go: half the cost of a statement per change."""
        if not self._disk or not (self._unsaved or self._uncounted):
            return
        with self._disk:  # commits, or rolls back on an error
            self._disk.execute("BEGIN")
            kept = [(*key, text) for key, text in self._unsaved.items() if text is not None]
            gone = [key for key, text in self._unsaved.items() if text is None]
            self._disk.executemany("INSERT OR REPLACE INTO row VALUES (?, ?, ?, ?)", kept)
            self._disk.executemany("DELETE FROM row WHERE scope = ? AND resource = ? AND key = ?", gone)
            self._disk.executemany("INSERT OR REPLACE INTO counter VALUES (?, ?)", self._uncounted.items())


def _open(path: Path | str) -> sqlite3.Connection:
    disk = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    disk.execute("PRAGMA journal_mode=WAL")
    disk.execute("PRAGMA synchronous=NORMAL")  # survives kill -9; a power cut is not what the demo plays
    disk.executescript(_TABLES)
    return disk


def _hashable(value: Any) -> Any:
    return value if isinstance(value, str | int | float | bool | None) else json.dumps(value)
