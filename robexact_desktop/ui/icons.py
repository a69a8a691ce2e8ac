"""Own icons on a grid of 16, tinted in the colours of the theme when they are drawn."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from robexact_desktop.resources import resource
from robexact_desktop.ui.theme import tokens


def icon(name: str, colour: str = "text2", ground: str = "base") -> QIcon:
    """`colour` and `ground` are names of tokens; the ground shows inside filled shapes."""
    return QIcon(pixmap(name, getattr(tokens(), colour), getattr(tokens(), ground), 16))


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, ground: str, size: int) -> QPixmap:
    """Drawn at the screen's own scale, so that lines stay sharp at 150 %."""
    application = QApplication.instance()
    ratio = application.devicePixelRatio() if isinstance(application, QApplication) else 1.0
    svg = resource(f"icons/{name}.svg").read_text("utf-8").replace("currentColor", colour).replace("#GROUND", ground)
    drawn = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, drawn.width(), drawn.height()))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn
