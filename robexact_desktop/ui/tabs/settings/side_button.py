"""A page's name in the list on the left, with a dot at its end where something is missing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from robexact_desktop.ui.icons import pixmap
from robexact_desktop.ui.theme import tokens

DOT = 14
FROM_EDGE = 26


class SideButton(QPushButton):
    def __init__(self, words: str, name: str) -> None:
        super().__init__(words)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setProperty("side", "true")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._words = words
        self._lacks = False

    def show_lack(self, count: int, told: str) -> None:
        self._lacks = count > 0
        self.setAccessibleName(told if count else self._words)
        self.setToolTip(told if count else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._lacks:
            t = tokens()
            painter = QPainter(self)
            top = (self.height() - DOT) // 2
            painter.drawPixmap(self.width() - FROM_EDGE - DOT, top, pixmap("state_refused", t.bad, t.window, DOT))
            painter.end()
