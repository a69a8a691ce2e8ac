"""Beside the results: why this one is not booked, Exact's own words, and the button that opens the place to mend."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from robexact_desktop.domain.invoice import Invoice, InvoiceType
from robexact_desktop.domain.problems import Problem
from robexact_desktop.texts import formats, problem_fix, problem_message
from robexact_desktop.ui.marks import outcome_mark
from robexact_desktop.ui.places import PREVIEW, place_of, place_of_refusal
from robexact_desktop.ui.preview.history import HistoryPage, events
from robexact_desktop.ui.preview.sent import sent_body
from robexact_desktop.ui.sending.changes import changes_of
from robexact_desktop.ui.sending.detail_tabs import TABS, DetailTabs, booking_area
from robexact_desktop.ui.sending.results import ResultRow
from robexact_desktop.ui.sending.run import Came
from robexact_desktop.ui.sending.sides import sides_table
from robexact_desktop.ui.shell import Place, Shell, Tab
from robexact_desktop.ui.widgets.basics import PlainLabel, button, column_layout, icon_label, row_layout
from robexact_desktop.ui.widgets.figures import FigureTable
from robexact_desktop.ui.words import language, words
from robexact_desktop.wording import explained, message_of, own_words

WIDTH = 460


class ResultDetail(QFrame):
    """Made anew for each row: what a row has to say differs more than it has in common."""

    place_wanted = Signal(object)  # Place
    stepped = Signal(int)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setMinimumWidth(360)
        self._shell = shell
        self._row: ResultRow | None = None
        self._head_area = QFrame(self)
        self._head_area.setObjectName("result_detail_head")
        self._head_layout = column_layout(self._head_area)
        self._tabs = DetailTabs(self)
        self._tabs.chosen.connect(self._on_tab)
        self._tabs.stepped.connect(self.stepped.emit)
        layout = column_layout(self, spacing=0)
        layout.addWidget(self._head_area)
        layout.addWidget(self._tabs)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("result_detail_scroll")
        self._scroll.setAccessibleName(words("result.detail"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._scroll)
        layout.addWidget(self._pages, 1)

    def show_row(self, row: ResultRow | None, place: int = 0, total: int = 0) -> None:
        """`place` counts from 0 in what the list shows."""
        self._row = row
        self._tabs.setVisible(row is not None)
        self._tabs.press(0)
        self._tabs.show_place(place, total)
        self._forget_pages()
        while (item := self._head_layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if row is not None:
            head = QWidget()
            self._head(column_layout(head, margins=(16, 14, 16, 10), spacing=8), row)
            self._head_layout.addWidget(head)
        page = QFrame()
        page.setObjectName("result_detail")
        layout = column_layout(page, margins=(16, 14, 16, 14), spacing=10)
        if row is not None:
            self._why(layout, row)
            self._changed(layout, row)
            self._sides(layout, row)
            self._acts(layout, row)
        layout.addStretch(1)
        self._scroll.setWidget(page)

    def _forget_pages(self) -> None:
        """Booking and history are made when they are looked at."""
        while (old := self._pages.widget(1)) is not None:
            self._pages.removeWidget(old)
            old.deleteLater()
        self._pages.setCurrentIndex(0)

    def _on_tab(self, place: int) -> None:
        self._forget_pages()
        prepared = self._shell.reading.prepared(self._row.invoice) if self._row is not None and place else None
        if prepared is None:
            return
        if TABS[place] == "booking":
            self._pages.addWidget(booking_area(self._shell, prepared))
        else:
            work, subject = self._shell.reading.work, prepared.invoice.id
            page = HistoryPage(self)
            found = events(work.stores.history.of(subject), work.stores.history.attempts(subject))
            page.show_history(found, prepared, sent_body(prepared, work.payloads))
            self._pages.addWidget(page)
        self._pages.setCurrentIndex(1)

    def _sides(self, layout: QVBoxLayout, row: ResultRow) -> None:
        """Robaws beside Exact, where a person decides."""
        if row.came is not Came.TO_DECIDE:
            return
        if (table := sides_table(row)) is not None:
            layout.addWidget(table)
        number = row.outcome.entry_number if row.outcome else None
        if number is not None:
            decide = PlainLabel(words("result.decide", number=number), wrap=True, name="result_decide")
            layout.addWidget(decide)

    def _head(self, layout: QVBoxLayout, row: ResultRow) -> None:
        invoice = row.now or row.before
        kind = "credit_note" if invoice.type is InvoiceType.CREDIT_NOTE else "invoice"
        upper = row_layout()
        title = words(f"result.{row.kind}_{kind}", number=row.number)
        upper.addWidget(PlainLabel(title, size="title", strong=True, name="result_detail_title"), 1)
        mark = outcome_mark(row.outcome)
        shape = icon_label(mark.icon, mark.shape or (mark.colour if mark.colour != "text" else "link"), 16)
        upper.addWidget(shape)
        upper.addWidget(PlainLabel(words(f"result.came.{row.came}"), strong=True, colour=mark.colour))
        layout.addLayout(upper)
        lower = row_layout()
        lower.addWidget(PlainLabel(f"{row.relation_name} · {formats.day(invoice.date)}", colour="text2"), 1)
        lower.addWidget(PlainLabel(formats.money(row.in_robaws, row.currency, language()), size="title", strong=True))
        layout.addLayout(lower)

    def _why(self, layout: QVBoxLayout, row: ResultRow) -> None:
        """Cause first, then what it means; Exact letter for letter."""
        if row.outcome is None:
            layout.addWidget(PlainLabel(words("result.not_taken"), wrap=True))
            return
        known = explained(row.outcome, language())
        if known is not None:
            layout.addWidget(PlainLabel(known.cause, size="title", strong=True, wrap=True, name="result_cause"))
            layout.addWidget(PlainLabel(known.fix, wrap=True, name="result_fix"))
        elif row.came is Came.LEFT and (problem := _blocking(row)) is not None and not row.outcome.told:
            cause = problem_message(problem, language())
            layout.addWidget(PlainLabel(cause, size="title", strong=True, wrap=True, name="result_cause"))
            layout.addWidget(PlainLabel(problem_fix(problem, language()), wrap=True, name="result_fix"))
        else:
            layout.addWidget(PlainLabel(message_of(row.outcome, language()), wrap=True, name="result_cause"))
        if said := own_words(row.outcome):
            layout.addWidget(_quote(said))

    def _changed(self, layout: QVBoxLayout, row: ResultRow) -> None:
        changes = changes_of(row.before, row.now) if row.came is Came.LEFT and row.now is not None else []
        if not changes:
            return
        titles = (words("result.field"), words("result.was"), words("result.now"))
        table = FigureTable(words("result.changes"), titles, right=(1, 2), strong=(2,))
        for change in changes:
            table.add_row(change)
        layout.addWidget(table)

    def _acts(self, layout: QVBoxLayout, row: ResultRow) -> None:
        foot = row_layout()
        place = mending(row)
        if place is not None:
            text = words(f"mend.{place.tab}")
            fix = button(text, "result_mend", lambda: self.place_wanted.emit(place), icon_name="pencil", kind="primary")
            foot.addWidget(fix)
        number = row.outcome.entry_number if row.outcome and row.came is Came.TO_DECIDE else None
        if number is not None:
            text = words("result.copy_number")
            foot.addWidget(button(text, "result_copy_number", lambda: _copied(number), icon_name="copy"))
        if place is None or place.page != PREVIEW:
            look = Place(Tab.INVOICES, PREVIEW, row.invoice)
            foot.addWidget(
                button(words("result.look"), "result_look", lambda: self.place_wanted.emit(look), icon_name="open")
            )
        foot.addStretch(1)
        layout.addLayout(foot)
        if row.came is not Came.BOOKED:
            layout.addWidget(PlainLabel(words(f"result.after.{row.came}"), size="small", colour="text2", wrap=True))


def _copied(number: int) -> None:
    QGuiApplication.clipboard().setText(str(number))


def _quote(said: str) -> QFrame:
    frame = QFrame()
    frame.setObjectName("quote")
    layout = column_layout(frame, margins=(12, 8, 12, 8), spacing=2)
    layout.addWidget(PlainLabel(words("result.literally"), size="caption", colour="text2"))
    words_of_exact = PlainLabel(said, strong=True, wrap=True, name="result_own_words")
    words_of_exact.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    layout.addWidget(words_of_exact)
    return frame


def _blocking(row: ResultRow) -> Problem | None:
    problems = row.outcome.problems if row.outcome else ()
    return next((problem for problem in problems if problem.blocks), None)


def mending(row: ResultRow) -> Place | None:
    """The place where this row is mended; None where there is nothing to mend."""
    invoice: Invoice = row.now or row.before
    if row.outcome is None or row.came in (Came.BOOKED, Came.UNSURE):
        return None
    if row.came is Came.REFUSED:
        known = explained(row.outcome, language())
        return place_of_refusal(known.cause_key if known else "", invoice)
    if any(told.key.startswith("relation.") for told in row.outcome.told):
        return Place(Tab.RELATIONS, "", invoice.relation or "")
    if (problem := _blocking(row)) is not None:
        return place_of(problem, invoice)
    return Place(Tab.INVOICES, PREVIEW, row.invoice) if row.now is not None else None
