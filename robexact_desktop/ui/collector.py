"""Python's collector of cycles, on the main thread alone.

It runs in whatever thread allocates. In the lane it held the interpreter for 130 ms in the middle of a send
(docs/measures.md), and what it throws away there may be a widget, whose timers Qt lets only the main thread stop.
"""

import gc

from PySide6.QtCore import QObject, QTimer

from robexact_desktop.workers.lane import Lane

EVERY_MS = 20
QUIET_MS = 3000
"""After the last job: then all of it is looked through once, which costs a tenth of a second."""


class Collector(QObject):
    """One for the process, a child of the application; `spare` keeps the long look out of a lane's jobs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.collect()
        gc.freeze()  # what the start made stays: it need not be looked through again
        gc.disable()
        self._often = QTimer(self)
        self._often.setInterval(EVERY_MS)
        self._often.timeout.connect(self._young)
        self._often.start()
        self._rarely = QTimer(self)
        self._rarely.setSingleShot(True)
        self._rarely.setInterval(QUIET_MS)
        self._rarely.timeout.connect(self._all)

    def spare(self, lane: Lane) -> None:
        lane.started.connect(self._on_started)
        lane.idle.connect(self._rarely.start)

    def _young(self) -> None:
        """What came since the last look, once: to gather ten of those first, as Python does, cost frames of 24 ms."""
        if gc.get_count()[0] > gc.get_threshold()[0]:
            gc.collect(1)

    def _all(self) -> None:
        gc.collect()

    def _on_started(self, _: object) -> None:
        self._rarely.stop()


def collector_of(application: QObject) -> Collector:
    """The one of this process."""
    return application.findChild(Collector) or Collector(application)
