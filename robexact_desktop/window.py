"""The window's composition root: fonts, theme, lane, reading, tabs."""

import sys
from contextlib import AbstractContextManager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from robexact_desktop.domain.matching import Sheet
from robexact_desktop.office import Office
from robexact_desktop.services.reading import Reading
from robexact_desktop.services.workplace import Workplace
from robexact_desktop.settings_desk import OfficeDesk
from robexact_desktop.texts import Language
from robexact_desktop.ui import theme
from robexact_desktop.ui.actions import Act
from robexact_desktop.ui.collector import collector_of
from robexact_desktop.ui.first_start import FirstStart
from robexact_desktop.ui.main_window import MainWindow
from robexact_desktop.ui.pages import PAGES
from robexact_desktop.ui.preferences import Preferences
from robexact_desktop.ui.qt_words import translate_qt
from robexact_desktop.ui.restyle import restyle
from robexact_desktop.ui.shell import Shell, Tab
from robexact_desktop.ui.words import speak
from robexact_desktop.workers.lane import Lane

BETWEEN_SWITCHES = 0.0005
"""Seconds a thread keeps the interpreter: with the usual 5 ms a busy worker cost frames of 214 ms (measured.md 1.3)."""


def application(arguments: list[str] | None = None) -> QApplication:
    """The one QApplication, dressed."""
    sys.setswitchinterval(BETWEEN_SWITCHES)
    present = QApplication.instance()
    made = present if isinstance(present, QApplication) else QApplication(arguments or sys.argv[:1])
    made.setApplicationName("RobExact Desktop")
    theme.load_fonts()
    theme.apply(made, dark=QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark)
    return made


def main_window(office: Office, environment: str, *, demo: bool, language: Language = Language.NL) -> MainWindow:
    """The window on one environment; closing it ends the lane."""
    _speak(language)

    def opens() -> AbstractContextManager[Workplace]:
        return office.workplace(environment, offline=True)

    reading = Reading(opens, office.files)
    lane = Lane(office, environment)
    desk, preferences = OfficeDesk(office, environment), Preferences(str(office.folder))
    shell = Shell(lane, reading, desk, preferences, read_codes=_read_codes)
    window = MainWindow(shell, PAGES, demo=demo)
    window.top_bar.offer_environments(office.environments())
    if isinstance(app := QApplication.instance(), QApplication):
        collector_of(app).spare(lane)
    lane.setParent(window)
    shell.setParent(window)
    return window


def _speak(language: Language) -> None:
    speak(language)
    if isinstance(app := QApplication.instance(), QApplication):
        translate_qt(app, language)


def _read_codes(path: Path) -> Sheet:
    from robexact_desktop.adapters.code_sheet import read_codes  # its library is no part of the start

    return read_codes(path)


def first_start(office: Office) -> FirstStart:
    """The page that makes the first environment, where there is none yet."""
    _speak(Preferences(str(office.folder)).language)
    lane = Lane(office, "")
    page = FirstStart(lane, office.import_settings)
    lane.setParent(page)
    return page


def environment_to_open(office: Office, preferences: Preferences) -> str | None:
    """Where none is named: the one that was open last, else the first; None where there is none yet.

    No command guesses; a window that a double click opens shows whose books it has.
    """
    known = office.environments()
    return preferences.environment if preferences.environment in known else next(iter(known), None)


def run_window(office: Office, named: str | None, *, demo: bool) -> int:
    """Until the window is closed. Without an environment the first start makes one."""
    app = application()
    preferences = Preferences(str(office.folder))
    restyle(preferences.appearance)
    opened: list[QWidget] = []

    def open_on(name: str, *, new: bool = False) -> None:
        window = main_window(office, name, demo=demo, language=preferences.language)
        opened.append(window)
        window.top_bar.environment_wanted.connect(lambda other: change_to(other, window))
        preferences.environment = name
        window.show()
        if new:
            window.show_tab(Tab.SETTINGS)
        else:
            window.actions_by_name[Act.REFRESH].trigger()

    def change_to(name: str, present: QWidget) -> None:
        """The other books in a window of their own lane; the one that closes had nothing under way."""
        open_on(name)
        opened[-1].setGeometry(present.geometry())
        present.close()
        opened.remove(present)
        present.deleteLater()

    environment = named or environment_to_open(office, preferences)
    if environment is not None:
        open_on(environment)
        return app.exec()
    page = first_start(office)

    def go_on(name: str) -> None:
        open_on(name, new=True)
        page.close()

    page.created.connect(go_on)
    page.show()
    return app.exec()
