"""The demo's walk in the real window: each step on the lane, its figures in words, its screens as pictures."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from robexact_desktop.cli.exits import Exit, exit_of
from robexact_desktop.cli.output import print_line, tell
from robexact_desktop.cli.tour import Tour
from robexact_desktop.domain.changes import EVERYTHING
from robexact_desktop.domain.errors import RobExactError, SignInFailedError
from robexact_desktop.domain.listing import Group
from robexact_desktop.services.list_invoices import list_invoices
from robexact_desktop.services.send_entries import Sent
from robexact_desktop.services.workplace import Workplace
from robexact_desktop.texts import sentence
from robexact_desktop.ui import theme
from robexact_desktop.ui.actions import Act
from robexact_desktop.ui.main_window import MainWindow
from robexact_desktop.ui.sending.run import Ended
from robexact_desktop.ui.shell import Tab
from robexact_desktop.ui.tabs.invoices import InvoicesTab
from robexact_desktop.ui.widgets.table import Table
from robexact_desktop.ui.widgets.veil import VeilDialog
from robexact_desktop.window import application, main_window
from robexact_desktop.window_tour_books import show_the_books
from robexact_desktop.window_tour_settings import show_the_settings
from robexact_desktop.wording import error_line
from robexact_desktop.workers.lane import Failed

SETTLE_MS = 80
"""For the paints and readings that one event asks of the next, before a picture is taken."""

IN_DUTCH = {Tab.RELATIONS: "relaties", Tab.VAT: "btw", Tab.LEDGER: "grootboek", Tab.SETTINGS: "instellingen"}
"""The names of the pictures, after the tabs that they show."""

UNDER_WAY = 12
"""Invoices after which the picture of a send under way is taken."""


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
    walk.do(lambda work: _begin(tour, work))
    walk.do(lambda work: _listed(tour.import_everything, work))
    walk.do(lambda work: _listed(tour.match, work))
    walk.do(tour.check)
    _show_screens(walk)
    ended = _send(walk)
    stopped = walk.failed or (ended.stopped if ended else None)
    if stopped is not None or ended is None:
        stopped = stopped or RobExactError()
        tell(error_line(stopped, tour.language))
        return exit_of(stopped)
    sent = Sent(tuple(ended.outcomes.values()))
    walk.do(lambda work: tour.tell_sent(work, sent))
    walk.do(lambda work: tour.payments(work, sent))
    tour.say("tour.end")
    return Exit.DONE


def _begin(tour: Tour, work: Workplace) -> None:
    tour.title("connect")
    tour.say("tour.connect.done", division=work.division)


def _listed(step: Callable[[Workplace], None], work: Workplace) -> None:
    step(work)
    list_invoices(work)


def _show_screens(walk: "_Walk") -> None:
    """Every tab as a bookkeeper finds it before she sends, the pencils, and the keys."""
    tab = walk.invoices
    tab.table.selectRow(1)
    walk.settle()
    walk.wait_for(lambda: tab.preview.document.is_settled)
    walk.picture_of(Tab.INVOICES, "01-facturen")
    for number, other in enumerate((Tab.RELATIONS, Tab.VAT, Tab.LEDGER, Tab.SETTINGS), start=2):
        walk.picture_of(other, f"{number:02}-{IN_DUTCH[other]}")
    for number, other in enumerate((Tab.RELATIONS, Tab.VAT), start=6):
        walk.pencil_of(other, f"{number:02}-{IN_DUTCH[other]}-potlood")
    walk.window.actions_by_name[Act.KEYS].trigger()
    walk.picture("08-toetsen")
    walk.close_dialogs()
    show_the_books(walk)
    show_the_settings(walk)


def _send(walk: "_Walk") -> Ended | None:
    """All that is ready, through the window: selection, confirmation, bar, result."""
    tab = walk.invoices
    walk.window.show_tab(Tab.INVOICES)
    tab.commands.show_all(None, Group.TO_SEND)
    tab.reload()
    tab.table.selectAll()
    walk.settle()
    walk.picture("09-gekozen")
    tab.send()
    walk.wait_for(lambda: walk.dialog() is not None)
    walk.picture("10-bevestigen")
    ended: list[Ended] = []
    tab.sends.ended.connect(ended.append)
    walk.press("send_confirm_send")
    walk.wait_for(lambda: bool(ended) or _is_under_way(tab))
    walk.picture("11-bezig")
    walk.wait_for(lambda: bool(ended))
    walk.settle()
    walk.picture("12-resultaat")
    tab.show_list()
    return ended[0] if ended else None


def _is_under_way(tab: InvoicesTab) -> bool:
    return tab.sends.run is not None and len(tab.sends.run.outcomes) >= UNDER_WAY


class _Walk:
    """Hands a step to the lane and lets the window live until it is done."""

    def __init__(self, app: QApplication, window: MainWindow, folder: Path) -> None:
        self._app = app
        self.window = window
        self._folder = folder
        self.failed: RobExactError | None = None
        window.shell.failed.connect(self._on_failed)

    @property
    def invoices(self) -> InvoicesTab:
        page = self.window.tabs[Tab.INVOICES]
        assert isinstance(page, InvoicesTab)
        return page

    def do(self, step: Callable[[Workplace], object]) -> None:
        if self.failed is None:
            self.window.shell.do("demo", step, changes=EVERYTHING)
            self.wait_for(lambda: not self.window.shell.lane.is_busy)

    def wait_for(self, done: Callable[[], bool]) -> None:
        """Until it is so, or a job failed; the window lives meanwhile."""
        loop = QEventLoop()
        look = QTimer()
        look.timeout.connect(lambda: loop.quit() if done() or self.failed is not None else None)
        look.start(20)
        loop.exec()

    def settle(self) -> None:
        loop = QEventLoop()
        QTimer.singleShot(SETTLE_MS, loop.quit)
        loop.exec()

    def dialog(self) -> VeilDialog | None:
        return next((found for found in self.window.findChildren(VeilDialog) if found.isVisible()), None)

    def close_dialogs(self) -> None:
        while (open_one := self.dialog()) is not None:
            open_one.close_dialog()

    def press(self, name: str) -> None:
        found = self.window.findChild(QPushButton, name)
        assert isinstance(found, QPushButton)
        found.click()

    def picture_of(self, tab: Tab, name: str) -> None:
        if tab in self.window.tabs:
            self.window.show_tab(tab)
            self.picture(name)

    def pencil_of(self, tab: Tab, name: str) -> None:
        if tab in self.window.tabs:
            self.window.show_tab(tab)
            next(table for table in self.window.tabs[tab].findChildren(Table) if table.isVisible()).selectRow(0)
            self.window.tabs[tab].act(Act.PENCIL)
            self.wait_for(lambda: not self.window.shell.lane.is_busy)
            self.picture(name)
            self.close_dialogs()

    def picture(self, name: str) -> None:
        """Light and dark, as the window draws itself."""
        for dark in (True, False):
            theme.apply(self._app, dark=dark)
            self.settle()
            self.window.grab().save(str(self._folder / f"{name}-{'donker' if dark else 'licht'}.png"))

    def _on_failed(self, told: Failed) -> None:
        if not isinstance(told.error, SignInFailedError):  # the sign-in is only looked at, and left
            self.failed = self.failed or told.error
