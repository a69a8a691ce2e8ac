"""Damaged or lost books come back from their newest whole copy, and Exact is asked about every open end."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from robexact_desktop.adapters.store import opening
from robexact_desktop.adapters.store.database import Database
from robexact_desktop.adapters.store.outbox import Outbox
from robexact_desktop.adapters.store.rescue import BACKUP
from robexact_desktop.domain.errors import DatabaseError
from robexact_desktop.domain.outbox import Event, Kind, State

from .store_examples import HERE, NOW, operation

QUEUED, BOOKED, LATER = "sales/1", "sales/2", "sales/3"


def books_with_a_copy(folder: Path) -> None:
    """One queued and one booked when the copy was made."""
    with Database(folder) as database:
        outbox = Outbox(database, HERE)
        outbox.add(operation(QUEUED), NOW)
        booked = outbox.add(operation(BOOKED), NOW)
        outbox.record(booked.id, Event.INTENT_WRITTEN, NOW)
        outbox.record(booked.id, Event.ACCEPTED, NOW, remote_id="an entry", remote_number=7)
        database.keep_copy()


def booked_later(folder: Path) -> None:
    with Database(folder) as database:
        outbox = Outbox(database, HERE)
        later = outbox.add(operation(LATER), NOW)
        outbox.record(later.id, Event.INTENT_WRITTEN, NOW)
        outbox.record(later.id, Event.ACCEPTED, NOW, remote_id="a later entry")


def is_no_database(path: Path) -> None:
    path.write_bytes(b"not a database" * 1000)


def spoil_table(path: Path, table: str) -> None:
    """One table cannot be read any more, the others can."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)
    (path.parent / "check-at-start").touch()


def states(folder: Path) -> dict[str, State]:
    with Database(folder) as database:
        return {subject: kinds[Kind.ENTRY].state for subject, kinds in Outbox(database, HERE).all().items()}


@pytest.mark.parametrize("harm", [is_no_database, Path.unlink])
def test_what_had_not_ended_is_unknown_and_what_was_booked_stays(tmp_path: Path, harm: object) -> None:
    books_with_a_copy(tmp_path)
    assert callable(harm)
    harm(tmp_path / opening.BOOKS)
    assert states(tmp_path) == {QUEUED: State.UNKNOWN, BOOKED: State.BOOKED}
    with Database(tmp_path) as database:
        unknown = Outbox(database, HERE).of(QUEUED)[Kind.ENTRY]
    assert unknown.attempt == 1, "so that it is looked up before it goes again"
    assert unknown.sending_at is not None, "from when on its look-up is due"
    assert unknown.evidence["no_answer"] == "restored from a copy"


def test_the_damaged_file_is_kept(tmp_path: Path) -> None:
    books_with_a_copy(tmp_path)
    is_no_database(tmp_path / opening.BOOKS)
    Database(tmp_path).close()
    assert (tmp_path / "books.damaged").read_bytes().startswith(b"not a database")


def test_what_the_damaged_file_still_gives_is_laid_over_the_copy_and_asked_about(tmp_path: Path) -> None:
    books_with_a_copy(tmp_path)
    booked_later(tmp_path)
    spoil_table(tmp_path / opening.BOOKS, "override_by_hand")
    assert states(tmp_path) == {QUEUED: State.UNKNOWN, BOOKED: State.BOOKED, LATER: State.UNKNOWN}
    with Database(tmp_path) as database:
        assert Outbox(database, HERE).of(LATER)[Kind.ENTRY].remote_id == "a later entry"


def test_rows_that_break_off_leave_the_copy_as_it_is(tmp_path: Path) -> None:
    books_with_a_copy(tmp_path)
    booked_later(tmp_path)
    spoil_table(tmp_path / opening.BOOKS, "operation")
    assert states(tmp_path) == {QUEUED: State.UNKNOWN, BOOKED: State.BOOKED}


def test_of_two_copies_the_newest_whole_one_is_taken(tmp_path: Path) -> None:
    books_with_a_copy(tmp_path)
    older = tmp_path / "books-version-1.db"
    older.write_bytes((tmp_path / BACKUP).read_bytes())
    os.utime(older, (1, 1))
    is_no_database(tmp_path / BACKUP)
    is_no_database(tmp_path / opening.BOOKS)
    assert states(tmp_path)[BOOKED] is State.BOOKED


def test_without_a_copy_it_is_told_and_nothing_is_overwritten(tmp_path: Path) -> None:
    books_with_a_copy(tmp_path)
    (tmp_path / BACKUP).unlink()
    is_no_database(tmp_path / opening.BOOKS)
    for _ in range(2):
        with pytest.raises(DatabaseError) as told:
            Database(tmp_path)
        assert told.value.facts["reason"] == "damaged"
    assert (tmp_path / opening.BOOKS).read_bytes().startswith(b"not a database")


def test_it_stands_in_the_history(tmp_path: Path) -> None:
    books_with_a_copy(tmp_path)
    with closing(sqlite3.connect(tmp_path / BACKUP)) as copy, copy:
        copy.execute("INSERT INTO setting VALUES (?, 'active', 'true', 'who', 'when')", (HERE,))
    is_no_database(tmp_path / opening.BOOKS)
    Database(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / opening.BOOKS)) as books:
        told = books.execute("SELECT environment, what FROM history").fetchall()
    assert told == [(HERE, "books_restored")]


def test_a_run_that_wrote_nothing_makes_no_copy(tmp_path: Path) -> None:
    Database(tmp_path).close()
    with Database(tmp_path) as database:
        database.keep_copy()
    assert not (tmp_path / BACKUP).exists()
