"""The tab Facturen: what is there, in which state, what a selection adds up to, and sending it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QWidget

from robexact_desktop.domain.changes import Changed
from robexact_desktop.domain.listing import Group, InvoiceView, ListedInvoice, SortBy
from robexact_desktop.domain.names import InvoiceId, Kind
from robexact_desktop.services.outcome import Outcome
from robexact_desktop.services.send_summary import selected
from robexact_desktop.ui.actions import Act
from robexact_desktop.ui.formats import count
from robexact_desktop.ui.marks import invoice_mark, outcome_mark
from robexact_desktop.ui.models.windowed import WindowedModel
from robexact_desktop.ui.places import place_of
from robexact_desktop.ui.preview.pane import PreviewPane
from robexact_desktop.ui.sending.bar import SendingBar
from robexact_desktop.ui.sending.page import ResultPage
from robexact_desktop.ui.sending.results import booked_sums, result_rows
from robexact_desktop.ui.sending.run import Came, Ended, SendingRun
from robexact_desktop.ui.sending.side import SidePane
from robexact_desktop.ui.sending.unsure import UnsureWatch
from robexact_desktop.ui.shell import Place, Shell, Tab
from robexact_desktop.ui.tabs.invoices.columns import InvoiceSource, invoice_columns
from robexact_desktop.ui.tabs.invoices.command_row import CommandRow
from robexact_desktop.ui.tabs.invoices.empty import EmptyState
from robexact_desktop.ui.tabs.invoices.errands import Errands
from robexact_desktop.ui.tabs.invoices.kept_look import KeptLook
from robexact_desktop.ui.tabs.invoices.selection_bar import SelectionBar
from robexact_desktop.ui.tabs.invoices.sender import Sender
from robexact_desktop.ui.tabs.tab import Badge, TabPage
from robexact_desktop.ui.widgets.basics import column_layout
from robexact_desktop.ui.widgets.delegate import Mark, RowDelegate
from robexact_desktop.ui.widgets.strip import Choice, Strip
from robexact_desktop.ui.widgets.table import Table
from robexact_desktop.ui.words import words

BETWEEN_FRAMES = 17
"""Milliseconds: the list, the result's rows and its page, each painted in a frame of its own."""
SPLIT = [900, 500]
"""Table and preview, in pixels at 100 % (look.md 5)."""


class InvoicesTab(TabPage):
    """The preview at the right follows `current_invoice_changed`."""

    current_invoice_changed = Signal(object)  # InvoiceId | None

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("invoices_tab")
        self._shell = shell
        self._held: dict[InvoiceId, Outcome] = {}
        self.sends = Sender(shell, self)
        self._unsure = UnsureWatch(shell, self)
        self._model = WindowedModel[InvoiceView, ListedInvoice](
            InvoiceSource(shell), invoice_columns(), InvoiceView(kind=Kind.SALES), self
        )
        inks = {name: lambda row: "text2" for name in ("journal", "date")}  # noqa: ARG005 - the shape of an ink
        delegate = RowDelegate(self, {"state": self._mark}, frozen="state", inks=inks)
        self.table = Table(self._model, delegate, "invoice_table", self)
        self.table.setAccessibleName(words("tab.invoices"))
        self.commands = CommandRow(self.export, self)
        self._look = KeptLook(shell, self.table)
        self.commands.offer_columns(self.table)
        self.strip = Strip("invoices_strip", self)
        self.errands = Errands(shell, self.strip, self)
        self.selection_bar = SelectionBar(self)
        self.sending_bar = SendingBar(self)
        self.result_page = ResultPage(shell, self)
        self._later = self._timer(self._tell_selection)
        self._current_later = self._timer(self._tell_current)
        self._result_later = self._timer(self._fill_result, BETWEEN_FRAMES)
        self._result_next = self._timer(self._show_filled, BETWEEN_FRAMES)
        self._current: InvoiceId | None = None
        self._lay_out()
        self._connect()
        self.reload()

    def _timer(self, act: Callable[[], None], after: int = 0) -> QTimer:
        """Once a turn of the event loop, however often the selection moves within it."""
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(act)
        return timer

    def _lay_out(self) -> None:
        self._list_page = QWidget()
        layout = column_layout(self._list_page, spacing=0)
        layout.addWidget(self.commands)
        layout.addWidget(self.strip)
        self._empty = EmptyState(self)
        self._left = QStackedWidget()
        self._left.addWidget(self.table)
        self._left.addWidget(self._empty)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("invoices_splitter")
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(self._left)
        self.preview = PreviewPane(self._shell, self)
        self.side = SidePane(self._shell, self.preview, self)
        self.splitter.addWidget(self.side)
        self.splitter.setHandleWidth(1)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes(SPLIT)
        self._look.keep_sizes(self.splitter)
        layout.addWidget(self.splitter, 1)
        self._bars = QStackedWidget()
        self._bars.setFixedHeight(60)
        self._bars.addWidget(self.selection_bar)
        self._bars.addWidget(self.sending_bar)
        layout.addWidget(self._bars)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._list_page)
        self._pages.addWidget(self.result_page)
        column_layout(self, spacing=0).addWidget(self._pages)
        self._more = QMenu(self)
        self._more.setObjectName("more_menu")
        for act, run in (
            (Act.PAYMENTS, self.errands.bring_payments),
            (Act.EXPORT, self.export),
            (Act.COPY, self._copy),
        ):
            self._more.addAction(words(f"action.{act}"), run)
        self.selection_bar.set_menu(self._more)

    def _connect(self) -> None:
        self.current_invoice_changed.connect(self.preview.show_invoice)
        self.current_invoice_changed.connect(self.side.show_booking)
        self.side.invoice_wanted.connect(self._show_current)
        self.preview.stepped.connect(self._on_step)
        self.commands.view_changed.connect(self._on_view)
        self.table.sort_requested.connect(self._on_sort)
        self.table.selection_told.connect(self._later.start)
        self.table.current_changed.connect(self._on_current)
        self.table.pressed_at.connect(self._on_pressed)
        self.selection_bar.send_requested.connect(self.send)
        self.sends.started.connect(self._on_started)
        self.sends.ended.connect(self._on_ended)
        self.result_page.closed.connect(self.show_list)
        self.result_page.place_wanted.connect(self._shell.go_to.emit)
        stop = QShortcut(QKeySequence("Esc"), self)
        stop.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        stop.activated.connect(self._on_escape)

    # TabPage

    def on_changed(self, changed: Changed) -> None:
        """Sent rows stay where they are until the next refresh; only what they say is read again."""
        if changed & Changed.LEDGER:
            self._held.clear()
        if self.sends.is_sending:
            self._model.rows_changed()
            self._show_counts()
            self._later.start()
        elif changed:
            self.reload()

    def badge(self) -> Badge:
        counts = self._shell.reading.work.stores.listed.counts(None)
        refused, blocked = counts[Group.REFUSED], counts[Group.BLOCKED]
        shape, colour = ("state_refused", "bad") if refused else ("state_blocked", "warn")
        return Badge(refused + blocked, shape, colour)

    def go_to(self, place: Place) -> None:
        """Show this invoice, in a view in which it is sure to stand."""
        self.show_list()
        invoice = InvoiceId(place.what)
        number = self._shell.reading.work.stores.listed.number_of(invoice)
        if number is None:
            return
        if self._model.place_of(number) is None:
            self.commands.show_all(None, Group.ALL)
            self._on_view()
            self._model.reload()
        self.table.go_to(number)
        self.table.setFocus()

    def _show_current(self, invoice: InvoiceId) -> None:
        """A line of the log was clicked: its row and its booking."""
        number = self._shell.reading.work.stores.listed.number_of(invoice)
        if number is not None and self._model.place_of(number) is not None:
            self.table.go_to(number)
            self.side.show_booking()

    def search(self) -> None:
        self.show_list()
        self.commands.search.setFocus()
        self.commands.search.selectAll()

    def act(self, act: Act) -> None:
        does = {Act.SEND: self.send, Act.EXPORT: self.export, Act.PAYMENTS: self.errands.bring_payments}
        if act in does:
            does[act]()
        elif act is Act.PENCIL:
            self.preview.edit_current()
        elif act is Act.WHY:
            self.preview.toggle_why()

    # what is shown

    def reload(self) -> None:
        self._show_counts()
        self._model.reload()
        self._show_empty()

    def show_list(self) -> None:
        self._pages.setCurrentWidget(self._list_page)
        self.table.setFocus()

    def show_result(self) -> None:
        if self.sends.last is not None:
            self.result_page.show_ended(self.sends.last)
            self._pages.setCurrentWidget(self.result_page)

    def _fill_result(self) -> None:
        if self.sends.last is not None:
            self.result_page.show_ended(self.sends.last)
            self._result_next.start()

    def _show_filled(self) -> None:
        self._pages.setCurrentWidget(self.result_page)
        self.result_page.table.setFocus()

    def _show_counts(self) -> None:
        listed = self._shell.reading.work.stores.listed
        self.commands.show_counts(listed.counts(self.commands.kind))
        self._unsure.follow(listed.counts(None)[Group.UNSURE])

    def _show_empty(self) -> None:
        if self._model.rowCount():
            self._left.setCurrentWidget(self.table)
            return
        counts = self._shell.reading.work.stores.listed.counts(None)
        if self.commands.text.strip():
            self._empty.no_hits(self.commands.text, self.clear_filter)
        elif not counts[Group.ALL]:
            self._empty.nothing_fetched(self.errands.fetch)
        elif self.commands.group is Group.TO_SEND:
            last = self.sends.last
            sums = booked_sums(result_rows(self._shell.reading.work, last)) if last else ()
            self._empty.all_booked(counts, sums, self.errands.fetch, self.show_result if last else None)
        else:
            self._empty.none_of(self.commands.group, self._show_to_send)
        self._left.setCurrentWidget(self._empty)

    def clear_filter(self) -> None:
        self.commands.search.setText("")
        self._on_view()
        self.commands.search.setFocus()

    def _show_to_send(self) -> None:
        self.commands.groups.choose(Group.TO_SEND.value)

    def _mark(self, row: ListedInvoice) -> Mark:
        """While a send runs a row says where it is in it; what the fresh reading held says so until it is refreshed."""
        run = self.sends.run
        if run is not None and not run.is_over and run.waits(row.id):
            if run.present == row.id:
                step = words("state.sending_step", step=words(f"sending.step.{run.step}")) if run.step else ""
                return Mark("state_sending", step or words("state.sending"), "link", "sel")
            return Mark("state_queued", words("state.queued"), "text2")
        if row.id in self._held and row.state.value in ("ready", "blocked", "done"):
            return outcome_mark(self._held[row.id])
        return invoice_mark(row)

    # view

    def _on_view(self) -> None:
        present = self._model.view
        wanted = InvoiceView(
            kind=self.commands.kind,
            group=self.commands.group,
            text=self.commands.text,
            sort_by=present.sort_by,
            descending=present.descending,
        )
        self._model.show(wanted)
        self._show_counts()
        self._show_empty()

    def _on_sort(self, key: str, descending: bool) -> None:
        view = self._model.view
        self._model.show(InvoiceView(view.kind, view.group, view.text, SortBy(key), descending))
        self.table.show_order()

    # selection

    def chosen(self) -> list[InvoiceId]:
        """What is selected and in view, in the order of the table."""
        return [row.id for row in self._rows(self.table.selected_ids())]

    def _rows(self, numbers: Sequence[int]) -> list[ListedInvoice]:
        found = self._shell.reading.work.stores.listed.rows(numbers)
        return [found[number] for number in numbers if number in found]

    def _tell_selection(self) -> None:
        listed = self._shell.reading.work.stores.listed
        ids = list(self.table.selected_ids())
        self.selection_bar.show_selection(selected(listed.states(ids)), listed.sums(ids))

    def _on_current(self, _: object) -> None:
        self._current_later.start()

    def _tell_current(self) -> None:
        number = self.table.current_id()
        rows = self._rows([number]) if number is not None else []
        invoice = rows[0].id if rows else None
        if invoice != self._current:
            self._current = invoice
            self.current_invoice_changed.emit(invoice)
        place = None if number is None else self._model.place_of(number)
        self.preview.show_place(place, self._model.rowCount())

    def _on_step(self, step: int) -> None:
        current = self.table.current_id()
        place = None if current is None else self._model.place_of(current)
        if place is not None and 0 <= place + step < self._model.rowCount():
            self.table.go_to(self._model.id_at(place + step))

    def _on_pressed(self, number: int, column: str) -> None:
        """A click on a filled pill opens the place where its problem is mended."""
        self.side.show_booking()  # a click on the row one is at changes nothing else
        rows = self._rows([number]) if column == "state" else []
        if not rows or not self._mark(rows[0]).filled or self.sends.is_sending:
            return
        place = self._place(rows[0].id)
        if place is not None and place.tab is not Tab.INVOICES:
            self._shell.go_to.emit(place)

    def _place(self, invoice: InvoiceId) -> Place | None:
        prepared = self._shell.reading.prepared(invoice)
        if prepared is None:
            return None
        problems = sorted(prepared.problems, key=lambda problem: not problem.blocks)
        return place_of(problems[0], prepared.invoice) if problems else Place(Tab.INVOICES, "preview", invoice)

    def _copy(self) -> None:
        self.table.copy()

    # sending

    def send(self) -> None:
        if self._pages.currentWidget() is self._list_page and self.selection_bar.send.isEnabled():
            self.sends.ask(self.chosen())

    def _on_started(self, run: SendingRun) -> None:
        self.strip.clear()
        for invoice in run.chosen:
            self._held.pop(invoice, None)
        run.row_told.connect(self._on_row)
        self.sending_bar.follow(run)
        self.side.follow(run)
        self._bars.setCurrentWidget(self.sending_bar)
        self.table.setFocus()  # where Esc stops it: the button that had the focus is gone
        self._model.rows_changed()

    def _on_row(self, invoice: InvoiceId) -> None:
        number = self._shell.reading.work.stores.listed.number_of(invoice)
        if number is not None:
            self._model.row_changed(number)
        self._show_counts()

    def _on_ended(self, ended: Ended) -> None:
        self._held.update({name: outcome for name, outcome in ended.outcomes.items() if outcome.held})
        self._bars.setCurrentWidget(self.selection_bar)
        self.side.end()
        self._model.rows_changed()
        self._show_counts()
        self._later.start()
        self._tell_what_stayed(ended)
        self._result_later.start()

    def _tell_what_stayed(self, ended: Ended) -> None:
        """Above the list, for when she is back from the result: how many went, which ones stayed."""
        counts = ended.counts()
        rest = [name for name in ended.chosen if ended.came(name) is not Came.BOOKED]
        if not rest:
            self.strip.clear()
            return
        title = words("strip.stayed", booked=count(counts[Came.BOOKED]), left=count(len(rest)))
        came = [words(f"came.{name}", count=count(number)) for name, number in counts.items() if number]
        look = Choice(words("empty.look"), "strip_look", self.show_result, "list")
        these = Choice(words("strip.show", count=count(len(rest))), "strip_show", lambda: self._select(rest), "filter")
        self.strip.show_told("warn", title, ", ".join(came), look, these)

    def _select(self, invoices: Sequence[InvoiceId]) -> None:
        listed = self._shell.reading.work.stores.listed
        numbers = [number for name in invoices if (number := listed.number_of(name)) is not None]
        if any(self._model.place_of(number) is None for number in numbers):
            self.commands.show_all(None, Group.ALL)
            self._model.reload()
        self.table.select_ids(numbers, numbers[0] if numbers else None)
        self.table.setFocus()

    def _on_escape(self) -> None:
        if self._pages.currentWidget() is self.result_page:
            self.show_list()
        elif self.sends.is_sending:
            self.sending_bar.stop()
        elif self.commands.search.hasFocus() and self.commands.text:
            self.clear_filter()

    def export(self) -> None:
        """The selected rows, or all that are shown."""
        chosen = list(self.table.selected_ids())
        self.errands.export(
            self._rows(chosen if len(chosen) > 1 else self._model.ids_between(0, self._model.rowCount()))
        )
