"""The tab Relaties on the demo's firm: one list, what asks first, all certain ones in one click, and the way back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from files_room import choose_file, drawn_in_memory
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from relations_room import fetch, opened, part, press, said_below, settle, shown, tab

from robexact_desktop.domain.folding import folded
from robexact_desktop.services.relation_list import OPEN, Standing
from robexact_desktop.ui.dialogs.relation_pencil import RelationPencil
from robexact_desktop.ui.dialogs.skipped_rows import SkippedRows
from robexact_desktop.ui.main_window import MainWindow
from robexact_desktop.ui.shell import Place, Tab
from robexact_desktop.ui.widgets.table import Table

pytestmark = pytest.mark.screen


@pytest.fixture(scope="module")
def fetched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fetch(tmp_path_factory.mktemp("demo"), matched=False)


@pytest.fixture
def window(qtbot: QtBot, fetched: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    with opened(qtbot, fetched, tmp_path / "demo", monkeypatch) as made:
        yield made


def count_on(window: MainWindow, group: str) -> int:
    return int(part(window, QPushButton, f"relation_group_{group}").text().split()[-1].replace(".", ""))


def test_before_anything_is_linked_the_certain_links_are_announced_not_made(window: MainWindow) -> None:
    assert any(row.standing is Standing.CERTAIN for row in shown(window))
    assert window.shell.reading.work.stores.links.all() == {}


def test_koppel_automatisch_links_what_is_certain_and_tells_the_figures(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "relations_match")
    settle(qtbot, window)
    links = window.shell.reading.work.stores.links.all()
    assert len(links) > 300
    everyone = len(shown(window))
    assert said_below(window) == f"{len(links)} relaties gekoppeld. {everyone - len(links)} blijven zonder koppeling."
    assert count_on(window, "all") == everyone
    assert sum(count_on(window, group) for group in ("open", "to_create", "linked")) == everyone


def test_what_invoices_wait_for_stands_first_and_is_the_badge(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "relations_match")
    settle(qtbot, window)
    asks = [row.asks for row in shown(window)]
    assert asks == sorted(asks, reverse=True)
    waited_for = [row for row in shown(window) if row.standing in OPEN and row.waiting]
    assert waited_for
    assert tab(window).badge().count == len(waited_for)


def test_one_click_leaves_only_those_without_a_link(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "relations_match")
    settle(qtbot, window)
    press(window, "relation_group_open")
    rows = shown(window)
    assert len(rows) == count_on(window, "open")
    assert all(row.account is None for row in rows)


def test_typing_filters_by_name_number_and_the_account_it_is_linked_to(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "relations_match")
    settle(qtbot, window)
    wanted = next(row for row in shown(window) if row.standing is Standing.LINKED and row.account)
    assert wanted.account is not None
    field = part(window, QLineEdit, "relation_search")
    for typed in (wanted.relation.name[:12], wanted.account.code):
        field.clear()
        QTest.keyClicks(field, typed)
        qtbot.waitUntil(lambda: len(shown(window)) < 100)
        assert wanted in shown(window)


def test_a_search_without_hits_says_so_and_clears(qtbot: QtBot, window: MainWindow) -> None:
    everyone = len(shown(window))
    QTest.keyClicks(part(window, QLineEdit, "relation_search"), "zzqq")
    clear = part(window, QPushButton, "relations_clear_filter")
    qtbot.waitUntil(clear.isVisible)
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert len(shown(window)) == everyone


def test_a_problem_leads_to_the_pencil_of_its_relation(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "relation_kind_supplier")
    customer = next(row for row in tab(window)._rows if not row.relation.is_supplier)
    window.shell.go_to.emit(Place(Tab.RELATIONS, what=customer.relation.id))
    dialog = part(window, RelationPencil, "relation_pencil")
    assert dialog.title.text() == f"{customer.relation.name} koppelen"
    QTest.keyClick(dialog.found.field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    settle(qtbot, window)


def test_in_a_small_window_no_word_of_the_groups_is_cut(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1280, 720)
    groups = [part(window, QPushButton, f"relation_group_{name}") for name in ("all", "open", "to_create", "linked")]
    qtbot.waitUntil(lambda: all(made.width() >= made.sizeHint().width() for made in groups))


def test_accents_may_be_left_out(qtbot: QtBot, window: MainWindow) -> None:
    name = next(row.relation.name for row in shown(window) if not row.relation.name.isascii())
    plain = folded(name)
    assert plain != name.casefold()
    QTest.keyClicks(part(window, QLineEdit, "relation_search"), plain)
    qtbot.waitUntil(lambda: 0 < len(shown(window)) < 10)
    assert name in [row.relation.name for row in shown(window)]


def test_ctrl_z_takes_all_of_koppel_automatisch_back(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "relations_match")
    settle(qtbot, window)
    many = len(window.shell.reading.work.stores.links.all())
    QTest.keyClick(tab(window).table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    told = f"Ongedaan gemaakt: {many} koppelingen zijn teruggenomen."
    qtbot.waitUntil(lambda: said_below(window) == told, timeout=30_000)
    settle(qtbot, window)
    assert window.shell.reading.work.stores.links.all() == {}
    assert any(row.standing is Standing.CERTAIN for row in shown(window)), "a rule may make them again"


@drawn_in_memory
def test_codes_from_excel_link_and_the_rows_that_did_not_are_named(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    row = next(row for row in shown(window) if row.standing is Standing.UNLINKED or row.suggestions)
    code = window.shell.reading.work.stores.accounts.all()[0].code
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for cells in (("ID", "EXACT_ONLINE_CODE"), (row.relation.id, "9999999"), ("client/0", code)):
        sheet.append(cells)
    book.save(tmp_path / "codes.xlsx")
    press(window, "relations_sheet")
    choose_file(qtbot, window, "relations_sheet_dialog", tmp_path / "codes.xlsx")
    settle(qtbot, window)
    qtbot.waitUntil(lambda: said_below(window).endswith("2 rijen uit Excel werden niet gebruikt."), timeout=30_000)
    press(window, "relations_show_skipped")
    table = part(window, Table, "skipped_table").rows
    told = [[column.text(table.row_at(place)) for column in table.columns] for place in range(table.rowCount())]
    assert [cells[:3] for cells in told] == [["2", "9999999", row.relation.name], ["3", code, "ID client/0"]]
    assert all(cells[3] for cells in told)
    window.grab()
    QTest.keyClick(part(window, SkippedRows, "skipped_rows"), Qt.Key.Key_Escape)


@drawn_in_memory
def test_turning_back_from_the_file_dialog_does_nothing(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "relations_sheet")
    dialog = part(window, QFileDialog, "relations_sheet_dialog")
    qtbot.waitUntil(dialog.isVisible)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(QFileDialog, "relations_sheet_dialog") is None)
    assert not window.shell.lane.is_busy
