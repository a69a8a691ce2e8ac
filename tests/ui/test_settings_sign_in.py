"""Signing in from the window: the pasted address is the way; what goes wrong is said and nothing is stored."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from settings_room import Room, opened
from test_settings_pages import said
from world import ENVIRONMENT, World

from robexact_desktop.adapters.secrets import platform_secrets
from robexact_desktop.office import Office
from robexact_desktop.ui.dialogs.activate.address import answers
from robexact_desktop.ui.dialogs.activate.dialog import ActivateDialog
from robexact_desktop.ui.tabs.settings.chooser import Chooser

pytestmark = pytest.mark.screen

REDIRECT = "https://a.example/terug"
ASKED = "https://start.exactonline.be/api/oauth2/auth?state=ours"


@pytest.fixture
def firm_without_login(make_world: Callable[..., World], monkeypatch: pytest.MonkeyPatch) -> World:
    made = make_world()
    monkeypatch.setenv("ROBEXACT_TEST_KEYRING", str(made.key_store))
    made.settings()
    return made


@pytest.fixture
def desk(qtbot: QtBot, firm_without_login: World) -> Iterator[Room]:
    QGuiApplication.clipboard().clear()
    with opened(qtbot, Office(firm_without_login.folder, platform_secrets), ENVIRONMENT) as found:
        yield found


def asked_to_sign_in(desk: Room) -> str:
    """Press *Aanmelden…* and wait for the address that the browser would open."""
    desk.press("tab_settings")
    desk.settle()
    assert desk.find(QLabel, "exact_standing_word").text() == "Niet aangemeld"
    desk.press("exact_sign_in")
    return announced(desk)


def announced(desk: Room) -> str:
    desk.until(lambda: desk.find(QPushButton, "activate_open").isEnabled())
    dialog = desk.window.findChild(ActivateDialog)
    assert dialog is not None
    return dialog.announced


def is_signed_in() -> bool:
    return any(platform_secrets().read(ENVIRONMENT, name) for name in ("exact.token",))


def test_a_pasted_address_signs_in_and_shows_companies_and_rights(desk: Room, firm_without_login: World) -> None:
    address = firm_without_login.demo.consent(asked_to_sign_in(desk))
    field = desk.find(QLineEdit, "activate_address")
    field.setFocus()
    desk.qtbot.keyClicks(field, address)
    desk.press("activate_finish")
    desk.until(lambda: desk.find(QLabel, "exact_standing_word").text() == "Verbonden")
    desk.settle()
    assert desk.window.findChild(ActivateDialog) is None or not desk.find(QWidget, "activate_dialog").isVisible()
    assert "204" in desk.find(Chooser, "setting_exact_division").currentText()
    desk.until(lambda: said(desk.find(QWidget, "rights_grid")).count("in orde") == 8)
    rows = said(desk.find(QWidget, "rights_grid"))
    assert rows.count("blijkt bij de eerste boeking") == 4


def test_the_clipboard_is_offered_only_for_this_sign_in(desk: Room, firm_without_login: World) -> None:
    address = firm_without_login.demo.consent(asked_to_sign_in(desk))
    field = desk.find(QLineEdit, "activate_address")
    QGuiApplication.clipboard().setText(address.split("state=")[0] + "state=another")
    assert field.text() == ""
    QGuiApplication.clipboard().setText(address)
    desk.until(lambda: field.text() == address)
    assert "Het adres van Exact staat op uw klembord" in said(desk.find(QWidget, "activate_dialog"))
    desk.qtbot.keyClick(field, Qt.Key.Key_Return)
    desk.until(lambda: desk.find(QLabel, "exact_standing_word").text() == "Verbonden")


def test_a_denial_is_said_and_the_next_attempt_has_begun(desk: Room, firm_without_login: World) -> None:
    first = asked_to_sign_in(desk)
    denied = firm_without_login.demo.exact.consent(first, allow=False)
    desk.qtbot.keyClicks(desk.find(QLineEdit, "activate_address"), denied)
    desk.press("activate_finish")
    desk.until(
        lambda: any("de toestemming werd geweigerd" in text for text in said(desk.find(QWidget, "activate_dialog")))
    )
    second = announced(desk)
    assert second != first
    desk.qtbot.keyClicks(desk.find(QLineEdit, "activate_address"), firm_without_login.demo.consent(second))
    desk.press("activate_finish")
    desk.until(lambda: desk.find(QLabel, "exact_standing_word").text() == "Verbonden")


@pytest.mark.parametrize(
    ("pasted", "words"),
    [
        ("https://demo.robexact.example/aangemeld?code=x", "het kenmerk van deze aanmelding ontbreekt"),
        ("https://demo.robexact.example/aangemeld?code=x&state=y", "het adres hoort niet bij deze aanmelding"),
        ("https://start.exactonline.nl/docs/Login.aspx", "ander land"),
    ],
)
def test_a_wrong_address_is_said_in_words(desk: Room, pasted: str, words: str) -> None:
    asked_to_sign_in(desk)
    desk.qtbot.keyClicks(desk.find(QLineEdit, "activate_address"), pasted)
    desk.press("activate_finish")
    desk.until(lambda: any(words in text for text in said(desk.find(QWidget, "activate_dialog"))))
    assert not is_signed_in()


def test_giving_up_frees_the_lane_and_stores_nothing(desk: Room) -> None:
    asked_to_sign_in(desk)
    desk.press("activate_stop")
    desk.settle()
    assert not is_signed_in()
    assert desk.find(QLabel, "exact_standing_word").text() == "Niet aangemeld"


def test_the_window_closes_while_an_address_is_awaited(desk: Room) -> None:
    asked_to_sign_in(desk)
    desk.window.close()
    assert not desk.window.isVisible()


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        (f"{REDIRECT}?code=x&state=ours", True),
        (f" {REDIRECT}?state=ours&error=access_denied\n", True),
        (f"{REDIRECT}?code=x&state=theirs", False),
        (f"{REDIRECT}?code=x", False),
        (f"{REDIRECT}?code=x&state=ours&state=ours", False),
        ("https://b.example/terug?code=x&state=ours", False),
        (f"see {REDIRECT}?code=x&state=ours", False),
        ("http://[broken?state=ours", False),
    ],
)
def test_what_counts_as_the_answer_to_this_sign_in(text: str, ours: bool) -> None:
    assert answers(text, REDIRECT, ASKED) is ours


def test_the_last_check_and_the_last_answer_are_known_at_the_next_start(
    qtbot: QtBot, desk: Room, firm_without_login: World
) -> None:
    address = firm_without_login.demo.consent(asked_to_sign_in(desk))
    desk.qtbot.keyClicks(desk.find(QLineEdit, "activate_address"), address)
    desk.press("activate_finish")
    desk.until(lambda: "gecontroleerd" in desk.find(QLabel, "rights_checked").text())
    desk.settle()
    desk.press("robaws_test")
    desk.until(lambda: desk.find(QLabel, "robaws_standing_word").text() == "Verbonden")
    checked = desk.find(QLabel, "rights_checked").text()
    desk.window.close()
    with opened(qtbot, Office(firm_without_login.folder, platform_secrets), ENVIRONMENT) as again:
        again.press("tab_settings")
        again.settle()
        assert again.find(QLabel, "rights_checked").text() == checked
        assert again.find(QLabel, "robaws_standing_word").text() == "Verbonden"
