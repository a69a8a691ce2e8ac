"""Robaws: where it is, which key is used, and whether it answers."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from robexact_desktop.domain.changes import Changed
from robexact_desktop.domain.errors import RobExactError
from robexact_desktop.services.change_settings import Held, Path, RobawsAnswered
from robexact_desktop.texts import error_message, formats
from robexact_desktop.ui.dialogs.activate.secrets import SecretsDialog
from robexact_desktop.ui.tabs.settings.fields import TextSetting, label_of
from robexact_desktop.ui.tabs.settings.page import SettingsPage
from robexact_desktop.ui.tabs.settings.saving import Saver
from robexact_desktop.ui.tabs.settings.standing import Standing
from robexact_desktop.ui.widgets.basics import PlainLabel, button, column_layout, row_layout
from robexact_desktop.ui.words import language, words
from robexact_desktop.workers.lane import Failed, Job

LABEL = 130
SECRETS: tuple[Path, ...] = (("robaws", "api_key"), ("robaws", "api_secret"))


class RobawsCard(QFrame):
    def __init__(self, page: SettingsPage, saver: Saver) -> None:
        super().__init__()
        self.setObjectName("card")
        self._page = page
        self._saver = saver
        self._job: Job | None = None
        self._answered: datetime | None = None
        layout = column_layout(self, margins=(20, 16, 20, 16), spacing=8)
        title = PlainLabel("Robaws", size="title", strong=True)
        title.setFixedHeight(24)  # as high as the other card's title with its switch
        layout.addWidget(title)
        self._standing = Standing("robaws_standing", words("settings.not_tested"))
        layout.addWidget(self._standing)
        address = TextSetting(
            saver, ("robaws", "base_url"), label=words("settings.address"), width=LABEL, field_width=280
        )
        page.add(layout, address)
        self._kept = {path: self._secret_line(path) for path in SECRETS}
        for widget, _ in self._kept.values():
            layout.addWidget(widget)
        foot = row_layout()
        foot.addWidget(button(words("settings.test"), "robaws_test", self.test, icon_name="refresh"))
        foot.addWidget(button(words("settings.change"), "robaws_change", self.change, icon_name="pencil"))
        foot.addStretch(1)
        layout.addLayout(foot)
        layout.addStretch(1)
        saver.shell.failed.connect(self._on_failed)

    def _secret_line(self, path: Path) -> tuple[QWidget, PlainLabel]:
        line = QWidget()
        layout = row_layout(line, spacing=12)
        label = PlainLabel(words(f"settings.{path[-1]}"), colour="text2")
        label.setFixedWidth(LABEL)
        value = PlainLabel(name="held_" + path[-1])
        value.setAccessibleName(label_of(path))
        value.setFixedHeight(30)
        layout.addWidget(label)
        layout.addWidget(value, 1, Qt.AlignmentFlag.AlignVCenter)
        return line, value

    def show_held(self, held: Held | None) -> None:
        """Whether each secret is there, never which."""
        for path, (_, value) in self._kept.items():
            there = held is None or ".".join(path) in held.secrets
            value.setText(words("settings.held" if there else "settings.not_filled") if held else "…")
            value.recolour("text" if there else "bad")
        answered = next(iter(self._page.rows(RobawsAnswered)), None)
        if answered is not None and answered.when != self._answered and self._job is None:
            self._answered = answered.when
            self._tell_answered()

    def test(self) -> None:
        """A real reading: the VAT tariffs; it needs nothing of Exact."""
        self._standing.tell("light_off", "text3", words("settings.testing"))
        desk = self._saver.desk
        self._job = self._saver.shell.errand(
            words("settings.test_robaws"), desk.ask_robaws, changes=Changed.CONNECTION, then=self._on_answer
        )

    def _on_answer(self, _: object) -> None:
        """After `changed`: the moment is in the lists by now."""
        self._job, self._answered = None, None
        self.show_held(self._page.held)

    def _tell_answered(self) -> None:
        """Also what an import at another day was told; it is kept."""
        assert self._answered is not None
        fact = words("settings.answered_at", when=formats.moment(self._answered))
        self._standing.tell("light_ok", "ok", words("settings.connected"), fact)

    def _on_failed(self, told: Failed) -> None:
        if told.job is self._job:
            self._job = None
            self._tell_wrong(told.error)

    def _tell_wrong(self, error: RobExactError) -> None:
        self._standing.tell("light_bad", "bad", words("settings.not_connected"), error_message(error, language()))

    def change(self) -> None:
        title = words("settings.change_robaws")
        SecretsDialog(self.window(), title, SECRETS, self._saver.save_secrets, self.test).open_dialog()
