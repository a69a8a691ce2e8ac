"""Bedrijf en rechten: whose books, and whether Exact lets the program read and write them."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QWidget

from robexact_desktop.domain.answers import Right
from robexact_desktop.domain.ledger import Division
from robexact_desktop.domain.outbox import Kind
from robexact_desktop.services.change_settings import Held
from robexact_desktop.ui.tabs.settings.chooser import Choice
from robexact_desktop.ui.tabs.settings.fields import ChooserSetting
from robexact_desktop.ui.tabs.settings.grid import Grid, told
from robexact_desktop.ui.tabs.settings.page import SettingsPage
from robexact_desktop.ui.tabs.settings.rights import NEEDS, Need, refused, was_tried
from robexact_desktop.ui.tabs.settings.saving import Saver
from robexact_desktop.ui.widgets.basics import PlainLabel, button, column_layout, notice, row_layout
from robexact_desktop.ui.words import words

DIVISION = ("exact", "division")


class CompanyCard(QFrame):
    """`check` tries the rights again."""

    def __init__(self, page: SettingsPage, saver: Saver, check: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("card")
        self._page = page
        self._check = check
        self._shown: tuple[tuple[Right, ...], frozenset[Kind]] | None = None
        layout = column_layout(self, margins=(20, 16, 20, 16), spacing=10)
        layout.addWidget(PlainLabel(words("settings.company"), size="title", strong=True))
        row = row_layout(spacing=12)
        self._division = ChooserSetting(saver, DIVISION, self._divisions, label=words("settings.company_in_exact"))
        self._division.hint.hide()
        row.addWidget(self._division)
        self._missing = button(words("settings.company_missing"), "company_missing", self._on_missing, kind="link")
        row.addWidget(self._missing)
        self._checked = PlainLabel(size="small", colour="text2", name="rights_checked")
        row.addStretch(1)
        row.addWidget(self._checked)
        layout.addLayout(row)
        explained = notice("info", words("settings.company_missing"), words("settings.company_missing.what"))
        self._explained = explained
        explained.hide()
        layout.addWidget(explained)
        self._refusals = QWidget()
        self._refusals_layout = column_layout(self._refusals)
        layout.addWidget(self._refusals)
        heads = [words(f"settings.column.{name}") for name in ("purpose", "right", "reading", "writing")]
        self._grid = Grid("rights_grid", heads, (0, 210, 150, 220))
        layout.addWidget(self._grid)

    def _divisions(self) -> list[Choice]:
        rows = sorted(self._page.rows(Division), key=lambda row: row.code)
        return [Choice(str(row.code), f"{row.code} · {row.name}") for row in rows]

    def show_checked(self, when: str) -> None:
        self._checked.setText(when)

    def show_held(self, held: Held | None) -> None:
        self._division.show_value()
        found = self._page.rows(Right)
        proven = held.proven if held is not None else frozenset()
        if (found, proven) == self._shown:
            return
        self._shown = (found, proven)
        rights = {right.resource: right for right in found}
        self._grid.clear()
        self._clear_refusals()
        for need in NEEDS:
            bad = refused(need, rights)
            tried = was_tried(need, rights)
            cells = (_reading(bad, tried=tried), _writing(need, bad, proven))
            self._grid.add(words(f"settings.right.{need.name}"), words(f"settings.right.{need.name}.in_exact"), *cells)
            if bad is not None:
                self._refusals_layout.addWidget(self._refusal(need, bad))
        self._refusals.setVisible(self._refusals_layout.count() > 0)

    def _refusal(self, need: Need, bad: Right) -> QWidget:
        title = words("settings.refused", what=words(f"settings.right.{need.name}"))
        facts = {"division": self._page.settings.exact.division or "", "message": bad.message}
        again = button(words("settings.check_again"), f"check_{need.name}", self._check, icon_name="refresh")
        return notice("bad", title, words("settings.refused.what", **facts), again)

    def _clear_refusals(self) -> None:
        while (item := self._refusals_layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()

    def _on_missing(self) -> None:
        self._explained.setVisible(self._explained.isHidden())


def _reading(bad: Right | None, *, tried: bool) -> QWidget:
    if bad is not None:
        return told("state_refused", "bad", words("settings.no_access"), bad.message)
    if tried:
        return told("check", "ok", words("settings.in_order"))
    return told("minus", "text3", words("settings.not_checked"))


def _writing(need: Need, bad: Right | None, proven: frozenset[Kind]) -> QWidget:
    """Green only after it was done once: writing cannot be tried without writing."""
    if not need.writes:
        return PlainLabel(words("settings.not_needed"), colour="text2")
    if bad is not None:
        return told("state_refused", "bad", words("settings.no_access"), bad.message)
    if need.writes & proven:
        return told("check", "ok", words("settings.in_order"))
    return told("state_queued", "warn", words("settings.at_first_entry"))
