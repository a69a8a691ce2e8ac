"""A check box in the tokens' colours: the style's own one has an edge that the dark ground swallows."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from robexact_desktop.ui.icons import pixmap
from robexact_desktop.ui.theme import tokens

BOX, GAP, RING = 15, 8, 2


class CheckBox(QCheckBox):
    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(RING + BOX + GAP + words + RING + 2, max(BOX + 2 * RING + 2, self.fontMetrics().height() + 4))

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002 - the words are as good as the box
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - it is small
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(RING + 0.5, (self.height() - BOX) / 2 + 0.5, BOX - 1, BOX - 1)
        fill, edge = (t.accent, t.accent) if self.isChecked() else (t.base, t.field)
        if self.hasFocus():
            painter.setPen(QPen(QColor(t.link), RING))
            painter.drawRoundedRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), 5, 5)
        painter.setPen(QPen(QColor(edge if self.isEnabled() else t.disabled), 1))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            tick = pixmap("check", t.on_accent, t.accent, BOX - 3)
            painter.drawPixmap(int(box.left()) + 2, int(box.top()) + 2, tick)
        painter.setPen(QColor(t.text if self.isEnabled() else t.disabled))
        words = self.rect().adjusted(RING + BOX + GAP, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.end()
