"""Each planted defect is told in a pill; a click on it opens the place where it is mended."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from world import World

from e2e_window.hands import Hands, Key, Mod
from robexact_desktop.ui.preview.pane import PreviewPane
from robexact_desktop.ui.widgets.table import Table

pytestmark = pytest.mark.screen
PAGES = {
    "journal_missing": "settings_journals",
    "journal_blocked": "settings_journals",
    "journal_type": "settings_journals",
    "number_not_integer": "settings_journals",
    "period_missing": "settings_periods",
    "period_closed": "settings_periods",
}


@pytest.fixture
def hands(
    make_world: Callable[..., World], fetched: Path, open_window: Callable[[World], Hands]
) -> tuple[World, Hands]:
    office = make_world(fetched)
    return office, open_window(office)


def of(office: World, code: str) -> str:
    return next(name for name, planted in office.demo.firm.defects.items() if planted == code)


def press_pill(hands: Hands, invoice: str) -> None:
    hands.key(Key.Key_1, Mod.ControlModifier)
    hands.press_invoice(invoice, column="state")


def row_of(table: Table) -> Any:
    """The row that a person is at."""
    current = table.current_id()
    place = table.rows.place_of(current) if current is not None else None
    return table.rows.row_at(place) if place is not None else None


def is_pressed(hands: Hands, name: str) -> bool:
    return hands.part(QPushButton, name).isChecked()


def test_every_blocked_one_says_in_its_row_what_to_do(hands: tuple[World, Hands]) -> None:
    office, at = hands
    at.press("kind_all")
    told = {name: at.says(name) for name in office.demo.firm.defects}
    assert all(told.values())
    of_code = {code: told[name] for name, code in office.demo.firm.defects.items()}
    plain = {"Klaar", "Geblokkeerd"}
    assert not plain & set(of_code.values()), of_code


def test_a_relation_opens_with_its_pencil(hands: tuple[World, Hands]) -> None:
    office, at = hands
    for code in ("relation_ambiguous", "relation_role", "relation_blocked"):
        invoice = of(office, code)
        press_pill(at, invoice)
        assert is_pressed(at, "tab_relations")
        client = str(office.demo.robaws.state.get("clients", office.robaws(invoice)["clientId"])["name"])
        assert client in at.text("relation_pencil_title")
        assert row_of(at.part(Table, "relation_table")).relation.name == client
        at.key(Key.Key_Escape)
        at.until_gone("relation_pencil")


def test_a_tariff_opens_with_its_pencil(hands: tuple[World, Hands]) -> None:
    office, at = hands
    for code in ("vat_unmapped", "vat_inclusive", "vat_blocked", "vat_direction"):
        invoice = of(office, code)
        press_pill(at, invoice)
        assert is_pressed(at, "tab_vat")
        at.part(QWidget, "vat_pencil")
        row = row_of(at.part(Table, "vat_table"))
        assert row.id in [line.get("vatTariffId") for line in office.robaws(invoice)["lineItems"]]
        assert row.name in at.text("vat_pencil_title")
        at.key(Key.Key_Escape)
        at.until_gone("vat_pencil")


def test_the_tariff_of_a_purchase_opens_the_pencil_for_purchases(hands: tuple[World, Hands]) -> None:
    """Taken away by hand for purchases only: the pill of a purchase leads back to that side."""
    _, at = hands
    at.key(Key.Key_3, Mod.ControlModifier)
    table = at.part(Table, "vat_table")
    at.press_row(table, at.row_where(table, lambda row: row.name == "21 %"), column="pencil_purchase")
    at.press("vat_pencil_unlink")
    at.until_gone("vat_pencil")
    at.until_idle()
    at.until(lambda: row_of(table).purchase.asks)
    invoice = str(row_of(table).purchase.waiting[0])
    at.key(Key.Key_1, Mod.ControlModifier)
    at.press("kind_all")
    press_pill(at, invoice)
    assert is_pressed(at, "tab_vat")
    assert at.text("vat_pencil_title") == "21 %: btw-code voor aankoop"
    field = at.part(QWidget, "vat_pencil_search")
    assert field.hasFocus()
    at.types("goederen 21")
    at.settle()
    at.key(Key.Key_Return)
    at.until_gone("vat_pencil")
    at.until_idle()
    at.until(lambda: row_of(table).purchase.name == "7")
    assert row_of(table).sales.name == "1"


def test_an_account_opens_in_its_list(hands: tuple[World, Hands]) -> None:
    office, at = hands
    for code in ("gl_blocked", "gl_type"):
        press_pill(at, of(office, code))
        assert is_pressed(at, "tab_ledger"), code
        assert is_pressed(at, "ledger_side_gl_accounts"), code
        table = at.part(Table, "gl_accounts_table")
        at.until(lambda table=table: row_of(table) is not None)
        named = {"gl_blocked": "705000", "gl_type": "400000"}
        assert row_of(table).code == named[code]


def test_a_project_opens_with_its_pencil_and_is_linked_by_keys(hands: tuple[World, Hands]) -> None:
    office, at = hands
    invoice = of(office, "cost_center_code")
    press_pill(at, invoice)
    assert is_pressed(at, "tab_ledger")
    assert is_pressed(at, "ledger_side_cost_centers")
    table = at.part(Table, "cost_centers_table")
    project = row_of(table).mapped.project
    assert project.id in [line.get("projectId") for line in office.robaws(invoice)["lineItems"]]
    assert project.name in at.text("cost_pencil_title")
    at.types("P250007")
    at.settle()
    at.key(Key.Key_Return)
    at.until_gone("cost_pencil")
    at.until_idle()
    at.key(Key.Key_1, Mod.ControlModifier)
    at.until(lambda: at.is_ready(invoice))


def test_a_setting_opens_on_its_page(hands: tuple[World, Hands]) -> None:
    office, at = hands
    for code, page in PAGES.items():
        press_pill(at, of(office, code))
        assert is_pressed(at, "tab_settings"), code
        assert is_pressed(at, page), code


def test_what_is_mended_in_robaws_stays_at_the_preview(hands: tuple[World, Hands]) -> None:
    office, at = hands
    for code in ("draft", "number_taken", "totals_differ"):
        invoice = of(office, code)
        press_pill(at, invoice)
        assert is_pressed(at, "tab_invoices")
        pane = at.part(PreviewPane, "preview")
        at.until(lambda pane=pane, invoice=invoice: pane.invoice_id == invoice)
