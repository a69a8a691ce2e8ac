"""Beside the results, under the head of the invoice: Oplossen, Boeking, Geschiedenis, and which one of how many."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget

from robexact_desktop.services.prepare_entries import Prepared
from robexact_desktop.ui.formats import amount, count
from robexact_desktop.ui.preview.booking import BookingRow, RowKind, planned_rows
from robexact_desktop.ui.preview.sent import sent_body, sent_rows
from robexact_desktop.ui.shell import Shell
from robexact_desktop.ui.widgets.basics import PlainLabel, button, column_layout, row_layout
from robexact_desktop.ui.widgets.figures import FigureTable
from robexact_desktop.ui.words import language, words

TABS = ("solve", "booking", "history")


class DetailTabs(QFrame):
    chosen = Signal(int)
    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preview_tabs")
        layout = row_layout(self, margins=(4, 0, 8, 0), spacing=0)
        self._buttons: list[QPushButton] = []
        for place, name in enumerate(TABS):
            made = button(words(f"result.tab.{name}"), f"result_tab_{name}", self._choose(place), kind="tab")
            self._buttons.append(made)
            layout.addWidget(made)
        layout.addStretch(1)
        self._place = PlainLabel(size="small", colour="text2", name="result_place")
        self._steps = [self._step("previous", "left", -1), self._step("next", "right", 1)]
        for widget in (self._steps[0], self._place, self._steps[1]):
            layout.addWidget(widget)
        self.press(0)

    def _step(self, name: str, side: str, step: int) -> QPushButton:
        told = words(f"result.{name}")
        made = button(
            "", f"result_{name}", self._steps_by(step), icon_name=f"chevron_{side}", kind="flat", accessible=told
        )
        made.setToolTip(told)
        return made

    def press(self, place: int) -> None:
        for number, made in enumerate(self._buttons):
            made.setChecked(number == place)

    def show_place(self, place: int, total: int) -> None:
        self._place.setText(words("result.place", place=count(place + 1), count=count(total)))
        self._steps[0].setEnabled(place > 0)
        self._steps[1].setEnabled(place + 1 < total)

    def _choose(self, place: int) -> Callable[[], None]:
        def choose() -> None:
            self.press(place)
            self.chosen.emit(place)

        return choose

    def _steps_by(self, step: int) -> Callable[[], None]:
        return lambda: self.stepped.emit(step)


def booking_area(shell: Shell, prepared: Prepared) -> QScrollArea:
    """The entry as it was sent, or as it would be sent now; to be read, not worked in."""
    work, books = shell.reading.work, shell.reading.books()
    body = sent_body(prepared, work.payloads)
    rows = planned_rows(prepared, books, ()) if body is None else sent_rows(prepared, body, books)
    titles = [words(f"result.{name}") for name in ("account", "vat_code", "debit", "credit")]
    table = FigureTable(words("result.tab.booking"), titles, right=(2, 3))
    for row in rows:
        cells = (row.title, row.vat, _figure(row, credit=False), _figure(row, credit=True))
        if row.kind is RowKind.TOTAL:
            table.add_total(cells)
        else:
            table.add_row(cells, {1: "text2"})
    page = QFrame()
    page.setObjectName("result_detail")
    layout = column_layout(page, margins=(16, 14, 16, 14))
    layout.addWidget(table)
    layout.addStretch(1)
    return scrolled(page, "result_booking", words("result.tab.booking"))


def _figure(row: BookingRow, *, credit: bool) -> str:
    value = row.credit if credit else row.debit
    return "" if value is None else amount(value, language())


def scrolled(page: QWidget, name: str, accessible: str) -> QScrollArea:
    area = QScrollArea()
    area.setObjectName(name)
    area.setAccessibleName(accessible)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    return area
