"""A switch: on or off, said by place and colour; Space turns it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from robexact_desktop.ui.theme import tokens

WIDTH, HEIGHT, EDGE = 34, 18, 3


class Switch(QAbstractButton):
    def __init__(self, name: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(WIDTH + 2 * EDGE, HEIGHT + 2 * EDGE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the whole is painted
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(EDGE, EDGE, WIDTH, HEIGHT).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.hasFocus():
            painter.setPen(QPen(QColor(t.link), 2))
            painter.drawRoundedRect(track.adjusted(-2, -2, 2, 2), HEIGHT / 2 + 2, HEIGHT / 2 + 2)
        on = self.isChecked()
        edge = (t.accent if on else t.field) if self.isEnabled() else t.line2
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(t.accent if on and self.isEnabled() else t.sunken))
        painter.drawRoundedRect(track, HEIGHT / 2, HEIGHT / 2)
        knob = HEIGHT - 6
        left = EDGE + WIDTH - knob - 3 if on else EDGE + 3
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.on_accent if on else t.field))
        painter.drawEllipse(QRectF(left, EDGE + 3, knob, knob))
        painter.end()
