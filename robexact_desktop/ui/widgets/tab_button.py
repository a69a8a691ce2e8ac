"""A tab of the top bar: its name, and a tinted pill with the gravest shape and the count of what waits there."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from robexact_desktop.ui.formats import count
from robexact_desktop.ui.icons import pixmap
from robexact_desktop.ui.tabs.tab import Badge
from robexact_desktop.ui.theme import font, tokens

PILL_HEIGHT = 18
ICON = 12
GAP, INNER, RIGHT = 6, 5, 10


class TabButton(QPushButton):
    """The pill is painted when it is shown, so that it is always in the colours of the theme in force."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setCheckable(True)
        self.setProperty("tab", "true")
        self._badge = Badge()

    def show_badge(self, badge: Badge) -> None:
        if badge == self._badge:
            return
        self._badge = badge
        self.setAccessibleName(f"{self.text()}, {count(badge.count)}" if badge.count else self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        plain = super().sizeHint()
        return QSize(plain.width() + (self._pill_width() + GAP if self._badge.count else 0), plain.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._badge.count:
            return
        t, badge = tokens(), self._badge
        ground = getattr(t, f"{badge.colour}_bg")
        width = self._pill_width()
        pill = QRect(self.width() - RIGHT - width, (self.height() - PILL_HEIGHT) // 2, width, PILL_HEIGHT)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(pill, 5, 5)
        colour = getattr(t, badge.colour)
        painter.drawPixmap(
            pill.left() + INNER, pill.center().y() - ICON // 2 + 1, pixmap(badge.icon, colour, ground, ICON)
        )
        painter.setFont(_figures())
        painter.setPen(QColor(colour))
        words = pill.adjusted(INNER + ICON + 4, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, count(badge.count))

    def _pill_width(self) -> int:
        return QFontMetrics(_figures()).horizontalAdvance(count(self._badge.count)) + 2 * INNER + ICON + 4


def _figures() -> QFont:
    return font("small", QFont.Weight.DemiBold)
