"""Betalingscondities: which of Exact's conditions each condition of Robaws becomes."""

from robexact_desktop.domain.ledger import PaymentCondition
from robexact_desktop.services.ports import RobawsPaymentCondition
from robexact_desktop.ui.tabs.settings.booking import conditions
from robexact_desktop.ui.tabs.settings.chooser import Choice
from robexact_desktop.ui.tabs.settings.fields import ChooserSetting
from robexact_desktop.ui.tabs.settings.grid import ROW_WITH_FIELD, Grid, told
from robexact_desktop.ui.tabs.settings.page import SettingsPage
from robexact_desktop.ui.tabs.settings.saving import Saver
from robexact_desktop.ui.widgets.basics import PlainLabel, card
from robexact_desktop.ui.words import words


class ConditionsPage(SettingsPage):
    def __init__(self, saver: Saver) -> None:
        super().__init__(saver, "payment_conditions")
        frame, layout = card(words("settings.page.payment_conditions"))
        layout.addWidget(PlainLabel(words("settings.conditions.what"), colour="text2", wrap=True))
        heads = [words(f"settings.column.{name}") for name in ("robaws_condition", "days", "exact_condition", "then")]
        self._grid = Grid("conditions_grid", heads, (0, 60, 380, 200), frozenset({1}))
        self._mapped: dict[str, ChooserSetting] = {}
        self._then: dict[str, PlainLabel] = {}
        self._shown: tuple[RobawsPaymentCondition, ...] = ()
        layout.addWidget(self._grid)
        self.body.addWidget(frame)
        self.body.addStretch(1)

    def _choices(self) -> list[Choice]:
        return [Choice("", words("settings.condition_of_account")), *conditions(self.rows(PaymentCondition))]

    def reload(self) -> None:
        super().reload()
        rows = self.rows(RobawsPaymentCondition)
        if rows != self._shown or not self._shown:
            self._shown = rows
            self._fill()
        for key, setting in self._mapped.items():
            setting.show_value()
            mapped = bool(setting.chooser.present)
            self._then[key].setText(words("settings.mapped" if mapped else "settings.with_remark"))
            self._then[key].recolour("text2" if mapped else "warn")

    def _fill(self) -> None:
        self._grid.clear()
        self._mapped, self._then = {}, {}
        for row in self._shown:
            path = ("payment_conditions", row.id)
            setting = ChooserSetting(self.saver, path, self._choices, width=0, field_width=360)
            setting.chooser.setAccessibleName(row.name)
            self._mapped[row.id], self._then[row.id] = setting, PlainLabel()
            days = "" if row.days is None else str(row.days)
            self._grid.add(row.name, days, setting, self._then[row.id], height=ROW_WITH_FIELD)
        if not self._shown:
            self._grid.add(told("info", "text2", words("settings.no_robaws_conditions")), "", "", "")

    def show_what(self, what: str) -> None:
        if what in self._mapped:
            self._mapped[what].chooser.setFocus()
            self.ensureWidgetVisible(self._mapped[what])
