"""The dialog that asks for a file: a file chosen in it, then Enter."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot
from relations_room import part

from robexact_desktop.ui.main_window import MainWindow

drawn_in_memory = pytest.mark.qt_log_ignore("This plugin does not support")
"""A screen in memory raises no window and grabs no keyboard for the names that are offered while typing."""


def choose_file(qtbot: QtBot, window: MainWindow, name: str, path: Path) -> str:
    """Returns the name that was proposed."""
    dialog = part(window, QFileDialog, name)
    qtbot.waitUntil(dialog.isVisible)
    field = part(dialog, QLineEdit, "fileNameEdit")
    proposed = field.text()
    dialog.selectFile(str(path))  # typed, the names that are offered meanwhile would take the Enter
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChild(QFileDialog, name) is None)
    return proposed
