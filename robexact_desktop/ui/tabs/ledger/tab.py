"""The tab Grootboek: Exact's lists, read again, with what changed and what that hurts."""

from collections import Counter

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from robexact_desktop.domain.changes import EVERYTHING, Changed
from robexact_desktop.domain.ledger_changes import Hurt, LedgerList
from robexact_desktop.services.ledger_changes import NO_NEWS, lengths, news, see_ledger
from robexact_desktop.services.map_costs import MappedProject
from robexact_desktop.services.refresh import refresh
from robexact_desktop.services.workplace import Workplace
from robexact_desktop.ui.actions import Act
from robexact_desktop.ui.dialogs.cost_pencil import CostPencil
from robexact_desktop.ui.shell import Place, Shell
from robexact_desktop.ui.tabs.ledger.asks import asks_here
from robexact_desktop.ui.tabs.ledger.command_row import LedgerCommandRow
from robexact_desktop.ui.tabs.ledger.for_robaws import ForRobaws
from robexact_desktop.ui.tabs.ledger.names import names_in_robaws
from robexact_desktop.ui.tabs.ledger.news_panel import NewsPanel, Told
from robexact_desktop.ui.tabs.ledger.notices import effect, place_of_hurt, title
from robexact_desktop.ui.tabs.ledger.page import LedgerPage
from robexact_desktop.ui.tabs.ledger.rows import DIMENSIONS, projects_of, rows_of
from robexact_desktop.ui.tabs.ledger.side import LedgerSide
from robexact_desktop.ui.tabs.tab import Badge, TabPage
from robexact_desktop.ui.widgets.basics import column_layout, row_layout
from robexact_desktop.ui.widgets.strip import Strip
from robexact_desktop.ui.words import words

READS_AGAIN = Changed.LEDGER | Changed.SETTINGS | Changed.MAPPINGS | Changed.INVOICES | Changed.RELATIONS


class LedgerTab(TabPage):
    """Only the list on screen is filled: thousands of accounts that nobody looks at would cost frames elsewhere."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("ledger_tab")
        self._shell = shell
        self._window = parent
        self._news = NO_NEWS
        self._is_stale = True
        self._stale_lists = set(LedgerList)
        self._asks: int | None = None
        self._strip = Strip("ledger_strip", self)
        self._for_robaws = ForRobaws(shell, self._strip, self)
        self._commands = LedgerCommandRow(shell, self._read_again, self._for_robaws.ask, self)
        self._side = LedgerSide(self)
        self._panel = NewsPanel(self._see, self)
        self._pages = {name: LedgerPage(name, shell, self) for name in LedgerList}
        self._stack = QStackedWidget()
        for page in self._pages.values():
            page.pencil_wanted.connect(self._open_pencil)
            self._stack.addWidget(page)
        self._lay_out()
        self._commands.view_changed.connect(self._on_view)
        self._side.chosen.connect(self.show_list)

    def _lay_out(self) -> None:
        layout = column_layout(self, spacing=0)
        layout.addWidget(self._commands)
        layout.addWidget(self._strip)
        below = row_layout(spacing=0)
        below.addWidget(self._side)
        right = QFrame()
        right.setObjectName("panel")
        inside = column_layout(right, spacing=0)
        inside.addWidget(self._panel)
        inside.addWidget(self._stack, 1)
        below.addWidget(right, 1)
        layout.addLayout(below, 1)

    # TabPage

    def on_changed(self, changed: Changed) -> None:
        if changed & READS_AGAIN:
            self._is_stale, self._asks = True, None
            if self.isVisible():
                self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.reload()

    def badge(self) -> Badge:
        """What is mended here; a tariff or a journal asks on its own tab."""
        if self._asks is None:
            self._asks = asks_here(self._shell.reading)
        return Badge(self._asks)

    def go_to(self, place: Place) -> None:
        """A list, and a row of it by code or project; a project without a code opens its pencil."""
        name = LedgerList(place.page) if place.page in set(LedgerList) else LedgerList.GL_ACCOUNTS
        self._commands.clear()
        self.show_list(name)
        row = self._pages[name].row_of(place.what) if place.what else None
        if row is None and name is LedgerList.COST_CENTERS and place.what:
            name = LedgerList.COST_UNITS  # a problem with a cost unit names the same page
            self.show_list(name)
            row = self._pages[name].row_of(place.what)
        if row is None:
            return
        self._pages[name].go_to(row)
        if row.mapped is not None and row.mapped.cost is None:
            self._open_pencil(row.mapped)

    def act(self, act: Act) -> None:
        if act is Act.PENCIL:
            self._present.open_pencil()

    def search(self) -> None:
        self._commands.search.setFocus()
        self._commands.search.selectAll()

    # view

    @property
    def _present(self) -> LedgerPage:
        return self._pages[self._side.present]

    def show_list(self, name: LedgerList) -> None:
        """Another list keeps the search, not the view: what is unlinked there may not exist here."""
        self._side.choose(name)
        self._stack.setCurrentWidget(self._pages[name])
        self._commands.show_list(name)
        if self._is_stale:
            self.reload()
        self._fill()
        self._on_view()
        self._tell()

    def reload(self) -> None:
        reading = self._shell.reading
        self._news = news(reading.work, reading.books())
        self._is_stale, self._stale_lists = False, set(LedgerList)
        self._fill()
        self._commands.show_settings()
        self._tell()

    def _fill(self) -> None:
        """The list on screen, where it is not as it should be."""
        name = self._side.present
        if name in self._stale_lists:
            self._stale_lists.discard(name)
            reading = self._shell.reading
            projects, names = projects_of(name, reading), names_in_robaws(reading.work)
            self._pages[name].fill(rows_of(name, reading.books(), self._news, projects, names))

    def _tell(self) -> None:
        """Counts, what changed, and the notices of the list on screen before those of others."""
        name = self._side.present
        changed = Counter(of_list for of_list, _ in self._news.changes)
        hurt = {row.list for row in self._news.hurts}
        self._side.show_counts(lengths(self._shell.reading.books().ledger), changed, hurt)
        self._commands.show_counts(self._present.rows)
        ordered = sorted(self._news.hurts, key=lambda row: row.list is not name)
        self._panel.show_news(self._news, name, [self._told(row) for row in ordered])

    def _told(self, hurt: Hurt) -> Told:
        def go() -> None:
            self._shell.go_to.emit(place_of_hurt(hurt))

        here = hurt.list is self._side.present
        sentence = effect(hurt, self._shell) if here else ""
        return Told(title(hurt, self._shell), sentence, words(f"ledger.fix.{hurt.list}"), go, here)

    def _on_view(self) -> None:
        self._present.show_view(self._commands.group, self._commands.search.text())

    # what a person does

    def _read_again(self) -> None:
        self._shell.do(words("job.read_ledger"), refresh, changes=EVERYTHING)

    def _see(self) -> None:
        name = self._side.present

        def run(work: Workplace) -> None:
            see_ledger(work, name)

        self._shell.do(words("job.see_ledger"), run, changes=Changed.LEDGER, urgent=True)

    def _open_pencil(self, project: MappedProject) -> None:
        dimension = DIMENSIONS[self._side.present]
        CostPencil(self._window.window(), self._shell, dimension, project).open_dialog()
