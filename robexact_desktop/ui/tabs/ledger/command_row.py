"""Above the lists: search, what changed, the switches with what they mean, and reading again."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from robexact_desktop.domain.changes import Changed
from robexact_desktop.domain.ledger_changes import LedgerList
from robexact_desktop.services.ledger_changes import use_cost_centers, use_gl_accounts
from robexact_desktop.services.workplace import Workplace
from robexact_desktop.ui.formats import count
from robexact_desktop.ui.models.listed_rows import ListedRows
from robexact_desktop.ui.shell import Shell
from robexact_desktop.ui.tabs.ledger.page import CHANGED, UNLINKED
from robexact_desktop.ui.tabs.ledger.rows import DIMENSIONS
from robexact_desktop.ui.tabs.ledger.standing import LedgerRow
from robexact_desktop.ui.widgets.basics import PlainLabel, SearchField, Segments, button, row_layout
from robexact_desktop.ui.widgets.check_box import CheckBox
from robexact_desktop.ui.words import words

ROOMY = 1640
"""Below this width the sentence of a switch is its tooltip only."""


class LedgerCommandRow(QFrame):
    view_changed = Signal()

    def __init__(
        self, shell: Shell, read_again: Callable[[], None], for_robaws: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("commandrow")
        self.setFixedHeight(48)
        self._shell = shell
        self._list = LedgerList.GL_ACCOUNTS
        self.search = SearchField(words("ledger.search"), "ledger_search")
        self.search.typed.connect(self._on_changed)
        every, changed = ("all", words("ledger.all")), (CHANGED, words("ledger.changed"))
        self._groups = {
            False: Segments("ledger_group", [every, changed], "all"),
            True: Segments("cost_group", [every, changed, (UNLINKED, words("ledger.unlinked"))], "all"),
        }
        self._gl = self._switch("use_gl_accounts", self._on_gl)
        self._costs = self._switch("use_cost_centers", self._on_costs)
        self._meaning = PlainLabel(size="small", colour="text2", name="ledger_meaning")
        layout = row_layout(self, margins=(16, 6, 16, 6), spacing=8)
        layout.addWidget(self.search)
        for segments in self._groups.values():
            segments.chosen.connect(self._on_changed)
            layout.addWidget(segments)
        layout.addStretch(1)
        for widget in (self._gl, self._costs, self._meaning):
            layout.addWidget(widget)
        layout.addSpacing(8)
        self._sheet = button(words("ledger.for_robaws"), "ledger_for_robaws", for_robaws, icon_name="export")
        self._sheet.setToolTip(words("ledger.for_robaws.tip"))
        layout.addWidget(self._sheet)
        layout.addWidget(
            button(words("ledger.read_again"), "ledger_read_again", read_again, icon_name="refresh", kind="primary")
        )
        self.show_list(self._list)
        self.show_settings()

    def _switch(self, name: str, on_click: Callable[[], None]) -> CheckBox:
        made = CheckBox(words(f"ledger.{name}"), name)
        made.clicked.connect(on_click)
        return made

    # what is asked

    @property
    def group(self) -> str:
        chosen = self._present.present
        return "" if chosen == "all" else chosen

    @property
    def _present(self) -> Segments:
        return self._groups[self._list in DIMENSIONS]

    # what is shown

    def show_list(self, name: LedgerList) -> None:
        self._list = name
        for costs, segments in self._groups.items():
            segments.setVisible(costs == (name in DIMENSIONS))
        self._gl.setVisible(name is LedgerList.GL_ACCOUNTS)
        self._sheet.setVisible(name is LedgerList.GL_ACCOUNTS)
        self._costs.setVisible(name in DIMENSIONS)
        self._tell_meaning()

    def show_counts(self, rows: ListedRows[LedgerRow]) -> None:
        self._present.show_count("all", count(rows.count("")))
        self._present.show_count(CHANGED, count(rows.count(CHANGED)))
        if self._list in DIMENSIONS:
            self._present.show_count(UNLINKED, count(rows.count(UNLINKED)))

    def show_settings(self) -> None:
        """As they stand: also after a job failed."""
        booking = self._shell.reading.settings.booking
        self._gl.setChecked(booking.use_gl_accounts)
        self._costs.setChecked(booking.use_cost_centers)
        self._tell_meaning()

    def _tell_meaning(self) -> None:
        """What the present state of the switch does to a booking."""
        booking = self._shell.reading.settings.booking
        for made, name, on in (
            (self._gl, "use_gl_accounts", booking.use_gl_accounts),
            (self._costs, "use_cost_centers", booking.use_cost_centers),
        ):
            made.setToolTip(words(f"ledger.{name}.{'on' if on else 'off'}"))
            if not made.isHidden():
                self._meaning.setText(words(f"ledger.{name}.{'on' if on else 'off'}_short"))
        self._meaning.setVisible(self.width() >= ROOMY and not (self._gl.isHidden() and self._costs.isHidden()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_meaning()

    def clear(self) -> None:
        """Nothing filtered: a button leads to a row that must be seen."""
        self.search.clear()
        for segments in self._groups.values():
            if segments.present != "all":
                segments.choose("all")

    def _on_changed(self, _: str) -> None:
        self.view_changed.emit()

    # the switches

    def _on_gl(self) -> None:
        on = self._gl.isChecked()

        def run(work: Workplace) -> None:
            use_gl_accounts(work, on=on)

        self._do("job.use_gl_accounts", run)

    def _on_costs(self) -> None:
        on = self._costs.isChecked()

        def run(work: Workplace) -> None:
            use_cost_centers(work, on=on)

        self._do("job.use_cost_centers", run)

    def _do(self, name: str, run: Callable[[Workplace], None]) -> None:
        self._shell.do(words(name), run, changes=Changed.SETTINGS | Changed.INVOICES)
