"""What the tab Facturen does beside sending: fetch, payments back, a list for Excel. The strip tells how each ended."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from robexact_desktop.domain.changes import EVERYTHING, Changed
from robexact_desktop.domain.listing import ListedInvoice
from robexact_desktop.services.payment_status import PaymentsTold
from robexact_desktop.services.refresh import bring_payments_back, refresh
from robexact_desktop.ui.formats import count
from robexact_desktop.ui.shell import Shell
from robexact_desktop.ui.tabs.invoices.export import sheet_rows, titles, with_ending
from robexact_desktop.ui.widgets.strip import Strip
from robexact_desktop.ui.words import language, words
from robexact_desktop.wording import error_line
from robexact_desktop.workers.lane import Failed


class Errands(QObject):
    def __init__(self, shell: Shell, strip: Strip, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._strip = strip
        self._window = parent
        self._jobs = {words("job.summarise")}
        shell.failed.connect(self._on_failed)

    def fetch(self) -> None:
        self._shell.do(self._named("job.refresh"), refresh, changes=EVERYTHING)

    def bring_payments(self) -> None:
        changes = Changed.PAYMENTS | Changed.INVOICES
        self._shell.do(self._named("action.payments"), bring_payments_back, changes=changes, then=self._on_payments)

    def _on_payments(self, result: object) -> None:
        assert isinstance(result, PaymentsTold)
        if result.stopped is not None:
            self._strip.show_told("bad", words("payments.incomplete"), error_line(result.stopped, language()))
            return
        paid = sum(row.written_back for row in result.rows)
        told = words("payments.told", count=count(len(result.rows)), paid=count(paid))
        self._strip.show_told("ok", words("payments.done"), told)

    def export(self, rows: Sequence[ListedInvoice]) -> None:
        """Where to, asked of the person."""
        title = words("action.export")
        name, _ = QFileDialog.getSaveFileName(self._window, title, words("export.name"), "Excel (*.xlsx)")
        if name and rows:
            self.export_to(name, rows)

    def export_to(self, name: str, rows: Sequence[ListedInvoice]) -> None:
        path, titles_, cells = with_ending(name), titles(), sheet_rows(rows)

        def told(failed: object) -> None:
            if failed:
                self._strip.show_told("bad", words("export.failed", file=path.name), str(failed))
            else:
                self._strip.show_told("ok", words("export.done", count=count(len(cells))), str(path))

        name_ = self._named("action.export")
        self._shell.do(name_, lambda work: work.sheets(path, titles_, cells), urgent=True, then=told)

    def _named(self, key: str) -> str:
        """A job of this tab: where it fails, this strip says so."""
        self._jobs.add(words(key))
        return words(key)

    def _on_failed(self, told: Failed) -> None:
        """A job of this tab that could not be done at all: why, in words; what is shown stays."""
        if told.job.name in self._jobs:
            self._strip.show_told("bad", words("failed", name=told.job.name), error_line(told.error, language()))
