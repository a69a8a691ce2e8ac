"""The tab Grootboek on the demo's firm: Exact's lists, what changed in them, and the pencil of a project."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from files_room import choose_file, drawn_in_memory
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from relations_room import fetch, opened, part, press, settle

from robexact_desktop.domain.ledger import CostCenter, CostUnit, GLAccount
from robexact_desktop.domain.ledger_changes import Change, LedgerList
from robexact_desktop.services.map_costs import Dimension, map_cost
from robexact_desktop.services.workplace import Workplace
from robexact_desktop.ui.dialogs.cost_pencil import CostPencil
from robexact_desktop.ui.main_window import MainWindow
from robexact_desktop.ui.shell import Place, Tab
from robexact_desktop.ui.tabs.ledger import LedgerTab
from robexact_desktop.ui.widgets.strip import Strip

pytestmark = pytest.mark.screen


@pytest.fixture(scope="module")
def fetched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fetch(tmp_path_factory.mktemp("demo"), matched=True)


@pytest.fixture
def window(qtbot: QtBot, fetched: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    with opened(qtbot, fetched, tmp_path / "demo", monkeypatch) as made:
        press(made, "tab_ledger")
        settle(qtbot, made)
        yield made


def text(window: MainWindow, name: str) -> str:
    """Of the one that is seen: what is told anew replaces the label."""
    QApplication.processEvents()
    return next(found.text() for found in window.findChildren(QLabel, name) if found.isVisible())


def ledger(window: MainWindow) -> LedgerTab:
    found = window.tabs[Tab.LEDGER]
    assert isinstance(found, LedgerTab)
    return found


@pytest.mark.parametrize("name", list(LedgerList))
def test_every_list_is_there_with_its_count(qtbot: QtBot, window: MainWindow, name: LedgerList) -> None:
    press(window, f"ledger_side_{name}")
    rows = ledger(window)._pages[name].table.rows
    qtbot.waitUntil(ledger(window)._pages[name].table.isVisible)
    held = int(text(window, f"ledger_count_{name}"))
    assert held > 0
    qtbot.waitUntil(lambda: rows.rowCount() >= held)
    window.grab()


def test_a_setting_that_stops_leads_to_the_tariff(qtbot: QtBot, window: MainWindow) -> None:
    assert text(window, "ledger_read_at").startswith("Ingelezen")
    press(window, "ledger_fix_0")
    qtbot.waitUntil(window.tabs[Tab.VAT].isVisible)
    assert text(window, "vat_pencil_title") == "6 % sociale huisvesting (oud): btw-code voor verkoop"


def test_the_first_reading_says_that_it_is_the_first(window: MainWindow) -> None:
    assert text(window, "ledger_elsewhere").startswith("Eerste keer ingelezen")


def test_only_the_list_on_screen_is_filled(qtbot: QtBot, window: MainWindow) -> None:
    pages = ledger(window)._pages
    filled = [name for name, page in pages.items() if page.rows.count("")]
    assert filled == [LedgerList.GL_ACCOUNTS]
    assert int(text(window, f"ledger_count_{LedgerList.PERIODS}")) > 0, "counted all the same"
    press(window, "tab_vat")
    window.shell.forget_everything()
    settle(qtbot, window)
    assert not pages[LedgerList.JOURNALS].rows.count("")
    press(window, "tab_ledger")
    press(window, f"ledger_side_{LedgerList.JOURNALS}")
    assert pages[LedgerList.JOURNALS].rows.count("")


def test_the_badge_counts_what_is_mended_here(qtbot: QtBot, window: MainWindow) -> None:
    """Not the VAT code that stops: that asks on its own tab."""
    assert ledger(window)._news.hurts
    page = ledger(window)._pages[LedgerList.COST_CENTERS]
    press(window, f"ledger_side_{LedgerList.COST_CENTERS}")
    waiting = [row.mapped for row in page.all() if row.mapped and row.mapped.cost is None and row.mapped.waiting]
    assert ledger(window).badge().count == len({row.project.id for row in waiting}) == 1
    window.shell.do("map", lambda work: map_cost(work, Dimension.COST_CENTER, waiting[0].project.id, "P250007"))
    settle(qtbot, window)
    window.shell.forget_everything()
    qtbot.waitUntil(lambda: ledger(window).badge().count == 0, timeout=30_000)


def test_a_collective_account_names_its_journals(window: MainWindow) -> None:
    row = ledger(window)._pages[LedgerList.GL_ACCOUNTS].row_of("440000")
    assert row is not None
    assert row.used.startswith("Verzamelrekening dagboeken 60")


def test_a_code_names_the_tariffs_that_use_it(window: MainWindow) -> None:
    press(window, f"ledger_side_{LedgerList.VAT_CODES}")
    row = ledger(window)._pages[LedgerList.VAT_CODES].row_of("1")
    assert row is not None
    assert row.used == "Verkoop: 21 %, 21 % diensten"


def test_cost_centers_that_are_gone_stand_first_and_seen_is_said_of_this_list(qtbot: QtBot, window: MainWindow) -> None:
    def lose(work: Workplace) -> None:
        work.stores.master.replace(CostCenter, work.stores.master.all(CostCenter)[2:])
        work.stores.master.replace(CostUnit, work.stores.master.all(CostUnit)[1:])

    window.shell.do("lose", lose)
    settle(qtbot, window)
    window.shell.forget_everything()
    press(window, f"ledger_side_{LedgerList.COST_CENTERS}")
    rows = ledger(window)._pages[LedgerList.COST_CENTERS].table.rows
    qtbot.waitUntil(lambda: rows.rowCount() > 2)
    assert [rows.row_at(place).change for place in range(3)] == [Change.GONE, Change.GONE, None]
    assert text(window, "ledger_gone") == "2 weg"
    assert text(window, "ledger_elsewhere") == "1 in andere lijsten"
    press(window, "ledger_seen")
    qtbot.waitUntil(lambda: rows.row_at(0).change is None, timeout=30_000)
    assert text(window, "ledger_elsewhere") == "1 in andere lijsten"


@drawn_in_memory
def test_the_sheet_for_robaws_is_saved_where_the_keys_say(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "rekeningen"
    press(window, "ledger_for_robaws")
    proposed = choose_file(qtbot, window, "ledger_for_robaws_dialog", path)
    assert proposed == "Grootboekrekeningen voor Robaws.xlsx"
    settle(qtbot, window)
    qtbot.waitUntil(lambda: part(window, Strip, "ledger_strip").isVisible(), timeout=30_000)
    assert text(window, "strip_title").startswith("Importblad bewaard")
    written = load_workbook(path.with_suffix(".xlsx")).worksheets[0]
    assert written.max_row - 1 == int("".join(filter(str.isdigit, text(window, "strip_title"))))


def test_what_changed_stands_first_until_it_was_seen(qtbot: QtBot, window: MainWindow) -> None:
    def rename(work: Workplace) -> None:
        rows = work.stores.master.all(GLAccount)
        work.stores.master.replace(
            GLAccount, [replace(row, description="Anders genoemd") if row.code == "700000" else row for row in rows]
        )

    window.shell.do("rename", rename)
    settle(qtbot, window)
    window.shell.forget_everything()
    page = ledger(window)._pages[LedgerList.GL_ACCOUNTS]
    qtbot.waitUntil(lambda: page.table.rows.row_at(0).code == "700000")
    assert page.table.rows.row_at(0).was
    window.grab()
    press(window, "ledger_seen")
    qtbot.waitUntil(lambda: page.table.rows.row_at(0).code != "700000", timeout=30_000)


def test_the_pencil_of_a_project_chooses_another_cost_center(qtbot: QtBot, window: MainWindow) -> None:
    press(window, f"ledger_side_{LedgerList.COST_CENTERS}")
    page = ledger(window)._pages[LedgerList.COST_CENTERS]
    project = next(row.mapped for row in page.all() if row.mapped is not None)
    other = "P250007"  # stands in Exact and has not ended
    page.pencil_wanted.emit(project)
    pencil = part(window, CostPencil, "cost_pencil")
    field = part(pencil, QLineEdit, "cost_pencil_search")
    QTest.keyClicks(field, other)
    use = part(pencil, QPushButton, "cost_pencil_use")
    qtbot.waitUntil(lambda: other in use.text())
    window.grab()
    QTest.mouseClick(use, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    qtbot.waitUntil(
        lambda: window.shell.reading.books().settings.cost_centers.get(project.project.id) == other, timeout=30_000
    )


def test_a_place_that_nobody_knows_shows_the_accounts(window: MainWindow) -> None:
    window.shell.go_to.emit(Place(Tab.LEDGER, "no such page", "700000"))
    assert ledger(window)._side.present is LedgerList.GL_ACCOUNTS


def test_the_switch_says_what_it_means(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1700, 900)  # in a smaller window its sentence is the tooltip only
    (switch, *_) = [box for box in ledger(window).findChildren(QCheckBox) if box.isVisible()]
    before = text(window, "ledger_meaning")
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=switch.rect().center())
    settle(qtbot, window)
    qtbot.waitUntil(lambda: text(window, "ledger_meaning") != before, timeout=30_000)
    assert not window.shell.reading.settings.booking.use_gl_accounts
