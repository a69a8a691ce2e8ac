"""Verbinding: both services, the administration, and what the login may do there."""

from robexact_desktop.ui.tabs.settings.exact_page import ExactPage
from robexact_desktop.ui.tabs.settings.fields import NumberSetting, TextSetting
from robexact_desktop.ui.tabs.settings.robaws_card import RobawsCard
from robexact_desktop.ui.tabs.settings.saving import Saver
from robexact_desktop.ui.widgets.basics import PlainLabel, card
from robexact_desktop.ui.words import words


class ConnectionPage(ExactPage):
    def __init__(self, saver: Saver) -> None:
        super().__init__(saver, "connection")
        self._robaws = RobawsCard(self, saver)
        self.beside(self._robaws, self.exact)
        self.body.addWidget(self.company)
        self._more()
        self.body.addStretch(1)

    def _more(self) -> None:
        """What hardly anybody changes, and what support asks for."""
        frame, layout = card(words("settings.more"))
        layout.addWidget(PlainLabel(words("settings.more.what"), colour="text2", wrap=True))
        address = words("settings.more.base_url")
        self.add(layout, TextSetting(self.saver, ("exact", "base_url"), hint=address, width=330))
        for name in ("answer_seconds", "settle_seconds"):
            self.add(layout, NumberSetting(self.saver, ("exact", name), width=330, field_width=90))
        self.body.addWidget(frame)

    def reload(self) -> None:
        super().reload()
        self._robaws.show_held(self.held)
