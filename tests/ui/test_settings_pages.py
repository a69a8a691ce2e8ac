"""What each page offers, what it warns of, and where a problem's button leads."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from settings_room import Room, room

from robexact_desktop.domain.answers import Right
from robexact_desktop.domain.settings import BookingSettings, ExactSettings, Role, Settings
from robexact_desktop.services.change_settings import Held
from robexact_desktop.ui.shell import Place, Tab
from robexact_desktop.ui.tabs.settings.chooser import Chooser
from robexact_desktop.ui.tabs.settings.lacking import Page, lacking
from robexact_desktop.ui.tabs.settings.periods import example_days, months_in

pytestmark = pytest.mark.screen


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with room(qtbot, tmp_path) as found:
        yield found


def offered(chooser: Chooser) -> dict[str, bool]:
    """The words of each choice, and whether it can be chosen."""
    model = chooser.model()
    assert isinstance(model, QStandardItemModel)
    items = [model.item(row) for row in range(model.rowCount())]
    return {item.text(): item.isEnabled() for item in items}


def said(inside: QWidget) -> list[str]:
    """All words that are to be seen there."""
    return [label.text() for label in inside.findChildren(QLabel) if label.text() and label.isVisibleTo(inside)]


def test_only_journals_of_the_right_type_and_the_blocked_with_its_reason(desk: Room) -> None:
    desk.open("journals")
    assert offered(desk.find(Chooser, "setting_booking_sales_journal")) == {
        "niet ingevuld": True,
        "70 · Verkoop": True,
        "73 · Verkoop tot 2023 (geblokkeerd in Exact)": False,
    }


def test_a_journal_of_robaws_says_where_it_goes(desk: Room) -> None:
    desk.open("journals")
    rows = said(desk.find(QFrame, "journals_grid"))
    assert "wordt geboekt in 70" in rows
    assert "79 past nergens: facturen wachten" in rows
    chooser = desk.find(Chooser, "setting_journals_79")
    chooser.setFocus()
    for _ in range(2):
        desk.qtbot.keyClick(chooser, Qt.Key.Key_Down)
    desk.settle()
    assert desk.settings.journals == {"79": "70"}
    assert "79 past nergens: facturen wachten" not in said(desk.find(QFrame, "journals_grid"))


@pytest.mark.qt_log_ignore("This plugin does not support")  # a list that drops down, drawn in memory
def test_an_account_is_found_by_part_of_its_name_and_unusable_ones_say_why(desk: Room) -> None:
    desk.open("booking")
    chooser = desk.find(Chooser, "setting_booking_purchase_gl_account")
    choices = offered(chooser)
    assert not choices["440000 · Leveranciers (niet toegelaten op een factuurregel)"]
    assert not choices["709999 · Oud (geblokkeerd in Exact)"]
    field = desk.find(QLineEdit, "setting_booking_purchase_gl_account_search")
    field.setFocus()
    field.selectAll()
    desk.qtbot.keyClicks(field, "aankopen")
    popup = chooser.completer().popup()
    desk.until(popup.isVisible)
    desk.qtbot.keyClick(popup, Qt.Key.Key_Down)
    desk.qtbot.keyClick(popup, Qt.Key.Key_Return)
    desk.settle()
    assert desk.settings.booking.purchase_gl_account == "600000"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_words_that_are_no_choice_change_nothing(desk: Room) -> None:
    desk.open("booking")
    field = desk.find(QLineEdit, "setting_booking_sales_gl_account_search")
    field.setFocus()
    field.selectAll()
    desk.qtbot.keyClicks(field, "zzz")
    desk.qtbot.keyClick(field, Qt.Key.Key_Return)
    desk.settle()
    assert desk.settings.booking.sales_gl_account == "700000"
    assert field.text() == "700000 · Omzet"


def test_the_example_follows_while_typing_and_warns_where_exact_differs(desk: Room) -> None:
    year = date.today().year  # noqa: DTZ011 - as the page
    desk.open("periods")
    assert not desk.find(QLabel, "period_differs").isVisible()
    field = desk.find(QLineEdit, "setting_booking_period_offset_months")
    field.selectAll()
    desk.qtbot.keyClicks(field, "-6")
    desk.until(lambda: f"15/07/{year}" in said(desk.find(QFrame, "periods_grid")))
    rows = said(desk.find(QFrame, "periods_grid"))
    assert rows[rows.index(f"15/07/{year}") + 1 :][:3] == [f"{year}, periode 1", f"{year}, periode 7", "verschilt"]
    assert desk.find(QLabel, "period_differs").isVisible()
    assert desk.settings.booking.period_offset_months == 0, "not saved before the field is left"
    desk.qtbot.keyClick(field, Qt.Key.Key_Return)
    desk.settle()
    assert desk.settings.booking.period_offset_months == -6
    assert field.text() == "\u22126"


def test_an_offset_that_is_no_number_is_told_at_the_field(desk: Room) -> None:
    desk.open("periods")
    desk.write_again("setting_booking_period_offset_months", "999")
    assert "-120 - 120" in desk.find(QLabel, "setting_booking_period_offset_months_trouble").text()
    assert desk.settings.booking.period_offset_months == 0


@pytest.mark.parametrize(("text", "months"), [("-6", -6), ("\u22126", -6), (" 2 ", 2), ("", None), ("--1", None)])
def test_months_are_read_with_either_minus(text: str, months: int | None) -> None:
    assert months_in(text) == months


def test_the_example_days_lie_around_the_start_of_the_year() -> None:
    today = date(2026, 11, 24)
    assert example_days(today, 7) == (date(2026, 6, 15), date(2026, 7, 15), date(2026, 12, 31))
    assert example_days(today, 1) == (date(2025, 12, 15), date(2026, 1, 15), date(2026, 12, 31))


def test_a_status_that_no_invoice_has_is_warned_about(qtbot: QtBot, tmp_path: Path) -> None:
    with room(qtbot, tmp_path, robaws={"api_key": "k", "api_secret": "s", "paid_status": "betald"}) as desk:
        desk.open("back")
        assert "betald" in desk.find(QLabel, "robaws_paid_status_remark").text()


def test_no_status_after_payment_is_warned_about(desk: Room) -> None:
    desk.open("back")
    assert "Kies een status" in desk.find(QLabel, "robaws_paid_status_remark").text()


def test_a_refused_right_says_what_to_do_and_writing_stays_amber(desk: Room) -> None:
    desk.open("connection")
    page = desk.find(QWidget, "settings_page_connection")
    desk.until(lambda: "Geen toegang: Pdf bij de boeking" in said(page))
    words = said(page)
    assert any("Mijn Exact Online" in text and "Forbidden - 403" in text for text in words)
    rows = said(desk.find(QFrame, "rights_grid"))
    at = rows.index("Verkoop- en aankoopboekingen")
    assert rows[at + 2 : at + 4] == ["in orde", "blijkt bij de eerste boeking"]
    at = rows.index("Pdf bij de boeking")
    assert rows[at + 2 : at + 4] == ["geen toegang", "geen toegang"]


def test_a_secondary_says_whose_login_it_uses_and_offers_none(qtbot: QtBot, tmp_path: Path) -> None:
    with room(qtbot, tmp_path, role="SECONDARY", primary="Moeder") as desk:
        desk.open("connection")
        assert any("Moeder" in text for text in said(desk.tab))
        assert not desk.find(QPushButton, "exact_sign_in").isVisible()
        assert not desk.find(QPushButton, "own_app_details").isVisible()


def test_the_button_of_a_problem_leads_to_the_setting(desk: Room) -> None:
    desk.window.shell.go_to.emit(Place(Tab.SETTINGS, "payment_conditions", "6"))
    desk.settle()
    assert desk.find(Chooser, "setting_payment_conditions_6").hasFocus()
    desk.window.shell.go_to.emit(Place(Tab.SETTINGS, "rights"))
    assert desk.find(QWidget, "settings_page_connection").isVisible()


def test_every_widget_to_press_or_type_in_is_named(desk: Room) -> None:
    for page in Page:
        desk.open(page.value)
        for widget in desk.tab.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(widget, QFrame):
                assert widget.objectName(), widget
                assert widget.accessibleName(), widget.objectName()


def test_what_is_lacking_is_counted_by_page() -> None:
    bare = Settings("x")
    assert lacking(bare, None, ()) == {Page.CONNECTION: 2, Page.BOOKING: 2, Page.JOURNALS: 2}
    assert lacking(bare, Held(), ())[Page.CONNECTION] == 4
    secondary = Settings("x", Role.SECONDARY, "y", exact=ExactSettings(division=1))
    assert Page.CONNECTION not in lacking(secondary, None, ())
    whole = BookingSettings(sales_journal="1", purchase_journal="2", sales_gl_account="3", purchase_gl_account="4")
    done = Settings("x", exact=ExactSettings(division=1, client_id="i", redirect_uri="https://x"), booking=whole)
    assert lacking(done, None, ()) == {}
    assert lacking(done, None, (Right("r", ok=False),)) == {Page.CONNECTION: 1}


def test_every_page_fits_a_window_of_1280(desk: Room) -> None:
    desk.window.resize(1280, 720)
    for page in Page:
        desk.open(page.value)
        shown = desk.find(QScrollArea, f"settings_page_{page}")
        assert shown.widget().minimumSizeHint().width() <= shown.viewport().width(), page
