"""The preview pane: the booking as it will be or was sent, why, what stands in the way, and the document."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QWidget

from robexact_desktop.domain.booking.books import Field, Override
from robexact_desktop.domain.changes import Changed
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.names import InvoiceId
from robexact_desktop.domain.status import InvoiceState
from robexact_desktop.services.list_invoices import list_again
from robexact_desktop.services.outcome import Outcome
from robexact_desktop.services.prepare_entries import Prepared
from robexact_desktop.services.set_by_hand import ByHand, clear_by_hand, set_by_hand
from robexact_desktop.services.workplace import Workplace
from robexact_desktop.texts import error_message
from robexact_desktop.ui.formats import count as figures
from robexact_desktop.ui.preview.booking_page import BookingPage
from robexact_desktop.ui.preview.document import DocumentView
from robexact_desktop.ui.preview.editor import Wanted
from robexact_desktop.ui.preview.head import Head
from robexact_desktop.ui.preview.held import HeldBack
from robexact_desktop.ui.preview.history import HistoryPage, events
from robexact_desktop.ui.preview.notices import Notice, notices_of
from robexact_desktop.ui.preview.sent import sent_body
from robexact_desktop.ui.shell import Shell
from robexact_desktop.ui.widgets.basics import PlainLabel, button, column_layout, row_layout
from robexact_desktop.ui.words import language, words
from robexact_desktop.workers.lane import Failed, Job

WIDTH, LEAST = 500, 380
BETWEEN_FRAMES = 17
"""Milliseconds: the list beside it is painted first."""
CAN_STILL_BE_CHANGED = frozenset({InvoiceState.READY, InvoiceState.BLOCKED, InvoiceState.REFUSED})


class PreviewPane(QFrame):
    """`show_invoice` costs no call and no wait: everything comes from what was fetched."""

    stepped = Signal(int)  # to the previous or the next invoice of the list

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setAccessibleName(words("preview.name"))
        self.setMinimumWidth(LEAST)
        self.resize(WIDTH, 600)
        self._shell = shell
        self._prepared: Prepared | None = None
        self._held = HeldBack()
        self._job: Job | None = None
        self._not_kept: tuple[Notice, ...] = ()
        shell.failed.connect(self._on_failed)
        self._closing: QObject | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(BETWEEN_FRAMES)
        self._again.timeout.connect(self._show_again)
        self._is_behind = False
        self._empty = PlainLabel(words("preview.empty"), colour="text2", wrap=True, name="preview_empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._head = Head(self)
        self.document = DocumentView(shell, self)
        self._booking = BookingPage(self.document, self)
        self._history = HistoryPage(self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._booking)
        self._pages.addWidget(self._history)
        self._tabs = self._tab_row()
        layout = column_layout(self, spacing=0)
        for widget, stretch in ((self._empty, 1), (self._head, 0), (self._tabs, 0), (self._pages, 1)):
            layout.addWidget(widget, stretch)
        self._booking.chosen.connect(self._on_chosen)
        self._booking.spread.connect(self._on_spread)
        self._booking.taken_back.connect(self._on_taken_back)
        shell.changed.connect(self._on_changed)
        shell.lane.noted.connect(self._on_noted)
        self._booking.place_wanted.connect(self._on_place)
        self._booking.again_wanted.connect(self._on_again)
        self._show_parts()

    def _tab_row(self) -> QFrame:
        row = QFrame(self)
        row.setObjectName("preview_tabs")
        self._place = PlainLabel("", size="small", colour="text2", name="preview_place")
        self._steps: list[QPushButton] = []
        layout = row_layout(row, margins=(4, 0, 8, 0), spacing=0)
        self._tab_buttons: list[QPushButton] = []
        for place, name in enumerate(("booking", "history")):
            made = button(words(f"preview.tab.{name}"), f"preview_tab_{name}", _call(self._show_tab, place), kind="tab")
            self._tab_buttons.append(made)
            layout.addWidget(made)
        self._tab_buttons[0].setChecked(True)
        layout.addStretch(1)
        for name, step in (("previous", -1), ("next", 1)):
            side = "left" if step < 0 else "right"
            told = words(f"preview.{name}")
            made = button(
                "",
                f"preview_{name}",
                _call(self.stepped.emit, step),
                icon_name=f"chevron_{side}",
                kind="flat",
                accessible=told,
            )
            made.setToolTip(told)
            self._steps.append(made)
        layout.addWidget(self._steps[0])
        layout.addWidget(self._place)
        layout.addWidget(self._steps[1])
        return row

    # what is shown

    @property
    def invoice_id(self) -> InvoiceId | None:
        return None if self._prepared is None else self._prepared.invoice.id

    def show_invoice(self, invoice_id: InvoiceId | None) -> None:
        """Nothing where there is none, or where it is gone.

        While a value is set by hand the invoice stays, also when that takes it out of the view.
        """
        if invoice_id is None and self._prepared is not None and not self._booking.editor.isHidden():
            return
        if invoice_id != self.invoice_id:
            self._not_kept = ()
        self._is_behind = False
        self._prepared = None if invoice_id is None else self._shell.reading.prepared(invoice_id)
        self._show_parts()
        if self._prepared is None:
            self.document.show_document(None)
            return
        prepared, reading = self._prepared, self._shell.reading
        overrides = reading.work.stores.overrides.of(prepared.invoice.id)
        body = sent_body(prepared, reading.work.payloads)
        self._head.show_invoice(prepared, by_hand=bool(reading.books().overrides.get(prepared.invoice.id)))
        changeable = prepared.state in CAN_STILL_BE_CHANGED
        self._held.see(prepared.invoice)
        held = self._held.notices(prepared.invoice) if changeable else ()
        notices = [*self._not_kept, *held, *notices_of(prepared, overrides if changeable else ())]
        self._booking.show_booking(prepared, reading.books(), body, notices, changeable=changeable)
        self.document.show_document(prepared.invoice)
        if self._pages.currentWidget() is self._history:
            self._show_history()

    def _on_noted(self, what: object) -> None:
        if isinstance(what, Outcome):
            self._held.note(what)

    def show_place(self, place: int | None, count: int) -> None:
        """Which of the list it is: `place` counts from 0, None where it is not in it."""
        facts = {"place": figures(place + 1), "count": figures(count)} if place is not None else {}
        self._place.setText(words("preview.place", **facts) if facts else "")
        self._steps[0].setEnabled(bool(place))
        self._steps[1].setEnabled(place is not None and place + 1 < count)

    def edit_current(self) -> None:
        """F2: the values of the line a person is at."""
        if self._prepared is not None:
            self._show_tab(0)
            self._booking.edit_current()

    def toggle_why(self) -> None:
        """W."""
        self._booking.toggle_why()

    def _show_parts(self) -> None:
        there = self._prepared is not None
        self._empty.setVisible(not there)
        for widget in (self._head, self._tabs, self._pages):
            widget.setVisible(there)

    def _show_tab(self, place: int) -> None:
        self._pages.setCurrentIndex(place)
        for number, made in enumerate(self._tab_buttons):
            made.setChecked(number == place)
        if self._pages.currentWidget() is self._history:
            self._show_history()

    def _show_history(self) -> None:
        if self._prepared is None:
            return
        work, subject = self._shell.reading.work, self._prepared.invoice.id
        history = work.stores.history
        found = events(history.of(subject), history.attempts(subject))
        self._history.show_history(found, self._prepared, sent_body(self._prepared, work.payloads))

    # by hand

    def _on_chosen(self, wanted: Wanted) -> None:
        def put(work: Workplace, invoice: Invoice) -> None:
            set_by_hand(work, invoice, ByHand(wanted.line, {wanted.field: wanted.value}))

        self._change(put)

    def _on_taken_back(self, line: int | None) -> None:
        def put(work: Workplace, invoice: Invoice) -> None:
            clear_by_hand(work, invoice, line)

        self._change(put)

    def _on_spread(self, values: dict[Field, str]) -> None:
        def put(work: Workplace, invoice: Invoice) -> None:
            set_by_hand(work, invoice, ByHand(None, values))

        self._change(put)

    def _on_again(self, notice: Notice) -> None:
        def put(work: Workplace, invoice: Invoice) -> None:
            for override in notice.again:
                set_by_hand(work, invoice, _same(override, invoice))

        self._change(put)

    def _change(self, put: Callable[[Workplace, Invoice], None]) -> None:
        """Through the lane, between the calls of a long job: the list and this pane are read anew after it."""
        if self._prepared is None:
            return
        name = self._prepared.invoice.id

        def run(work: Workplace) -> InvoiceId:
            invoice = work.stores.invoices.get(name)
            if invoice is not None:
                put(work, invoice)
                list_again(work, [name])
            return name

        self._not_kept = ()
        self._job = self._shell.do(words("preview.job.by_hand"), run, changes=Changed.INVOICES, urgent=True)

    def _on_failed(self, failed: Failed) -> None:
        """A value that could not be kept is told where it was chosen, until another invoice is shown."""
        if failed.job is self._job and self._prepared is not None:
            told = error_message(failed.error, language())
            self._not_kept = (Notice(words("preview.not_kept"), told, "bad", "state_refused"),)
            self.show_invoice(self._prepared.invoice.id)

    def _on_changed(self, changed: Changed) -> None:
        """Whatever it was may decide the booking: it is put together again, which costs milliseconds."""
        if changed and self._prepared is not None:
            self._is_behind = True
            self._again.start()

    def _show_again(self) -> None:
        """In a turn of its own, and only where somebody looks: behind another tab it waits until it is shown."""
        if self._is_behind and self._prepared is not None and self.isVisible():
            self.show_invoice(self._prepared.invoice.id)

    def _on_place(self, notice: Notice) -> None:
        if notice.place is not None:
            self._shell.go_to.emit(notice.place)

    # the window

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_behind:
            self._again.start()
        if self._closing is not self.window():
            self._closing = self.window()
            self._closing.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The thread that draws ends with the window."""
        if watched is self._closing and event.type() is QEvent.Type.Close:
            self.document.close_down()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._booking.arrange_soon()


def _same(override: Override, invoice: Invoice) -> ByHand:
    line = override.line if override.line is None or override.line < len(invoice.lines) else None
    return ByHand(line, {override.field: override.value})


def _call(act: Callable[[int], Any], place: int) -> Callable[[], Any]:
    return lambda: act(place)
