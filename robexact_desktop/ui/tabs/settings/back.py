"""Terug naar Robaws: which status an invoice gets there once it is sent, and once it is paid."""

from robexact_desktop.domain.names import Kind
from robexact_desktop.services.change_settings import Path
from robexact_desktop.ui.tabs.settings.chooser import Choice
from robexact_desktop.ui.tabs.settings.fields import ChooserSetting, SwitchSetting
from robexact_desktop.ui.tabs.settings.page import SettingsPage
from robexact_desktop.ui.tabs.settings.saving import Saver
from robexact_desktop.ui.widgets.basics import PlainLabel, card
from robexact_desktop.ui.words import words

SENT: tuple[tuple[Path, Kind], ...] = (
    (("robaws", "sent_status_sales"), Kind.SALES),
    (("robaws", "sent_status_purchase"), Kind.PURCHASE),
)
PAID: Path = ("robaws", "paid_status")


class BackPage(SettingsPage):
    def __init__(self, saver: Saver) -> None:
        super().__init__(saver, "back")
        self._remarks: dict[Path, PlainLabel] = {}
        self._kinds: dict[Path, Kind] = dict(SENT) | {PAID: Kind.SALES}
        frame, layout = card(words("settings.after_sending"))
        layout.addWidget(PlainLabel(words("settings.after_sending.what"), colour="text2", wrap=True))
        for path, _ in SENT:
            self._add_status(layout, path)
        self.body.addWidget(frame)
        frame, layout = card(words("settings.after_paying"))
        layout.addWidget(PlainLabel(words("settings.after_paying.what"), colour="text2", wrap=True))
        self.add(layout, SwitchSetting(saver, ("booking", "payment_status_back")))
        self._add_status(layout, PAID)
        self.body.addWidget(frame)
        self.body.addStretch(1)

    def _add_status(self, layout: object, path: Path) -> None:
        """A status with a remark below where no invoice has ever had it."""
        field = ChooserSetting(self.saver, path, lambda: self._choices(path), width=390, field_width=300)
        remark = PlainLabel(size="small", colour="warn", wrap=True, name="_".join(path) + "_remark")
        remark.setContentsMargins(402, 0, 0, 0)
        self._remarks[path] = remark
        self.add(layout, field)  # type: ignore[arg-type]  # a card's own layout
        layout.addWidget(remark)  # type: ignore[attr-defined]  # the same

    def _seen(self, path: Path) -> tuple[str, ...]:
        return self.held.statuses.get(self._kinds[path], ()) if self.held else ()

    def _choices(self, path: Path) -> list[Choice]:
        seen, present = self._seen(path), str(self.saver.value(path))
        first = words("settings.no_status") if path != PAID else words("settings.none")
        unseen = [Choice(present, present)] if present and present not in seen else []
        return [Choice("", first), *(Choice(status, status) for status in seen), *unseen]

    def reload(self) -> None:
        super().reload()
        for path, remark in self._remarks.items():
            remark.setText(self._remark(path))
            remark.setVisible(bool(remark.text()))

    def _remark(self, path: Path) -> str:
        present = str(self.saver.value(path))
        if path == PAID and not present and self.settings.booking.payment_status_back:
            return words("settings.no_paid_status")
        if present and self.held is not None and present not in self._seen(path):
            return words("settings.status_unseen", status=present)
        return ""
