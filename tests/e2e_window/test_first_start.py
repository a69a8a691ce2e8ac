"""From nothing to a booked invoice: an empty data folder, the eight steps by mouse and keys, one invoice in Exact."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from e2e.looking import differences, entry_ids
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from world import ENVIRONMENT, World, world

from e2e_window.hands import Hands, Key, Mod
from e2e_window.test_main_job import confirm, map_tariff
from robexact_desktop import window
from robexact_desktop.adapters.secrets import platform_secrets
from robexact_desktop.demo.running import CLIENT_ID, REDIRECT_URI, SECRETS
from robexact_desktop.office import Office
from robexact_desktop.ui.dialogs.activate.dialog import ActivateDialog
from robexact_desktop.ui.first_start import FirstStart, Wizard
from robexact_desktop.ui.first_start.steps import Step
from robexact_desktop.ui.tabs.settings.chooser import Chooser

pytestmark = [pytest.mark.screen, pytest.mark.qt_log_ignore("This plugin does not support")]  # drawn in memory


@pytest.fixture
def nothing(tmp_path: Path, planted: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """Both services live; the program has neither settings nor secrets."""
    with world(tmp_path / "world", planted) as made:
        for name, value in made.variables.items():
            monkeypatch.setenv(name, value)
        yield made


def typed(field: QLineEdit | None, text: str) -> None:
    assert field is not None
    field.setFocus()
    QTest.keyClick(field, Key.Key_A, Mod.ControlModifier)
    QTest.keyClicks(field, text)


def begin(qtbot: QtBot, office: Office, made: World) -> None:
    """The page without an environment: name, address, key, secret, Enter."""
    page: FirstStart = window.first_start(office)
    page.show()
    qtbot.waitExposed(page)
    texts = {
        "environment": ENVIRONMENT,
        "base_url": made.demo.robaws_at.url,
        "api_key": SECRETS["robaws.api_key"],
        "api_secret": SECRETS["robaws.api_secret"],
    }
    for name, text in texts.items():
        typed(page.findChild(QLineEdit, f"first_{name}"), text)
    with qtbot.waitSignal(page.created):
        QTest.keyClick(page.findChild(QLineEdit, "first_api_secret"), Key.Key_Return)
    page.close()
    page.deleteLater()


def choose(hands: Hands, name: str, code: str) -> None:
    """Arrow down until it stands there."""
    chooser = hands.part(Chooser, name)
    chooser.setFocus()
    for _ in range(chooser.count()):
        if chooser.present == code:
            break
        QTest.keyClick(chooser, Key.Key_Down)
    assert chooser.present == code
    hands.until_idle()


def search(hands: Hands, name: str, code: str) -> None:
    """A list that is searched: its code typed, the first hit, Enter."""
    typed(hands.part(QLineEdit, f"{name}_search"), code)
    popup = hands.part(Chooser, name).completer().popup()
    hands.until(popup.isVisible)
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Return)
    hands.until(lambda: hands.part(Chooser, name).present == code)
    hands.window.activateWindow()  # a desktop does so once the list is gone; drawn in memory, nobody does
    hands.until(hands.window.isActiveWindow)
    hands.until_idle()


def sign_in(hands: Hands, made: World) -> None:
    """The address comes from the clipboard; Enter."""
    hands.press("first_next")
    hands.until(lambda: hands.part(QPushButton, "activate_open").isEnabled())
    dialog = hands.part(ActivateDialog, "activate_dialog")
    QGuiApplication.clipboard().setText(made.demo.consent(dialog.announced))
    hands.until(lambda: hands.part(QLineEdit, "activate_address").text())
    hands.press("activate_finish")
    hands.until_gone("activate_dialog")
    hands.until_idle()


def test_from_nothing_to_one_booked_invoice(
    qtbot: QtBot, nothing: World, open_window: Callable[[World], Hands]
) -> None:
    before = entry_ids(nothing)
    begin(qtbot, Office(nothing.folder, platform_secrets), nothing)
    hands = open_window(nothing)
    hands.press("tab_settings")
    typed(hands.part(QLineEdit, "setting_exact_base_url"), nothing.demo.exact_at.url)
    QTest.keyClick(hands.part(QLineEdit, "setting_exact_base_url"), Key.Key_Return)
    hands.until_idle()

    hands.press("settings_first_start")
    wizard = hands.part(Wizard, "first_start_wizard")
    hands.until_idle()
    assert wizard.present is Step.ROBAWS
    hands.press("first_next")
    hands.until(lambda: hands.part(QPushButton, "first_next").text() == "Volgende")
    hands.press("first_next")

    typed(hands.part(QLineEdit, "own_app_redirect_uri"), REDIRECT_URI)
    typed(hands.part(QLineEdit, "own_app_client_id"), CLIENT_ID)
    typed(hands.part(QLineEdit, "own_app_client_secret"), SECRETS["exact.client_secret"])
    hands.press("first_next")
    hands.until(lambda: wizard.present is Step.SIGN_IN)

    hands.until_idle()
    sign_in(hands, nothing)
    choose(hands, "setting_exact_division", str(nothing.division))
    hands.press("first_next")
    assert wizard.present is Step.IMPORT
    hands.press("first_next")
    hands.until(lambda: hands.part(QPushButton, "first_next").text() == "Volgende", 60_000)
    hands.until_idle()
    hands.press("first_next")

    choose(hands, "setting_booking_sales_journal", "70")
    choose(hands, "setting_booking_purchase_journal", "60")
    search(hands, "setting_booking_sales_gl_account", "700000")
    search(hands, "setting_booking_purchase_gl_account", "600000")
    hands.press("first_next")
    assert wizard.present is Step.VAT

    hands.press("first_later")
    hands.part(QWidget, "first_coupling_off")
    QTest.mouseClick(hands.part(QWidget, "first_coupling_off"), Qt.MouseButton.LeftButton)
    typed(hands.part(QLineEdit, "setting_booking_book_from"), "01/01/2026")
    QTest.keyClick(hands.part(QLineEdit, "setting_booking_book_from"), Key.Key_Return)
    hands.until_idle()
    hands.press("first_step_vat")
    hands.press("first_next")
    assert hands.part(QPushButton, "tab_vat").isChecked()
    map_tariff(hands, "21 %", "binnenland 21")

    hands.press("tab_relations")
    hands.press("relations_match")
    hands.until_idle()
    hands.press("tab_invoices")
    hands.until_idle()
    ready = [name for name in hands.listed() if hands.is_ready(name) and name.startswith("sales/")]
    hands.press_invoice(ready[0])
    hands.until(hands.part(QPushButton, "send_button").isEnabled)  # once the bar has counted what is selected
    confirm(hands)
    assert hands.text("result_count_booked") == "1"
    assert differences(nothing, ready[:1], before) == []
