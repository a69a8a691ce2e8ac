"""Dagboeken: where invoices are booked when Robaws names no journal, and where each Robaws journal goes."""

from robexact_desktop.domain.ledger import PURCHASE_JOURNAL, SALES_JOURNAL, Journal
from robexact_desktop.services.ports import RobawsJournal
from robexact_desktop.ui.tabs.settings.chooser import Choice
from robexact_desktop.ui.tabs.settings.fields import ChooserSetting
from robexact_desktop.ui.tabs.settings.grid import ROW_WITH_FIELD, Grid, told
from robexact_desktop.ui.tabs.settings.page import SettingsPage
from robexact_desktop.ui.tabs.settings.saving import Saver
from robexact_desktop.ui.widgets.basics import PlainLabel, card
from robexact_desktop.ui.words import words

TYPES = {"sales": SALES_JOURNAL, "purchase": PURCHASE_JOURNAL}


class JournalsPage(SettingsPage):
    def __init__(self, saver: Saver) -> None:
        super().__init__(saver, "journals")
        frame, layout = card(words("settings.default_journals"))
        layout.addWidget(PlainLabel(words("settings.default_journals.what"), colour="text2", wrap=True))
        for name in ("sales_journal", "sales_credit_journal", "purchase_journal", "purchase_credit_journal"):
            self.add(layout, default_journal(self, name))
        self.body.addWidget(frame)
        frame, layout = card(words("settings.robaws_journals"))
        layout.addWidget(PlainLabel(words("settings.robaws_journals.what"), colour="text2", wrap=True))
        heads = [words(f"settings.column.{name}") for name in ("robaws_journal", "code", "exact_journal", "then")]
        self._grid = Grid("journals_grid", heads, (0, 90, 320, 260))
        self._mapped: dict[str, ChooserSetting] = {}
        self._then: dict[str, PlainLabel] = {}
        self._shown: tuple[RobawsJournal, ...] = ()
        layout.addWidget(self._grid)
        self.body.addWidget(frame)
        self.body.addStretch(1)

    def _mapping_choices(self) -> list[Choice]:
        return [Choice("", words("settings.by_code")), *_journals(self, tuple(TYPES.values()))]

    def reload(self) -> None:
        super().reload()
        journals = self.rows(RobawsJournal)
        if journals != self._shown or not self._shown:
            self._shown = journals
            self._fill()
        known = {row.code for row in self._usable()}
        for code, setting in self._mapped.items():
            setting.show_value()
            self._tell(code, setting.chooser.present or code, known)

    def _usable(self) -> list[Journal]:
        return [row for row in self.rows(Journal) if row.type in TYPES.values() and not row.is_blocked]

    def _fill(self) -> None:
        self._grid.clear()
        self._mapped, self._then = {}, {}
        for journal in self._shown:
            if not journal.code:
                self._grid.add(journal.name, "", PlainLabel(""), PlainLabel(words("settings.no_code"), colour="text2"))
                continue
            path = ("journals", journal.code)
            setting = ChooserSetting(self.saver, path, self._mapping_choices, width=0, field_width=300)
            then = PlainLabel()
            self._mapped[journal.code], self._then[journal.code] = setting, then
            self._grid.add(journal.name, journal.code, setting, then, height=ROW_WITH_FIELD)
        if not self._shown:
            self._grid.add(told("info", "text2", words("settings.no_robaws_journals")), "", "", "")

    def _tell(self, code: str, goes_to: str, known: set[str]) -> None:
        fits = goes_to in known
        self._then[code].setText(words("settings.goes_to" if fits else "settings.fits_nothing", journal=goes_to))
        self._then[code].recolour("text2" if fits else "bad")

    def show_what(self, what: str) -> None:
        if what in self._mapped:
            self._mapped[what].chooser.setFocus()
            self.ensureWidgetVisible(self._mapped[what])
        else:
            super().show_what(what)


def default_journal(page: SettingsPage, name: str) -> ChooserSetting:
    """`name` is that of the setting: `sales_credit_journal`."""
    side = name.partition("_")[0]
    first = words("settings.as_invoices") if "credit" in name else words("settings.none")

    def choices() -> list[Choice]:
        return [Choice("", first), *_journals(page, (TYPES[side],))]

    return ChooserSetting(page.saver, ("booking", name), choices, width=260)


def _journals(page: SettingsPage, types: tuple[int, ...]) -> list[Choice]:
    """All of the right type; a blocked one stays visible, with the reason."""
    fitting = [row for row in page.rows(Journal) if row.type in types]
    return [
        Choice(row.code, f"{row.code} · {row.description}", words("settings.blocked") if row.is_blocked else "")
        for row in sorted(fitting, key=lambda row: row.code)
    ]
