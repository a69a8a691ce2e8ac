"""How a connection stands: a light, a word, and below it the fact behind it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from robexact_desktop.ui.widgets.basics import PlainLabel, column_layout, icon_label, row_layout

SIZE = 20


class Standing(QWidget):
    def __init__(self, name: str, word: str) -> None:
        super().__init__()
        self.setObjectName(name)
        layout = row_layout(self, spacing=12)
        self._light = icon_label("light_off", "text3", SIZE)
        layout.addWidget(self._light, 0, Qt.AlignmentFlag.AlignTop)
        said = column_layout(spacing=1)
        self.word = PlainLabel(word, strong=True, name=f"{name}_word")
        self._fact = PlainLabel(" ", size="small", colour="text2", wrap=True)
        said.addWidget(self.word)
        said.addWidget(self._fact)
        layout.addLayout(said, 1)

    def tell(self, light: str, colour: str, word: str, fact: str = " ") -> None:
        self._light.show_icon(light, colour)
        self.word.setText(word)
        self._fact.setText(fact)
