"""One painter for all tables: hairlines, the tint of the selection, pills where something asks for an act."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from robexact_desktop.ui.icons import pixmap
from robexact_desktop.ui.models.windowed import ROW_ROLE, Align, Column
from robexact_desktop.ui.theme import font, tokens

Index = QModelIndex | QPersistentModelIndex
MARGIN = 11
ICON = 14


@dataclass(frozen=True, slots=True)
class Mark:
    """A status: shape, word and colour say the same (look.md 3). `filled` means: act or wait."""

    icon: str
    word: str
    colour: str = "text"
    ground: str = ""
    more: int = 0
    shape: str = ""  # the colour of the shape where it is not that of the word

    @property
    def filled(self) -> bool:
        return bool(self.ground)


class RowDelegate(QStyledItemDelegate):
    """`marks` gives the mark of a column by its key; a column without one is text. `frozen` is followed by a line.

    `inks` names the colour of a column's words where they are not in ink.
    """

    def __init__(
        self,
        parent: QWidget,
        marks: Mapping[str, Callable[[Any], Mark | None]] | None = None,
        frozen: str = "",
        second_lines: Mapping[str, Callable[[Any], str]] | None = None,
        inks: Mapping[str, Callable[[Any], str]] | None = None,
    ) -> None:
        super().__init__(parent)
        self._marks = marks or {}
        self._frozen = frozen
        self._second_lines = second_lines or {}
        self._inks = inks or {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = option.widget
        if not isinstance(view, QTableView):
            return
        column: Column[Any] = view.model().columns[index.column()]  # type: ignore[attr-defined]  # our model
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        self._ground(painter, view, rect, index, chosen=chosen)
        row = index.data(ROW_ROLE)
        mark = self._marks[column.key](row) if column.key in self._marks and row is not None else None
        if mark is not None:
            self._mark(painter, rect, mark)
        elif row is not None:
            self._text(painter, rect, column, row)
        painter.restore()

    def _ground(self, painter: QPainter, view: QTableView, rect: QRect, index: Index, *, chosen: bool) -> None:
        t = tokens()
        painter.fillRect(rect, _colour(t.sel if chosen else t.base))
        painter.setPen(_pen(t.selline if chosen else t.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        header = view.horizontalHeader()
        if chosen and header.visualIndex(index.column()) == 0:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), _colour(t.link))
        column: Column[Any] = view.model().columns[index.column()]  # type: ignore[attr-defined]  # our model
        if column.key == self._frozen:
            painter.setPen(_pen(t.line2))
            painter.drawLine(rect.topRight(), rect.bottomRight())
        if view.currentIndex().row() == index.row():
            self._frame(painter, view, rect, index)

    def _frame(self, painter: QPainter, view: QTableView, rect: QRect, index: Index) -> None:
        """The current row stands in a frame of one pixel, drawn cell by cell."""
        painter.setPen(_pen(tokens().link))
        painter.drawLine(rect.topLeft(), rect.topRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        place = view.horizontalHeader().visualIndex(index.column())
        if place == 0:
            painter.drawLine(rect.topLeft(), rect.bottomLeft())
        if place == view.model().columnCount() - 1:
            painter.drawLine(rect.topRight(), rect.bottomRight())

    def _text(self, painter: QPainter, rect: QRect, column: Column[Any], row: Any) -> None:
        painter.setFont(_font("body", QFont.Weight.DemiBold if column.strong else QFont.Weight.Normal))
        ink = self._inks[column.key](row) if column.key in self._inks else "text"
        painter.setPen(_colour(getattr(tokens(), ink)))
        inner = rect.adjusted(MARGIN, 0, -MARGIN, 0)
        second = self._second_lines[column.key](row) if column.key in self._second_lines else ""
        if second:
            painter.drawText(
                inner.adjusted(0, 4, 0, 0), Qt.AlignmentFlag.AlignTop, _fit(painter, column.text(row), inner)
            )
            painter.setFont(_font("small"))
            painter.setPen(_colour(tokens().text2))
            lower = inner.adjusted(0, 0, 0, -4)
            painter.drawText(lower, Qt.AlignmentFlag.AlignBottom, _fit(painter, second, inner))
            return
        text = column.text(row)
        if column.align is Align.RIGHT:
            painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        elif column.whole:
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, text)
        else:
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, _fit(painter, text, inner))

    def _mark(self, painter: QPainter, rect: QRect, mark: Mark) -> None:
        t = tokens()
        painter.setFont(
            _font("small" if mark.filled else "body", QFont.Weight.DemiBold if mark.filled else QFont.Weight.Normal)
        )
        room = rect.width() - 2 * MARGIN - ICON - 10 - (28 if mark.more else 0)
        word = painter.fontMetrics().elidedText(mark.word, Qt.TextElideMode.ElideRight, max(room, 20))
        width = painter.fontMetrics().horizontalAdvance(word)
        left, middle = rect.left() + MARGIN - (5 if mark.filled else 0), rect.center().y()
        if mark.filled:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_colour(getattr(t, mark.ground)))
            painter.drawRoundedRect(QRect(left, middle - 10, ICON + width + 20, 20), 5, 5)
            left += 6
        ground = getattr(t, mark.ground) if mark.filled else t.base
        colour = getattr(t, mark.shape or (mark.colour if mark.colour != "text" else "link"))
        painter.drawPixmap(left, middle - ICON // 2, pixmap(mark.icon, colour, ground, ICON))
        painter.setPen(_colour(getattr(t, mark.colour)))
        line = QRect(left + ICON + 6, rect.top(), width + 2, rect.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, word)
        if mark.more:
            painter.setFont(_font("small"))
            painter.setPen(_colour(t.text2))
            beside = QRect(line.right() + (12 if mark.filled else 6), rect.top(), 30, rect.height())
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, f"+{mark.more}")


@lru_cache(maxsize=64)
def _colour(name: str) -> QColor:
    """A screen has 175 cells: to read four colours anew in each took a third of its painting."""
    return QColor(name)


@lru_cache(maxsize=16)
def _font(size: str, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """One object for all cells: it keeps what the screen found for it. Never changed."""
    return font(size, weight)


@lru_cache(maxsize=16)
def _pen(name: str) -> QPen:
    return QPen(QColor(name), 1)


def _fit(painter: QPainter, text: str, rect: QRect) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
