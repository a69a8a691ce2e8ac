"""Every key of the settings has a place in the window; the pages of mail, costs, environments, and the calendar."""

import dataclasses
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget, QFrame, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from settings_room import HERE, Room, room
from test_settings_pages import said

from robexact_desktop.domain.settings import SECRETS, Settings
from robexact_desktop.ui.shell import Tab
from robexact_desktop.ui.tabs.settings.lacking import Page

pytestmark = [pytest.mark.screen, pytest.mark.qt_log_ignore("This plugin does not support")]

ELSEWHERE = {
    "environment": "new_environment",
    "role": "new_environment_login",
    "primary": "new_environment_login",
    "robaws.api_key": "robaws_change",
    "robaws.api_secret": "robaws_change",
    "exact.client_id": "own_app_client_id",
    "exact.client_secret": "own_app_client_secret",
    "exact.redirect_uri": "own_app_redirect_uri",
    "mail.password": "mail_password_change",
    "journals": "setting_journals_79",
    "payment_conditions": "setting_payment_conditions_6",
    "vat.sales": "vat_table",
    "vat.purchase": "vat_table",
    "cost_centers": "ledger_side_cost_centers",
    "cost_units": "ledger_side_cost_units",
}
"""Keys whose widget is not named after them alone."""


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with room(qtbot, tmp_path) as found:
        yield found


def keys(kind: type, above: str = "") -> list[str]:
    found: list[str] = []
    for name, of in typing.get_type_hints(kind).items():
        inner = keys(typing.cast("type", of), f"{above}{name}.") if dataclasses.is_dataclass(of) else [f"{above}{name}"]
        found += inner
    return found


def test_every_key_of_the_settings_has_a_place_in_the_window(desk: Room) -> None:
    for page in Page:
        desk.open(page.value)
    desk.open("connection")
    desk.press("own_app_details")
    names = {widget.objectName() for widget in desk.window.findChildren(QWidget)}
    wanted = {key: ELSEWHERE.get(key, "setting_" + key.replace(".", "_")) for key in [*keys(Settings), *SECRETS]}
    segments = {name for name in names if name.startswith("setting_")}
    homeless = [
        key
        for key, name in wanted.items()
        if name not in names and not any(other.startswith(f"{name}_") for other in segments)
    ]
    assert homeless == []


def test_a_day_is_picked_from_the_calendar(desk: Room) -> None:
    desk.open("periods")
    desk.write_again("setting_booking_book_from", "15/10/2026")
    desk.press("setting_booking_book_from_calendar")
    calendar = next(w for w in QApplication.allWidgets() if w.objectName() == "setting_booking_book_from_days")
    assert isinstance(calendar, QCalendarWidget)
    inner = calendar.findChild(QWidget, "qt_calendar_calendarview")
    assert inner is not None
    desk.qtbot.keyClick(inner, Qt.Key.Key_Right)
    desk.qtbot.keyClick(inner, Qt.Key.Key_Return)
    desk.settle()
    assert desk.settings.booking.book_from.isoformat() == "2026-10-16"
    assert desk.find(QLineEdit, "setting_booking_book_from").text() == "16/10/2026"


def test_the_mail_account_is_kept_and_what_is_missing_is_said_at_the_test(desk: Room) -> None:
    desk.open("mail")
    desk.press("mail_test")
    desk.settle()
    assert any("Mailserver" in text and "ontbreekt" in text for text in said(desk.find(QWidget, "mail_standing")))
    desk.write_again("setting_mail_host", "127.0.0.1")
    desk.write_again("setting_mail_port", "2525")
    desk.press("setting_mail_security_none")
    desk.write_again("setting_mail_recipients", "an@a.example, bo@a.example")
    desk.settle()
    kept = desk.settings.mail
    assert (kept.host, kept.port, kept.security.value) == ("127.0.0.1", 2525, "none")
    assert kept.recipients == ("an@a.example", "bo@a.example")


def test_an_environment_is_added_under_the_login_of_another(desk: Room) -> None:
    desk.open("environments")
    desk.qtbot.keyClicks(desk.find(QLineEdit, "new_environment"), "Vastgoed")
    desk.qtbot.keyClick(desk.find(QWidget, "new_environment_login"), Qt.Key.Key_Down)
    desk.press("new_environment_add")
    desk.until(lambda: "Vastgoed" in desk.office.environments())
    made = desk.office.settings("Vastgoed")
    assert (made.role.value, made.primary, made.active) == ("SECONDARY", HERE, False)
    desk.until(lambda: f"De aanmelding wordt beheerd door {HERE}" in said(desk.find(QFrame, "environments_grid")))
    desk.press("environment_active_1")
    desk.until(lambda: desk.office.settings("Vastgoed").active)


def test_cost_centers_lead_to_their_page_of_the_ledger(desk: Room) -> None:
    desk.open("costs")
    desk.press("costs_open")
    assert desk.window.present is desk.window.tabs[Tab.LEDGER]


def test_seconds_are_written_with_a_comma_and_nonsense_is_told(desk: Room) -> None:
    desk.open("connection")
    desk.write_again("setting_exact_answer_seconds", "45,5")
    assert desk.settings.exact.answer_seconds == 45.5
    desk.write_again("setting_exact_settle_seconds", "twee")
    assert desk.find(QLabel, "setting_exact_settle_seconds_trouble").isVisible()
    assert desk.settings.exact.settle_seconds == 120
