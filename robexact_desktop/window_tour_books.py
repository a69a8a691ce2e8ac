"""The tour through what ties Robaws to Exact: every list with its changes, and each pencil, light and dark."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtWidgets import QPushButton

from robexact_desktop.domain.ledger import CostCenter, GLAccount, Journal
from robexact_desktop.domain.ledger_changes import LedgerList
from robexact_desktop.domain.names import Kind
from robexact_desktop.services.map_vat import MappedTariff
from robexact_desktop.services.workplace import Workplace
from robexact_desktop.ui.actions import Act
from robexact_desktop.ui.main_window import MainWindow
from robexact_desktop.ui.shell import Place, Tab
from robexact_desktop.ui.widgets.table import Table

IN_DUTCH = {
    LedgerList.GL_ACCOUNTS: "rekeningen",
    LedgerList.JOURNALS: "dagboeken",
    LedgerList.VAT_CODES: "btw-codes",
    LedgerList.PERIODS: "perioden",
    LedgerList.PAYMENT_CONDITIONS: "condities",
    LedgerList.COST_CENTERS: "kostenplaatsen",
    LedgerList.COST_UNITS: "kostendragers",
}
NEWS = ("613000", "604000", "705100")
"""An account that went, one that was renamed, one that is new: imaginary, and taken back after the pictures."""


class Walk(Protocol):
    @property
    def window(self) -> MainWindow: ...
    def do(self, step: Callable[[Workplace], object]) -> None: ...
    def picture(self, name: str) -> None: ...
    def press(self, name: str) -> None: ...
    def settle(self) -> None: ...
    def wait_for(self, done: Callable[[], bool]) -> None: ...
    def close_dialogs(self) -> None: ...


def show_the_books(walk: Walk) -> None:
    """Changes nothing for good: what is shown as changed is put back."""
    _show_tariffs(walk)
    kept: list[_Lists] = []
    walk.do(lambda work: kept.append(_change(work)))
    _show_lists(walk)
    walk.do(lambda work: kept[0].put_back(work) if kept else None)
    _show_project(walk)


def _show_tariffs(walk: Walk) -> None:
    walk.window.show_tab(Tab.VAT)
    walk.settle()
    row = _first_tariff(walk)
    if row is not None:
        for side, name in ((Kind.SALES, "verkoop"), (Kind.PURCHASE, "aankoop")):
            walk.window.shell.go_to.emit(Place(Tab.VAT, side.value, row.id))
            walk.settle()
            walk.picture(f"btw-potlood-{name}")
            walk.close_dialogs()


def _first_tariff(walk: Walk) -> MappedTariff | None:
    table = next((found for found in walk.window.tabs[Tab.VAT].findChildren(Table) if found.isVisible()), None)
    row = table.rows.row_at(0) if table is not None and table.rows.rowCount() else None
    return row if isinstance(row, MappedTariff) else None


def _show_lists(walk: Walk) -> None:
    walk.window.show_tab(Tab.LEDGER)
    for name, word in IN_DUTCH.items():
        walk.press(f"ledger_side_{name}")
        walk.settle()
        walk.picture(f"grootboek-{word}")


def _show_project(walk: Walk) -> None:
    """The first stands on top because invoices wait for it."""
    walk.window.show_tab(Tab.LEDGER)
    walk.press(f"ledger_side_{LedgerList.COST_CENTERS}")
    walk.settle()
    page = walk.window.tabs[Tab.LEDGER]
    next(table for table in page.findChildren(Table) if table.isVisible()).selectRow(0)
    page.act(Act.PENCIL)
    walk.settle()
    walk.picture("kostenplaats-potlood")
    walk.close_dialogs()
    found = walk.window.findChild(QPushButton, f"ledger_side_{LedgerList.GL_ACCOUNTS}")
    if isinstance(found, QPushButton):
        found.click()


class _Lists:
    """The lists as they were."""

    def __init__(self, work: Workplace) -> None:
        master = work.stores.master
        self.accounts, self.journals, self.costs = master.all(GLAccount), master.all(Journal), master.all(CostCenter)

    def put_back(self, work: Workplace) -> None:
        master = work.stores.master
        master.replace(GLAccount, self.accounts)
        master.replace(Journal, self.journals)
        master.replace(CostCenter, self.costs)


def _change(work: Workplace) -> _Lists:
    """As after a month at the accountant's."""
    before, master = _Lists(work), work.stores.master
    gone, renamed, new = NEWS
    accounts = [row for row in before.accounts if row.code != gone]
    accounts = [replace(row, description=f"{row.description} (2)") if row.code == renamed else row for row in accounts]
    sales = work.settings.booking.sales_gl_account
    accounts = [replace(row, is_blocked=True) if row.code == sales else row for row in accounts]
    added = replace(before.accounts[-1], id=new, code=new, description="Omzet afwerking")
    master.replace(GLAccount, [*accounts, added])
    master.replace(Journal, [_renamed(row) if row.code == "70" else row for row in before.journals])
    master.replace(CostCenter, before.costs[1:])
    return before


def _renamed(row: Journal) -> Journal:
    return replace(row, description=f"{row.description} (2)")
