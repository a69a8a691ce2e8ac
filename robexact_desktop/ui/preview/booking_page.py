"""The page *Boeking*: notices, facts, lines, what is set by hand, and the document below or beside."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QWidget

from robexact_desktop.domain.booking import Books
from robexact_desktop.domain.booking.books import Field, Override
from robexact_desktop.services.prepare_entries import Prepared
from robexact_desktop.ui.preview.booking import planned_rows
from robexact_desktop.ui.preview.document import DocumentView
from robexact_desktop.ui.preview.editor import Editor
from robexact_desktop.ui.preview.facts import Fact, FactName, planned_facts, reasons, sent_facts
from robexact_desktop.ui.preview.grid import FactGrid, Reasons
from robexact_desktop.ui.preview.lines import BookingLines, Columns, LinesHead
from robexact_desktop.ui.preview.notices import Notice, Notices
from robexact_desktop.ui.preview.sent import Body, sent_rows
from robexact_desktop.ui.widgets.basics import button, column_layout, row_layout
from robexact_desktop.ui.words import words

BESIDE_FROM = 820
"""From this width of the pane the document stands beside the booking (look 03)."""
LEAST_PAPER = 76
"""Below the booking: its bar and the head of the first page."""


class BookingPage(QWidget):
    chosen = Signal(object)  # Wanted
    spread = Signal(object)  # dict[Field, str]
    taken_back = Signal(object)  # int | None
    place_wanted = Signal(object)  # Notice
    again_wanted = Signal(object)  # Notice
    decided = Signal(object)  # Decision

    def __init__(self, document: DocumentView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("booking_page")
        self._prepared: Prepared | None = None
        self._books: Books | None = None
        self._by_hand: Sequence[Override] = ()
        self._changeable = True
        self._document = document
        self._moved = False
        self._once_laid_out = QTimer(self)
        self._once_laid_out.setSingleShot(True)
        self._once_laid_out.timeout.connect(self.arrange)
        self._build()
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.setObjectName("preview_splitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self._scroll)
        self._splitter.addWidget(document)
        self._splitter.splitterMoved.connect(self._on_moved)
        column_layout(self, spacing=0).addWidget(self._splitter)
        document.told.connect(self._on_document)

    def _build(self) -> None:
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("booking_scroll")
        self._scroll.setAccessibleName(words("preview.tab.booking"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner = QWidget()
        self._inner.setObjectName("booking_inner")
        columns = Columns()
        self._notices = Notices(
            self,
            on_place=self.place_wanted.emit,
            on_field=self._on_field,
            on_again=self.again_wanted.emit,
            on_decide=self.decided.emit,
        )
        self._facts = FactGrid(self)
        self._lines_head = LinesHead(columns, self)
        self.lines = BookingLines(columns, self)
        self.lines.edit_wanted.connect(self.edit)
        self.lines.resized.connect(self.arrange)
        self.lines.selectionModel().currentChanged.connect(self._on_line)
        self._tools = self._tool_row()
        self.editor = Editor(self)
        self.editor.chosen.connect(self.chosen)
        self.editor.spread.connect(self.spread)
        self.editor.taken_back.connect(self.taken_back)
        self.editor.closed.connect(self._on_closed)
        self._reasons = Reasons(self)
        layout = self._rows = column_layout(self._inner, spacing=0)
        for part in (self._notices, self._facts, self._lines_head, self.lines, self._tools, self.editor, self._reasons):
            layout.addWidget(part)
        layout.addStretch(1)
        self._scroll.setWidget(self._inner)

    def _tool_row(self) -> QWidget:
        row = QWidget(self)
        layout = row_layout(row, margins=(8, 4, 8, 4), spacing=2)
        self._pencil = button(
            words("preview.edit_line"), "edit_line", self.edit_current, icon_name="pencil", kind="flat", key="F2"
        )
        self._pencil_invoice = button(
            words("preview.edit_invoice"), "edit_invoice", self.edit_invoice, icon_name="calendar", kind="flat"
        )
        self._why = button(words("action.why"), "toggle_why", self.toggle_why, icon_name="why", kind="flat", key="W")
        layout.addWidget(self._pencil)
        layout.addWidget(self._pencil_invoice)
        layout.addStretch(1)
        layout.addWidget(self._why)
        return row

    # what is shown

    def show_booking(
        self, prepared: Prepared, books: Books, body: Body | None, notices: Sequence[Notice], *, changeable: bool
    ) -> None:
        """`body` is what was sent, where something was."""
        another = self._prepared is None or self._prepared.invoice.id != prepared.invoice.id
        self._prepared, self._books, self._changeable = prepared, books, changeable
        self._by_hand = books.overrides.get(prepared.invoice.id, ())
        self._inner.setUpdatesEnabled(False)
        if another:
            self.lines.forget_line()
            self._scroll.verticalScrollBar().setValue(0)
        self._notices.show_notices(notices)
        if body is None:
            facts = planned_facts(prepared, books, self._by_hand)
            self.lines.show_rows(planned_rows(prepared, books, self._by_hand))
            self._reasons.show_reasons(reasons(prepared, facts))
        else:
            facts = sent_facts(prepared, body, books)
            self.lines.show_rows(sent_rows(prepared, body, books))
        self._has_reasons = body is None
        self._facts.show_facts(facts)
        self._lines_head.update()
        for tool in (self._pencil, self._pencil_invoice):
            tool.setVisible(changeable)
        self._pencil.setEnabled(bool(prepared.entry.lines))
        self._show_editor(another=another)
        self._inner.setUpdatesEnabled(True)
        self.arrange()
        self.arrange_soon()  # new notices know their height only then

    def _show_editor(self, *, another: bool) -> None:
        """It stays open on the same invoice, and closes with another one."""
        if self.editor.isHidden():
            self._show_reasons()
            return
        if another or not self._changeable:
            self.editor.leave()
        elif self._prepared is not None and self._books is not None:
            self.editor.edit(self.editor.line, self._prepared, self._books, self._by_hand)

    def _show_reasons(self) -> None:
        self._reasons.setVisible(self.lines.shows_why and self._has_reasons and self.editor.isHidden())

    _has_reasons = False

    def toggle_why(self) -> None:
        self.lines.show_why(not self.lines.shows_why)
        self._show_reasons()
        self.arrange()

    # by hand

    def edit_current(self) -> None:
        self.edit(self.lines.line() or 0)

    def edit_invoice(self) -> None:
        self.edit(None)

    def edit(self, line: int | None, field: Field | None = None) -> None:
        """Open the values of a line, or of the invoice, with the focus on a field."""
        if self._prepared is None or self._books is None or not self._changeable:
            return
        if line is not None and line >= len(self._prepared.entry.lines):
            return
        if line is not None:
            self.lines.choose_line(line)
        self.editor.edit(line, self._prepared, self._books, self._by_hand)
        self._show_reasons()
        self.arrange()
        self.editor.focus_first(field)
        self._rows.activate()
        self._scroll.ensureWidgetVisible(self.editor, 0, 8)

    def _on_field(self, notice: Notice) -> None:
        if notice.field is not None:
            is_line = notice.field not in (Field.PERIOD, Field.PAYMENT_CONDITION)
            self.edit(notice.line or 0 if is_line else None, notice.field)

    def _on_line(self) -> None:
        """While the editor is open it follows the line."""
        line = self.lines.line()
        if self.editor.isHidden() or self.editor.line is None or line is None or line == self.editor.line:
            return
        if self._prepared is not None and self._books is not None:
            self.editor.edit(line, self._prepared, self._books, self._by_hand)

    def _on_closed(self) -> None:
        self._show_reasons()
        self.arrange()
        self.lines.setFocus()

    # room

    def _on_document(self, told: str) -> None:
        self._facts.show_fact(FactName.DOCUMENT, Fact(told))

    def _on_moved(self) -> None:
        self._moved = True

    def arrange_soon(self) -> None:
        """When the layout is done."""
        self._once_laid_out.start()

    def arrange(self) -> None:
        """The document beside where there is room; below it the booking takes what it needs, within reason."""
        beside = self.width() >= BESIDE_FROM
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self._splitter.orientation() is not wanted:
            self._splitter.setOrientation(wanted)
            self._moved = False
        self._document.setVisible(beside or self.editor.isHidden())
        if self._moved:
            return
        if beside:
            self._splitter.setSizes([self.width() * 54 // 100, self.width() * 46 // 100])
            return
        parts = (self._notices, self._facts, self._lines_head, self.lines, self._tools)
        needed = sum(_height(part, self._scroll.viewport().width()) for part in parts if part.isVisibleTo(self))
        upper = min(needed + 1, self.height() - max(LEAST_PAPER, self.height() // 5))
        self._splitter.setSizes([upper, self.height() - upper])


def _height(part: QWidget, width: int) -> int:
    layout = part.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return part.sizeHint().height() if part.minimumHeight() != part.maximumHeight() else part.minimumHeight()
