"""The tab Instellingen: the list of pages on the left, the page, and below what Ctrl+Z takes back."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from robexact_desktop.domain.answers import Right
from robexact_desktop.domain.changes import Changed
from robexact_desktop.services.change_settings import Held, owns_login
from robexact_desktop.ui.shell import Place, Shell
from robexact_desktop.ui.tabs.settings.back import BackPage
from robexact_desktop.ui.tabs.settings.booking import BookingPage
from robexact_desktop.ui.tabs.settings.conditions import ConditionsPage
from robexact_desktop.ui.tabs.settings.connection import ConnectionPage
from robexact_desktop.ui.tabs.settings.costs import CostsPage
from robexact_desktop.ui.tabs.settings.environments import EnvironmentsPage
from robexact_desktop.ui.tabs.settings.journals import JournalsPage
from robexact_desktop.ui.tabs.settings.lacking import Page, lacking
from robexact_desktop.ui.tabs.settings.look import LookPage
from robexact_desktop.ui.tabs.settings.mail import MailPage
from robexact_desktop.ui.tabs.settings.page import SettingsPage
from robexact_desktop.ui.tabs.settings.periods import PeriodsPage
from robexact_desktop.ui.tabs.settings.saving import Saver
from robexact_desktop.ui.tabs.settings.side_button import SideButton
from robexact_desktop.ui.tabs.tab import Badge, TabPage
from robexact_desktop.ui.widgets.basics import PlainLabel, button, column_layout, notice, row_layout
from robexact_desktop.ui.words import words

SIDE = 236

MAKES: Mapping[Page, Callable[[Saver], SettingsPage]] = {
    Page.CONNECTION: ConnectionPage,
    Page.BOOKING: BookingPage,
    Page.JOURNALS: JournalsPage,
    Page.PERIODS: PeriodsPage,
    Page.CONDITIONS: ConditionsPage,
    Page.COSTS: CostsPage,
    Page.BACK: BackPage,
    Page.MAIL: MailPage,
    Page.LOOK: LookPage,
    Page.ENVIRONMENTS: EnvironmentsPage,
}

CALLED = {"accounts": Page.BOOKING, "rights": Page.CONNECTION}
"""Names under which other screens ask for a page."""


class SettingsTab(TabPage):
    """Pages are made when they are first opened: the window's start does not pay for them."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("settings_tab")
        self._shell = shell
        self._held: Held | None = None
        self._saver = Saver(shell, self)
        self._pages: dict[Page, SettingsPage] = {}
        self._stack = QStackedWidget()
        layout = row_layout(self, spacing=0)
        layout.addWidget(self._side_list())
        right = column_layout(spacing=0)
        right.addWidget(self._whose_login())
        right.addWidget(self._stack, 1)
        right.addWidget(self._foot())
        layout.addLayout(right, 1)
        self._saver.told.connect(self._on_told)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self._saver.undo)
        self._on_told()
        self._show_dots()

    # made of

    def _side_list(self) -> QFrame:
        side = QFrame()
        side.setObjectName("sidelist")
        side.setFixedWidth(SIDE)
        layout = column_layout(side, margins=(0, 10, 0, 10), spacing=0)
        self._sides: dict[Page, SideButton] = {}
        for page in Page:
            made = SideButton(words(f"settings.page.{page}"), f"settings_{page}")
            made.clicked.connect(lambda _=False, page=page: self.open_page(page))
            self._sides[page] = made
            layout.addWidget(made)
        layout.addStretch(1)
        again = button(words("action.first_start"), "settings_first_start", kind="side")
        again.setCheckable(False)
        again.clicked.connect(self._shell.first_start_wanted)
        layout.addWidget(again)
        return side

    def _whose_login(self) -> QWidget:
        """A SECONDARY uses another's login and says whose."""
        self._owner = QWidget()
        layout = column_layout(self._owner, margins=(24, 20, 24, 0))
        settings = self._shell.reading.settings
        facts = {"primary": settings.primary, "environment": settings.environment}
        layout.addWidget(notice("info", words("settings.secondary"), words("settings.secondary.what", **facts)))
        if owns_login(settings):
            self._owner.hide()
        return self._owner

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setObjectName("pagefoot")
        layout = row_layout(foot, margins=(24, 8, 24, 8))
        layout.addWidget(PlainLabel(words("settings.at_once"), size="small", colour="text2"))
        layout.addStretch(1)
        self._undo = button(words("settings.undo"), "settings_undo", self._saver.undo, icon_name="undo", key="Ctrl+Z")
        layout.addWidget(self._undo)
        return foot

    # TabPage

    def on_changed(self, changed: Changed) -> None:
        if changed & (Changed.SETTINGS | Changed.LEDGER | Changed.CONNECTION | Changed.MAPPINGS):
            self._show_dots()
            self._reload()
        if self.isVisible() and changed & (Changed.SETTINGS | Changed.CONNECTION):
            self._ask_held()

    def badge(self) -> Badge:
        return Badge(sum(self._lacking().values()), "state_refused", "bad")

    def go_to(self, place: Place) -> None:
        known = {page.value: page for page in Page} | CALLED
        page = known.get(place.page, Page.CONNECTION)
        self.open_page(page)
        self._pages[page].show_what(place.what)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._pages:
            self.open_page(Page.CONNECTION)
        self._ask_held()

    # pages

    def open_page(self, page: Page) -> None:
        if page not in self._pages:
            made = MAKES[page](self._saver)
            made.held = self._held
            self._pages[page] = made
            self._stack.addWidget(made)
        self._stack.setCurrentWidget(self._pages[page])
        for other, side in self._sides.items():
            side.setChecked(other is page)
        self._reload()

    def _reload(self) -> None:
        """The page in sight; the others when they are opened."""
        if isinstance(page := self._stack.currentWidget(), SettingsPage):
            page.held = self._held
            page.reload()

    def _ask_held(self) -> None:
        if self._shell.desk is not None:
            self._shell.errand(words("settings.looking"), self._shell.desk.held, urgent=True, then=self._on_held)

    def _on_held(self, held: object) -> None:
        if isinstance(held, Held):
            self._held = held
            self._show_dots()
            self._reload()

    def _lacking(self) -> dict[Page, int]:
        rights = self._shell.reading.work.stores.master.all(Right)
        return lacking(self._shell.reading.settings, self._held, rights)

    def _show_dots(self) -> None:
        missing = self._lacking()
        for page, side in self._sides.items():
            count = missing.get(page, 0)
            told = words("settings.page_lacks", page=words(f"settings.page.{page}"), count=count)
            side.show_lack(count, told)

    def _on_told(self) -> None:
        self._undo.setEnabled(self._saver.can_undo)
