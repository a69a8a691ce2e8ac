"""A numbered step: what to do in bold, why below, and the widgets that do it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from robexact_desktop.ui.icons import pixmap
from robexact_desktop.ui.theme import font, tokens
from robexact_desktop.ui.widgets.basics import PlainLabel, column_layout, row_layout

SIZE = 22


class Number(QWidget):
    """A number in a circle; a tick once it is done."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._done = False
        self._current = False
        self.setFixedSize(SIZE, SIZE)

    def mark(self, *, done: bool = False, current: bool = False) -> None:
        self._done, self._current = done, current
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the whole is painted
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._done:
            painter.drawPixmap(0, 0, pixmap("light_ok", t.ok, t.base, SIZE))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.accent if self._current else t.sunken))
            painter.drawEllipse(0, 0, SIZE, SIZE)
            painter.setPen(QColor(t.on_accent if self._current else t.text2))
            painter.setFont(font("small", QFont.Weight.DemiBold))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


class Step(QWidget):
    """`body` takes what stands below the words."""

    def __init__(self, number: int, what: str, why: str) -> None:
        super().__init__()
        layout = row_layout(self, spacing=12)
        self.number = Number(number)
        layout.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        self.body: QVBoxLayout = column_layout(spacing=6)
        said = column_layout(spacing=2)
        said.addWidget(PlainLabel(what, strong=True))
        said.addWidget(PlainLabel(why, colour="text2", wrap=True))
        self.body.addLayout(said)
        layout.addLayout(self.body, 1)
