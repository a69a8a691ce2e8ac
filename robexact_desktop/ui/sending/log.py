"""The log of a send: a line for each thing done, the latest above, with its second and its shape."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from robexact_desktop.services.outcome import Outcome
from robexact_desktop.texts import formats
from robexact_desktop.ui.icons import pixmap
from robexact_desktop.ui.marks import outcome_mark
from robexact_desktop.ui.sending.run import Came, LogLine, came_of
from robexact_desktop.ui.theme import font, tokens
from robexact_desktop.ui.words import language, words
from robexact_desktop.wording import own_words, told_line

At = QModelIndex | QPersistentModelIndex
LINE = 28
TIME_AT, SHAPE_AT, WORDS_AT = 16, 104, 128
NOT_ALL = ("document.", "write_back.")
"""What did not go as it should though the entry is booked."""


def line_words(line: LogLine) -> str:
    """`20260874: geboekt als boekstuk 20260874`."""
    return f"{line.number}: {_said(line)}"


def _said(line: LogLine) -> str:
    outcome = line.outcome
    if outcome is None:
        return words("log.booked", number=line.entry_number or "")
    came = came_of(outcome)
    if came is Came.BOOKED:
        return _booked(outcome)
    if came is Came.REFUSED and (said := own_words(outcome)):
        return words("log.refused", message=said.splitlines()[0])
    if came is Came.UNSURE:
        until = next((told.facts["time"] for told in outcome.told if "time" in told.facts), "")
        return words("log.unsure_until", time=until) if until else words("log.unsure")
    if came is Came.TO_DECIDE:
        return words("log.to_decide")
    return outcome_mark(outcome).word


def _booked(outcome: Outcome) -> str:
    for told in outcome.told:
        if told.key.startswith(NOT_ALL) and not told.key.startswith("write_back.done"):
            return told_line(told, language())
    return words("log.done", number=outcome.entry_number or "")


def line_shape(line: LogLine) -> tuple[str, str]:
    """The icon and its colour, as in the list."""
    if line.outcome is None:
        return "state_booked", "ok"
    mark = outcome_mark(line.outcome)
    return mark.icon, mark.shape or mark.colour


class LogRows(QAbstractListModel):
    """The lines of one run. Knows rows and words; no database, no window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: list[LogLine] = []

    def fill(self, lines: list[LogLine]) -> None:
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def add(self, line: LogLine) -> None:
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._lines.insert(0, line)
        self.endInsertRows()

    def line_at(self, row: int) -> LogLine:
        return self._lines[row]

    def rowCount(self, parent: At = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: At, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line_words(line) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{formats.second_of_day(line.when)} {line_words(line)}"
        return None


class _LogDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: At) -> QSize:  # noqa: ARG002 - every line is as high
        return QSize(200, LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: At) -> None:
        t, model = tokens(), index.model()
        assert isinstance(model, LogRows)
        line = model.line_at(index.row())
        rect: QRect = option.rect
        painter.save()
        painter.setFont(font("body"))
        painter.setPen(QColor(t.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(t.text2))
        painter.drawText(rect.adjusted(TIME_AT, 0, 0, 0), middle, formats.second_of_day(line.when))
        shape, colour = line_shape(line)
        top = rect.top() + (rect.height() - 14) // 2
        painter.drawPixmap(rect.left() + SHAPE_AT, top, pixmap(shape, getattr(t, colour), t.base, 14))
        room = rect.adjusted(WORDS_AT, 0, -12, 0)
        painter.setPen(QColor(t.text))
        told = painter.fontMetrics().elidedText(line_words(line), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle, told)
        painter.restore()


class LogView(QListView):
    def __init__(self, rows: LogRows, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sending_log")
        self.setAccessibleName(words("log.name"))
        self.setModel(rows)
        self.setItemDelegate(_LogDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
