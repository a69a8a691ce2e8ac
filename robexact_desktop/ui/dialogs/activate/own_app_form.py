"""What the own app in Exact asks: what to type in the App Centre, and what to bring back from there."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from robexact_desktop.services.change_settings import Path
from robexact_desktop.texts import setting_words
from robexact_desktop.ui.dialogs.activate.steps import Step
from robexact_desktop.ui.icons import icon
from robexact_desktop.ui.tabs.settings.saving import Saver
from robexact_desktop.ui.widgets.basics import PlainLabel, button, column_layout, row_layout
from robexact_desktop.ui.words import language, words

APP_CENTRES = {"BE": "https://apps.exactonline.com/be", "NL": "https://apps.exactonline.com/nl"}
APP_CENTRE = "https://apps.exactonline.com"
LABEL = 140
TYPED: tuple[Path, ...] = (("exact", "redirect_uri"), ("exact", "client_id"))
SECRET: Path = ("exact", "client_secret")
COUNTRY: Path = ("exact", "country")


class OwnAppForm(QWidget):
    """`filled` tells whether all is there to be kept; `kept` comes once settings and key store have it."""

    filled = Signal(bool)
    kept = Signal()

    def __init__(self, saver: Saver) -> None:
        super().__init__()
        self._saver = saver
        self._secret_held = False
        self._edits: dict[Path, QLineEdit] = {}
        steps = column_layout(self, spacing=18)
        steps.addWidget(self._open_step())
        steps.addWidget(self._type_step(saver.shell.reading.settings.environment))
        steps.addWidget(self._bring_step())
        self._trouble = PlainLabel(colour="bad", wrap=True, name="own_app_trouble")
        self._trouble.hide()
        steps.addWidget(self._trouble)
        steps.addStretch(1)

    @property
    def is_filled(self) -> bool:
        typed = all(self._edits[path].text().strip() for path in TYPED)
        return typed and (self._secret_held or bool(self._edits[SECRET].text().strip()))

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return bool(self._edits[SECRET].text()) or any(
            self._edits[path].text().strip() != str(self._saver.value(path)) for path in TYPED
        )

    def show_values(self, *, secret_held: bool) -> None:
        """What is kept; what is being typed stays."""
        self._secret_held = secret_held
        self._edits[SECRET].setPlaceholderText(words("app.secret_held") if secret_held else "")
        for path in TYPED:
            if not self._edits[path].isModified():
                self._edits[path].setText(str(self._saver.value(path)))
        self._look()

    def _open_step(self) -> Step:
        step = Step(1, words("app.open"), words("app.open.why"))
        row = row_layout()
        row.addWidget(button(words("app.open_it"), "own_app_open", self._on_open, icon_name="open"))
        row.addStretch(1)
        step.body.addLayout(row)
        return step

    def _type_step(self, environment: str) -> Step:
        step = Step(2, words("app.type"), words("app.type.why"))
        name = QLineEdit(f"RobExact {environment}")
        name.setReadOnly(True)
        name.setObjectName("own_app_name")
        name.setAccessibleName(words("app.name"))
        self._line(step, words("app.name"), name, copies=True)
        self._line(step, setting_words("exact.redirect_uri", language()), self._edit(TYPED[0]), copies=True)
        for right in ("manage", "view"):
            row = row_layout(spacing=12)
            label = PlainLabel(words(f"app.{right}"), colour="text2")
            label.setFixedWidth(LABEL)
            row.addWidget(label)
            row.addWidget(PlainLabel(words(f"app.{right}.what"), wrap=True), 1)
            step.body.addLayout(row)
        return step

    def _bring_step(self) -> Step:
        step = Step(3, words("app.bring"), words("app.bring.why"))
        self._line(step, setting_words("exact.client_id", language()), self._edit(TYPED[1]))
        secret = self._edit(SECRET)
        secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._line(step, setting_words("exact.client_secret", language()), secret)
        return step

    def _edit(self, path: Path) -> QLineEdit:
        edit = QLineEdit("" if path == SECRET else str(self._saver.value(path)))
        edit.setObjectName("own_app_" + path[-1])
        edit.setAccessibleName(setting_words(".".join(path), language()))
        edit.textChanged.connect(self._on_typed)
        self._edits[path] = edit
        return edit

    def _line(self, step: Step, name: str, edit: QLineEdit, *, copies: bool = False) -> None:
        row = row_layout(spacing=12)
        label = PlainLabel(name, colour="text2", wrap=True)
        label.setFixedWidth(LABEL)
        row.addWidget(label)
        row.addWidget(edit, 1)
        place = QWidget()
        place.setFixedWidth(124)
        inside = row_layout(place)
        if copies:
            copy = button(words("app.copy"), f"{edit.objectName()}_copy", icon_name="copy")
            copy.clicked.connect(lambda: self._on_copy(edit, copy))
            inside.addWidget(copy)
            inside.addStretch(1)
        row.addWidget(place)
        step.body.addLayout(row)

    def _on_copy(self, edit: QLineEdit, copy: QPushButton) -> None:
        QGuiApplication.clipboard().setText(edit.text())
        copy.setText(words("app.copied"))
        copy.setIcon(icon("check", "ok"))

    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl(APP_CENTRES.get(str(self._saver.value(COUNTRY)), APP_CENTRE)))

    def _on_typed(self, _: str) -> None:
        if SECRET in self._edits:  # the last one made
            self._look()

    def _look(self) -> None:
        self.filled.emit(self.is_filled)

    def keep(self) -> None:
        self._trouble.hide()
        self.filled.emit(False)
        changes = {path: self._edits[path].text().strip() for path in TYPED}
        self._saver.save(changes, self._on_wrong)
        if secret := self._edits[SECRET].text().strip():
            self._saver.save_secrets({SECRET: secret}, self._on_kept, self._on_wrong)
        else:
            self._saver.shell.errand(
                words("settings.saving"), lambda: None, urgent=True, then=lambda _: self._on_kept()
            )

    def _on_kept(self) -> None:
        """After both: the lane works in the order in which it was asked."""
        if self._trouble.isHidden():
            self._edits[SECRET].clear()
            for edit in self._edits.values():
                edit.setModified(False)
            self.kept.emit()

    def _on_wrong(self, why: str) -> None:
        self._trouble.setText(why)
        self._trouble.show()
        self._look()
