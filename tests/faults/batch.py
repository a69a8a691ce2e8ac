"""Sixty invoices between two services on sockets, set back to the moment before their sending as often as wanted."""

import os
import signal
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from queue import SimpleQueue
from shutil import copyfile, copytree, rmtree
from typing import Any

from nursery import Ended, Nursery
from world import World, world

from robexact_desktop.demo.rows import Rows
from robexact_desktop.demo.serving import HangUp

FAULTS = Path(__file__).parent
A_WHOLE_SWEEP = {"calls_a_minute": 1_000_000, "calls_a_second": 100_000, "per_day": 10_000_000}
"""Limits that a thousand sendings do not meet."""

SIZE = 60
RUNS = 4
"""Runs after a kill within which everything must be booked: two clean look-ups, the sending, and one in reserve."""

Row = dict[str, Any]


def kind_of(invoice: str) -> str:
    return invoice.partition("/")[0]


@dataclass
class Batch:
    """`invoices` are the sixty, and the only ones that are ready."""

    world: World
    nursery: Nursery
    invoices: tuple[str, ...]
    kept: "Kept"
    _running: "SimpleQueue[int]" = field(default_factory=SimpleQueue)

    # time

    def set_back(self) -> None:
        """Both services, the data folder and the key store as they were before the sending."""
        self.no_more_kills()
        for server in (self.world.demo.exact, self.world.demo.robaws):
            server.log.clear()
        self.kept.put_back()

    def no_more_kills(self) -> None:
        for server in (self.world.demo.exact, self.world.demo.robaws):
            server.before.clear()
            server.after.clear()

    # the program

    def send(self, *crash: str) -> Ended:
        return self.nursery.wait(self.start("send", "--all-ready", "--json", crash=crash))

    def start(self, *arguments: str, crash: Sequence[str] = ()) -> int:
        process = self.nursery.start(["--data-dir", str(self.world.folder), *arguments], crash)
        self._running = SimpleQueue()
        self._running.put(process)
        return process

    def ran(self, *arguments: str) -> Any:
        ended = self.nursery.wait(self.start(*arguments, "--json"))
        assert ended.code == 0, f"{arguments}: {ended.code}\n{ended.err}"
        return ended.document

    def send_until_done(self) -> list[Ended]:
        """Run again, as a scheduler would; ends where the outbox holds nothing unfinished, at the latest after RUNS."""
        runs: list[Ended] = []
        while len(runs) < RUNS and (not runs or self.unfinished()):
            runs.append(self.send())
        return runs

    # the kills

    def kill_at(self, moment: str, method: str, strikes: Callable[[int], bool]) -> None:
        """The server kills the program at those of its requests of this method that `strikes`, counted from 1.

        `before`: nothing was done. `after`: it is done, and the answer never leaves.
        """
        demo, seen = self.world.demo, count(1)

        def kill(record: Any) -> None:
            if _makes_something(record, method) and strikes(next(seen)):
                os.kill(self._running.get(timeout=10), signal.SIGKILL)
                raise HangUp

        getattr(demo.exact if method == "POST" else demo.robaws, moment).append(kill)

    # what the program says

    def operations(self) -> list[Row]:
        """The outbox as it stands on disk."""
        with closing(sqlite3.connect(self.world.folder / "books.db")) as books:
            books.row_factory = sqlite3.Row
            found = books.execute("SELECT subject, kind, state, remote_id, remote_number FROM operation ORDER BY id")
            return [dict(row) for row in found]

    def unfinished(self) -> list[Row]:
        """What still has to be done; sixty invoices have at least an entry and a mark each."""
        rows = self.operations()
        done = sum(row["state"] == "booked" and row["kind"] in ("entry", "write_back") for row in rows)
        missing = [{"subject": "?", "kind": "?", "state": "absent"}] * (2 * SIZE - done)
        return [row for row in rows if row["state"] != "booked"] or missing


def _makes_something(record: Any, method: str) -> bool:
    """A POST for a token makes nothing that could be there twice."""
    return bool(record.method == method and (method != "POST" or "/api/v1/" in record.path))


class Kept:
    """One moment, kept whole."""

    def __init__(self, rows: Rows, folders: Sequence[Path], files: Sequence[Path], aside: Path) -> None:
        self._rows = rows
        self._tables = {name: dict(table) for name, table in rows._tables.items()}
        self._counters = dict(rows._counters)
        self._places = [(place, aside / str(number)) for number, place in enumerate((*folders, *files))]
        for place, copy in self._places:
            _copy(place, copy)

    def put_back(self) -> None:
        with self._rows._lock:
            self._rows._tables.clear()
            self._rows._tables.update({name: dict(table) for name, table in self._tables.items()})
            self._rows._indexes.clear()
            self._rows._counters.clear()
            self._rows._counters.update(self._counters)
        for place, copy in self._places:
            _copy(copy, place)

    def rows(self, scope: str, resource: str) -> dict[str, Row]:
        """By key, as they were."""
        return self._tables.get((scope, resource), {})


def _copy(place: Path, to: Path) -> None:
    if place.is_dir():
        rmtree(to, ignore_errors=True)
        copytree(place, to)
    else:
        copyfile(place, to)


@contextmanager
def made(folder: Path, planted: Path) -> Iterator[Batch]:
    """The firm with sixty invoices to send, its bookkeeper signed in and everything imported."""
    said, aside = folder / "said", folder / "aside"
    said.mkdir()
    aside.mkdir()
    with world(folder / "world", planted, **A_WHOLE_SWEEP) as of_firm:
        of_firm.extra["PYTHONPATH"] = os.pathsep.join(str(path) for path in (FAULTS.parent, FAULTS))
        nursery = Nursery(said, of_firm.variables)
        try:
            of_firm.demo.robaws.budget.per_day = A_WHOLE_SWEEP["per_day"]
            of_firm.demo.rows.close()  # in memory only: what is written to disk would not be set back
            batch = Batch(of_firm, nursery, _sixty(of_firm), Kept(Rows(), (), (), aside))
            _withdraw_the_others(of_firm, batch.invoices)
            settings = of_firm.settings_file(exact={"settle_seconds": 0.001}, booking={"create_relations": "always"})
            assert nursery.wait(batch.start("settings", "import", str(settings))).code == 0
            of_firm.sign_in()
            batch.ran("import")
            batch.ran("match")
            batch.kept = Kept(of_firm.demo.rows, [of_firm.folder], [of_firm.key_store], aside)
            yield batch
        finally:
            nursery.close()


def _sixty(of_firm: World) -> tuple[str, ...]:
    """Those whose relation must be created, all credit notes, and of both kinds the first of the rest."""
    faultless = of_firm.demo.firm.to_send
    first = [*of_firm.demo.firm.to_create, *(key for key in faultless if _is_credit(of_firm.robaws(key)))]
    sales, purchases = ([key for key in faultless if kind_of(key) == kind] for kind in ("sales", "purchase"))
    chosen = dict.fromkeys((*first, *purchases[:25], *sales))
    return tuple(chosen)[:SIZE]


def _is_credit(invoice: Row) -> bool:
    return "credit" in str(invoice.get("type", "")).casefold()


def _withdraw_the_others(of_firm: World, invoices: Sequence[str]) -> None:
    """Whatever else waits is deleted in Robaws, so that `--all-ready` means the sixty; of the sent ones a few stay."""
    for resource, kind in (("sales-invoices", "sales"), ("purchase-invoices", "purchase")):
        for row in of_firm.demo.robaws.state.all(resource):
            stays = row["sentToAccountant"] and int(row["id"]) % 20 == 0
            if not stays and f"{kind}/{row['id']}" not in invoices:
                of_firm.demo.robaws.state.delete(resource, row["id"])
