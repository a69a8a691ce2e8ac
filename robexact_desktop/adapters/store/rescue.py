"""A damaged or lost `books.db`: the newest whole copy takes its place, and nothing in it is trusted to be the latest.

What was sent after the copy was made is not in it. So each operation that had not ended becomes UNKNOWN and is looked
up in Exact before it goes again, and what the damaged file still gives is laid over the copy (reliability 2.4). An
invoice that neither file knows of is found by the duplicate check, which reads Exact's own lines before each send.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

BACKUP = "books-backup.db"
"""Made after each run that wrote; `books-version-N.db` before each migration."""

UNSETTLED = ("queued", "sending")

MADE_UNKNOWN = """
UPDATE operation
SET state = 'unknown', attempt = max(attempt, 1), sending_at = coalesce(sending_at, :at), looked_up_clean = 0,
    evidence = json_set(evidence, '$.no_answer', 'restored from a copy'), changed_at = :at
WHERE id = :id
"""

TOLD = """
INSERT INTO attempt (operation, n, at, event, state, message, evidence)
SELECT id, attempt, :at, 'restored', state, '', evidence FROM operation WHERE id = :id
"""

NOTED = """
INSERT INTO history (environment, at, who, what, subject, detail)
SELECT DISTINCT environment, :at, '', 'books_restored', '', json_object('copy', :copy) FROM setting
"""


def back_up(connection: sqlite3.Connection, to: Path) -> None:
    """A whole copy beside it, in place of an older one of that name only once it is complete."""
    unfinished = to.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(unfinished)) as copy:
        connection.backup(copy)
    os.replace(unfinished, to)


def newest_copy(folder: Path, newest_version: int) -> Path | None:
    """The latest copy that is whole and not of a newer program."""
    found = [path for path in folder.glob("books-*.db") if path.is_file()]
    by_age = sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)
    return next((path for path in by_age if _is_whole(path, newest_version)), None)


def _is_whole(path: Path, newest_version: int) -> bool:
    with contextlib.suppress(sqlite3.Error), closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as copy:
        (told,) = copy.execute("PRAGMA quick_check(1)").fetchone()
        (version,) = copy.execute("PRAGMA user_version").fetchone()
        return bool(told == "ok") and 0 < int(version) <= newest_version
    return False


def restore(copy: Path, books: Path) -> None:
    """Set what is left of `books` aside, and put the copy in its place with every open end made UNKNOWN."""
    aside = _set_aside(books)
    unfinished = books.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    made_at = datetime.fromtimestamp(copy.stat().st_mtime, UTC).isoformat()
    with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro", uri=True)) as whole:
        back_up(whole, unfinished)
    with closing(sqlite3.connect(unfinished, isolation_level=None)) as restored:
        restored.execute("BEGIN IMMEDIATE")
        for row in _left_in(aside):
            _lay_over(restored, row)
        unsettled = ", ".join(f"'{state}'" for state in UNSETTLED)
        for (id_,) in restored.execute(f"SELECT id FROM operation WHERE state IN ({unsettled})").fetchall():
            restored.execute(MADE_UNKNOWN, {"id": id_, "at": made_at})
            restored.execute(TOLD, {"id": id_, "at": made_at})
        restored.execute(NOTED, {"at": made_at, "copy": copy.name})
        restored.execute("COMMIT")
    os.replace(unfinished, books)


def _set_aside(books: Path) -> Path:
    """With the write-ahead file beside it, which may hold the latest rows."""
    aside = books.with_suffix(".damaged")
    for ending in ("", "-wal", "-shm"):
        left = books.with_name(books.name + ending)
        if left.exists():
            os.replace(left, aside.with_name(aside.name + ending))
    return aside


def _left_in(aside: Path) -> Iterator[dict[str, object]]:
    """The operations that can still be read, the newest first, until the damage is met."""
    with contextlib.suppress(sqlite3.Error), closing(sqlite3.connect(aside)) as damaged:
        damaged.row_factory = sqlite3.Row
        for row in damaged.execute("SELECT * FROM operation ORDER BY id DESC"):
            yield dict(row)


def _lay_over(restored: sqlite3.Connection, row: dict[str, object]) -> None:
    """A row of the damaged file that is newer than the copy's. Whatever it says, Exact is asked: UNKNOWN."""
    key = "environment = :environment AND subject = :subject AND kind = :kind"
    with contextlib.suppress(sqlite3.Error):  # a row that broke off: as if it were not there
        known = restored.execute(f"SELECT changed_at FROM operation WHERE {key}", row).fetchone()
        if known is not None and str(known[0]) >= str(row["changed_at"]):
            return
        ended = {**row, "state": "unknown" if row["state"] == "booked" else row["state"], "depends_on": None}
        columns = [name for name in ended if name != "id"]
        if known is None:
            marks = ", ".join(f":{name}" for name in columns)
            restored.execute(f"INSERT INTO operation ({', '.join(columns)}) VALUES ({marks})", ended)
        else:
            sets = ", ".join(f"{name} = :{name}" for name in columns)
            restored.execute(f"UPDATE operation SET {sets} WHERE {key}", ended)
