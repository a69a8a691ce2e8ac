"""From the blue button to the result: dry run, confirmation, run. The tab only shows what this tells."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from robexact_desktop.domain.names import InvoiceId
from robexact_desktop.services.send_summary import SendSummary, summarise
from robexact_desktop.ui.dialogs.send_confirm import SendConfirm, route_of
from robexact_desktop.ui.sending.run import Ended, SendingRun
from robexact_desktop.ui.shell import Shell
from robexact_desktop.ui.words import words


class Sender(QObject):
    started = Signal(object)  # SendingRun
    ended = Signal(object)  # Ended

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._page = parent
        self._asking = False
        self.run: SendingRun | None = None
        self.last: Ended | None = None
        shell.failed.connect(self._on_failed)

    @property
    def is_sending(self) -> bool:
        return self.run is not None and not self.run.is_over

    def ask(self, chosen: Sequence[InvoiceId]) -> None:
        """Put the dry run of these together, then show it over a veil. Nothing leaves."""
        if self._asking or self.is_sending or not chosen:
            return
        self._asking = True
        wanted = tuple(chosen)
        self._shell.do(words("job.summarise"), lambda work: summarise(work, wanted), urgent=True, then=self._on_summary)

    def _on_failed(self, _: object) -> None:
        self._asking = False

    def _on_summary(self, result: object) -> None:
        self._asking = False
        assert isinstance(result, SendSummary)
        going = result.going
        dialog = SendConfirm(self._page.window(), route_of(self._shell), result, lambda: self._send(going))
        dialog.open_dialog()

    def _send(self, going: tuple[InvoiceId, ...]) -> None:
        self.run = SendingRun(self._shell, going, self)
        self.run.ended.connect(self._on_ended)
        self.started.emit(self.run)
        self.run.start()

    def _on_ended(self, ended: Ended) -> None:
        self.last = ended
        self.ended.emit(ended)
        if self.run is not None:
            self.run.deleteLater()
