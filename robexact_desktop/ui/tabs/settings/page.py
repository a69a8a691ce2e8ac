"""What every page of Instellingen is: a column of cards that scrolls, filled anew when something changed."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from robexact_desktop.domain.settings import Settings
from robexact_desktop.services.change_settings import Held
from robexact_desktop.ui.tabs.settings.fields import Setting
from robexact_desktop.ui.tabs.settings.saving import Saver
from robexact_desktop.ui.widgets.basics import column_layout, row_layout

Row = TypeVar("Row")


class SettingsPage(QScrollArea):
    """`held` is what the settings do not say themselves; None until the lane has answered."""

    def __init__(self, saver: Saver, name: str) -> None:
        super().__init__()
        self.setObjectName(f"settings_page_{name}")
        self.saver = saver
        self.shell = saver.shell
        self.held: Held | None = None
        self._fields: list[Setting] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        body = QWidget()
        self.body: QVBoxLayout = column_layout(body, margins=(24, 20, 24, 24), spacing=16)
        self.setWidget(body)
        body.setAutoFillBackground(False)  # the area turns it on for what it is given

    @property
    def settings(self) -> Settings:
        return self.shell.reading.settings

    @property
    def today(self) -> date:
        return self.shell.reading.work.clock().astimezone().date()

    def rows(self, what: type[Row]) -> tuple[Row, ...]:
        """A list that was fetched from Exact or Robaws."""
        return self.shell.reading.work.stores.master.all(what)

    def add(self, layout: QVBoxLayout, *fields: Setting) -> None:
        """Fields of a card; they are shown anew with the page."""
        for field in fields:
            layout.addWidget(field)
            self._fields.append(field)

    def beside(self, *cards: QWidget) -> QHBoxLayout:
        """Cards of equal width beside one another."""
        row = row_layout(spacing=16)
        for card in cards:
            row.addWidget(card, 1)
        self.body.addLayout(row)
        return row

    def reload(self) -> None:
        for field in self._fields:
            field.show_value()

    def show_what(self, what: str) -> None:
        """Put the focus on the setting that a problem's button names: `booking.sales_journal`."""
        for field in self._fields:
            if ".".join(field.path) == what:
                target = next(iter(focusable(field)), field)
                target.setFocus(Qt.FocusReason.TabFocusReason)
                self.ensureWidgetVisible(target)


def focusable(parent: QWidget) -> Sequence[QWidget]:
    return [child for child in parent.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus]
