"""The outbox: what is committed when a call returns, and what is not there when it does not."""

import datetime as dt
import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from robexact_desktop.adapters.store.database import Database
from robexact_desktop.adapters.store.history import HistoryRows
from robexact_desktop.adapters.store.outbox import Outbox
from robexact_desktop.domain.errors import DatabaseError, UnknownIdError
from robexact_desktop.domain.outbox import TRANSITIONS, Event, Kind, State, TransitionError, after

from .store_examples import HERE, LATER, NOW, THERE, operation

PATHS = {
    State.QUEUED: (),
    State.SENDING: (Event.INTENT_WRITTEN,),
    State.UNKNOWN: (Event.INTENT_WRITTEN, Event.NO_ANSWER),
    State.REFUSED: (Event.INTENT_WRITTEN, Event.REFUSED),
    State.BOOKED: (Event.INTENT_WRITTEN, Event.ACCEPTED),
    State.CONFLICT: (Event.FOUND_DIFFERENT,),
}
"""How each state is reached."""


@pytest.fixture
def outbox(database: Database) -> Outbox:
    return Outbox(database, HERE)


def in_state(outbox: Outbox, state: State, subject: str = "sales/12") -> int:
    row = outbox.add(operation(subject), NOW)
    for event in PATHS[state]:
        outbox.record(row.id, event, NOW)
    return row.id


def test_an_added_row_is_queued_and_read_back_as_it_was(outbox: Outbox) -> None:
    added = outbox.add(operation(), NOW)
    assert added == replace(operation(), id=added.id)
    assert outbox.get(added.id) == added
    assert outbox.of("sales/12") == {Kind.ENTRY: added}
    assert outbox.all() == {"sales/12": {Kind.ENTRY: added}}


def test_a_subject_has_one_row_of_a_kind(outbox: Outbox) -> None:
    first = outbox.add(operation(), NOW)
    again = outbox.add(operation(payload=b"another"), LATER)
    assert again == first
    document = outbox.add(operation(kind=Kind.DOCUMENT, depends_on=first.id), LATER)
    assert document.id != first.id
    assert outbox.of("sales/12") == {Kind.ENTRY: first, Kind.DOCUMENT: document}


def test_the_rows_of_some_subjects_are_found_at_once(outbox: Outbox) -> None:
    rows = {subject: outbox.add(operation(subject), NOW) for subject in ("sales/1", "sales/2", "client/'")}
    assert outbox.of_each(["sales/2", "client/'", "sales/9"]) == {
        subject: {Kind.ENTRY: rows[subject]} for subject in ("sales/2", "client/'")
    }
    assert outbox.of_each([]) == {}


def test_environments_share_ids_and_no_rows(database: Database) -> None:
    here, there = Outbox(database, HERE), Outbox(database, THERE)
    one, other = here.add(operation(), NOW), there.add(operation(payload=b"theirs"), NOW)
    assert one.id != other.id
    assert there.of("sales/12")[Kind.ENTRY].payload == b"theirs"
    with pytest.raises(UnknownIdError):
        here.record(other.id, Event.INTENT_WRITTEN, NOW)
    assert there.get(other.id) == other


@pytest.mark.parametrize("state", list(State))
def test_every_event_moves_as_the_table_says_or_leaves_all_as_it_was(
    database: Database, outbox: Outbox, state: State
) -> None:
    history = HistoryRows(database, HERE)
    for event in Event:
        row = in_state(outbox, state, event.value)
        before, steps = outbox.get(row), history.attempts(event.value)
        assert before.state is state
        if (state, event) in TRANSITIONS:
            moved = outbox.record(row, event, LATER, message="woord", evidence={"proof": "x"})
            assert moved.state is after(state, event)
            assert outbox.get(row) == moved
            told = history.attempts(event.value)[-1]
            assert (told.event, told.state, told.message, told.when) == (event, moved.state, "woord", LATER)
            assert told.evidence == {"proof": "x"}
        else:
            with pytest.raises(TransitionError):
                outbox.record(row, event, LATER)
            assert outbox.get(row) == before
            assert history.attempts(event.value) == steps


def test_an_answer_that_is_no_unicode_is_recorded_all_the_same(outbox: Outbox) -> None:
    row = in_state(outbox, State.SENDING)
    refused = outbox.record(row, Event.REFUSED, NOW, message="Fout \ud83d", evidence={"body": "\ud83d"})
    assert (refused.message, refused.evidence) == ("Fout ?", {"body": "\ud83d"})
    assert outbox.get(row) == refused


def test_an_intent_counts_the_attempt_and_forgets_look_ups(outbox: Outbox) -> None:
    row = in_state(outbox, State.UNKNOWN)
    assert outbox.note_clean_look_up(row, NOW).looked_up_clean == 1
    assert outbox.note_clean_look_up(row, NOW).looked_up_clean == 2
    outbox.record(row, Event.FOUND_NOTHING_TWICE, NOW, evidence={"look_ups": "2"})
    sent = outbox.record(row, Event.INTENT_WRITTEN, LATER)
    assert (sent.attempt, sent.looked_up_clean, sent.sending_at) == (2, 0, LATER)
    assert outbox.get(row).sending_at == LATER
    assert outbox.get(row).sending_at.utcoffset() == dt.timedelta(0)


def test_what_exact_gave_is_kept_until_the_row_is_to_be_sent_anew(outbox: Outbox) -> None:
    row = in_state(outbox, State.SENDING)
    outbox.record(row, Event.ACCEPTED, NOW, remote_id="entry-1", remote_number=20260012)
    different = outbox.record(row, Event.FOUND_DIFFERENT, NOW, evidence={"theirs": "100.00"})
    assert (different.remote_id, different.remote_number) == ("entry-1", 20260012)
    again = outbox.record(row, Event.TO_BE_RESENT, NOW, evidence={"who": "an"})
    assert (again.remote_id, again.remote_number) == ("", None)


def test_an_adopted_row_keeps_the_id_of_the_conflict(outbox: Outbox) -> None:
    row = outbox.add(operation(), NOW).id
    outbox.record(row, Event.FOUND_DIFFERENT, NOW, remote_id="theirs", remote_number=5)
    adopted = outbox.record(row, Event.ADOPTED, NOW)
    assert (adopted.state, adopted.remote_id, adopted.remote_number) == (State.BOOKED, "theirs", 5)


@pytest.mark.parametrize("state", list(State))
def test_a_payload_is_only_frozen_anew_where_nothing_may_have_left(outbox: Outbox, state: State) -> None:
    row = in_state(outbox, state)
    if state in (State.QUEUED, State.REFUSED):
        frozen = outbox.freeze(row, b"new", LATER)
        assert (frozen.state, frozen.payload) == (State.QUEUED, b"new")
        assert outbox.get(row) == frozen
    else:
        with pytest.raises(TransitionError):
            outbox.freeze(row, b"new", LATER)
        assert outbox.get(row).payload == operation().payload


def test_a_note_adds_to_the_evidence_and_leaves_the_state(database: Database, outbox: Outbox) -> None:
    row = in_state(outbox, State.SENDING)
    outbox.record(row, Event.ACCEPTED, NOW, message="geboekt", evidence={"status": "201"})
    outbox.note(row, "nagekeken", {"verified": "ja"}, LATER)
    noted = outbox.get(row)
    assert (noted.state, noted.message) == (State.BOOKED, "nagekeken")
    assert noted.evidence == {"status": "201", "verified": "ja"}
    told = HistoryRows(database, HERE).attempts("sales/12")[-1]
    assert (told.event, told.evidence) == ("noted", {"verified": "ja"})


def test_rows_left_behind_while_sending_are_found_at_the_next_start(tmp_path: Path) -> None:
    with Database(tmp_path) as database:
        sending = in_state(Outbox(database, HERE), State.SENDING)
        in_state(Outbox(database, HERE), State.UNKNOWN, "sales/13")
    with Database(tmp_path) as database:
        (left,) = Outbox(database, HERE).sending_left_behind()
        assert left.id == sending
        assert Outbox(database, THERE).sending_left_behind() == ()


def test_attempts_are_never_rewritten(database: Database, outbox: Outbox) -> None:
    in_state(outbox, State.BOOKED)
    for statement in ("UPDATE attempt SET message = 'x'", "DELETE FROM attempt"):
        with pytest.raises(sqlite3.IntegrityError), database.writing_books() as books:
            books.execute(statement)
    assert len(HistoryRows(database, HERE).attempts("sales/12")) == 2


def test_a_payload_that_is_not_what_was_frozen_is_told(database: Database, outbox: Outbox) -> None:
    row = outbox.add(operation(), NOW)
    with database.writing_books() as books:
        books.execute("UPDATE operation SET payload = x'00'")
    with pytest.raises(DatabaseError):
        outbox.get(row.id)


def test_a_full_disk_refuses_the_intent_and_harms_nothing(database: Database, outbox: Outbox) -> None:
    row = in_state(outbox, State.QUEUED)
    with database.writing_books() as books:
        (pages,) = books.execute("PRAGMA page_count").fetchone()
        books.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DatabaseError) as told:
        outbox.record(row, Event.INTENT_WRITTEN, NOW, message="x" * 100_000)
    assert told.value.facts["reason"] == "full"
    with pytest.raises(DatabaseError):
        outbox.add(operation("sales/13", payload=b"x" * 100_000), NOW)
    assert outbox.get(row) == replace(operation(), id=row)
    assert HistoryRows(database, HERE).attempts("sales/12") == ()
    with database.writing_books() as books:
        books.execute("PRAGMA max_page_count = 1000000")
        assert books.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert outbox.record(row, Event.INTENT_WRITTEN, NOW).state is State.SENDING


DIES = """
import os, pathlib, signal, sys
sys.path.insert(0, {here!r})
from store_examples import HERE, NOW
from robexact_desktop.adapters.store.database import Database
from robexact_desktop.adapters.store.outbox import Outbox
from robexact_desktop.domain.outbox import Event

seen, last = 0, int(sys.argv[3])

def die_at(statement):
    global seen
    seen += 1
    if seen == last:
        os.kill(os.getpid(), {signal})

database = Database(pathlib.Path(sys.argv[1]))
with database.writing_books() as books:
    pass
books.set_trace_callback(die_at)
Outbox(database, HERE).record(int(sys.argv[2]), Event.INTENT_WRITTEN, NOW)
if last > seen:  # past the COMMIT, before anything else
    os.kill(os.getpid(), {signal})
"""


@pytest.mark.parametrize(
    ("statement", "written"),
    [(1, False), (2, False), (3, False), (4, False), (5, False), (6, True)],
    ids=["at BEGIN", "at SELECT", "at UPDATE", "at INSERT", "at COMMIT", "after COMMIT"],
)
def test_a_process_that_is_killed_leaves_the_intent_whole_or_not_at_all(
    tmp_path: Path, statement: int, written: bool
) -> None:
    with Database(tmp_path) as database:
        row = in_state(Outbox(database, HERE), State.QUEUED)
    script = DIES.format(here=os.path.dirname(__file__), signal=int(getattr(signal, "SIGKILL", signal.SIGTERM)))
    died = subprocess.run([sys.executable, "-c", script, tmp_path, str(row), str(statement)], check=False)
    assert died.returncode != 0
    with Database(tmp_path) as database:
        state = Outbox(database, HERE).get(row).state
        attempts = HistoryRows(database, HERE).attempts("sales/12")
    assert state is (State.SENDING if written else State.QUEUED)
    assert len(attempts) == (1 if written else 0)


def test_a_child_that_is_killed_holds_no_lock_on_the_files(tmp_path: Path) -> None:
    Database(tmp_path).close()
    hold = (
        "import pathlib, sys\n"
        "from robexact_desktop.adapters.store.database import Database\n"
        "database = Database(pathlib.Path(sys.argv[1]))\n"
        "with database.writing_books() as books:\n"
        "    books.execute(\"INSERT INTO link VALUES ('e', 'client/1', 'guid', 'hand', '', '')\")\n"
        "    print('in it', flush=True)\n"
        "    sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", hold, tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == "in it"
        child.kill()
        child.wait()
    with Database(tmp_path) as database:
        outbox = Outbox(database, HERE)
        assert in_state(outbox, State.SENDING)
        with database.reading() as connection:
            assert connection.execute("SELECT count(*) FROM link").fetchone() == (0,)
