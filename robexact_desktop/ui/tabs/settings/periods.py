"""Perioden en nummers: the offset with an example beside Exact's own table, closed periods, numbers, the first day."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from robexact_desktop.domain.booking.number import digits
from robexact_desktop.domain.booking.period import YearPeriod, offset_period
from robexact_desktop.domain.ledger import Period
from robexact_desktop.domain.listing import InvoiceView
from robexact_desktop.domain.names import Kind
from robexact_desktop.domain.settings import BookingSettings, PeriodLength
from robexact_desktop.texts import formats
from robexact_desktop.ui.formats import MINUS
from robexact_desktop.ui.tabs.settings.fields import (
    DaySetting,
    Field,
    RadioSetting,
    SegmentSetting,
    SwitchSetting,
    TextSetting,
)
from robexact_desktop.ui.tabs.settings.grid import Grid, told
from robexact_desktop.ui.tabs.settings.page import SettingsPage
from robexact_desktop.ui.tabs.settings.saving import Saver
from robexact_desktop.ui.widgets.basics import PlainLabel, card
from robexact_desktop.ui.words import words

OFFSET = ("booking", "period_offset_months")
LENGTH = ("booking", "period_length")
FURTHEST = 120
"""Months; the settings refuse more."""


class OffsetField(Field):
    """A whole number of months: the arrows turn it, and the example follows at once."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        months = (months_in(self.text()) or 0) + step
        self.setText(_with_minus(max(-FURTHEST, min(FURTHEST, months))))
        self.setModified(True)


def months_in(text: str) -> int | None:
    """What was typed, with either minus; None where it is no whole number."""
    plain = text.strip().replace(MINUS, "-")
    return int(plain) if plain.removeprefix("-").isascii() and plain.removeprefix("-").isdigit() else None


def _with_minus(months: int) -> str:
    """A true minus, as wide as a digit."""
    return str(months).replace("-", MINUS)


class OffsetSetting(TextSetting):
    def __init__(self, saver: Saver) -> None:
        super().__init__(saver, OFFSET, field_width=72)
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)

    def make_edit(self) -> Field:
        return OffsetField()

    def as_text(self, value: Any) -> str:
        return str(value).replace("-", MINUS)

    def as_value(self, text: str) -> Any:
        months = months_in(text)
        return text.strip() if months is None else months

    @property
    def months(self) -> int:
        """As it stands in the field, before it is saved."""
        typed = months_in(self.edit.text())
        return self.saver.shell.reading.settings.booking.period_offset_months if typed is None else typed


class PeriodsPage(SettingsPage):
    def __init__(self, saver: Saver) -> None:
        super().__init__(saver, "periods")
        self._period_card()
        closed, layout = card(words("settings.closed"))
        self.add(layout, RadioSetting(saver, ("booking", "closed_period"), ("block", "next_open")))
        layout.addStretch(1)
        decides, layout = card(words("settings.purchase_period"))
        self.add(layout, RadioSetting(saver, ("booking", "purchase_period_date"), ("invoice", "booking")))
        layout.addStretch(1)
        self.beside(closed, decides)
        self._number_card()
        self._first_day()
        self.body.addStretch(1)

    # the period

    def _period_card(self) -> None:
        frame, layout = card(words("settings.period"))
        layout.addWidget(PlainLabel(words("settings.period.what"), colour="text2", wrap=True))
        self.add(layout, SegmentSetting(self.saver, LENGTH, ("month", "quarter")))
        self._offset = OffsetSetting(self.saver)
        self.add(layout, self._offset)
        heads = [words(f"settings.column.{name}") for name in ("invoice_date", "by_setting", "in_exact", "equal")]
        self._grid = Grid("periods_grid", heads, (140, 0, 0, 130))
        layout.addWidget(self._grid)
        self._differs = PlainLabel(words("settings.period.differs"), colour="warn", wrap=True, name="period_differs")
        layout.addWidget(self._differs)
        self._offset.edit.textChanged.connect(self._show_example)
        self.body.addWidget(frame)

    def _show_example(self) -> None:
        """At each turn of the arrow, before anything is saved."""
        offset = self._offset.months
        first = (-offset) % 12 + 1
        self._offset.hint.setText(words("settings.year_begins", month=words(f"settings.month.{first}")))
        booking = BookingSettings(period_length=PeriodLength(self.saver.value(LENGTH)), period_offset_months=offset)
        differs = False
        self._grid.clear()
        for day in example_days(self.today, first):
            ours, theirs = offset_period(day, booking), self._in_exact(day)
            differs |= theirs is not None and theirs != ours
            self._grid.add(formats.day(day), _strong(_period(ours)), *self._beside(ours, theirs))
        self._differs.setVisible(differs)

    def _in_exact(self, day: date) -> YearPeriod | None:
        row = next((row for row in self.rows(Period) if row.start <= day <= row.end), None)
        return YearPeriod(row.year, row.period) if row else None

    def _beside(self, ours: YearPeriod, theirs: YearPeriod | None) -> tuple[QWidget, QWidget]:
        if theirs is None:
            absent = "settings.period.absent" if self.rows(Period) else "settings.period.unread"
            return PlainLabel(words(absent), colour="text2"), PlainLabel("")
        same = ours == theirs
        state = ("equal", "ok", "settings.equal") if same else ("unequal", "warn", "settings.differs")
        return PlainLabel(_period(theirs)), told(state[0], state[1], words(state[2]))

    # numbers

    def _number_card(self) -> None:
        frame, layout = card(words("settings.numbers"))
        explained = words("settings.numbers.what")
        self.add(layout, SwitchSetting(self.saver, ("booking", "exact_assigns_numbers"), explained=explained))
        heads = [words(f"settings.column.{name}") for name in ("in_robaws", "number", "becomes_number", "becomes_ref")]
        self._numbers = Grid("numbers_grid", heads, (0, 270, 190, 170))
        layout.addWidget(self._numbers)
        self.body.addWidget(frame)

    def _show_numbers(self) -> None:
        self._numbers.clear()
        exact_assigns = bool(self.saver.value(("booking", "exact_assigns_numbers")))
        for kind in Kind:
            number, own = self._example(kind)
            becomes = str(digits(number) or "") if kind is Kind.SALES else own
            entry_number = words("settings.exact_assigns") if exact_assigns or not becomes else becomes
            shown = number if kind is Kind.SALES or not own else words("settings.own_number", number=number, own=own)
            self._numbers.add(words(f"settings.number.{kind}"), shown, _strong(entry_number), number)

    def _example(self, kind: Kind) -> tuple[str, str]:
        """Number and own number of an invoice that is here; none where nothing was fetched."""
        stores = self.shell.reading.work.stores
        ids = stores.listed.ids(InvoiceView(kind=kind), 40)
        for row in stores.listed.rows(ids).values():
            invoice = stores.invoices.get(row.id)
            if invoice is not None and invoice.number:
                own = invoice.own_number or ""
                return invoice.number, own if own.isdigit() else ""
        return "", ""

    # the first day

    def _first_day(self) -> None:
        frame, layout = card(words("settings.first_day"))
        path = ("booking", "book_from")
        hint = words("settings.book_from.hint")
        self._book_from = DaySetting(self.saver, path, hint=hint, placeholder=words("settings.day"), field_width=140)
        self._touched = PlainLabel(size="small", colour="text2")
        self.add(layout, self._book_from)
        layout.addWidget(self._touched)
        self.body.addWidget(frame)

    def reload(self) -> None:
        super().reload()
        self._show_example()
        self._show_numbers()
        touched = self.held.touched.get(("booking", "book_from")) if self.held else None
        self._touched.setVisible(touched is not None)
        if touched is not None:
            self._touched.setText(words("settings.touched", who=touched.who, when=touched.when))


def example_days(today: date, first_month: int) -> tuple[date, date, date]:
    """The middle of the month before the book year, of its first month, and the end of the calendar year."""
    begins = date(today.year, first_month, 15)
    before = date(today.year - (first_month == 1), (first_month - 2) % 12 + 1, 15)
    return before, begins, date(today.year, 12, 31)


def _period(chosen: YearPeriod) -> str:
    return words("settings.year_period", year=chosen.year, period=chosen.period)


def _strong(text: str) -> PlainLabel:
    return PlainLabel(text, strong=True)
