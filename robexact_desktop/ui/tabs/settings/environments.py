"""Omgevingen: each Robaws account with its own books; whose Exact login each uses; a new one."""

from PySide6.QtWidgets import QLineEdit

from robexact_desktop.domain.changes import Changed
from robexact_desktop.domain.errors import RobExactError, SettingsError
from robexact_desktop.services.change_settings import Known
from robexact_desktop.texts import error_message, error_reason
from robexact_desktop.ui.tabs.settings.chooser import Choice, Chooser
from robexact_desktop.ui.tabs.settings.grid import ROW_WITH_FIELD, Grid
from robexact_desktop.ui.tabs.settings.page import SettingsPage
from robexact_desktop.ui.tabs.settings.saving import Saver
from robexact_desktop.ui.tabs.settings.switch import Switch
from robexact_desktop.ui.widgets.basics import PlainLabel, button, card, row_layout
from robexact_desktop.ui.words import language, words

LABEL, FIELD = 230, 320


class EnvironmentsPage(SettingsPage):
    def __init__(self, saver: Saver) -> None:
        super().__init__(saver, "environments")
        frame, layout = card(words("settings.page.environments"))
        layout.addWidget(PlainLabel(words("settings.environments.what"), colour="text2", wrap=True))
        heads = [words(f"settings.column.{name}") for name in ("environment", "role", "login", "company", "active")]
        self._grid = Grid("environments_grid", heads, (0, 110, 300, 120, 80))
        self._shown: tuple[Known, ...] | None = None
        layout.addWidget(self._grid)
        self.body.addWidget(frame)
        self._new_card()
        self._trouble = PlainLabel(colour="bad", wrap=True, name="environments_trouble")
        self.body.addWidget(self._trouble)
        self.body.addStretch(1)

    def _new_card(self) -> None:
        frame, layout = card(words("settings.environments.new"))
        self._name = QLineEdit()
        self._name.setObjectName("new_environment")
        self._name.setPlaceholderText(words("first.name.hint"))
        self._name.textChanged.connect(self._look)
        self._login = Chooser("new_environment_login", words("settings.column.login"))
        self._login.chosen.connect(self._offer)
        named = ((words("settings.column.environment"), self._name), (words("settings.column.login"), self._login))
        for said, widget in named:
            widget.setAccessibleName(said)
            widget.setFixedWidth(FIELD)
            label = PlainLabel(said, colour="text2")
            label.setFixedWidth(LABEL)
            row = row_layout(spacing=12)
            row.addWidget(label)
            row.addWidget(widget)
            row.addStretch(1)
            layout.addLayout(row)
        foot = row_layout()
        self._add = button(words("settings.environments.add"), "new_environment_add", self._on_add, icon_name="plus")
        foot.addWidget(self._add)
        foot.addWidget(PlainLabel(words("settings.environments.then"), size="small", colour="text2"), 1)
        layout.addLayout(foot)
        self.body.addWidget(frame)

    def reload(self) -> None:
        super().reload()
        known = self.held.environments if self.held else ()
        if known != self._shown:
            self._shown = known
            self._fill(known)
        self._offer(self._login.present)
        self._look()

    def _fill(self, known: tuple[Known, ...]) -> None:
        self._grid.clear()
        for place, row in enumerate(known):
            active = Switch(f"environment_active_{place}", f"{words('settings.active')}: {row.name}")
            active.setChecked(row.active)
            active.clicked.connect(lambda on, name=row.name: self._save(name, {"active": on}))
            login = words("settings.environments.managed", primary=row.primary) if row.primary else ""
            own = words("settings.environments.own")
            company = f"{row.country} · {row.division}" if row.division else row.country
            role = PlainLabel("SECONDARY" if row.primary else "PRIMARY", size="small", strong=True, colour="text2")
            self._grid.add(row.name, role, login or own, company, active, height=ROW_WITH_FIELD)

    def _offer(self, present: str) -> None:
        owners = [row.name for row in self._shown or () if not row.primary]
        managed = [Choice(name, words("settings.environments.managed", primary=name)) for name in owners]
        self._login.offer([Choice("", words("settings.environments.own")), *managed], present)

    def _look(self) -> None:
        name = self._name.text().strip()
        self._add.setEnabled(bool(name) and all(row.name != name for row in self._shown or ()))

    def _on_add(self) -> None:
        """Switched off until its settings are there: nothing of it runs at a scheduler's hour by accident."""
        primary = self._login.present
        role = {"role": "SECONDARY", "primary": primary} if primary else {"role": "PRIMARY"}
        self._save(self._name.text().strip(), {**role, "active": False})
        self._name.clear()

    def _save(self, name: str, tree: dict[str, object]) -> None:
        self._trouble.clear()
        self.shell.errand(
            words("settings.saving"),
            lambda: self.saver.desk.save_in(name, tree),
            changes=Changed.SETTINGS,
            urgent=True,
            otherwise=self._on_wrong,
        )

    def _on_wrong(self, error: RobExactError) -> None:
        wrong = isinstance(error, SettingsError)
        self._trouble.setText(error_reason(error, language()) if wrong else error_message(error, language()))
