"""The booking lines: debit and credit, under each its why; painted in one list, so that a row costs no widgets."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from robexact_desktop.ui.formats import amount
from robexact_desktop.ui.icons import pixmap
from robexact_desktop.ui.preview.booking import Balance, BookingRow, RowKind, Why
from robexact_desktop.ui.theme import font, tokens
from robexact_desktop.ui.words import language, words

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
MARGIN, UPPER, LOWER, ABOVE = 16, 19, 17, 4
AMOUNT, VAT = 78, 80
"""Least widths; amounts take more where they are longer, since they are never cut."""
INDENT = 18

SHAPES = {
    Balance.EQUAL: ("light_ok", "ok"),
    Balance.DIFFERS: ("state_refused", "bad"),
    Balance.NOT_YET: ("state_blocked", "warn"),
}


@lru_cache(maxsize=1024)
def _lower_height(text: str, width: int) -> int:
    """Asked four times for each row at each selection: measured, a tenth of the time that a selection takes."""
    room = QRect(0, 0, width - 2 * MARGIN - INDENT, 1000)
    metrics = QFontMetrics(font("small"))
    return max(LOWER, metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height() + 2)


class BookingModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: Sequence[BookingRow] = ()

    def show_rows(self, rows: Sequence[BookingRow]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(said(row))
        return None


def said(row: BookingRow) -> Iterator[str]:
    """The row as a screen reader says it."""
    yield row.title
    if row.vat:
        yield f"{words('preview.head.vat')} {row.vat}"
    for side, value in (("debit", row.debit), ("credit", row.credit)):
        if value is not None:
            yield f"{words(f'preview.head.{side}')} {amount(value, language())}"
    yield from (why.text for why in row.whys)


class Columns:
    """Where the columns stand, for the head and the rows alike."""

    def __init__(self) -> None:
        self.debit = self.credit = AMOUNT

    def fit(self, rows: Sequence[BookingRow]) -> None:
        metrics = QFontMetrics(font("body", QFont.Weight.DemiBold))
        for side in ("debit", "credit"):
            texts = [amount(value, language()) for row in rows if (value := getattr(row, side)) is not None]
            setattr(self, side, max([AMOUNT, *(metrics.horizontalAdvance(text) + 14 for text in texts)]))

    def places(self, rect: QRect) -> tuple[QRect, QRect, QRect, QRect]:
        """Account, VAT code, debit, credit."""
        right = rect.right() - MARGIN
        credit = QRect(right - self.credit, rect.top(), self.credit, rect.height())
        debit = QRect(credit.left() - self.debit, rect.top(), self.debit, rect.height())
        vat = QRect(debit.left() - VAT, rect.top(), VAT, rect.height())
        left = rect.left() + MARGIN
        return QRect(left, rect.top(), vat.left() - left - 8, rect.height()), vat, debit, credit


class LinesHead(QWidget):
    def __init__(self, columns: Columns, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = columns
        self.setFixedHeight(30)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the whole is small
        t = tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(t.raised))
        painter.setPen(QPen(QColor(t.line2), 1))
        painter.drawLine(0, 0, self.width(), 0)
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.setFont(font("small", QFont.Weight.Medium))
        painter.setPen(QColor(t.text2))
        account, vat, debit, credit = self._columns.places(self.rect())
        painter.drawText(account, Qt.AlignmentFlag.AlignVCenter, words("preview.head.account"))
        painter.drawText(vat, Qt.AlignmentFlag.AlignVCenter, words("preview.head.vat"))
        for place, side in ((debit, "debit"), (credit, "credit")):
            painter.drawText(
                place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words(f"preview.head.{side}")
            )


class LineDelegate(QStyledItemDelegate):
    def __init__(self, columns: Columns, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = columns
        self.shows_why = True

    def whys_of(self, row: BookingRow) -> tuple[Why, ...]:
        """What was set by hand and what is wrong stays when the whys are hidden."""
        if self.shows_why or row.kind is RowKind.TOTAL:
            return row.whys
        return tuple(why for why in row.whys if why.by_hand or why.warns)

    def height(self, row: BookingRow, width: int) -> int:
        lower = sum(_lower_height(why.text, width) for why in self.whys_of(row))
        return ABOVE + UPPER + lower + (ABOVE + 1)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 400
        return QSize(width, self.height(index.data(ROW_ROLE), width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: BookingRow = index.data(ROW_ROLE)
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and row.kind is RowKind.LINE
        painter.save()
        self._ground(painter, rect, row, chosen=chosen)
        upper = QRect(rect.left(), rect.top() + ABOVE, rect.width(), UPPER)
        self._upper(painter, upper, row, chosen=chosen)
        top = upper.bottom() + 1
        for why in self.whys_of(row):
            height = _lower_height(why.text, rect.width())
            self._lower(painter, QRect(rect.left() + MARGIN, top, rect.width() - 2 * MARGIN, height), row, why)
            top += height
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, row: BookingRow, *, chosen: bool) -> None:
        t = tokens()
        painter.fillRect(rect, QColor(t.sel if chosen else t.raised if row.kind is RowKind.TOTAL else t.base))
        painter.setPen(QPen(QColor(t.selline if chosen else t.line), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if chosen:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(t.link))

    def _upper(self, painter: QPainter, rect: QRect, row: BookingRow, *, chosen: bool) -> None:
        t = tokens()
        account, vat, debit, credit = self._columns.places(rect)
        strong = chosen or row.kind is RowKind.TOTAL
        painter.setFont(font("body", QFont.Weight.DemiBold if strong else QFont.Weight.Normal))
        if row.kind is RowKind.TOTAL:
            shape, colour = SHAPES[row.balance]
            painter.drawPixmap(account.left(), rect.center().y() - 7, pixmap(shape, getattr(t, colour), t.raised, 16))
            account.adjust(INDENT + 4, 0, 8 + VAT, 0)
        elif not row.vat:
            account.setRight(vat.right())
        is_wrong = row.balance is Balance.DIFFERS
        painter.setPen(QColor(t.warn if row.title_lacks else t.bad if is_wrong else t.text))
        title = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, account.width())
        painter.drawText(account, Qt.AlignmentFlag.AlignVCenter, title)
        painter.setPen(QColor(t.bad if is_wrong else t.text))
        for place, value in ((debit, row.debit), (credit, row.credit)):
            if value is not None:
                right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
                painter.drawText(place, right, amount(value, language()))
        if row.vat:
            self._vat(painter, vat, row)

    def _vat(self, painter: QPainter, place: QRect, row: BookingRow) -> None:
        t = tokens()
        painter.setFont(font())
        painter.setPen(QColor(t.warn if row.vat_lacks else t.text))
        if row.vat_lacks:
            painter.drawPixmap(place.left(), place.center().y() - 6, pixmap("state_blocked", t.warn, t.base, 14))
            place = place.adjusted(18, 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, row.vat)

    def _lower(self, painter: QPainter, rect: QRect, row: BookingRow, why: Why) -> None:
        t = tokens()
        is_total = row.kind is RowKind.TOTAL
        name = "link" if why.by_hand else "warn" if why.warns else "text2"
        if is_total and row.balance is Balance.DIFFERS:
            name = "bad"
        colour = getattr(t, name)
        if not is_total:
            painter.drawPixmap(
                rect.left(), rect.top() + 1, pixmap("user" if why.by_hand else "why", colour, t.base, 14)
            )
        painter.setFont(font("small"))
        painter.setPen(QColor(colour))
        inner = rect.adjusted(INDENT + (4 if is_total else 0), 0, 0, 0)
        painter.drawText(inner, Qt.TextFlag.TextWordWrap, why.text)


class BookingLines(QListView):
    """As high as its rows: the pane scrolls, not the list. `edit_wanted` brings the number of a line."""

    edit_wanted = Signal(int)
    resized = Signal()

    def __init__(self, columns: Columns, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("booking_lines")
        self.setAccessibleName(words("preview.lines"))
        self._columns = columns
        self.rows = BookingModel(self)
        self.painter_of_rows = LineDelegate(columns, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.painter_of_rows)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, rows: Sequence[BookingRow]) -> None:
        """The same line stays the current one where there still is one."""
        present = self.line()
        self._columns.fit(rows)
        self.rows.show_rows(rows)
        self.choose_line(present)
        self._fit()

    def show_why(self, shown: bool) -> None:
        self.painter_of_rows.shows_why = shown
        self.scheduleDelayedItemsLayout()
        self._fit()

    @property
    def shows_why(self) -> bool:
        return self.painter_of_rows.shows_why

    def line(self) -> int | None:
        """The invoice line a person is at."""
        index = self.currentIndex()
        return self.rows.rows[index.row()].line if index.isValid() else None

    def choose_line(self, line: int | None) -> None:
        place = next((place for place, row in enumerate(self.rows.rows) if row.line == line), None)
        if line is not None and place is not None:
            self.setCurrentIndex(self.rows.index(place))

    def forget_line(self) -> None:
        self.setCurrentIndex(QModelIndex())

    def _fit(self) -> None:
        width = self.viewport().width()
        self.setFixedHeight(sum(self.painter_of_rows.height(row, width) for row in self.rows.rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self._fit()
            self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.line()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and line is not None:
            self.edit_wanted.emit(line)
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if (line := self.line()) is not None:
            self.edit_wanted.emit(line)
        super().mouseDoubleClickEvent(event)
