"""The two databases of a data folder and their connections.

Each file has a writing connection of its own, so that no write transaction can span both: a commit over two WAL files
is atomic per file only (sqlite.org/lang_attach.html). A third connection sees both and writes nothing.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from robexact_desktop.adapters.lock import InstanceLock
from robexact_desktop.adapters.store.opening import BOOKS, CACHE, make_ready, open_reader, open_writer, versions_fit
from robexact_desktop.adapters.store.rescue import BACKUP, back_up
from robexact_desktop.adapters.store.trouble import translated
from robexact_desktop.domain.errors import BusyError


class Database:
    """Open until `close()`; used from the thread that opened it."""

    def __init__(self, folder: Path) -> None:
        """For the one process that holds the instance lock. Raises DatabaseError."""
        make_ready(folder)
        self._open(folder, writing=True)

    @classmethod
    def read_only(cls, folder: Path) -> Self:
        """Beside another copy: never blocks it, never writes. Raises DatabaseError.

        Files that are missing, old or damaged are first made ready, under the instance lock: BusyError where another
        copy holds it.
        """
        if not versions_fit(folder):
            with _alone(folder):
                make_ready(folder)
        database = cls.__new__(cls)
        database._open(folder, writing=False)
        return database

    def _open(self, folder: Path, *, writing: bool) -> None:
        self._folder = folder
        self._depth = 0
        self._books: sqlite3.Connection | None = None
        self._cache: sqlite3.Connection | None = None
        with ExitStack() as opened:
            if writing:
                self._books = opened.enter_context(closing(open_writer(folder / BOOKS)))
                self._cache = opened.enter_context(closing(open_writer(folder / CACHE)))
            self._reader = opened.enter_context(closing(open_reader(folder)))
            self._opened = opened.pop_all()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One snapshot of both files, however many readings are nested in it."""
        with translated(self._folder):
            if not self._depth:
                self._reader.execute("BEGIN")
            self._depth += 1
            try:
                if self._depth == 1:
                    self._reader.execute(PIN).fetchall()
                yield self._reader
            finally:
                self._depth -= 1
                if not self._depth:
                    self._reader.execute("ROLLBACK")

    @contextmanager
    def writing_books(self) -> Iterator[sqlite3.Connection]:
        """One transaction on `books.db`; on disk when the block has ended, or undone and DatabaseError."""
        with translated(self._folder / BOOKS), _transaction(self._books) as connection:
            yield connection

    @contextmanager
    def writing_cache(self) -> Iterator[sqlite3.Connection]:
        """One transaction on `cache.db`."""
        with translated(self._folder / CACHE), _transaction(self._cache) as connection:
            yield connection

    def keep_copy(self) -> None:
        """A copy of the books beside them, after a run that wrote. Where it fails the books themselves are whole."""
        if self._books is None or not self._books.total_changes:
            return
        with suppress(sqlite3.Error, OSError):
            back_up(self._books, self._folder / BACKUP)

    def close(self) -> None:
        self._opened.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with ExitStack() as held:
        try:
            held.enter_context(InstanceLock(folder))
        except BusyError as busy:
            if not InstanceLock.is_ours(busy):
                raise
        yield


PIN = "SELECT 1 FROM main.sqlite_schema UNION ALL SELECT 1 FROM cache.sqlite_schema"
"""BEGIN by itself takes no snapshot; the first statement that reads a file does."""


@contextmanager
def _transaction(connection: sqlite3.Connection | None) -> Iterator[sqlite3.Connection]:
    if connection is None:
        raise RuntimeError("opened to read only")
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        # after a full disk SQLite may have rolled back by itself (sqlite.org/lang_transaction.html)
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
