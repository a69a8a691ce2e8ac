"""Where the table has no rows: what is true, and the next step."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from robexact_desktop.ui.tabs.relations.shown import said
from robexact_desktop.ui.widgets.basics import PlainLabel, button, column_layout


class EmptyPage(QWidget):
    def __init__(self, clear: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("relations_empty")
        layout = column_layout(self, margins=(24, 24, 24, 24), spacing=8)
        layout.addStretch(1)
        self._title = PlainLabel(size="dialog", strong=True, name="relations_empty_title")
        self._why = PlainLabel(colour="text2", name="relations_empty_why")
        self._clear = button(said("clear"), "relations_clear_filter", clear)
        for widget in (self._title, self._why, self._clear):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)

    def tell(self, title: str, why: str, *, filtered: bool) -> None:
        self._title.setText(title)
        self._why.setText(why)
        self._clear.setVisible(filtered)
