"""A strip above a list: what happened, and what can be done about it; it goes when it is closed or replaced."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QWidget

from robexact_desktop.ui.widgets.basics import PlainLabel, button, icon_label, row_layout
from robexact_desktop.ui.words import words

SHAPES = {"warn": "state_warning", "bad": "state_refused", "ok": "light_ok"}


@dataclass(frozen=True, slots=True)
class Choice:
    text: str
    name: str
    act: Callable[[], None]
    icon: str = ""


class Strip(QFrame):
    """One at a time; `show_told` replaces what stood there."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._layout = row_layout(self)
        self._inner: QFrame | None = None
        self.hide()

    def show_told(self, kind: str, title: str, sentence: str = "", *choices: Choice) -> None:
        self.clear()
        inner = QFrame()
        inner.setObjectName(f"strip_{kind}")
        layout = row_layout(inner, margins=(16, 6, 12, 6), spacing=10)
        layout.addWidget(icon_label(SHAPES[kind], kind, 16, f"{kind}_bg"))
        strong = PlainLabel(title, strong=True, colour=kind, name="strip_title")
        layout.addWidget(strong)
        more = PlainLabel(sentence, wrap=True, name="strip_sentence")
        layout.addWidget(more, 1)
        for choice in choices:
            layout.addWidget(button(choice.text, choice.name, choice.act, icon_name=choice.icon))
        layout.addWidget(
            button("", "strip_close", self.clear, icon_name="close", kind="flat", accessible=words("close"))
        )
        self._layout.addWidget(inner)
        self._inner = inner
        self.setAccessibleName(f"{title} {sentence}".strip())
        self.show()

    def clear(self) -> None:
        if self._inner is not None:
            self._inner.hide()
            self._inner.deleteLater()
            self._inner = None
        self.hide()
