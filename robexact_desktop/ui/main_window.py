"""The frame: whose books, the tabs, the lights below; it carries the tabs and knows none of their insides."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QMenu, QStackedWidget, QWidget

from robexact_desktop.domain.changes import EVERYTHING, Changed
from robexact_desktop.services.refresh import refresh
from robexact_desktop.ui.actions import ACTIONS, Act, build_actions
from robexact_desktop.ui.dialogs.keys import KeysDialog
from robexact_desktop.ui.preferences import Appearance
from robexact_desktop.ui.restyle import is_dark, restyle
from robexact_desktop.ui.shell import Place, Shell, Tab
from robexact_desktop.ui.status_bar import StatusBar
from robexact_desktop.ui.tabs.tab import TabPage
from robexact_desktop.ui.top_bar import TopBar
from robexact_desktop.ui.widgets.basics import PlainLabel, column_layout, row_layout
from robexact_desktop.ui.words import words

SMALLEST = (1024, 640)
BEGINS_AT = (1440, 900)
BETWEEN_PAGES = 17
"""Milliseconds: a frame is painted between two pages that read anew what they show."""

Makes = Callable[[Shell, QWidget], TabPage]


def demo_banner() -> QFrame:
    """Nobody must take an imaginary booking for a real one."""
    banner = QFrame()
    banner.setObjectName("strip_warn")
    row_layout(banner, margins=(17, 4, 17, 4)).addWidget(
        PlainLabel(words("demo_banner"), size="small", colour="warn", name="demo_banner")
    )
    return banner


class MainWindow(QMainWindow):
    """`pages` says how each tab is made; they are made at once, since a window of empty tabs is a lie."""

    def __init__(self, shell: Shell, pages: Mapping[Tab, Makes], *, demo: bool) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle(f"RobExact Desktop - {shell.reading.settings.environment}")
        self.setMinimumSize(*SMALLEST)
        self.resize(*BEGINS_AT)
        self.shell = shell
        self.actions_by_name = build_actions(self)
        self._stack = QStackedWidget()
        self.top_bar = TopBar(shell, list(pages), self.actions_by_name, demo=demo, parent=self)
        self.status_bar = StatusBar(shell, self.actions_by_name, self)
        self.tabs: dict[Tab, TabPage] = {}
        self._behind: dict[Tab, Changed] = {}
        self._catch_up = QTimer(self)
        self._catch_up.setSingleShot(True)
        self._catch_up.setInterval(BETWEEN_PAGES)
        self._catch_up.timeout.connect(self._on_catch_up)
        for tab, make in pages.items():
            page = make(shell, self)
            self.tabs[tab] = page
            self._stack.addWidget(page)
        centre = QWidget(self)
        layout = column_layout(centre, spacing=0)
        layout.addWidget(self.top_bar)
        if demo:
            layout.addWidget(demo_banner())
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.status_bar)
        self.setCentralWidget(centre)
        self._connect()
        self.show_tab(next(iter(pages)))
        self._show_badges()

    # tabs

    @property
    def present(self) -> TabPage:
        page = self._stack.currentWidget()
        assert isinstance(page, TabPage)
        return page

    def show_tab(self, tab: Tab) -> None:
        if tab in self.tabs:
            self._tell(tab)
            self._stack.setCurrentWidget(self.tabs[tab])
            self.top_bar.press(tab)

    def _on_go_to(self, place: Place) -> None:
        self.show_tab(place.tab)
        self.tabs[place.tab].go_to(place)

    def _on_changed(self, changed: Changed) -> None:
        """The page in sight at once, the others one after another: together they held a frame for 60 ms."""
        for tab in self.tabs:
            self._behind[tab] = self._behind.get(tab, Changed.NOTHING) | changed
        self._tell(next(tab for tab, page in self.tabs.items() if page is self.present))
        self._catch_up.start()

    def _on_catch_up(self) -> None:
        if self._behind:
            self._tell(next(iter(self._behind)))
            self._catch_up.start()

    def _tell(self, tab: Tab) -> None:
        """What changed since this page was told last."""
        if changed := self._behind.pop(tab, Changed.NOTHING):
            self.tabs[tab].on_changed(changed)
            self.top_bar.show_badge(tab, self.tabs[tab].badge())

    def _show_badges(self) -> None:
        for tab, page in self.tabs.items():
            self.top_bar.show_badge(tab, page.badge())

    # keys

    def _connect(self) -> None:
        self.shell.changed.connect(self._on_changed)
        self.shell.go_to.connect(self._on_go_to)
        self.top_bar.tab_chosen.connect(self.show_tab)
        acts = self.actions_by_name
        acts[Act.REFRESH].triggered.connect(self._on_refresh)
        acts[Act.SEARCH].triggered.connect(self._on_search)
        acts[Act.KEYS].triggered.connect(self._on_keys)
        acts[Act.DARK].triggered.connect(self._on_dark)
        acts[Act.QUIT].triggered.connect(self.close)
        for number, tab in enumerate(self.tabs, start=1):
            acts[Act(f"tab_{number}")].triggered.connect(lambda _=False, tab=tab: self.show_tab(tab))
        for act in (Act.SEND, Act.WHY, Act.PENCIL, Act.EXPORT, Act.PAYMENTS):
            acts[act].triggered.connect(lambda _=False, act=act: self.present.act(act))
        self.top_bar.set_menu(self._menu())

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for act, spec in ACTIONS.items():
            if spec.in_menu:
                menu.addAction(self.actions_by_name[act])
        return menu

    def _on_refresh(self) -> None:
        self.shell.do(words("job.refresh"), refresh, changes=EVERYTHING)

    def _on_search(self) -> None:
        self.present.search()

    def _on_keys(self) -> None:
        KeysDialog(self).open_dialog()

    def _on_dark(self) -> None:
        """To the other one of light and dark, and it stays so at the next start."""
        kept = self.shell.preferences
        present = kept.appearance if kept else Appearance.SYSTEM
        wanted = Appearance.LIGHT if is_dark(present) else Appearance.DARK
        if kept:
            kept.appearance = wanted
        restyle(wanted)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What was sent is recorded; what was not stays ready. The lane ends after its present call."""
        self.setCursor(Qt.CursorShape.WaitCursor)
        for timer in self.findChildren(QTimer):
            timer.stop()  # what a tab meant to do after a rest would find nothing to read
        self.shell.close()
        event.accept()
