"""The wizard: where it goes on is read from what is kept; *Later* goes on; a click opens any step."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from settings_room import HERE, SETTINGS, Room, opened, room

from robexact_desktop.adapters.secrets import platform_secrets
from robexact_desktop.adapters.store.database import Database
from robexact_desktop.adapters.store.master import MasterRows
from robexact_desktop.connections import system_clock
from robexact_desktop.domain.ledger import VATCode
from robexact_desktop.office import Office
from robexact_desktop.services.change_settings import Held, RobawsAnswered
from robexact_desktop.services.ports import VatTariff
from robexact_desktop.ui.first_start import Wizard
from robexact_desktop.ui.first_start.steps import Step, done, is_under_way
from robexact_desktop.ui.tabs.settings.switch import Switch

pytestmark = [pytest.mark.screen, pytest.mark.qt_log_ignore("propagateSizeHints")]  # drawn in memory


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with room(qtbot, tmp_path) as found:
        yield found


def begun(desk: Room) -> Wizard:
    """As from the button at Instellingen."""
    desk.press("tab_settings")
    desk.press("settings_first_start")
    desk.settle()
    return desk.find(Wizard, "first_start_wizard")


def state(desk: Room, step: Step) -> str:
    return desk.find(QLabel, f"first_step_{step}_state").text()


def note_answer(folder: Path) -> None:
    with Database(folder) as database:
        MasterRows(database, HERE).replace(RobawsAnswered, (RobawsAnswered(system_clock()),))


def test_it_goes_on_at_the_first_step_that_is_not_done(desk: Room) -> None:
    wizard = begun(desk)
    assert wizard.isVisible()
    assert wizard.present is Step.ROBAWS
    assert [state(desk, step) for step in (Step.BOOKS, Step.ROBAWS, Step.APP, Step.SIGN_IN)] == [
        "klaar",
        "nu",
        "klaar",
        "later",
    ]
    assert desk.find(QPushButton, "first_next").text() == "Robaws testen"
    assert desk.find(QPushButton, "first_step_app").accessibleName() == "Stap 3 van 8, Eigen app in Exact: klaar"


def test_a_new_environment_has_only_its_books(qtbot: QtBot, tmp_path: Path) -> None:
    office = Office(tmp_path, platform_secrets)
    office.import_settings({"environment": HERE})
    with opened(qtbot, office, HERE) as desk:
        reading = desk.window.shell.reading
        assert done(reading, Held()) == {Step.BOOKS}
        assert is_under_way(reading)
        assert begun(desk).present is Step.ROBAWS
        assert desk.find(QPushButton, "first_next").text() == "Sleutel en geheim ingeven"
        desk.press("first_next")
        assert desk.find(QLineEdit, "secret_robaws_api_key").isVisible()


def test_what_is_done_is_read_from_settings_and_stores(desk: Room) -> None:
    reading = desk.window.shell.reading
    held = Held(secrets=frozenset({"robaws.api_key", "robaws.api_secret"}), login_until=system_clock())
    assert done(reading, held) == {Step.BOOKS, Step.SIGN_IN}
    note_answer(desk.office.folder)
    desk.office.import_settings({"environment": HERE, "booking": {"purchase_gl_account": "600000"}})
    with Database(desk.office.folder) as database:
        MasterRows(database, HERE).replace(VATCode, (VATCode("4", "21 %", Decimal(21)),))
    desk.window.shell.forget_everything()
    held = Held(held.secrets | {"exact.client_secret"}, held.login_until)
    assert set(Step) - done(reading, held) == {Step.VAT, Step.FIRST_DAY}


def test_later_goes_on_and_the_steps_before_can_be_opened_again(desk: Room) -> None:
    wizard = begun(desk)
    desk.press("first_later")
    assert wizard.present is Step.APP
    desk.press("first_next")
    assert wizard.present is Step.SIGN_IN
    desk.press("first_back")
    assert wizard.present is Step.APP
    desk.press("first_step_vat")
    assert wizard.present is Step.VAT
    assert state(desk, Step.APP) == "klaar"


def test_the_own_app_is_copied_typed_and_kept(desk: Room) -> None:
    wizard = begun(desk)
    desk.press("first_step_app")
    desk.press("own_app_redirect_uri_copy")
    assert QGuiApplication.clipboard().text() == SETTINGS["exact"]["redirect_uri"]
    desk.write_again("own_app_client_id", "another")
    assert desk.find(QPushButton, "first_next").text() == "Gegevens bewaren en verdergaan"
    desk.press("first_next")
    desk.until(lambda: wizard.present is Step.SIGN_IN)
    assert desk.settings.exact.client_id == "another"
    assert platform_secrets().read(HERE, "exact.client_secret") == "app-s3cret"


def test_the_day_can_be_chosen_once_nobody_else_books(desk: Room) -> None:
    begun(desk)
    desk.press("first_step_first_day")
    day = desk.find(QLineEdit, "setting_booking_book_from")
    assert not day.isEnabled()
    desk.press("first_coupling_off")
    assert desk.find(Switch, "first_coupling_off").isChecked()
    assert not desk.find(QPushButton, "first_next").isEnabled()
    desk.write_again("setting_booking_book_from", "01/10/2026")
    desk.until(lambda: desk.find(QPushButton, "first_next").isEnabled())
    assert str(desk.settings.booking.book_from) == "2026-10-01"
    desk.press("first_next")
    assert not desk.find(Wizard, "first_start_wizard").isVisible()


def test_a_tab_is_reached_by_its_key_and_the_steps_are_found_again(desk: Room) -> None:
    wizard = begun(desk)
    desk.press("first_step_vat")
    assert not desk.find(QPushButton, "first_next").isEnabled()
    with Database(desk.office.folder) as database:
        MasterRows(database, HERE).replace(VatTariff, (VatTariff("1", "21 %", "21"),))
    desk.window.shell.forget_everything()
    assert desk.find(QLabel, "first_vat_sales").text() == "Verkoop: 0 van 1 tarieven gekoppeld"
    desk.press("first_next")
    assert not wizard.isVisible()
    assert desk.find(QPushButton, "tab_vat").isChecked()
    desk.window.open_first_start()
    desk.settle()
    assert wizard.isVisible()
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: not wizard.isVisible())
