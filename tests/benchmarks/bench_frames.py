"""Frames of the window: the longest gap of a 60 Hz timer in its thread, during an import and a send.

Both services run in a process of their own, since a real one does not share our interpreter either, and take 50 ms
longer for every answer, so that the lane waits and works by turns. What the end of a job costs is measured with it, and
so is the same timer in a loop that does nothing: what this machine does to a timer is not ours.
"""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from time import perf_counter, sleep
from typing import Any

from benchmarks.figures import Figure
from benchmarks.worlds import free_world
from world import ENVIRONMENT

FRAME, BUDGET, USUAL = 16, 33.0, 16.7
SLOWER = 0.05
SENT = 40
ENDING, RESTING = 0.7, 3.5
"""Seconds: the tabs read anew one after another; the collector's long look."""


@dataclass(frozen=True)
class Place:
    """Where the window finds the world that another process keeps."""

    folder: Path
    variables: dict[str, str]
    to_send: tuple[str, ...]


@dataclass
class Gaps:
    """Milliseconds between two ticks of a timer of 60 Hz."""

    _last: float = 0.0
    found: list[float] = field(default_factory=list)

    def tick(self) -> None:
        now = perf_counter()
        if self._last:
            self.found.append((now - self._last) * 1000)
        self._last = now

    def figures(self, name: str) -> list[Figure]:
        ordered = sorted(self.found)
        return [
            Figure(f"{name}: frames", len(ordered), ""),
            Figure("  99 of 100 within", ordered[len(ordered) * 99 // 100], "ms", USUAL),
            Figure("  longest", ordered[-1], "ms", BUDGET),
            Figure("  over 33 ms", sum(gap > BUDGET for gap in ordered), "frames"),
        ]


def figures() -> list[Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    services = context.Process(target=keep_services, args=(there,))
    services.start()
    try:
        place = here.recv()
        assert isinstance(place, Place)
        with _environment(place):
            return _in_the_window(place)
    finally:
        here.send("end")
        services.join()


def keep_services(told: Connection) -> None:
    """In the other process: a firm with both services, signed in, until it is told to end."""
    with free_world() as world:
        world.settings()
        world.sign_in()
        for server in (world.demo.exact, world.demo.robaws):
            server.before.append(_slower)
        sales = tuple(name for name in world.demo.firm.to_send if name.startswith("sales"))
        told.send(Place(world.folder, dict(world.variables), sales[:SENT]))
        told.recv()


def _slower(_: Any) -> None:
    sleep(SLOWER)


@contextmanager
def _environment(place: Place) -> Iterator[None]:
    """The key store of this world, for the window in this process."""
    before = dict(os.environ)
    os.environ.update(place.variables)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _in_the_window(place: Place) -> list[Figure]:
    from robexact_desktop import window
    from robexact_desktop.adapters.secrets import platform_secrets
    from robexact_desktop.domain.names import InvoiceId
    from robexact_desktop.office import Office
    from robexact_desktop.ui.actions import Act
    from robexact_desktop.ui.shell import Tab
    from robexact_desktop.ui.tabs.invoices import InvoicesTab

    window.application()
    bare = _measured(lambda: None, _after(2.0))
    made = window.main_window(Office(place.folder, platform_secrets), ENVIRONMENT, demo=False)
    made.show()
    tab = made.tabs[Tab.INVOICES]
    assert isinstance(tab, InvoicesTab)
    lane, refresh = made.shell.lane, made.actions_by_name[Act.REFRESH]
    chosen = tuple(map(InvoiceId, place.to_send))
    found = bare.figures("bare timer")
    try:
        for name, act in (
            ("first import", refresh.trigger),
            ("a later import", refresh.trigger),
            (f"send of {SENT}", lambda: tab.sends._send(chosen)),
        ):
            _until(lambda: not lane.is_busy)
            found += _measured(act, _ended(lambda: not lane.is_busy)).figures(name)
            rest = _measured(lambda: None, _after(RESTING))
            found.append(Figure("  longest of the seconds after", max(rest.found), "ms", BUDGET))
        assert len(tab.sends.last.outcomes if tab.sends.last else ()) == SENT
    finally:
        made.close()
    return found


def _measured(act: Callable[[], object], done: Callable[[], bool]) -> Gaps:
    from PySide6.QtCore import Qt, QTimer

    gaps = Gaps()
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(gaps.tick)
    timer.start(FRAME)
    act()
    _until(done)
    timer.stop()
    return gaps


def _after(seconds: float) -> Callable[[], bool]:
    end = perf_counter() + seconds
    return lambda: perf_counter() > end


def _ended(done: Callable[[], bool]) -> Callable[[], bool]:
    """A while after it is done: the end of a job is what costs the most."""
    found: list[float] = []

    def is_over() -> bool:
        if not done():
            return False
        found.append(perf_counter())
        return found[-1] - found[0] > ENDING

    return is_over


def _until(done: Callable[[], bool]) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop, look = QEventLoop(), QTimer()
    look.timeout.connect(lambda: loop.quit() if done() else None)
    look.start(50)
    loop.exec()
