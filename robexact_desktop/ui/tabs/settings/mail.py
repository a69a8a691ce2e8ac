"""Meldingen: the mail account that tells of failures, and a mail that proves it."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from robexact_desktop.domain.errors import RobExactError, SettingsError
from robexact_desktop.services.change_settings import Path
from robexact_desktop.texts import error_message, error_reason, setting_words
from robexact_desktop.ui.dialogs.activate.secrets import SecretsDialog
from robexact_desktop.ui.tabs.settings.fields import ListSetting, NumberSetting, SegmentSetting, TextSetting, label_of
from robexact_desktop.ui.tabs.settings.page import SettingsPage
from robexact_desktop.ui.tabs.settings.saving import Saver
from robexact_desktop.ui.tabs.settings.standing import Standing
from robexact_desktop.ui.widgets.basics import PlainLabel, button, card, row_layout
from robexact_desktop.ui.words import language, words

LABEL = 230
PASSWORD: Path = ("mail", "password")


class MailPage(SettingsPage):
    def __init__(self, saver: Saver) -> None:
        super().__init__(saver, "mail")
        frame, layout = card(words("settings.mail"))
        layout.addWidget(PlainLabel(words("settings.mail.what"), colour="text2", wrap=True))
        sizes: dict[str, Any] = {"width": LABEL}
        self.add(layout, TextSetting(saver, ("mail", "host"), placeholder="smtp.voorbeeld.be", **sizes))
        self.add(layout, SegmentSetting(saver, ("mail", "security"), ("starttls", "tls", "none"), **sizes))
        self.add(
            layout,
            NumberSetting(saver, ("mail", "port"), hint=words("settings.mail.port"), field_width=90, **sizes),
            TextSetting(saver, ("mail", "username"), **sizes),
        )
        layout.addLayout(self._password())
        self.add(
            layout,
            TextSetting(saver, ("mail", "sender"), **sizes),
            ListSetting(saver, ("mail", "recipients"), hint=words("settings.mail.recipients"), **sizes),
        )
        self.body.addWidget(frame)
        frame, layout = card(words("settings.mail.test"))
        self._standing = Standing("mail_standing", words("settings.not_tested"))
        layout.addWidget(self._standing)
        foot = row_layout()
        self._send = button(words("settings.mail.send"), "mail_test", self._on_test, icon_name="send")
        foot.addWidget(self._send)
        foot.addStretch(1)
        layout.addLayout(foot)
        self.body.addWidget(frame)
        self.body.addStretch(1)

    def _password(self) -> QHBoxLayout:
        row = row_layout(spacing=12)
        label = PlainLabel(label_of(PASSWORD), colour="text2")
        label.setFixedWidth(LABEL)
        self._held = PlainLabel(name="held_mail_password")
        row.addWidget(label)
        row.addWidget(self._held, 0, Qt.AlignmentFlag.AlignVCenter)
        change = button(words("settings.mail.change"), "mail_password_change", self._on_change, icon_name="pencil")
        row.addWidget(change)
        row.addStretch(1)
        return row

    def reload(self) -> None:
        super().reload()
        there = self.held is not None and ".".join(PASSWORD) in self.held.secrets
        self._held.setText(words("settings.held" if there else "settings.not_filled"))

    def _on_change(self) -> None:
        title = label_of(PASSWORD)
        SecretsDialog(self.window(), title, (PASSWORD,), self.saver.save_secrets, lambda: None).open_dialog()

    def _on_test(self) -> None:
        self._send.setEnabled(False)
        self._standing.tell("light_off", "text3", words("settings.mail.sending"))
        subject = words("settings.mail.subject", environment=self.settings.environment)
        text = words("settings.mail.text", environment=self.settings.environment)
        self.shell.errand(
            words("settings.mail.test"),
            lambda: self.saver.desk.send_mail(subject, text),
            then=self._on_sent,
            otherwise=self._on_wrong,
        )

    def _on_sent(self, _: object) -> None:
        self._send.setEnabled(True)
        who = ", ".join(self.settings.mail.recipients)
        self._standing.tell("light_ok", "ok", words("settings.mail.sent"), words("settings.mail.sent.what", who=who))

    def _on_wrong(self, error: RobExactError) -> None:
        self._send.setEnabled(True)
        why = error_message(error, language())
        if isinstance(error, SettingsError):
            why = f"{setting_words(error.facts.get('key', ''), language())}: {error_reason(error, language())}"
        self._standing.tell("light_bad", "bad", words("settings.mail.not_sent"), why)
