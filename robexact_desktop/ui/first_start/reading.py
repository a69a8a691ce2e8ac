"""The step that reads everything from both services for the first time, with a count while it runs."""

from PySide6.QtWidgets import QProgressBar

from robexact_desktop.domain.changes import EVERYTHING
from robexact_desktop.domain.ledger import GLAccount, Journal, VATCode
from robexact_desktop.domain.listing import InvoiceView
from robexact_desktop.services.import_ledger import Imported
from robexact_desktop.services.refresh import refresh
from robexact_desktop.texts import error_message, progress_name
from robexact_desktop.ui.first_start.page import StepPage
from robexact_desktop.ui.first_start.steps import Step
from robexact_desktop.ui.tabs.settings.saving import Saver
from robexact_desktop.ui.widgets.basics import PlainLabel, card
from robexact_desktop.ui.words import language, words
from robexact_desktop.workers.lane import Failed, Job, Progressed


class ImportStep(StepPage):
    step = Step.IMPORT

    def __init__(self, saver: Saver) -> None:
        super().__init__(saver, "first_import")
        self.head()
        self._job: Job | None = None
        frame, layout = card()
        self._here = PlainLabel(wrap=True, name="first_import_here")
        self._where = PlainLabel(colour="text2", size="small", name="first_import_progress")
        self._bar = QProgressBar()
        self._bar.setObjectName("first_import_bar")
        self._bar.setAccessibleName(words("first.import.act"))
        self._bar.setTextVisible(False)
        self._trouble = PlainLabel(colour="bad", wrap=True, name="first_import_trouble")
        for widget in (self._here, self._where, self._bar, self._trouble):
            layout.addWidget(widget)
        self.body.addWidget(frame)
        self.body.addStretch(1)
        self.shell.lane.progressed.connect(self._on_progressed)
        self.shell.failed.connect(self._on_failed)
        self._show_running()

    def reload(self) -> None:
        super().reload()
        counts = {
            "journals": len(self.rows(Journal)),
            "accounts": len(self.rows(GLAccount)),
            "vat_codes": len(self.rows(VATCode)),
            "invoices": len(self.shell.reading.work.stores.listed.ids(InvoiceView())),
        }
        read = counts["journals"] or counts["accounts"]
        self._here.setText(words("first.import.here", **counts) if read else words("first.import.nothing"))

    def act_words(self, *, done: bool) -> str:
        return words("first.next" if done and self._job is None else "first.import.act")

    def can_act(self, *, done: bool) -> bool:  # noqa: ARG002 - it can be read again at any time
        return self._job is None

    def act(self, *, done: bool) -> None:
        if done:
            self.passed()
            return
        self._trouble.clear()
        self._where.setText(words("first.import.begins"))
        self._bar.setRange(0, 0)
        self._job = self.shell.do(words("first.import.act"), refresh, changes=EVERYTHING, then=self._on_read)
        self._show_running()

    def _show_running(self) -> None:
        for widget in (self._where, self._bar):
            widget.setVisible(self._job is not None)
        self._trouble.setVisible(bool(self._trouble.text()))
        self.turned()

    def _on_progressed(self, told: Progressed) -> None:
        if told.job is self._job:
            of = f" {told.done} / {told.total}" if told.total else f" {told.done}"
            left = words("seconds_left", seconds=round(told.seconds_left)) if told.seconds_left else ""
            self._where.setText(f"{progress_name(told.name, language())}{of}  {left}".rstrip())
            self._bar.setRange(0, told.total or 0)
            self._bar.setValue(told.done if told.total else 0)

    def _on_read(self, imported: object) -> None:
        """A list that was refused is named with its reason; what was read stays."""
        self._job = None
        if isinstance(imported, Imported):
            told = [f"{name}: {error_message(error, language())}" for name, error in imported.failed]
            self._trouble.setText("\n".join(told))
        self._show_running()

    def _on_failed(self, told: Failed) -> None:
        if told.job is self._job:
            self._job = None
            self._trouble.setText(error_message(told.error, language()))
            self._show_running()
