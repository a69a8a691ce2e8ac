"""The frame: what the status bar states, and how the list was left, over a restart."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from world import ENVIRONMENT, World

from robexact_desktop import window
from robexact_desktop.app import open_office
from robexact_desktop.texts import Language
from robexact_desktop.ui.main_window import MainWindow
from robexact_desktop.ui.qt_words import translate_qt
from robexact_desktop.ui.shell import Tab
from robexact_desktop.ui.tabs.invoices import InvoicesTab

pytestmark = pytest.mark.screen
Opens = Callable[[], MainWindow]


@pytest.fixture
def opens(firm: World, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opens]:
    """The window on the firm's books, as often as it is started."""
    monkeypatch.setenv("ROBEXACT_TEST_KEYRING", str(firm.key_store))
    window.application()
    opened: list[MainWindow] = []
    with open_office(firm.folder) as office:

        def make() -> MainWindow:
            made = window.main_window(office, ENVIRONMENT, demo=False)
            made.show()
            qtbot.waitExposed(made)
            opened.append(made)
            return made

        yield make
        for made in opened:
            made.close()


def said(shown: MainWindow, name: str) -> str:
    """What a label says that is in sight; empty where it is not."""
    found = shown.status_bar.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text() if found.isVisible() else ""


def test_the_status_bar_states_login_fetch_and_calls_and_keeps_them(opens: Opens, qtbot: Any) -> None:
    shown = opens()
    qtbot.waitUntil(lambda: "aanmelding nog" in said(shown, "light_exact"), timeout=20_000)
    QTest.keyClick(shown, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: not shown.shell.lane.is_busy, timeout=60_000)
    qtbot.waitUntil(lambda: said(shown, "fetched").startswith("Opgehaald vandaag "))
    calls = said(shown, "calls_today")
    used, _, limit = calls.partition(" van ")
    assert limit == "100.000"
    assert int(used.replace(".", "")) > 0
    fetched = said(shown, "fetched")
    shown.close()
    again = opens()
    assert (said(again, "fetched"), said(again, "calls_today")) == (fetched, calls)


def test_the_columns_are_at_the_next_start_as_they_were_left(opens: Opens) -> None:
    shown = opens()
    table = _table(shown)
    table.hide_columns({"vat"})
    place = [column.key for column in table.rows.columns].index("excl")
    table.horizontalHeader().resizeSection(place, 171)
    table.horizontalHeader().moveSection(place, place - 1)
    shown.close()
    again = _table(opens())
    assert again.hidden_columns == {"vat"}
    assert again.columnWidth(place) == 171
    assert again.horizontalHeader().visualIndex(place) == place - 1


def _table(shown: MainWindow) -> Any:
    tab = shown.tabs[Tab.INVOICES]
    assert isinstance(tab, InvoicesTab)
    return tab.table


def test_one_environment_offers_no_other(opens: Opens) -> None:
    found = opens().top_bar.findChild(QWidget, "environments")
    assert found is not None
    assert not found.isVisible()


@pytest.mark.parametrize(("language", "word"), [(Language.NL, "&Kopiëren"), (Language.FR, "Cop&ier")])
def test_qt_speaks_the_language_of_the_window(language: Language, word: str) -> None:
    app = window.application()
    translate_qt(app, language)
    assert QCoreApplication.translate("QWidgetTextControl", "&Copy") == word
    translate_qt(app, Language.EN)
    assert QCoreApplication.translate("QWidgetTextControl", "&Copy") == "&Copy"
