"""SQLite's errors become ours, here only. What no person can act on (a wrong statement) stays a bug, uncaught."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from robexact_desktop.domain.errors import DatabaseError

DAMAGED, FULL, BUSY, NEWER, DENIED, DISK = "damaged", "full", "busy", "newer", "denied", "disk"
"""Values of the fact `reason`."""

REASONS = {
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_PROTOCOL: BUSY,
    sqlite3.SQLITE_READONLY: DENIED,
    sqlite3.SQLITE_PERM: DENIED,
    sqlite3.SQLITE_CANTOPEN: DENIED,
    sqlite3.SQLITE_IOERR: DISK,
    sqlite3.SQLITE_NOLFS: DISK,
}

SUSPECT = "check-at-start"
"""An empty file beside the databases: the next start checks them whole, since damage was met."""


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raises DatabaseError for what the disk did to `path`, or to both databases where that is their folder."""
    try:
        yield
    except sqlite3.Error as error:
        # the low byte is the primary code, the rest tells the place (sqlite.org/rescode.html)
        reason = REASONS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if reason is None:
            raise
        if reason == DAMAGED:
            _remember(path)
        raise DatabaseError(file=path.name, reason=reason, detail=error) from error


def damaged(path: Path, detail: str) -> DatabaseError:
    """The error for what a check found, remembered for the next start as well."""
    _remember(path)
    return DatabaseError(file=path.name, reason=DAMAGED, detail=detail)


def _remember(path: Path) -> None:
    folder = path if path.is_dir() else path.parent
    try:
        (folder / SUSPECT).touch()
    except OSError:
        return  # a disk that takes no empty file has said so already
