"""Light or dark while the window is open: what was tinted when it was made is tinted anew."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from robexact_desktop.ui import theme
from robexact_desktop.ui.icons import icon, pixmap
from robexact_desktop.ui.preferences import Appearance
from robexact_desktop.ui.widgets.basics import PlainLabel


def is_dark(appearance: Appearance) -> bool:
    """What a choice comes to on this computer."""
    if appearance is Appearance.SYSTEM:
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return appearance is Appearance.DARK


def restyle(appearance: Appearance) -> None:
    """Palette and stylesheet, then every label and icon that carries a colour of its own."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, dark=is_dark(appearance))
    for widget in application.allWidgets():
        if isinstance(widget, PlainLabel):
            widget.recolour()
        elif isinstance(widget, QPushButton) and (name := widget.property("icon_name")):
            widget.setIcon(icon(name, widget.property("icon_colour")))
        elif isinstance(widget, QLabel) and (drawn := widget.property("drawn")):
            shape, colour, ground, size = str(drawn).split()
            colours = theme.tokens()
            widget.setPixmap(pixmap(shape, getattr(colours, colour), getattr(colours, ground), int(size)))
            widget.setFixedSize(QSize(int(size), int(size)))
        widget.update()
