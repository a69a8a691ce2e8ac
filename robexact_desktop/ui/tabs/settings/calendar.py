"""A month to pick a day from, below its field; Escape closes it, the arrows and Enter choose."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QWidget

from robexact_desktop.texts import Language
from robexact_desktop.ui.theme import tokens
from robexact_desktop.ui.widgets.basics import column_layout
from robexact_desktop.ui.words import language

LOCALES = {Language.NL: "nl_BE", Language.FR: "fr_BE", Language.EN: "en_GB"}
"""Weeks begin on Monday in all three."""


class Calendar(QFrame):
    """`picked` gives the day, once."""

    picked = Signal(object)  # date

    def __init__(self, name: str, accessible: str, below: QWidget) -> None:
        super().__init__(below, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._below = below
        self._days = QCalendarWidget()
        self._days.setObjectName(name)
        self._days.setAccessibleName(accessible)
        self._days.setLocale(QLocale(LOCALES[language()]))
        self._days.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._days.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        plain = QTextCharFormat()
        plain.setForeground(QColor(tokens().text))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._days.setWeekdayTextFormat(day, plain)  # Qt's own red means nothing here
        self._days.clicked.connect(self._on_day)
        self._days.activated.connect(self._on_day)
        column_layout(self, margins=(1, 1, 1, 1)).addWidget(self._days)

    def show_day(self, day: date) -> None:
        self._days.setSelectedDate(QDate(day.year, day.month, day.day))

    def open_below(self) -> None:
        self.move(self._below.mapToGlobal(QPoint(0, self._below.height() + 2)))
        self.show()
        self._days.setFocus()

    def _on_day(self, day: QDate) -> None:
        if self.isVisible():  # a double click tells of the same day twice
            self.close()
            self.picked.emit(date(day.year(), day.month(), day.day()))
