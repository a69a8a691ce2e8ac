"""A small table of a settings page: a head, hairlines, cells that may be widgets."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from robexact_desktop.ui.widgets.basics import PlainLabel, column_layout, icon_label, row_layout

HEAD, ROW = 30, 28
ROW_WITH_FIELD = 40
LEAST = 80
"""Pixels that a name keeps."""


class NameLabel(PlainLabel):
    """A name ends in "…" where it is too long, with the whole of it in the tooltip."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setToolTip(escape(name))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the whole is painted
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | self.alignment(), shown)
        painter.end()


class Grid(QFrame):
    """`widths` in pixels; 0 takes what is left. `counts`: the columns of counts, which stand to the right."""

    def __init__(
        self, name: str, heads: Sequence[str], widths: Sequence[int], counts: frozenset[int] = frozenset()
    ) -> None:
        super().__init__()
        self._counts = counts
        self.setObjectName(name)
        self.setProperty("grid", "true")
        self._widths = widths
        self._layout = column_layout(self, spacing=0)
        head, layout = self._row("gridhead", HEAD)
        for place, word in enumerate(heads):
            self._add(layout, place, PlainLabel(word, size="small", strong=True, colour="text2"))
        self._layout.addWidget(head)
        self._rows: list[QFrame] = []

    def add(self, *cells: str | QWidget, height: int = ROW) -> None:
        row, layout = self._row("gridrow", height)
        for place, cell in enumerate(cells):
            self._add(layout, place, NameLabel(cell) if isinstance(cell, str) else cell)
        self._layout.addWidget(row)
        self._rows.append(row)

    def clear(self) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []

    def _row(self, name: str, height: int) -> tuple[QFrame, QHBoxLayout]:
        row = QFrame()
        row.setProperty(name, "true")
        row.setFixedHeight(height)
        return row, row_layout(row, margins=(12, 0, 12, 0), spacing=12)

    def _add(self, layout: QHBoxLayout, place: int, cell: QWidget) -> None:
        if width := self._widths[place]:
            cell.setFixedWidth(width)
        if place in self._counts and isinstance(cell, PlainLabel):
            cell.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(cell, 0 if width else 1)


def told(icon: str, colour: str, words: str, tip: str = "") -> QWidget:
    """A state in a cell: shape, word and colour."""
    cell = QWidget()
    layout = row_layout(cell, spacing=6)
    layout.addWidget(icon_label(icon, colour, 14), 0, Qt.AlignmentFlag.AlignVCenter)
    label = PlainLabel(words, colour=colour)
    label.setToolTip(tip)
    layout.addWidget(label, 1)
    return cell
