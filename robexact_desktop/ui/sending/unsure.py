"""While the list shows an uncertain invoice: look it up at the time that its row names."""

from PySide6.QtCore import QObject, QTimer

from robexact_desktop.domain import outbox
from robexact_desktop.domain.changes import Changed
from robexact_desktop.services.act import look_up_at
from robexact_desktop.services.settle_unknown import settle_unknown
from robexact_desktop.texts import formats
from robexact_desktop.ui.formats import count
from robexact_desktop.ui.shell import Shell
from robexact_desktop.ui.words import words

LEAST_MS = 1000
MOMENTS = 2
"""The next ones; more would fill the status bar."""


class UnsureWatch(QObject):
    """`follow` with how many there are, whenever that may have changed; with none it rests."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def follow(self, unsure: int) -> None:
        self._tell(unsure)
        if not unsure:
            self._timer.stop()
        elif not self._timer.isActive():
            settle = self._shell.reading.settings.exact.settle_seconds
            self._timer.start(max(int(settle * 1000), LEAST_MS))

    def _tell(self, unsure: int) -> None:
        """How many and when, for the status bar. The moments are read only where the count tells of something."""
        if not unsure:
            self._shell.unsure.emit("")
            return
        work = self._shell.reading.work
        entries = (of.get(outbox.Kind.ENTRY) for of in work.stores.outbox.all().values())
        unknown = [entry for entry in entries if entry is not None and entry.state is outbox.State.UNKNOWN]
        times = sorted({formats.time_of_day(look_up_at(work, entry)) for entry in unknown})
        if times:
            facts = {"count": count(unsure), "times": _listed(times[:MOMENTS])}
            self._shell.unsure.emit(words("unsure.one" if unsure == 1 else "unsure.more", **facts))

    def _look(self) -> None:
        """A job under way may be the send itself: then at the next turn."""
        if not self._shell.lane.is_busy:
            self._shell.do(words("job.settle"), settle_unknown, changes=Changed.INVOICES)


def _listed(times: list[str]) -> str:
    return times[0] if len(times) == 1 else words("unsure.and", first=times[0], last=times[-1])
