"""Kostenplaatsen: whether they are used; which is which is linked at Grootboek."""

from robexact_desktop.ui.shell import Place, Tab
from robexact_desktop.ui.tabs.settings.fields import SwitchSetting
from robexact_desktop.ui.tabs.settings.page import SettingsPage
from robexact_desktop.ui.tabs.settings.saving import Saver
from robexact_desktop.ui.widgets.basics import PlainLabel, button, card, row_layout
from robexact_desktop.ui.words import words


class CostsPage(SettingsPage):
    def __init__(self, saver: Saver) -> None:
        super().__init__(saver, "costs")
        frame, layout = card(words("settings.page.costs"))
        explained = words("settings.use_cost_centers.what")
        self.add(layout, SwitchSetting(saver, ("booking", "use_cost_centers"), explained=explained))
        layout.addWidget(PlainLabel(words("settings.costs.what"), colour="text2", wrap=True))
        row = row_layout()
        row.addWidget(button(words("settings.costs.open"), "costs_open", self._on_open, icon_name="open"))
        row.addStretch(1)
        layout.addLayout(row)
        self.body.addWidget(frame)
        self.body.addStretch(1)

    def _on_open(self) -> None:
        self.shell.go_to.emit(Place(Tab.LEDGER, "cost_centers"))
