"""A bookkeeper's hands: mouse and keys in the window, and eyes that wait until something is there."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from world import ENVIRONMENT

from robexact_desktop.domain.names import InvoiceId
from robexact_desktop.office import Office
from robexact_desktop.services.list_invoices import list_invoices
from robexact_desktop.services.match_relations import match_relations
from robexact_desktop.services.refresh import refresh
from robexact_desktop.ui.main_window import MainWindow
from robexact_desktop.ui.widgets.table import Table

W = TypeVar("W", bound=QWidget)
Key, Mod = Qt.Key, Qt.KeyboardModifier
PLAIN = Mod.NoModifier
LONG = 20_000
"""Milliseconds; a busy machine is no defect."""


def refreshed(office: Office) -> None:
    """What F5 and "koppel automatisch" do, without a window: a template's preparation."""
    with office.alone(), office.workplace(ENVIRONMENT) as work:
        refresh(work)
        match_relations(work)
        list_invoices(work)


class Hands:
    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    # eyes

    def until(self, so: Callable[[], object], timeout: int = LONG) -> None:
        self.qtbot.waitUntil(lambda: bool(so()), timeout=timeout)

    def until_idle(self) -> None:
        """Everything that was asked of the lane is done."""
        self.until(lambda: not self.window.shell.lane.is_busy)

    def seen(self, kind: type[W], name: str) -> W | None:
        """The widget of this name that is in sight."""
        return next((found for found in self.window.findChildren(kind, name) if found.isVisible()), None)

    def part(self, kind: type[W], name: str) -> W:
        self.until(lambda: self.seen(kind, name))
        found = self.seen(kind, name)
        assert found is not None, name
        return found

    def text(self, name: str) -> str:
        return self.part(QLabel, name).text()

    def focused(self) -> str:
        """The name of what has the focus."""
        found = self.window.focusWidget()
        return found.objectName() if found is not None else ""

    def until_gone(self, name: str) -> None:
        self.until(lambda: self.seen(QWidget, name) is None)

    def words(self) -> list[str]:
        return self.words_of(self.window)

    def words_of(self, within: QWidget) -> list[str]:
        """All that is written there, as a person reads it."""
        return [label.text() for label in within.findChildren(QLabel) if label.isVisible() and label.text()]

    # keys

    def key(self, key: Qt.Key, mods: Qt.KeyboardModifier = PLAIN) -> None:
        """Where the focus is."""
        QTest.keyClick(self.window.focusWidget() or self.window, key, mods)

    def types(self, text: str) -> None:
        """Into the field that has the focus."""
        field = self.window.focusWidget()
        assert isinstance(field, QLineEdit), field
        QTest.keyClicks(field, text)

    def search(self, text: str) -> None:
        """Ctrl+F, all of it replaced, and the list as it is then."""
        self.key(Key.Key_F, Mod.ControlModifier)
        self.key(Key.Key_A, Mod.ControlModifier)
        self.key(Key.Key_Delete)
        self.types(text)
        self.settle()

    def settle(self) -> None:
        """A search field waits a moment for the next key; then the first page is shown, and right after it the rest."""
        field = self.window.focusWidget()
        pauses = field.findChildren(QTimer) if field is not None else []
        self.until(lambda: not any(pause.isActive() for pause in pauses))
        self.turn()

    def turn(self) -> None:
        """What was put off to the next turn of the event loop is done."""
        for _ in range(3):
            QApplication.processEvents()

    # mouse

    def press(self, name: str) -> None:
        """A button in sight."""
        found = self.part(QPushButton, name)
        self.until(found.isEnabled)
        QTest.mouseClick(found, Qt.MouseButton.LeftButton, PLAIN, found.rect().center())

    def press_row(self, table: Table, row_id: int, column: str = "", mods: Qt.KeyboardModifier = PLAIN) -> None:
        """A cell of the row with this number, scrolled to as with the wheel."""
        self.until(lambda: table.rows.place_of(row_id) is not None)
        place = table.rows.place_of(row_id)
        assert place is not None
        keys = [each.key for each in table.rows.columns]
        index = table.rows.index(place, keys.index(column) if column else 0)
        table.scrollTo(index)
        QApplication.processEvents()
        point = table.visualRect(index).center()
        assert table.viewport().rect().contains(point), (row_id, column)
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, mods, point)

    def row_where(self, table: Table, so: Callable[[Any], bool]) -> int:
        """The number of the first row of which that is true."""
        rows = table.rows
        return next(rows.id_at(place) for place in range(rows.rowCount()) if so(rows.row_at(place)))

    def press_head(self, table: Table, column: str) -> None:
        place = [each.key for each in table.rows.columns].index(column)
        head = table.horizontalHeader()
        at = QPoint(head.sectionViewportPosition(place) + 20, head.height() // 2)
        QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, PLAIN, at)
        self.turn()

    # the list of invoices

    @property
    def invoices(self) -> Table:
        return self.part(Table, "invoice_table")

    def number_of(self, invoice: str) -> int:
        found = self.window.shell.reading.work.stores.listed.number_of(InvoiceId(invoice))
        assert found is not None, invoice
        return found

    def press_invoice(self, invoice: str, mods: Qt.KeyboardModifier = PLAIN, column: str = "number") -> None:
        self.press_row(self.invoices, self.number_of(invoice), column, mods)

    def listed(self) -> list[str]:
        """The invoices of the list as it stands, from above."""
        return self._named(list(self.invoices.rows.ids_between(0, self.invoices.rows.rowCount())))

    def selected(self) -> list[str]:
        return self._named(list(self.invoices.selected_ids()))

    def _named(self, numbers: list[int]) -> list[str]:
        rows = self.window.shell.reading.work.stores.listed.rows(numbers)
        return [str(rows[number].id) for number in numbers]

    def says(self, invoice: str, column: str = "state") -> str:
        """What a cell of the list says."""
        rows, number = self.invoices.rows, self.number_of(invoice)
        self.until(lambda: rows.place_of(number) is not None)  # the first page comes at once, the rest right after
        place = rows.place_of(number)
        assert place is not None
        at = [each.key for each in rows.columns].index(column)
        return str(rows.index(place, at).data())

    def is_ready(self, invoice: str) -> bool:
        """Its state in the list's row, sent rows included."""
        rows = self.window.shell.reading.work.stores.listed.rows([self.number_of(invoice)])
        return [row.state.value for row in rows.values()] == ["ready"]

    # end

    def quit(self) -> None:
        """Ctrl+Q; once."""
        if self.window.isVisible():
            self.key(Key.Key_Q, Mod.ControlModifier)
            self.until(lambda: not self.window.isVisible())
