"""The tab Grootboek on the demo's firm: Exact's lists, what changed in them, and the pencil of a project."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from relations_room import fetch, opened, part, press, settle

from robexact_desktop.domain.ledger import GLAccount
from robexact_desktop.domain.ledger_changes import LedgerList
from robexact_desktop.services.workplace import Workplace
from robexact_desktop.ui.dialogs.cost_pencil import CostPencil
from robexact_desktop.ui.main_window import MainWindow
from robexact_desktop.ui.shell import Place, Tab
from robexact_desktop.ui.tabs.ledger import LedgerTab

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
    return part(window, QLabel, name).text()


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
    (switch, *_) = [box for box in ledger(window).findChildren(QCheckBox) if box.isVisible()]
    before = text(window, "ledger_meaning")
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=switch.rect().center())
    settle(qtbot, window)
    qtbot.waitUntil(lambda: text(window, "ledger_meaning") != before, timeout=30_000)
    assert not window.shell.reading.settings.booking.use_gl_accounts
