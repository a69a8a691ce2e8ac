"""The window on settings and lists that a test wrote itself: no service runs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from robexact_desktop import window
from robexact_desktop.adapters.secrets import platform_secrets
from robexact_desktop.adapters.store.database import Database
from robexact_desktop.adapters.store.master import MasterRows
from robexact_desktop.domain.answers import Right
from robexact_desktop.domain.ledger import Division, GLAccount, Journal, PaymentCondition, Period
from robexact_desktop.office import Office
from robexact_desktop.services.ports import RobawsJournal, RobawsPaymentCondition
from robexact_desktop.ui.main_window import MainWindow
from robexact_desktop.ui.shell import Tab
from robexact_desktop.ui.tabs.settings import SettingsTab

HERE = "Peeters"
Widget = TypeVar("Widget", bound=QWidget)

SETTINGS: dict[str, Any] = {
    "environment": HERE,
    "robaws": {"base_url": "https://robaws.example", "api_key": "key-3f9a", "api_secret": "s3cret"},
    "exact": {"division": 204, "client_id": "id", "client_secret": "app-s3cret", "redirect_uri": "https://a.example/x"},
    "booking": {"sales_journal": "70", "purchase_journal": "60", "sales_gl_account": "700000"},
}
JOURNALS = (
    Journal("60", "Aankoop", 22),
    Journal("70", "Verkoop", 20),
    Journal("73", "Verkoop tot 2023", 20, is_blocked=True),
    Journal("90", "Diversen", 90),
)
ACCOUNTS = (
    GLAccount("g1", "440000", "Leveranciers", 22),
    GLAccount("g2", "600000", "Aankopen", 111),
    GLAccount("g3", "700000", "Omzet", 110),
    GLAccount("g4", "709999", "Oud", 110, is_blocked=True),
)
LISTS: dict[type[Any], tuple[Any, ...]] = {
    Journal: JOURNALS,
    GLAccount: ACCOUNTS,
    Division: (Division(204, "Peeters BV"), Division(310, "Peeters Dakwerken BV")),
    PaymentCondition: (PaymentCondition("30", "30 dagen"), PaymentCondition("AU", "Wacht", "K")),
    RobawsJournal: (RobawsJournal("1", "Verkoop", "70"), RobawsJournal("2", "Zonnepanelen", "79")),
    RobawsPaymentCondition: (RobawsPaymentCondition("5", "30 dagen", 30), RobawsPaymentCondition("6", "45 dagen", 45)),
    Right: (
        Right("salesentry/SalesEntries", ok=True),
        Right("documents/Documents", ok=False, message="Forbidden - 403"),
    ),
}


def calendar_year(year: int) -> tuple[Period, ...]:
    """Twelve months as twelve periods."""
    ends = [date(year, month + 1, 1).toordinal() - 1 for month in range(1, 12)] + [date(year, 12, 31).toordinal()]
    return tuple(
        Period(year, month, date(year, month, 1), date.fromordinal(end)) for month, end in enumerate(ends, start=1)
    )


class Room:
    """What a test looks at and presses."""

    def __init__(self, office: Office, opened: MainWindow, qtbot: QtBot) -> None:
        self.office = office
        self.window = opened
        self.qtbot = qtbot
        self.lane = opened.shell.lane

    @property
    def settings(self) -> Any:
        return self.office.settings(HERE)

    @property
    def tab(self) -> SettingsTab:
        tab = self.window.tabs[Tab.SETTINGS]
        assert isinstance(tab, SettingsTab)
        return tab

    def find(self, kind: type[Widget], name: str) -> Widget:
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def press(self, name: str) -> None:
        self.qtbot.mouseClick(self.find(QWidget, name), Qt.MouseButton.LeftButton)

    def open(self, page: str) -> None:
        self.press("tab_settings")
        self.press(f"settings_{page}")
        self.settle()

    def settle(self) -> None:
        """Until the lane has done what was asked."""
        self.qtbot.waitUntil(lambda: not self.lane.is_busy)

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds)

    def write_again(self, name: str, text: str) -> None:
        """Empty a field, type, Enter."""
        field = self.find(QWidget, name)
        field.setFocus()
        self.qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.keyClicks(field, text)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)
        self.settle()


@contextmanager
def room(qtbot: QtBot, folder: Path, **changes: Any) -> Iterator[Room]:
    """The window with the tab Instellingen at hand; `changes` are laid over the settings."""
    office = Office(folder, platform_secrets)
    with office.alone():
        if changes.get("role") == "SECONDARY":
            office.import_settings({**SETTINGS, "environment": changes["primary"]})
        office.import_settings({**SETTINGS, **changes})
        with Database(folder) as database:
            master = MasterRows(database, HERE)
            for kind, rows in {**LISTS, Period: calendar_year(date.today().year)}.items():  # noqa: DTZ011 - as the page
                master.replace(kind, rows)
    with opened(qtbot, office, HERE) as found:
        yield found


@contextmanager
def opened(qtbot: QtBot, office: Office, environment: str) -> Iterator[Room]:
    """The window on an office; closed at the end, with its lane."""
    window.application()
    made = window.main_window(office, environment, demo=False)
    made.show()
    qtbot.waitExposed(made)
    try:
        yield Room(office, made, qtbot)
    finally:
        made.close()
        made.deleteLater()
