"""The demo's walk in the real window: each step on the lane, its figures in words, its screen as a picture."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from robexact_desktop.cli.exits import Exit, exit_of
from robexact_desktop.cli.output import print_line, tell
from robexact_desktop.cli.tour import Tour
from robexact_desktop.domain.changes import EVERYTHING
from robexact_desktop.services.list_invoices import list_invoices
from robexact_desktop.services.send_entries import Sent
from robexact_desktop.services.workplace import Workplace
from robexact_desktop.texts import sentence
from robexact_desktop.ui import theme
from robexact_desktop.ui.main_window import MainWindow
from robexact_desktop.ui.shell import Tab
from robexact_desktop.window import application, main_window
from robexact_desktop.wording import error_line
from robexact_desktop.workers.lane import Failed

SETTLE_MS = 60
"""For the paints that an event of this turn still asks for, before a picture is taken."""


def walk_in_the_window(tour: Tour, environment: str, folder: Path, *, screen: bool) -> Exit:
    """Import, link, check, send, payments, with a picture of each screen, light and dark. Names the folder."""
    if not screen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    folder.mkdir(parents=True, exist_ok=True)
    app = application()
    window = main_window(tour.office, environment, demo=True)
    walk = _Walk(app, window, folder)
    window.show()
    try:
        return _steps(tour, walk)
    finally:
        window.close()
        print_line(sentence("tour.pictures", tour.language, folder=folder))


def _steps(tour: Tour, walk: "_Walk") -> Exit:
    sent: list[Sent] = []
    walk.do(lambda work: _begin(tour, work))
    walk.do(lambda work: _listed(tour.import_everything, work))
    walk.picture("01-facturen")
    walk.do(lambda work: _listed(tour.match, work))
    walk.picture_of(Tab.RELATIONS, "02-relaties")
    walk.do(tour.check)
    walk.picture_of(Tab.INVOICES, "03-nakijken")
    walk.do(lambda work: sent.append(tour.send(work)))
    walk.picture("04-verstuurd")
    if walk.failed is not None or (sent and sent[0].stopped is not None):
        error = walk.failed.error if walk.failed else sent[0].stopped
        assert error is not None
        tell(error_line(error, tour.language))
        return exit_of(error)
    walk.do(lambda work: tour.payments(work, sent[0]))
    for number, tab in enumerate((Tab.VAT, Tab.LEDGER, Tab.SETTINGS), start=5):
        walk.picture_of(tab, f"{number:02}-{tab}")
    tour.say("tour.end")
    return Exit.DONE


def _begin(tour: Tour, work: Workplace) -> None:
    tour.title("connect")
    tour.say("tour.connect.done", division=work.division)


def _listed(step: Callable[[Workplace], None], work: Workplace) -> None:
    step(work)
    list_invoices(work)


class _Walk:
    """Hands a step to the lane and lets the window live until it is done."""

    def __init__(self, app: QApplication, window: MainWindow, folder: Path) -> None:
        self._app = app
        self._window = window
        self._folder = folder
        self.failed: Failed | None = None
        window.shell.failed.connect(self._on_failed)

    def do(self, step: Callable[[Workplace], object]) -> None:
        if self.failed is not None:
            return
        loop = QEventLoop()
        self._window.shell.lane.idle.connect(loop.quit)
        self._window.shell.do("demo", step, changes=EVERYTHING)
        loop.exec()
        self._window.shell.lane.idle.disconnect(loop.quit)

    def picture_of(self, tab: Tab, name: str) -> None:
        if tab in self._window.tabs:
            self._window.show_tab(tab)
            self.picture(name)

    def picture(self, name: str) -> None:
        """Light and dark, as the window draws itself."""
        for dark in (False, True):
            theme.apply(self._app, dark=dark)
            self._settle()
            self._window.grab().save(str(self._folder / f"{name}-{'donker' if dark else 'licht'}.png"))
        theme.apply(self._app, dark=False)

    def _settle(self) -> None:
        loop = QEventLoop()
        QTimer.singleShot(SETTLE_MS, loop.quit)
        loop.exec()

    def _on_failed(self, told: Failed) -> None:
        self.failed = self.failed or told
