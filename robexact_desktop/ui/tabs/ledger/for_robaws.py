"""The button *Importblad voor Robaws*: where to, then what the sheet holds."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from robexact_desktop.services.sheet_for_robaws import SheetMade, sheet_for_robaws
from robexact_desktop.ui.formats import count
from robexact_desktop.ui.shell import Shell
from robexact_desktop.ui.widgets.file_dialog import ask_file
from robexact_desktop.ui.widgets.strip import Strip
from robexact_desktop.ui.words import language, words
from robexact_desktop.wording import error_line
from robexact_desktop.workers.lane import Failed, Job


class ForRobaws(QObject):
    def __init__(self, shell: Shell, strip: Strip, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._strip = strip
        self._page = parent
        self._jobs: list[Job] = []
        shell.failed.connect(self._on_failed)

    def ask(self) -> None:
        """Where to, asked of the person."""
        title, kinds = words("ledger.for_robaws.title"), "Excel (*.xlsx)"
        name = words("ledger.for_robaws.name")
        ask_file(self._page, "ledger_for_robaws_dialog", title, kinds, self._make, save_as=name)

    def _make(self, path: str) -> None:
        titles = (words("ledger.for_robaws.code"), words("ledger.for_robaws.description"))
        run = partial(sheet_for_robaws, path=Path(path), titles=titles)
        self._jobs.append(self._shell.do(words("job.sheet_for_robaws"), run, urgent=True, then=self._on_made))

    def _on_made(self, made: object) -> None:
        assert isinstance(made, SheetMade)
        if made.failed:
            self._strip.show_told("bad", words("export.failed", file=made.path.name), made.failed)
        elif not made.rows:
            self._strip.show_told("ok", words("ledger.for_robaws.none"), words("ledger.for_robaws.none_why"))
        else:
            key = "made" if made.compared else "made_all"
            told = words(f"ledger.for_robaws.{key}", count=count(made.rows))
            self._strip.show_told("ok" if made.compared else "warn", told, str(made.path))

    def _on_failed(self, told: object) -> None:
        """Robaws did not answer: nothing was written."""
        assert isinstance(told, Failed)
        if any(job is told.job for job in self._jobs):
            title = words("failed", name=told.job.name)
            self._strip.show_told("bad", title, error_line(told.error, language()))
