"""The tab Btw on the demo's firm: what asks first, the pencil of both sides, by keys alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from relations_room import fetch, opened, part, press, settle

from robexact_desktop.domain.names import Kind
from robexact_desktop.services.map_vat import MappedTariff
from robexact_desktop.texts import Language
from robexact_desktop.ui.dialogs.vat_pencil import VatPencil
from robexact_desktop.ui.main_window import MainWindow
from robexact_desktop.ui.shell import Place, Tab
from robexact_desktop.ui.tabs.vat import VatTab
from robexact_desktop.ui.widgets.table import Table
from robexact_desktop.ui.words import speak

pytestmark = pytest.mark.screen
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(scope="module")
def fetched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fetch(tmp_path_factory.mktemp("demo"), matched=True)


@pytest.fixture
def window(qtbot: QtBot, fetched: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    with opened(qtbot, fetched, tmp_path / "demo", monkeypatch) as made:
        press(made, "tab_vat")
        settle(qtbot, made)
        yield made


def tab(window: MainWindow) -> VatTab:
    found = window.tabs[Tab.VAT]
    assert isinstance(found, VatTab)
    return found


def shown(window: MainWindow) -> list[MappedTariff]:
    model = tab(window).table.rows
    return [model.row_at(place) for place in range(model.rowCount())]


def tariff(window: MainWindow, name: str) -> MappedTariff:
    return next(row for row in shown(window) if row.name == name)


def text(window: MainWindow, name: str) -> str:
    """Of the one that is seen."""
    return next(found.text() for found in window.findChildren(QLabel, name) if found.isVisible())


def pencil(window: MainWindow) -> VatPencil | None:
    return next((found for found in window.findChildren(VatPencil) if found.isVisible()), None)


def key(window: MainWindow, pressed: Qt.Key, mods: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Where the focus is."""
    at: QWidget | None = QApplication.focusWidget()
    QTest.keyClick(at or window, pressed, mods)


def type_in(qtbot: QtBot, window: MainWindow, typed: str) -> Table:
    found = pencil(window)
    assert found is not None
    QTest.keyClicks(part(found, QLineEdit, "vat_pencil_search"), typed)
    table = part(found, Table, "vat_pencil_table")
    qtbot.waitUntil(lambda: "van 31" in text(window, "vat_pencil_count") and table.rows.rowCount() < 31)
    return table


def go_to(window: MainWindow, name: str, side: Kind) -> VatPencil:
    window.shell.go_to.emit(Place(Tab.VAT, side.value, tariff(window, name).id))
    found = pencil(window)
    assert found is not None
    return found


def use(window: MainWindow) -> QPushButton:
    found = pencil(window)
    assert found is not None
    return part(found, QPushButton, "vat_pencil_use")


def test_what_invoices_wait_for_stands_first_and_is_the_badge(window: MainWindow) -> None:
    asks = [row.asks for row in shown(window)]
    assert asks == sorted(asks, reverse=True)
    assert tab(window).badge().count == sum(asks) == 4


def test_a_code_that_cannot_be_booked_is_never_ticked(window: MainWindow) -> None:
    delegate = tab(window).table.itemDelegate()
    marks = {row.name: delegate._marks["sales"](row) for row in shown(window)}
    assert marks["21 %"].icon == "check"
    assert marks["6 % inclusief"].word == "5: inclusief kan niet"
    assert marks["21 % doorrekening"].word == "7: is voor aankoop"
    assert marks["6 % sociale huisvesting (oud)"].word == "23: geblokkeerd"
    assert all(marks[row.name].icon != "check" for row in shown(window) if row.sales.why)


def test_a_tariff_is_mapped_by_keys_alone(qtbot: QtBot, window: MainWindow) -> None:
    name = "6 % sloop en heropbouw"
    table = tab(window).table
    table.setFocus()
    table.go_to(table.rows.id_at(0))
    while shown(window)[table.currentIndex().row()].name != name:
        key(window, Qt.Key.Key_Down)
    key(window, Qt.Key.Key_Return)
    assert text(window, "vat_pencil_title") == f"{name}: btw-code voor verkoop"
    assert text(window, "vat_pencil_consequence") == "Geldt meteen voor 1 wachtende factuur van 1.812,60 EUR."
    type_in(qtbot, window, "renovatie")
    qtbot.waitUntil(lambda: use(window).isEnabled())
    assert use(window).text().startswith("Code 4 gebruiken")
    window.grab()
    key(window, Qt.Key.Key_Return)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: tariff(window, name).sales.name == "4", timeout=30_000)
    assert not tariff(window, name).asks
    assert QApplication.focusWidget() is table
    assert shown(window)[table.currentIndex().row()].name == name


def test_the_other_side_is_one_key_away(window: MainWindow) -> None:
    go_to(window, "6 % sloop en heropbouw", Kind.SALES)
    key(window, Qt.Key.Key_W, ALT)
    assert text(window, "vat_pencil_title").endswith("btw-code voor aankoop")
    key(window, Qt.Key.Key_W, ALT)
    assert text(window, "vat_pencil_title").endswith("btw-code voor verkoop")
    key(window, Qt.Key.Key_Escape)
    assert pencil(window) is None


def test_a_problem_of_a_purchase_opens_the_pencil_for_purchases(qtbot: QtBot, window: MainWindow) -> None:
    """Also where a filter hides the tariff."""
    wanted = tariff(window, "21 %").id
    press(window, "vat_group_unmapped")
    window.shell.go_to.emit(Place(Tab.VAT, "purchase", wanted))
    assert text(window, "vat_pencil_title") == "21 %: btw-code voor aankoop"
    table = type_in(qtbot, window, "investering 21")
    assert [table.rows.row_at(place).code for place in range(table.rows.rowCount())] == ["21", "27"]
    qtbot.waitUntil(lambda: use(window).text().startswith("Code 21 gebruiken"))
    key(window, Qt.Key.Key_Return)
    settle(qtbot, window)
    press(window, "vat_group_all")
    qtbot.waitUntil(lambda: tariff(window, "21 %").purchase.name == "21", timeout=30_000)
    assert tariff(window, "21 %").sales.name == "1", "the other side keeps its own"


def test_a_code_that_cannot_be_used_stays_with_its_reason_and_enter_leaves_it(qtbot: QtBot, window: MainWindow) -> None:
    go_to(window, "6 % renovatie", Kind.SALES)
    table = type_in(qtbot, window, "oud")
    (row,) = [table.rows.row_at(place) for place in range(table.rows.rowCount())]
    (why,) = [column for column in table.rows.columns if column.key == "why"]
    assert (row.code, why.text(row)) == ("23", "geblokkeerd in Exact")
    key(window, Qt.Key.Key_Down)
    table.go_to(table.rows.id_at(0))
    assert not use(window).isEnabled()
    table.setFocus()
    key(window, Qt.Key.Key_Return)
    assert pencil(window) is not None
    assert tariff(window, "6 % renovatie").sales.name == "4"


def test_only_usable_codes_on_demand(window: MainWindow) -> None:
    found = go_to(window, "21 %", Kind.PURCHASE)
    table = part(found, Table, "vat_pencil_table")
    before = table.rows.rowCount()
    box = part(found, QCheckBox, "vat_pencil_usable")
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    rows = [table.rows.row_at(place) for place in range(table.rows.rowCount())]
    assert 0 < len(rows) < before
    assert all(row.direction in "BP" and not row.is_blocked and row.type != "I" for row in rows)
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert table.rows.rowCount() == before


def test_credit_notes_are_told_where_their_boxes_are_sure(qtbot: QtBot, window: MainWindow) -> None:
    found = go_to(window, "6 % sloop en heropbouw", Kind.SALES)
    type_in(qtbot, window, "renovatie")
    told = "Creditnota's met code 4 komen vanzelf in vak 49 en 64."
    qtbot.waitUntil(lambda: told in [label.text() for label in found.findChildren(QLabel) if label.isVisible()])


def test_taking_away_holds_the_invoices_again(qtbot: QtBot, window: MainWindow) -> None:
    go_to(window, "6 % renovatie", Kind.SALES)
    press(window, "vat_pencil_unlink")
    settle(qtbot, window)
    qtbot.waitUntil(lambda: not tariff(window, "6 % renovatie").sales.name, timeout=30_000)
    assert tariff(window, "6 % renovatie").asks


@pytest.mark.parametrize("language", [Language.FR, Language.EN])
def test_it_speaks_the_other_languages(
    qtbot: QtBot, fetched: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    """No word is cut in the small window, and none is left in Dutch."""
    try:
        with opened(qtbot, fetched, tmp_path / "demo", monkeypatch, language) as window:
            window.resize(1280, 720)
            press(window, "tab_vat")
            settle(qtbot, window)
            go_to(window, "6 % renovatie", Kind.PURCHASE)
            dialog = pencil(window)
            assert dialog is not None
            for made in dialog.findChildren(QPushButton):
                if made.isVisible() and made.text():
                    assert made.width() >= made.fontMetrics().horizontalAdvance(made.text()), made.text()
            said = " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
            assert "aankoop" not in said
            assert "Vak" not in said
            window.grab()
    finally:
        speak(Language.NL)
