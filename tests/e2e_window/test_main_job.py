"""The main job by mouse and keys: fetch, map, by hand, twenty by Shift, send; Exact and Robaws looked at after."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from e2e.looking import differences, entries_of, entry_ids
from PySide6.QtWidgets import QWidget
from world import World

from e2e_window.hands import Hands, Key, Mod
from robexact_desktop.demo.firm.vat import RENOVATION, SALES_CODES
from robexact_desktop.ui.widgets.table import Table

pytestmark = pytest.mark.screen
BY_HAND, OTHER_ACCOUNT = "sales/1458", "700400"


TARIFF = "6 % renovatie"


@pytest.fixture
def office(make_world: Callable[..., World], signed_in: Path) -> World:
    """Its bookkeeper has not mapped one of her tariffs yet."""
    made = make_world(signed_in)
    made.settings_of({"vat": {"sales": {RENOVATION: ""}}})
    return made


def map_tariff(hands: Hands, tariff: str, typed: str) -> None:
    """Its pencil, a word of the code typed, Enter."""
    table = hands.part(Table, "vat_table")
    hands.press_row(table, hands.row_where(table, lambda row: row.name == tariff), "pencil_sales")
    hands.part(QWidget, "vat_pencil")
    hands.types(typed)
    hands.settle()
    hands.key(Key.Key_Return)
    hands.until_gone("vat_pencil")
    hands.until_idle()


def set_account(hands: Hands, account: str) -> None:
    """F2 on the row, then the account of its first line from the list."""
    hands.key(Key.Key_F2)
    hands.until(lambda: hands.focused() == "choose_gl")
    hands.key(Key.Key_Down)
    hands.types(account)
    hands.key(Key.Key_Return)
    hands.until_idle()


def link(hands: Hands, client: str, account: str) -> None:
    """Searched for, its pencil, the account of this name among what Exact has, Ctrl+Enter."""
    hands.search(client)
    table = hands.part(Table, "relation_table")
    hands.press_row(table, hands.row_where(table, lambda row: row.relation.name == client), "pencil")
    found = hands.part(Table, "pencil_accounts")
    hands.until(lambda: found.rows.rowCount() > 1)
    hands.press_row(found, hands.row_where(found, lambda row: row.account.name == account), "account")
    hands.key(Key.Key_Return, Mod.ControlModifier)
    hands.until(lambda: client not in hands.text("relation_pencil_title"))  # the next one without a link
    hands.until_idle()
    hands.key(Key.Key_Escape)
    hands.until_gone("relation_pencil")


def choose_twenty(hands: Hands, linked: str) -> list[str]:
    """Sorted by status the ready ones stand together: one click, one with Shift nineteen further."""
    listed = hands.listed()
    place = listed.index(linked)
    hands.press_invoice(listed[place - 16])
    hands.press_invoice(listed[place + 3], Mod.ShiftModifier)
    return hands.selected()


def confirm(hands: Hands) -> list[str]:
    """Ctrl+Enter; what the confirmation says; its blue button by mouse; the result."""
    hands.key(Key.Key_Return, Mod.ControlModifier)
    said = hands.words_of(hands.part(QWidget, "send_confirm"))
    hands.press("send_confirm_send")
    hands.part(QWidget, "result_page")
    hands.until_idle()
    return said


def written(amount: Decimal) -> str:
    """As Belgians write it; a true minus."""
    return f"{amount:,.2f}".translate(str.maketrans(",.-", ".,\u2212"))


def total_of(office: World, invoices: list[str], field: str) -> str:
    return written(sum((Decimal(str(office.robaws(name)[field])) for name in invoices), Decimal(0)))


def defects_of(office: World, code: str) -> list[str]:
    return [name for name, planted in office.demo.firm.defects.items() if planted == code]


def client_of(office: World, invoice: str) -> str:
    return str(office.demo.robaws.state.get("clients", office.robaws(invoice)["clientId"])["name"])


def test_twenty_invoices_from_nothing_to_exact(office: World, open_window: Callable[[World], Hands]) -> None:
    before = entry_ids(office)
    hands = open_window(office)
    hands.key(Key.Key_F5)
    hands.until_idle()
    waiting = [name for name in hands.listed() if "Btw-tarief koppelen" in hands.says(name)]
    assert len(waiting) > 1

    hands.key(Key.Key_3, Mod.ControlModifier)
    map_tariff(hands, TARIFF, "renovatie")
    hands.key(Key.Key_1, Mod.ControlModifier)
    still = [name for name in waiting if "Btw-tarief koppelen" in hands.says(name)]
    assert still == defects_of(office, "vat_unmapped")

    (linked,) = defects_of(office, "relation_ambiguous")
    hands.key(Key.Key_2, Mod.ControlModifier)
    hands.press("relations_match")
    hands.until_idle()
    link(hands, client_of(office, linked), client_of(office, linked))
    hands.key(Key.Key_1, Mod.ControlModifier)
    assert hands.says(linked) == "Klaar"

    hands.press_head(hands.invoices, "state")
    hands.press_invoice(BY_HAND)
    hands.until(lambda: hands.says(BY_HAND, "number") in hands.text("preview_title"))
    set_account(hands, OTHER_ACCOUNT)

    chosen = choose_twenty(hands, linked)
    assert len(chosen) == 20
    assert {BY_HAND, linked} < set(chosen)
    assert set(waiting) & set(chosen)
    said = confirm(hands)
    assert "20 facturen versturen naar boekhouder" in said
    assert total_of(office, chosen, "totalExclVat") in said
    assert total_of(office, chosen, "totalInclVat") in said
    assert hands.text("result_count_booked") == "20"
    assert f"Verkoop {total_of(office, chosen, 'totalInclVat')} EUR, verschil met Exact 0,00" in hands.words()

    assert differences(office, chosen, before) == []
    shown = [office.robaws(name) for name in chosen]
    assert [row["sentToAccountant"] for row in shown] == [True] * 20
    (entry,) = entries_of(office, BY_HAND)
    assert entry["Lines"][0]["GLAccountCode"] == OTHER_ACCOUNT
    assert settings_code(office) == SALES_CODES[RENOVATION]

    hands.key(Key.Key_Escape)
    assert choose_twenty(hands, linked) == chosen
    hands.until(lambda: "20 al geboekt" in hands.words())
    posted = len(office.posts())
    hands.key(Key.Key_Return, Mod.ControlModifier)
    hands.until_idle()
    assert hands.seen(QWidget, "send_confirm") is None
    assert "Niets te versturen: alles is al geboekt." in hands.words()
    assert len(office.posts()) == posted


def settings_code(office: World) -> str:
    return str(office.json("settings", "show")["vat"]["sales"][RENOVATION])
