"""The first start makes an environment; the rest is filled in at Instellingen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from robexact_desktop import window
from robexact_desktop.adapters.secrets import platform_secrets
from robexact_desktop.office import Office
from robexact_desktop.ui.actions import Act
from robexact_desktop.ui.first_start import FirstStart
from robexact_desktop.ui.preferences import Appearance, Preferences

pytestmark = [pytest.mark.screen, pytest.mark.qt_log_ignore("propagateSizeHints")]  # drawn in memory


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path, platform_secrets)


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> Iterator[FirstStart]:
    window.application()
    made = window.first_start(office)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()


def fill_in(qtbot: QtBot, page: FirstStart, **texts: str) -> None:
    for name, text in texts.items():
        field = page.findChild(QLineEdit, f"first_{name}")
        assert field is not None
        field.clear()
        qtbot.keyClicks(field, text)


def create(page: FirstStart) -> QPushButton:
    found = page.findChild(QPushButton, "first_create")
    assert found is not None
    return found


def test_an_environment_is_made_with_its_key_in_the_key_store(qtbot: QtBot, page: FirstStart, office: Office) -> None:
    assert not create(page).isEnabled()
    fill_in(qtbot, page, environment="Peeters", api_key="key", api_secret="secret")
    with qtbot.waitSignal(page.created) as told:
        qtbot.mouseClick(create(page), Qt.MouseButton.LeftButton)
    assert told.args == ["Peeters"]
    assert office.environments() == ("Peeters",)
    assert platform_secrets().read("Peeters", "robaws.api_key") == "key"
    assert "secret" not in str(office.settings_tree("Peeters")["robaws"].values())


def test_what_is_wrong_is_said_and_what_was_typed_stays(qtbot: QtBot, page: FirstStart, office: Office) -> None:
    fill_in(qtbot, page, environment="Peeters", base_url="http://robaws.example", api_key="key", api_secret="secret")
    qtbot.mouseClick(create(page), Qt.MouseButton.LeftButton)
    trouble = page.findChild(QLabel, "first_trouble")
    assert trouble is not None
    qtbot.waitUntil(lambda: "https" in trouble.text())
    assert office.environments() == ()
    fill_in(qtbot, page, base_url="https://robaws.example")
    with qtbot.waitSignal(page.created):
        qtbot.mouseClick(create(page), Qt.MouseButton.LeftButton)
    assert office.settings("Peeters").robaws.base_url == "https://robaws.example"


def test_the_window_opens_on_a_new_environment(qtbot: QtBot, page: FirstStart, office: Office) -> None:
    fill_in(qtbot, page, environment="Peeters", api_key="key", api_secret="secret")
    with qtbot.waitSignal(page.created):
        qtbot.keyClick(page.findChild(QLineEdit, "first_api_secret"), Qt.Key.Key_Return)
    made = window.main_window(office, "Peeters", demo=False)
    made.show()
    qtbot.mouseClick(made.findChild(QPushButton, "tab_settings"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not made.shell.lane.is_busy)
    side = made.findChild(QPushButton, "settings_connection")
    assert side is not None
    assert "ontbreekt" in side.accessibleName()
    made.close()
    made.deleteLater()


def test_the_books_that_were_open_last_open_again(office: Office) -> None:
    kept = Preferences(str(office.folder))
    assert window.environment_to_open(office, kept) is None
    for name in ("Claes", "Peeters"):
        office.import_settings({"environment": name})
    assert window.environment_to_open(office, kept) == "Claes"
    kept.environment = "Peeters"
    assert window.environment_to_open(office, kept) == "Peeters"
    kept.environment = "Removed since"
    assert window.environment_to_open(office, kept) == "Claes"


def test_dark_and_light_change_places_and_stay(qtbot: QtBot, page: FirstStart, office: Office) -> None:
    fill_in(qtbot, page, environment="Peeters", api_key="key", api_secret="secret")
    with qtbot.waitSignal(page.created):
        qtbot.keyClick(page.findChild(QLineEdit, "first_api_secret"), Qt.Key.Key_Return)
    made = window.main_window(office, "Peeters", demo=False)
    kept = Preferences(str(office.folder))
    kept.appearance = Appearance.LIGHT
    made.actions_by_name[Act.DARK].trigger()
    assert Preferences(str(office.folder)).appearance is Appearance.DARK
    made.actions_by_name[Act.DARK].trigger()
    assert Preferences(str(office.folder)).appearance is Appearance.LIGHT
    made.close()
    made.deleteLater()
