"""One line below the table: what was just done here, and the way back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from robexact_desktop.ui.tabs.relations.shown import said
from robexact_desktop.ui.widgets.basics import PlainLabel, button, icon_label, row_layout


class SaidBar(QWidget):
    def __init__(self, undo: Callable[[], object], show_skipped: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("selectionbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(44)
        layout = row_layout(self, margins=(16, 6, 16, 6), spacing=10)
        self._icon = icon_label("light_ok", "ok", 16)
        self.sentence = PlainLabel(name="relations_said", parent=self)
        self._undo = button(said("undo"), "relations_undo", undo, icon_name="undo", key="Ctrl+Z")
        layout.addWidget(self._icon)
        layout.addWidget(self.sentence, 1)
        self._skipped = button(said("show_skipped"), "relations_show_skipped", show_skipped, icon_name="list")
        layout.addWidget(self._skipped)
        layout.addWidget(self._undo)
        self.hide()

    def tell(self, sentence: str, *, can_undo: bool, good: bool = True, skipped: bool = False) -> None:
        self.sentence.setText(sentence)
        self.sentence.setAccessibleName(sentence)
        self.sentence.recolour("text" if good else "bad")
        self._icon.setVisible(good)
        self._undo.setVisible(can_undo)
        self._skipped.setVisible(skipped)
        self.show()
