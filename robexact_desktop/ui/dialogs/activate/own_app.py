"""The customer's own app in Exact, over the window: where Instellingen asks for it."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from robexact_desktop.ui.dialogs.activate.own_app_form import OwnAppForm
from robexact_desktop.ui.tabs.settings.saving import Saver
from robexact_desktop.ui.widgets.basics import PlainLabel, column_layout
from robexact_desktop.ui.widgets.veil import VeilDialog
from robexact_desktop.ui.words import words

WIDTH, HEIGHT = 800, 620


class OwnAppDialog(VeilDialog):
    """`done` is called when all is kept and a person wants to sign in with it."""

    def __init__(self, window: QWidget, saver: Saver, *, secret_held: bool, done: Callable[[], None]) -> None:
        super().__init__(window, "own_app_dialog", words("app.title"), WIDTH, HEIGHT)
        self._done = done
        form = OwnAppForm(saver)
        steps = self._scrolling()
        steps.addWidget(PlainLabel(words("app.why"), colour="text2", wrap=True))
        steps.addWidget(form, 1)
        self.consequence.setText(words("app.consequence"))
        self.add_button(words("settings.cancel"), "own_app_cancel", self.close_dialog)
        keep = self.add_button(words("app.keep"), "own_app_keep", form.keep, primary=True)
        form.filled.connect(keep.setEnabled)
        form.kept.connect(self._on_kept)
        form.show_values(secret_held=secret_held)

    def _scrolling(self) -> QVBoxLayout:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.viewport().setAutoFillBackground(False)
        inside = QWidget()
        layout = column_layout(inside, margins=(0, 0, 8, 0), spacing=18)
        area.setWidget(inside)
        inside.setAutoFillBackground(False)  # the area turns it on for what it is given
        self.body.addWidget(area, 1)
        return layout

    def _on_kept(self) -> None:
        self.close_dialog()
        self._done()
