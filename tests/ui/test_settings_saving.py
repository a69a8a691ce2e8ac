"""Saved at once, taken back by Ctrl+Z, told at the field when it is wrong; secrets go one way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot
from settings_room import HERE, Room, room

from robexact_desktop.adapters.secrets import platform_secrets

pytestmark = pytest.mark.screen


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with room(qtbot, tmp_path) as found:
        yield found


def test_a_choice_is_kept_at_once_and_taken_back(desk: Room) -> None:
    desk.open("booking")
    desk.press("setting_booking_create_relations_never")
    desk.settle()
    assert desk.settings.booking.create_relations.value == "never"
    page = desk.find(QWidget, "setting_booking_create_relations_never")
    desk.qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert desk.settings.booking.create_relations.value == "ask"
    assert desk.find(QRadioButton, "setting_booking_create_relations_ask").isChecked()


def test_each_change_is_taken_back_in_turn(desk: Room) -> None:
    desk.open("booking")
    desk.press("setting_booking_attach_documents")
    desk.press("setting_booking_use_gl_accounts")
    desk.settle()
    assert (desk.settings.booking.attach_documents, desk.settings.booking.use_gl_accounts) == (False, False)
    desk.press("settings_undo")
    desk.settle()
    assert (desk.settings.booking.attach_documents, desk.settings.booking.use_gl_accounts) == (False, True)
    desk.press("settings_undo")
    desk.settle()
    assert desk.settings.booking.attach_documents
    assert not desk.find(QPushButton, "settings_undo").isEnabled()


def test_ctrl_z_reaches_the_page_from_a_field_with_nothing_to_take_back(desk: Room) -> None:
    desk.open("periods")
    desk.write_again("setting_booking_book_from", "01/10/2026")
    assert desk.settings.booking.book_from.isoformat() == "2026-10-01"
    field = desk.find(QLineEdit, "setting_booking_book_from")
    desk.qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert desk.settings.booking.book_from is None
    assert field.text() == ""


def test_what_is_wrong_is_told_at_the_field_and_stays_to_be_mended(desk: Room) -> None:
    desk.open("periods")
    desk.write_again("setting_booking_book_from", "31 februari")
    trouble = desk.find(QLabel, "setting_booking_book_from_trouble")
    assert trouble.isVisible()
    assert "31 februari" in trouble.text()
    assert desk.find(QLineEdit, "setting_booking_book_from").text() == "31 februari"
    assert desk.settings.booking.book_from is None
    assert not desk.find(QPushButton, "settings_undo").isEnabled(), "nothing was kept"
    desk.write_again("setting_booking_book_from", "28-02-2026")
    assert not trouble.isVisible()
    assert desk.settings.booking.book_from.isoformat() == "2026-02-28"
    assert desk.find(QLineEdit, "setting_booking_book_from").text() == "28/02/2026"


def test_an_address_without_https_is_refused_at_its_field(desk: Room) -> None:
    desk.open("connection")
    desk.write_again("setting_robaws_base_url", "http://robaws.example")
    assert "https" in desk.find(QLabel, "setting_robaws_base_url_trouble").text()
    assert desk.settings.robaws.base_url == "https://robaws.example"


def test_secrets_go_to_the_key_store_and_are_never_shown(desk: Room) -> None:
    desk.open("connection")
    shown = desk.find(QLabel, "held_api_key").text()
    assert "bewaard" in shown
    assert "3f9a" not in shown
    desk.press("robaws_change")
    field = desk.find(QLineEdit, "secret_robaws_api_key")
    assert field.text() == ""
    desk.qtbot.keyClicks(field, "new-key")
    desk.press("secrets_keep")
    desk.until(lambda: platform_secrets().read(HERE, "robaws.api_key") == "new-key")
    desk.settle()
    assert platform_secrets().read(HERE, "robaws.api_secret") == "s3cret", "an empty field keeps what there is"
    assert "new-key" not in str(desk.office.settings_tree(HERE))
    assert all("new-key" not in label.text() for label in desk.window.findChildren(QLabel))


def test_who_changed_it_and_when_is_kept(desk: Room) -> None:
    desk.open("booking")
    desk.press("setting_booking_attach_documents")
    desk.settle()
    touched = desk.window.shell.desk
    assert touched is not None
    assert touched.held().touched["booking", "attach_documents"].who


def test_a_missing_key_is_a_red_dot_and_can_be_filled_in(qtbot: QtBot, tmp_path: Path) -> None:
    without = {"base_url": "https://robaws.example", "api_key": "", "api_secret": ""}
    with room(qtbot, tmp_path, robaws=without) as desk:
        desk.open("connection")
        assert "nog iets" in desk.find(QPushButton, "settings_connection").accessibleName()
        assert desk.find(QLabel, "held_api_key").text() == "nog niet ingevuld"
        desk.press("robaws_change")
        for name in ("api_key", "api_secret"):
            desk.qtbot.keyClicks(desk.find(QLineEdit, f"secret_robaws_{name}"), "x")
        desk.press("secrets_keep")
        desk.until(lambda: "bewaard" in desk.find(QLabel, "held_api_secret").text())
