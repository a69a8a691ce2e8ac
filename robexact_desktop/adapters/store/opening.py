"""Opening the files of a data folder: their pragmas, and what happens first to old, newer and damaged ones."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from robexact_desktop.adapters.store import schema
from robexact_desktop.adapters.store.rescue import back_up, newest_copy, restore
from robexact_desktop.adapters.store.trouble import BUSY, DAMAGED, DENIED, DISK, NEWER, SUSPECT, damaged, translated
from robexact_desktop.domain.errors import DatabaseError

BOOKS, CACHE = "books.db", "cache.db"
STEPS = {BOOKS: schema.BOOKS, CACHE: schema.CACHE}

BUSY_SECONDS = 5.0
"""How long a statement waits for a file that another process holds: a backup tool, or a reader at its checkpoint."""

SYNCHRONOUS = {BOOKS: "FULL", CACHE: "NORMAL"}
"""NORMAL in WAL mode loses commits at a power cut: simulated, 3.5-4 % booked twice, FULL none (reliability 2.2)."""

LARGEST_WAL = 64 * 1024 * 1024
"""Bytes that the write-ahead file of a long import may keep on disk afterwards."""


def open_writer(path: Path) -> sqlite3.Connection:
    """A connection that may write this one file. Raises DatabaseError."""
    with translated(path):
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(f"PRAGMA synchronous = {SYNCHRONOUS[path.name]}")
            connection.execute("PRAGMA fullfsync = 1")  # macOS: a plain fsync leaves it in the drive's cache
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute(f"PRAGMA journal_size_limit = {LARGEST_WAL}")
        except BaseException:
            connection.close()
            raise
        return connection


def open_reader(folder: Path) -> sqlite3.Connection:
    """A connection over both files that writes neither. Raises DatabaseError.

    `mode=rw`, not `ro`: after a crash the first who opens a WAL database must recover it.
    """
    with translated(folder):
        connection = sqlite3.connect(_uri(folder / BOOKS), timeout=BUSY_SECONDS, isolation_level=None, uri=True)
        try:
            connection.execute("ATTACH :cache AS cache", {"cache": _uri(folder / CACHE)})
            connection.execute("PRAGMA query_only = ON")
            connection.execute("PRAGMA main.synchronous = FULL")  # it may be the one that checkpoints, at closing
        except BaseException:
            connection.close()
            raise
        return connection


def versions_fit(folder: Path) -> bool:
    """Whether both files can be read as they are. Raises DatabaseError where a newer program made them."""
    for name, steps in STEPS.items():
        if not (folder / name).exists():
            return False
        try:
            with translated(folder / name), closing(sqlite3.connect(_uri(folder / name), uri=True)) as connection:
                version = _version(connection)
        except DatabaseError as error:
            if error.facts["reason"] != DAMAGED:
                raise
            return False
        _refuse_newer(folder / name, version)
        if version < len(steps):
            return False
    return True


def identity(folder: Path) -> tuple[int, ...]:
    """The same as long as the same two files stand there; a connection does not notice that its own was set aside."""
    return tuple(path.stat().st_ino for name in STEPS if (path := folder / name).exists())


def make_ready(folder: Path) -> None:
    """Both files at the version of this program. Raises DatabaseError: newer, damaged books without a copy, no room.

    A damaged cache is set aside and made anew, once; damaged or lost books come back from their newest whole copy.
    After an unclean end both are checked whole.
    """
    suspect = _ended_uncleanly(folder)
    if not (folder / BOOKS).exists():
        _restore_books(folder)
    try:
        _make_ready(folder / BOOKS, check=suspect)
    except DatabaseError as error:
        if error.facts["reason"] != DAMAGED or not _restore_books(folder):
            raise
        _make_ready(folder / BOOKS, check=True)
    try:
        _make_ready(folder / CACHE, check=suspect)
    except DatabaseError as error:
        if error.facts["reason"] != DAMAGED:
            raise
        _set_aside(folder / CACHE)
        _make_ready(folder / CACHE, check=False)
    (folder / SUSPECT).unlink(missing_ok=True)


def _restore_books(folder: Path) -> bool:
    """Whether there was a copy to come back from."""
    copy = newest_copy(folder, len(STEPS[BOOKS]))
    if copy is not None:
        with translated(folder / BOOKS):
            restore(copy, folder / BOOKS)
    return copy is not None


def _make_ready(path: Path, *, check: bool) -> None:
    _make_private(path)
    with translated(path), closing(open_writer(path)) as connection:
        if check:
            _check_whole(path, connection)
        version, steps = _version(connection), STEPS[path.name]
        _refuse_newer(path, version)
        if version == len(steps):
            return
        if version and path.name == BOOKS:
            back_up(connection, path.with_name(f"books-version-{version}.db"))
        from robexact_desktop.adapters.store.migrations import migrate  # sqlite-utils costs 76 ms of the start

        migrate(connection, steps)


def _make_private(path: Path) -> None:
    """A new file is its user's alone, in whatever folder; SQLite gives the files beside it the same rights."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        return  # never opened a second time: closing it would drop SQLite's locks (sqlite.org/howtocorrupt.html 2.2)
    except OSError as error:
        raise DatabaseError(file=path.name, reason=DENIED, detail=error) from error


def _ended_uncleanly(folder: Path) -> bool:
    """The last connection to close removes the write-ahead file; it is left by a kill or a power cut."""
    left = [folder / f"{name}-wal" for name in STEPS]
    return (folder / SUSPECT).exists() or any(map(_size, left))


def _size(path: Path) -> int:
    """0 where it is not there: the window closes its own connection at any moment, and the file goes with the last."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _check_whole(path: Path, connection: sqlite3.Connection) -> None:
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise damaged(path, found)


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _refuse_newer(path: Path, version: int) -> None:
    if version > len(STEPS[path.name]):
        raise DatabaseError(file=path.name, reason=NEWER, detail=f"{version} > {len(STEPS[path.name])}")


def _set_aside(path: Path) -> None:
    try:
        os.replace(path, path.with_suffix(".damaged"))
        for beside in (path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
            beside.unlink(missing_ok=True)
    except PermissionError as error:  # Windows, while another process has it open
        raise DatabaseError(file=path.name, reason=BUSY, detail=error) from error
    except OSError as error:
        raise DatabaseError(file=path.name, reason=DISK, detail=error) from error


def _uri(path: Path) -> str:
    """For a file that must exist already."""
    return f"{path.resolve().as_uri()}?mode=rw"
