"""Light or dark while the window is open."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from robexact_desktop.ui import theme
from robexact_desktop.ui.preferences import Appearance


def is_dark(appearance: Appearance) -> bool:
    """What a choice comes to on this computer."""
    if appearance is Appearance.SYSTEM:
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return appearance is Appearance.DARK


def restyle(appearance: Appearance) -> None:
    """Palette and stylesheet; labels and icons that carry a colour of their own take it from the new theme."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, dark=is_dark(appearance))
