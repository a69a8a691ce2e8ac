"""The F1 sheet, made from the list of actions."""

from PySide6.QtWidgets import QGridLayout, QWidget

from robexact_desktop.ui.actions import ACTIONS
from robexact_desktop.ui.widgets.basics import PlainLabel
from robexact_desktop.ui.widgets.veil import VeilDialog
from robexact_desktop.ui.words import words


class KeysDialog(VeilDialog):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window, "keys_dialog", words("keys"), 620, 560)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        with_keys = [(act, spec) for act, spec in ACTIONS.items() if spec.key]
        for row, (act, spec) in enumerate(with_keys):
            grid.addWidget(PlainLabel(spec.key.replace("Return", "Enter"), strong=True), row, 0)
            grid.addWidget(PlainLabel(words(f"action.{act}")), row, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self.add_button(words("close"), "keys_close_button", self.close_dialog, primary=True)
