"""While the list shows an uncertain invoice: look it up at the time that its row names."""

from PySide6.QtCore import QObject, QTimer

from robexact_desktop.domain.changes import Changed
from robexact_desktop.services.settle_unknown import settle_unknown
from robexact_desktop.ui.shell import Shell
from robexact_desktop.ui.words import words

LEAST_MS = 1000


class UnsureWatch(QObject):
    """`follow` with how many there are, whenever that may have changed; with none it rests."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def follow(self, unsure: int) -> None:
        if not unsure:
            self._timer.stop()
        elif not self._timer.isActive():
            settle = self._shell.reading.settings.exact.settle_seconds
            self._timer.start(max(int(settle * 1000), LEAST_MS))

    def _look(self) -> None:
        """A job under way may be the send itself: then at the next turn."""
        if not self._shell.lane.is_busy:
            self._shell.do(words("job.settle"), settle_unknown, changes=Changed.INVOICES)
