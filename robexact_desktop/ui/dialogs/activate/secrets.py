"""Typing secrets: they go to the key store of this computer and are never shown again."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from robexact_desktop.services.change_settings import Path
from robexact_desktop.texts import setting_words
from robexact_desktop.ui.widgets.basics import PlainLabel, row_layout
from robexact_desktop.ui.widgets.veil import VeilDialog
from robexact_desktop.ui.words import language, words

WIDTH, HEIGHT = 560, 300

Saves = Callable[[dict[Path, str], Callable[[], None], Callable[[str], None]], None]


class SecretsDialog(VeilDialog):
    """`saves` gets what was typed, what to do when it is kept, and whom to tell what is wrong."""

    def __init__(
        self, window: QWidget, title: str, paths: Sequence[Path], saves: Saves, done: Callable[[], None]
    ) -> None:
        super().__init__(window, "secrets_dialog", title, WIDTH, HEIGHT)
        self._saves = saves
        self._done = done
        self._fields = {path: self._field(path) for path in paths}
        self._trouble = PlainLabel(colour="bad", wrap=True, name="secrets_trouble")
        self._trouble.hide()
        self.body.addWidget(self._trouble)
        self.body.addStretch(1)
        self.consequence.setText(words("secrets.where"))
        self.add_button(words("settings.cancel"), "secrets_cancel", self.close_dialog)
        self._keep = self.add_button(words("secrets.keep"), "secrets_keep", self._on_keep, primary=True)
        self._keep.setEnabled(False)

    def _field(self, path: Path) -> QLineEdit:
        name = setting_words(".".join(path), language())
        edit = QLineEdit()
        edit.setObjectName("secret_" + "_".join(path))
        edit.setAccessibleName(name)
        edit.setEchoMode(QLineEdit.EchoMode.Password)
        edit.textChanged.connect(self._on_typed)
        edit.returnPressed.connect(self._on_keep)
        label = PlainLabel(name, colour="text2")
        label.setFixedWidth(180)
        row = row_layout(spacing=12)
        row.addWidget(label)
        row.addWidget(edit, 1)
        self.body.addLayout(row)
        return edit

    def open_dialog(self) -> None:
        super().open_dialog()
        next(iter(self._fields.values())).setFocus()

    def _typed(self) -> dict[Path, str]:
        return {path: text for path, edit in self._fields.items() if (text := edit.text().strip())}

    def _on_typed(self, _: str) -> None:
        self._keep.setEnabled(bool(self._typed()))

    def _on_keep(self) -> None:
        if self._keep.isEnabled():
            self._keep.setEnabled(False)
            self._saves(self._typed(), self._on_kept, self._on_wrong)

    def _on_kept(self) -> None:
        self.close_dialog()
        self._done()

    def _on_wrong(self, why: str) -> None:
        self._trouble.setText(why)
        self._trouble.show()
        self._keep.setEnabled(True)
