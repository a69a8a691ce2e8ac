"""The tab Facturen, by mouse and keys: selection by id, the confirmation, a send and what came of it."""

from collections.abc import Iterator
from typing import Any

import pytest
from e2e.looking import SALES, hang_up, once
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from world import ENVIRONMENT, World

from robexact_desktop import window
from robexact_desktop.app import open_office
from robexact_desktop.domain.status import InvoiceState
from robexact_desktop.services.list_invoices import list_invoices
from robexact_desktop.ui.dialogs.send_confirm import SendConfirm
from robexact_desktop.ui.main_window import MainWindow
from robexact_desktop.ui.shell import Tab
from robexact_desktop.ui.tabs.invoices import InvoicesTab

pytestmark = pytest.mark.screen
LEFT, NOTHING = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shown(firm: World, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The window on the firm's books, nothing sent yet."""
    monkeypatch.setenv("ROBEXACT_TEST_KEYRING", str(firm.key_store))
    window.application()
    with open_office(firm.folder) as office:
        with office.alone(), office.workplace(ENVIRONMENT) as work:
            list_invoices(work)
        made = window.main_window(office, ENVIRONMENT, demo=False)
        made.show()
        qtbot.waitExposed(made)
        yield made
        made.close()


@pytest.fixture
def tab(shown: MainWindow) -> InvoicesTab:
    found = shown.tabs[Tab.INVOICES]
    assert isinstance(found, InvoicesTab)
    return found


def click(tab: InvoicesTab, row: int, held: Qt.KeyboardModifier = NOTHING) -> None:
    table = tab.table
    x = table.columnViewportPosition(4) + 20  # the relation: a click on a pill would open another place
    QTest.mouseClick(table.viewport(), LEFT, held, QPoint(x, table.rowViewportPosition(row) + 10))


def test_shift_reaches_from_the_same_row_after_a_refresh_a_sort_and_a_filter(tab: InvoicesTab, qtbot: Any) -> None:
    click(tab, 2)
    click(tab, 6, SHIFT)
    before = list(tab.table.selected_ids())
    tab.reload()
    assert list(tab.table.selected_ids()) == before
    click(tab, 8, SHIFT)
    assert len(tab.table.selected_ids()) == 7, "reached from the row that was clicked last before the refresh"
    reached = set(tab.table.selected_ids())
    QTest.keyClicks(tab.commands.search, "2026")
    qtbot.waitUntil(lambda: tab.table.rows.view.text == "2026")
    QTest.keyClick(tab.commands.search, Qt.Key.Key_A, CTRL)
    QTest.keyClick(tab.commands.search, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: tab.table.rows.view.text == "")
    qtbot.waitUntil(lambda: set(tab.table.selected_ids()) == reached)


def test_nothing_leaves_before_the_confirmation_and_escape_takes_it_back(
    firm: World, shown: MainWindow, tab: InvoicesTab, qtbot: Any
) -> None:
    click(tab, 0)
    click(tab, 9, SHIFT)
    qtbot.waitUntil(tab.selection_bar.send.isEnabled)
    QTest.keyClick(shown, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(shown.findChildren(SendConfirm)), timeout=20_000)
    QTest.keyClick(shown.findChildren(SendConfirm)[0], Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shown.findChildren(SendConfirm))
    assert firm.posts() == []


def test_a_send_ends_on_the_result_page_with_what_exact_holds(
    firm: World, shown: MainWindow, tab: InvoicesTab, qtbot: Any
) -> None:
    before = len(firm.entries("sales"))
    click(tab, 0)
    click(tab, 9, SHIFT)
    qtbot.waitUntil(tab.selection_bar.send.isEnabled)
    QTest.keyClick(shown, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(shown.findChildren(SendConfirm)), timeout=20_000)
    QTest.keyClick(shown.findChildren(SendConfirm)[0], Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: tab.sends.last is not None, timeout=60_000)
    ended = tab.sends.last
    assert ended is not None
    booked = len(firm.entries("sales")) - before
    assert booked == len(ended.chosen) > 0
    qtbot.waitUntil(tab.result_page.isVisible)
    assert tab.result_page.table.rows.rowCount() == booked


def test_no_hits_says_so_and_offers_to_clear(tab: InvoicesTab, qtbot: Any) -> None:
    QTest.keyClicks(tab.commands.search, "zzzz")
    qtbot.waitUntil(lambda: tab.table.rows.rowCount() == 0)
    clear = tab.findChild(QPushButton, "clear_filter")
    QTest.mouseClick(clear, LEFT)
    qtbot.waitUntil(lambda: tab.table.rows.rowCount() > 0)


@pytest.fixture
def impatient(firm: World) -> World:
    """Whose uncertain invoices are looked up after a millisecond, or as soon as the window looks."""
    firm.settings_of({"exact": {"settle_seconds": 0.001}})
    return firm


def test_an_uncertain_invoice_is_looked_up_by_itself(
    impatient: World, shown: MainWindow, tab: InvoicesTab, qtbot: Any
) -> None:
    impatient.demo.exact.after.append(once(SALES, hang_up))
    click(tab, ready(tab))
    (chosen,) = tab.chosen()
    qtbot.waitUntil(tab.selection_bar.send.isEnabled)
    QTest.keyClick(shown, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(shown.findChildren(SendConfirm)), timeout=20_000)
    QTest.keyClick(shown.findChildren(SendConfirm)[0], Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: tab.sends.last is not None, timeout=60_000)
    assert tab.sends.last.outcomes[chosen].state is InvoiceState.UNKNOWN

    def is_done() -> bool:
        listed = shown.shell.reading.work.stores.listed
        number = listed.number_of(chosen)
        return number is not None and listed.rows([number])[number].state is InvoiceState.DONE

    qtbot.waitUntil(is_done, timeout=30_000)
    assert len(impatient.posts(SALES)) == 1


def ready(tab: InvoicesTab) -> int:
    """The first row that may go."""
    rows = (tab.table.rows.row_at(place) for place in range(tab.table.rows.rowCount()))
    return next(place for place, row in enumerate(rows) if row.state is InvoiceState.READY)
