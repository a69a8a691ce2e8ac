"""Asking for a file. The dialog is the system's where it has one, and never holds the window up."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_file(
    parent: QWidget, name: str, title: str, kinds: str, chosen: Callable[[str], object], *, save_as: str = ""
) -> None:
    """`chosen` gets the path, nothing happens where a person turns back. `save_as` proposes a name to write under."""
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setObjectName(name)
    dialog.setAccessibleName(title)
    if save_as:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(Path(save_as).suffix.removeprefix("."))
        dialog.selectFile(save_as)
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
