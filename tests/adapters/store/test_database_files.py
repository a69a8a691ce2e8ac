"""The files themselves: versions, damage, what stays after an unclean end."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from robexact_desktop.adapters.lock import InstanceLock
from robexact_desktop.adapters.store import opening
from robexact_desktop.adapters.store.account import AccountRows
from robexact_desktop.adapters.store.database import Database
from robexact_desktop.adapters.store.link import LinkRows
from robexact_desktop.adapters.store.migrations import migrate
from robexact_desktop.adapters.store.outbox import Outbox
from robexact_desktop.adapters.store.schema import Step
from robexact_desktop.domain.errors import BusyError, DatabaseError
from robexact_desktop.domain.names import AccountId, RelationId
from robexact_desktop.domain.relation import Link, LinkRule

from .store_examples import HERE, NOW, WHO, account, operation

FILES = (opening.BOOKS, opening.CACHE)


def schema_of(path: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name").fetchall()


def set_version(path: Path, version: int) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")


def spoil_the_middle(path: Path) -> None:
    """The pages of the later half: header and tables stay readable, rows do not."""
    half = path.stat().st_size // 8192 * 4096
    with path.open("r+b") as file:
        file.seek(half)
        file.write(b"\xa5" * half)


def fill(folder: Path) -> None:
    with Database(folder) as database:
        AccountRows(database, HERE).put([account(f"guid-{n}") for n in range(3_000)])
        Outbox(database, HERE).add(operation(payload=b"x" * 500_000), NOW)


def test_a_new_folder_gets_both_files_and_leaves_nothing_beside_them(tmp_path: Path) -> None:
    with Database(tmp_path):
        pass
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(FILES)


@pytest.mark.parametrize("name", FILES)
def test_migrated_from_any_version_equals_fresh(tmp_path: Path, name: str) -> None:
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    Database(fresh).close()
    for version in range(len(opening.STEPS[name])):
        old = tmp_path / f"from-{version}"
        old.mkdir()
        with closing(sqlite3.connect(old / name, isolation_level=None)) as connection:
            migrate(connection, opening.STEPS[name][:version])
        Database(old).close()
        assert schema_of(old / name) == schema_of(fresh / name)


def test_a_step_that_fails_leaves_the_version_before_it(tmp_path: Path) -> None:
    good = Step("0001_good", ("CREATE TABLE a (b)",))
    bad = Step("0002_bad", ("CREATE TABLE c (d)", "CREATE TABLE a (b)"))
    with closing(sqlite3.connect(tmp_path / "x.db", isolation_level=None)) as connection:
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, (good, bad))
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert not connection.execute("SELECT * FROM sqlite_schema WHERE name = 'c'").fetchall()


def test_the_books_are_copied_before_a_migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path)
    steps = opening.STEPS[opening.BOOKS]
    monkeypatch.setitem(opening.STEPS, opening.BOOKS, (*steps, Step("next", ("DROP TABLE link_refused",))))
    Database(tmp_path).close()
    kept = tmp_path / f"books-version-{len(steps)}.db"
    assert any(name == "link_refused" for _, name, *_ in schema_of(kept))
    assert not any(name == "link_refused" for _, name, *_ in schema_of(tmp_path / opening.BOOKS))
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("SELECT subject FROM operation").fetchall() == [("sales/12",)]


def test_the_migration_library_is_only_imported_when_a_file_is_behind(tmp_path: Path) -> None:
    fill(tmp_path)
    look = (
        "import sys, pathlib\n"
        "from robexact_desktop.adapters.store.database import Database\n"
        "folder = pathlib.Path(sys.argv[1])\n"
        "Database(folder).close()\n"
        "Database.read_only(folder).close()\n"
        "print('sqlite_utils' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", look, tmp_path], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_a_newer_program_is_refused(tmp_path: Path, name: str) -> None:
    fill(tmp_path)
    set_version(tmp_path / name, 99)
    for refused in (Database, Database.read_only):
        with pytest.raises(DatabaseError) as told:
            refused(tmp_path)
        assert told.value.facts["file"] == name
        assert told.value.facts["reason"] == "newer"


@pytest.mark.parametrize("open_", [Database, Database.read_only])
def test_a_cache_that_is_no_database_is_set_aside_and_made_anew(tmp_path: Path, open_: type[Database]) -> None:
    fill(tmp_path)
    (tmp_path / opening.CACHE).write_bytes(b"not a database" * 1000)
    with open_(tmp_path) as database:
        assert AccountRows(database, HERE).count() == 0
        assert Outbox(database, HERE).of("sales/12")
    assert (tmp_path / "cache.damaged").read_bytes().startswith(b"not a database")


def test_a_deleted_cache_is_made_anew(tmp_path: Path) -> None:
    fill(tmp_path)
    (tmp_path / opening.CACHE).unlink()
    with Database(tmp_path) as database:
        assert AccountRows(database, HERE).cursor() == 0
        assert Outbox(database, HERE).of("sales/12")


def test_a_cache_deleted_after_an_unclean_end_takes_nothing_from_what_that_left(tmp_path: Path) -> None:
    crash = (
        "import os, pathlib, sys\n"
        f"sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "import store_examples as e\n"
        "from robexact_desktop.adapters.store.account import AccountRows\n"
        "from robexact_desktop.adapters.store.database import Database\n"
        "AccountRows(Database(pathlib.Path(sys.argv[1])), e.HERE).put([e.account()])\n"
        "os._exit(1)\n"
    )
    subprocess.run([sys.executable, "-c", crash, tmp_path], check=False)
    assert (tmp_path / "cache.db-wal").stat().st_size
    (tmp_path / opening.CACHE).unlink()
    with Database(tmp_path) as database:
        assert AccountRows(database, HERE).all() == ()


def test_the_files_are_their_users_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    with Database(tmp_path) as database:
        AccountRows(database, HERE).put([account()])
        rights = {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    assert rights == {0o600} or os.name != "posix"  # elsewhere a file has those of its folder


def test_damage_met_at_work_is_told_and_mended_at_the_next_start(tmp_path: Path) -> None:
    fill(tmp_path)
    spoil_the_middle(tmp_path / opening.CACHE)
    with Database(tmp_path) as database:
        with pytest.raises(DatabaseError) as told:
            AccountRows(database, HERE).all()
        assert told.value.facts["reason"] == "damaged"
    with Database(tmp_path) as database:
        assert AccountRows(database, HERE).all() == ()
        assert Outbox(database, HERE).of("sales/12")
    assert not (tmp_path / "check-at-start").exists()


def test_damaged_books_are_told_every_time_and_never_touched(tmp_path: Path) -> None:
    fill(tmp_path)
    (tmp_path / opening.BOOKS).write_bytes(b"not a database" * 1000)
    for _ in range(2):
        with pytest.raises(DatabaseError) as told:
            Database(tmp_path)
        assert told.value.facts == told.value.facts | {"file": "books.db", "reason": "damaged"}
    assert (tmp_path / opening.BOOKS).read_bytes() == b"not a database" * 1000


def test_books_damaged_inside_are_found_after_an_unclean_end(tmp_path: Path) -> None:
    fill(tmp_path)
    spoil_the_middle(tmp_path / opening.BOOKS)
    (tmp_path / "check-at-start").touch()
    for _ in range(2):
        with pytest.raises(DatabaseError) as told:
            Database(tmp_path)
        assert told.value.facts["reason"] == "damaged"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError) as told:
        Database(tmp_path / "nowhere")
    assert told.value.facts["reason"] == "denied"


def test_reading_beside_a_writer_neither_waits_nor_sees_half(tmp_path: Path) -> None:
    with Database(tmp_path) as writer, Database.read_only(tmp_path) as reader:
        seen = LinkRows(reader, HERE)
        with writer.writing_books() as connection:
            connection.execute("INSERT INTO link VALUES (:here, 'client/1', 'guid', 'hand', '', '')", {"here": HERE})
            assert seen.all() == {}
        assert seen.all() == {RelationId("client/1"): Link(RelationId("client/1"), AccountId("guid"), LinkRule.HAND)}


def test_a_snapshot_stays_as_it_was_over_both_files(tmp_path: Path) -> None:
    with Database(tmp_path) as writer, Database.read_only(tmp_path) as reader:
        links, accounts = LinkRows(reader, HERE), AccountRows(reader, HERE)
        with reader.reading():
            AccountRows(writer, HERE).put([account()])
            LinkRows(writer, HERE).put(Link(RelationId("client/1"), AccountId("guid-1"), LinkRule.HAND), WHO, NOW)
            assert (links.all(), accounts.all()) == ({}, ())
        assert (len(links.all()), len(accounts.all())) == (1, 1)


def test_a_reader_never_writes(tmp_path: Path) -> None:
    Database(tmp_path).close()
    with Database.read_only(tmp_path) as reader:
        with pytest.raises(RuntimeError):
            AccountRows(reader, HERE).put([account()])
        with pytest.raises(DatabaseError), reader.reading() as connection:
            connection.execute("DELETE FROM link")


def test_a_reader_on_an_empty_folder_makes_the_files_under_the_lock(tmp_path: Path) -> None:
    hold = (
        "import pathlib, sys\n"
        "from robexact_desktop.adapters.lock import InstanceLock\n"
        "with InstanceLock(pathlib.Path(sys.argv[1])):\n"
        "    print('held', flush=True)\n"
        "    sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", hold, tmp_path]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as another:
        assert another.stdout is not None
        another.stdout.readline()
        with pytest.raises(BusyError):
            Database.read_only(tmp_path)
        another.communicate("")
    with InstanceLock(tmp_path), Database.read_only(tmp_path) as reader:
        assert LinkRows(reader, HERE).all() == {}
    with Database.read_only(tmp_path) as reader:
        assert LinkRows(reader, HERE).all() == {}


def test_a_writing_transaction_sees_one_file_only(database: Database) -> None:
    with database.writing_books() as books:
        assert {name for _, name, _ in books.execute("PRAGMA database_list")} == {"main"}
        assert books.execute("PRAGMA synchronous").fetchone() == (2,)
    with database.writing_cache() as cache:
        assert {name for _, name, _ in cache.execute("PRAGMA database_list")} == {"main"}
        assert not cache.execute("SELECT 1 FROM sqlite_schema WHERE name = 'operation'").fetchall()


def test_accounts_of_an_older_program_are_kept_and_read_again(tmp_path: Path) -> None:
    """They lack what the comparison shows: the next reading begins at the first of them."""
    names = [step.name for step in opening.STEPS[opening.CACHE]]
    before = opening.STEPS[opening.CACHE][: names.index("0003_account_address")]
    with closing(sqlite3.connect(tmp_path / opening.CACHE, isolation_level=None)) as connection:
        migrate(connection, before)
        connection.execute(
            "INSERT INTO account VALUES ('here', 'a', 77, '1187', 'Goossens', '', '', 'BE', '', '', 'C', 0, 0)"
        )
    with Database(tmp_path) as database:
        rows = AccountRows(database, "here")
        assert [found.code for found in rows.all()] == ["1187"]
        assert rows.cursor() == 0
