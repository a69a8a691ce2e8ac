"""Dialogs over a veil: consequence on the left of the foot, buttons on the right, one of them blue."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from robexact_desktop.ui.theme import tokens
from robexact_desktop.ui.widgets.basics import PlainLabel, button, column_layout, row_layout


class VeilDialog(QWidget):
    """Covers its window. Escape and the cross close it; Ctrl+Enter presses the blue button. `closed` comes once."""

    closed = Signal()

    def __init__(self, window: QWidget, name: str, title: str, width: int, height: int) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._frame = QFrame(self)
        self._frame.setObjectName("dialog")
        self._wanted = (width, height)
        outer = column_layout(self._frame, spacing=0)
        head = row_layout(margins=(24, 20, 16, 8))
        self.title = PlainLabel(title, size="dialog", strong=True, name=f"{name}_title")
        head.addWidget(self.title, 1)
        cross = button("", f"{name}_close", self.close_dialog, icon_name="close", kind="flat", accessible="Sluiten")
        head.addWidget(cross)
        outer.addLayout(head)
        self.body: QVBoxLayout = column_layout(margins=(24, 4, 24, 16), spacing=12)
        outer.addLayout(self.body, 1)
        foot = QFrame()
        foot.setObjectName("foot")
        self.foot: QHBoxLayout = row_layout(foot, margins=(24, 12, 24, 12))
        self.consequence = PlainLabel("", size="small", colour="text2", wrap=True, name=f"{name}_consequence")
        self.foot.addWidget(self.consequence, 1)
        outer.addWidget(foot)
        self._primary: QPushButton | None = None
        window.installEventFilter(self)

    def add_button(
        self, text: str, name: str, act: Callable[[], object], *, primary: bool = False, icon_name: str = ""
    ) -> QPushButton:
        made = button(text, name, act, kind="primary" if primary else "", icon_name=icon_name)
        self.foot.addWidget(made)
        if primary:
            self._primary = made
        return made

    def open_dialog(self) -> None:
        self.setGeometry(self._window.rect())
        self._place()
        self.show()
        self.raise_()
        self.setFocus()

    def close_dialog(self) -> None:
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def _press(self) -> None:
        if self._primary is not None and self._primary.isEnabled():
            self._primary.animateClick()

    def event(self, event: QEvent) -> bool:
        """Its keys are its own: the window has the same ones, and two shortcuts for a key answer to neither."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _is_ours(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_dialog()
        else:
            self._press()

    def _place(self) -> None:
        width = min(self._wanted[0], self.width() - 64)
        height = min(self._wanted[1], self.height() - 48)
        self._frame.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._window:
            self.setGeometry(self._window.rect())
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the whole is covered
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens().veil))


def _is_ours(event: QKeyEvent) -> bool:
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_Escape
