"""After a job every tab shows the truth when it is looked at: read at once, a turn later, or when it is opened."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from relations_room import fetch, opened, part, press, settle

from robexact_desktop.domain.booking.books import Field
from robexact_desktop.domain.changes import Changed
from robexact_desktop.domain.ledger import GLAccount
from robexact_desktop.domain.ledger_changes import LedgerList
from robexact_desktop.services.list_invoices import list_again
from robexact_desktop.services.set_by_hand import ByHand, set_by_hand
from robexact_desktop.services.workplace import Workplace
from robexact_desktop.ui.main_window import MainWindow
from robexact_desktop.ui.preview.pane import PreviewPane
from robexact_desktop.ui.shell import Tab
from robexact_desktop.ui.tabs.invoices import InvoicesTab
from robexact_desktop.ui.tabs.ledger import LedgerTab
from robexact_desktop.workers.lane import Finished

pytestmark = pytest.mark.screen
NEW = "Anders genoemd"


@pytest.fixture(scope="module")
def fetched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fetch(tmp_path_factory.mktemp("demo"), matched=True)


@pytest.fixture
def window(qtbot: QtBot, fetched: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    with opened(qtbot, fetched, tmp_path / "demo", monkeypatch) as made:
        yield made


def rename(work: Workplace) -> None:
    rows = work.stores.master.all(GLAccount)
    renamed = [replace(row, description=NEW) if row.code == "700000" else row for row in rows]
    work.stores.master.replace(GLAccount, renamed)


def block(work: Workplace) -> None:
    rows = work.stores.master.all(GLAccount)
    work.stores.master.replace(GLAccount, [replace(row, is_blocked=True) for row in rows])


def ledger(window: MainWindow) -> LedgerTab:
    found = window.tabs[Tab.LEDGER]
    assert isinstance(found, LedgerTab)
    return found


def first_account(window: MainWindow) -> str:
    row = ledger(window)._pages[LedgerList.GL_ACCOUNTS].table.rows.row_at(0)
    return str(row.description)


def test_the_books_come_from_the_lane_and_hold_what_the_job_wrote(qtbot: QtBot, window: MainWindow) -> None:
    told: list[Finished] = []
    window.shell.lane.finished.connect(told.append)
    window.shell.do("rename", rename, changes=Changed.LEDGER)
    settle(qtbot, window)
    (finished,) = told
    assert finished.books is not None
    assert window.shell.reading.books() is finished.books
    assert finished.books.ledger.gl_accounts["700000"].description == NEW


def test_a_job_that_changes_nothing_reads_no_books(qtbot: QtBot, window: MainWindow) -> None:
    told: list[Finished] = []
    window.shell.lane.finished.connect(told.append)
    books = window.shell.reading.books()
    window.shell.do("look", lambda work: work.division)
    settle(qtbot, window)
    assert told[0].books is None
    assert window.shell.reading.books() is books


def test_a_hidden_tab_is_told_in_a_turn_of_its_own(qtbot: QtBot, window: MainWindow) -> None:
    window.shell.do("rename", rename, changes=Changed.LEDGER)
    qtbot.waitUntil(lambda: first_account(window) == NEW)
    assert not window.tabs[Tab.LEDGER].isVisible()


def test_a_tab_opened_before_its_turn_shows_the_truth_at_once(qtbot: QtBot, window: MainWindow) -> None:
    seen: list[str] = []

    def look(_: object) -> None:
        window.show_tab(Tab.LEDGER)
        seen.append(first_account(window))

    window.shell.changed.connect(look)
    window.shell.do("rename", rename, changes=Changed.LEDGER)
    settle(qtbot, window)
    assert seen == [NEW]


def test_the_badge_of_a_tab_that_nobody_opened_is_right(qtbot: QtBot, window: MainWindow) -> None:
    before = ledger(window).badge().count
    window.shell.do("block", block, changes=Changed.LEDGER)
    qtbot.waitUntil(lambda: ledger(window).badge().count > before)
    settle(qtbot, window)
    shown = part(window, QPushButton, "tab_ledger").text()
    assert shown.endswith(f"  {ledger(window).badge().count}")


def test_the_preview_behind_another_tab_is_put_together_when_it_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "tab_invoices")
    tab = window.tabs[Tab.INVOICES]
    assert isinstance(tab, InvoicesTab)
    tab.table.go_to(tab.table.rows.id_at(0))
    preview = part(window, PreviewPane, "preview")
    qtbot.waitUntil(lambda: preview.invoice_id is not None)
    name = preview.invoice_id
    assert name is not None
    press(window, "tab_vat")
    before = preview._prepared

    def by_hand(work: Workplace) -> None:
        invoice = work.stores.invoices.get(name)
        assert invoice is not None
        set_by_hand(work, invoice, ByHand(0, {Field.GL: "700100"}))
        list_again(work, [name])

    window.shell.do("by hand", by_hand, changes=Changed.INVOICES)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: not window._behind)
    assert preview._prepared is before, "nobody looks at it"
    press(window, "tab_invoices")
    qtbot.waitUntil(lambda: preview._prepared is not before)
    assert preview._prepared is not None
    assert preview._prepared.entry.lines[0].gl_account.value.code == "700100"


def test_a_table_filled_while_hidden_is_measured_when_it_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    """Amounts and numbers are never cut, also where they came while nobody looked."""
    long = "7000001234567890123456"

    def lengthen(work: Workplace) -> None:
        rows = work.stores.master.all(GLAccount)
        work.stores.master.replace(GLAccount, [replace(rows[0], code=long), *rows])

    window.shell.do("lengthen", lengthen, changes=Changed.LEDGER)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: not window._behind)
    press(window, "tab_ledger")
    table = ledger(window)._pages[LedgerList.GL_ACCOUNTS].table
    qtbot.waitUntil(table.isVisible)
    place = [column.key for column in table.rows.columns].index("code")
    column = table.rows.columns[place]
    assert column.whole
    assert table.columnWidth(place) > table.fontMetrics().horizontalAdvance(long)


def test_a_cache_that_was_set_aside_is_not_read_any_more(window: MainWindow, tmp_path: Path) -> None:
    """The window keeps its connection; where another file stands in the place of its own it opens that one."""
    reading = window.shell.reading
    first = reading.work.stores
    reading.forget()
    assert reading.work.stores is first
    (cache,) = (tmp_path / "demo").rglob("cache.db")
    shutil.copy(cache, tmp_path / "other.db")
    (tmp_path / "other.db").replace(cache)
    reading.forget()
    assert reading.work.stores is not first
