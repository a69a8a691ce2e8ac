"""Frames of the window: the longest gap of a 60 Hz timer in its thread, during an import and a send.

Both services take 50 ms longer for every answer, as real ones do, so that the lane waits and works by turns.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter, sleep
from typing import Any

from benchmarks.figures import Figure
from benchmarks.worlds import free_world
from world import ENVIRONMENT, World

FRAME, BUDGET = 16, 33.0
SLOWER = 0.05
SENT = 40


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
            Figure("  99 of 100 within", ordered[len(ordered) * 99 // 100], "ms", BUDGET),
            Figure("  longest", ordered[-1], "ms", BUDGET),
            Figure("  over the budget", sum(gap > BUDGET for gap in ordered), "frames"),
        ]


def figures() -> list[Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with free_world() as world, _environment(world):
        world.settings()
        world.sign_in()
        for server in (world.demo.exact, world.demo.robaws):
            server.before.append(_slower)
        return _in_the_window(world)


def _slower(_: Any) -> None:
    sleep(SLOWER)


@contextmanager
def _environment(world: World) -> Iterator[None]:
    """The key store of this world, for the window in this process."""
    before = dict(os.environ)
    os.environ.update(world.variables)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _in_the_window(world: World) -> list[Figure]:
    from robexact_desktop import window
    from robexact_desktop.adapters.secrets import platform_secrets
    from robexact_desktop.domain.names import InvoiceId
    from robexact_desktop.office import Office
    from robexact_desktop.ui.actions import Act
    from robexact_desktop.ui.shell import Tab
    from robexact_desktop.ui.tabs.invoices import InvoicesTab

    window.application()
    made = window.main_window(Office(world.folder, platform_secrets), ENVIRONMENT, demo=False)
    made.show()
    tab = made.tabs[Tab.INVOICES]
    assert isinstance(tab, InvoicesTab)
    chosen = tuple(InvoiceId(name) for name in world.demo.firm.to_send if name.startswith("sales"))[:SENT]
    try:
        _until(lambda: not made.shell.lane.is_busy)
        imported = _measured(lambda: made.actions_by_name[Act.REFRESH].trigger(), lambda: not made.shell.lane.is_busy)
        again = _measured(lambda: made.actions_by_name[Act.REFRESH].trigger(), lambda: not made.shell.lane.is_busy)
        sent = _measured(lambda: tab.sends._send(chosen), lambda: not made.shell.lane.is_busy)
        assert len(tab.sends.last.outcomes if tab.sends.last else ()) == SENT
    finally:
        made.close()
    return [
        *imported.figures("first import"),
        *again.figures("a later import"),
        *sent.figures(f"send of {SENT}"),
    ]


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


def _until(done: Callable[[], bool]) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop, look = QEventLoop(), QTimer()
    look.timeout.connect(lambda: loop.quit() if done() else None)
    look.start(50)
    loop.exec()
