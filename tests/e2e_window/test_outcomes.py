"""What may come of a send besides booked: the row, its pill, the page after it, the button that leads to its place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from e2e.looking import SALES, bookings, clean, differences, entries_of, entry_ids, hang_up, once, refusing
from e2e.test_fresh import at_21_percent, change_amount
from e2e.test_read_back import total_off
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QListView, QWidget
from world import World

from e2e_window.hands import Hands, Key, Mod
from e2e_window.test_sending import Gate, send_from
from robexact_desktop.ui.shell import Tab
from robexact_desktop.ui.tabs.invoices import InvoicesTab
from robexact_desktop.ui.widgets.table import Table

pytestmark = pytest.mark.screen


@pytest.fixture
def office(make_world: Callable[..., World], fetched: Path) -> World:
    return make_world(fetched)


def send(hands: Hands, *invoices: str) -> None:
    """Chosen by mouse, Ctrl+Enter, the blue button; until the page of what came of them."""
    for place, invoice in enumerate(invoices):
        hands.press_invoice(invoice, Mod.ControlModifier if place else Mod.NoModifier)
    hands.turn()
    hands.key(Key.Key_Return, Mod.ControlModifier)
    hands.press("send_confirm_send")
    hands.part(QWidget, "result_page")
    hands.until_idle()


def result(hands: Hands, invoice: str) -> str:
    """The words of its pill on the page of results, which is shown beside it from then on."""
    table = hands.part(Table, "result_table")
    number = hands.row_where(table, lambda row: row.invoice == invoice)
    hands.press_row(table, number)
    hands.turn()
    place = table.rows.place_of(number)
    assert place is not None
    return str(table.rows.index(place, 1).data())


def pill(hands: Hands, invoice: str) -> str:
    """What is drawn in the row's state while a send runs."""
    page = hands.window.tabs[Tab.INVOICES]
    assert isinstance(page, InvoicesTab)
    (row,) = hands.window.shell.reading.work.stores.listed.rows([hands.number_of(invoice)]).values()
    return page._mark(row).word


def state_of(hands: Hands, invoice: str) -> str:
    """In the list, whichever view it is in."""
    (row,) = hands.window.shell.reading.work.stores.listed.rows([hands.number_of(invoice)]).values()
    return row.state.value


def detail(hands: Hands) -> list[str]:
    return hands.words_of(hands.part(QWidget, "result_detail"))


def test_the_log_tells_each_step_and_a_row_still_shows_its_booking(
    office: World, open_window: Callable[[World], Hands]
) -> None:
    gate = Gate(office, 3)
    hands = open_window(office)
    ready = send_from(hands, "sales/1440")
    hands.until(gate.reached.is_set)
    hands.until(lambda: hands.text("log_count_booked") == "3")
    assert hands.text("log_count_to_go") == str(len(ready) - 3)
    hands.until(lambda: pill(hands, ready[3]) == "Bezig, boeken in Exact")
    assert pill(hands, ready[4]) == "In wachtrij"
    assert hands.text("sending_name").endswith("boeken in Exact")
    log = hands.part(QListView, "sending_log")
    lines = [str(log.model().index(row, 0).data()) for row in range(log.model().rowCount())]
    first = hands.says(ready[0], "number")
    assert lines[-1].startswith(f"{first}: geboekt als boekstuk ")
    assert lines[-2].startswith(f"{first}: klaar, boekstuk ")

    hands.press_invoice(ready[8])
    hands.until(lambda: hands.says(ready[8], "number") in hands.text("preview_title"))
    assert hands.seen(QListView, "sending_log") is None
    hands.press("back_to_log")
    log = hands.part(QListView, "sending_log")
    at = log.visualRect(log.model().index(log.model().rowCount() - 1, 0)).center()
    QTest.mouseClick(log.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(at))
    hands.until(lambda: first in hands.text("preview_title"))
    gate.open()
    hands.part(QWidget, "result_page")
    hands.until_idle()
    hands.press("result_back")
    assert hands.seen(QWidget, "back_to_log") is None


def test_refused_in_exacts_words_mended_and_sent_again(office: World, open_window: Callable[[World], Hands]) -> None:
    before, (refused, other) = entry_ids(office), clean(office, "sales")[:2]
    office.demo.exact.before.append(refusing(SALES, words="Verplicht: Kostenplaats <b>", times=1))
    hands = open_window(office)
    send(hands, refused, other)
    assert result(hands, refused) == "Geweigerd: Verplicht: Kostenplaats <b>"
    assert hands.text("result_own_words") == "Verplicht: Kostenplaats <b>"
    assert "Daarna staat de factuur weer klaar. U verstuurt ze zelf opnieuw; dubbel boeken kan niet." in detail(hands)
    hands.press("result_mend")
    assert hands.part(QWidget, "ledger_tab")
    hands.key(Key.Key_1, Mod.ControlModifier)
    hands.press("result_back")
    send(hands, refused)
    assert result(hands, refused) == "Geboekt"
    assert differences(office, [refused, other], before) == []
    assert len(entries_of(office, refused)) == 1


def test_unsure_names_its_time_and_is_not_sent_twice(office: World, open_window: Callable[[World], Hands]) -> None:
    office.settings_of({"exact": {"settle_seconds": 120}})
    (unsure,) = clean(office, "sales")[:1]
    office.demo.exact.after.append(once(SALES, hang_up))
    hands = open_window(office)
    send(hands, unsure)
    pill = result(hands, unsure)
    assert pill.startswith("Onzeker: wordt nagekeken om ")
    assert not any("mislukt" in said.casefold() for said in hands.words())
    assert hands.text("unsure") == f"1 wordt nagekeken, om {pill[-5:]}"
    hands.key(Key.Key_Escape)
    hands.press_invoice(unsure)
    hands.key(Key.Key_Return, Mod.ControlModifier)
    assert hands.seen(QWidget, "send_confirm") is None
    assert len(bookings(office)) == 1


def test_unsure_is_looked_up_by_itself_and_booked_once(office: World, open_window: Callable[[World], Hands]) -> None:
    before, (unsure,) = entry_ids(office), clean(office, "sales")[:1]
    office.demo.exact.after.append(once(SALES, hang_up))
    hands = open_window(office)
    send(hands, unsure)
    hands.key(Key.Key_Escape)
    hands.until(lambda: state_of(hands, unsure) == "done")
    hands.until(lambda: hands.seen(QLabel, "unsure") is None)
    assert differences(office, [unsure], before) == []
    assert len(bookings(office)) == 1


def test_changed_in_robaws_is_held_the_rest_goes_and_then_it_goes_as_it_is_now(
    office: World, open_window: Callable[[World], Hands]
) -> None:
    before, (changed, other) = entry_ids(office), at_21_percent(office)[:2]
    hands = open_window(office)
    was = hands.says(changed, "incl")
    change_amount(office, changed)
    send(hands, changed, other)
    assert result(hands, changed) == "Gewijzigd in Robaws"
    assert {"Bij uw nazicht", "Nu", was} <= set(detail(hands))
    hands.press("result_mend")
    assert hands.selected() == [changed]
    assert hands.says(changed, "incl") != was
    assert hands.is_ready(changed)
    send(hands, changed)
    assert result(hands, changed) == "Geboekt"
    assert differences(office, [changed, other], before) == []


def test_another_booking_in_its_place_shows_both_sides(office: World, open_window: Callable[[World], Hands]) -> None:
    """Exact books another amount than was sent: nothing is booked again until somebody decides."""
    (decide,) = clean(office, "sales")[:1]

    hands = open_window(office)
    office.demo.exact.after.append(once(SALES, lambda _: total_off(office, decide)))
    send(hands, decide)
    assert result(hands, decide) == "Beslissen: staat anders in Exact"
    said = detail(hands)
    assert {"In Robaws", "In Exact", "Totaal", "Boekstuk"} <= set(said)
    hands.press("result_copy_number")
    hands.key(Key.Key_Escape)
    hands.press_invoice(decide)
    hands.key(Key.Key_Return, Mod.ControlModifier)
    assert hands.seen(QWidget, "send_confirm") is None
    assert len(bookings(office)) == 1


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's own folders."""
    made = tmp_path / "home"
    (made / "Documents").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(made))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return made


@pytest.mark.qt_log_ignore("propagateSizeHints")  # a second window, drawn in memory
def test_the_report_holds_every_invoice_and_no_formula(
    office: World, open_window: Callable[[World], Hands], home: Path
) -> None:
    refused, other = clean(office, "sales")[:2]
    office.demo.exact.before.append(refusing(SALES, words="=1+1", times=1))
    hands = open_window(office)
    number = hands.says(other, "number")
    send(hands, refused, other)
    hands.press("result_save")
    hands.until(lambda: hands.window.findChild(QFileDialog) is not None)
    dialog = hands.part(QFileDialog, "save_report")
    QTest.keyClick(dialog, Key.Key_Return)
    hands.until(lambda: hands.seen(QFileDialog, "save_report") is None)
    hands.window.activateWindow()
    hands.until(hands.window.isActiveWindow)
    report = home / "Documents" / "Verslag verzending.xlsx"
    hands.until(report.exists)
    hands.until_idle()
    hands.until(lambda: "Verslag bewaard: 2 facturen" in hands.words())
    titles, *rows = load_workbook(report).active.iter_rows()
    told = {row[0].value: row for row in rows}
    assert len(rows) == 2
    assert all(cell.data_type != "f" for row in rows for cell in row)
    booked = told[number]
    assert [cell.value for cell in titles][-1] == "Uitleg"
    assert booked[6].value == booked[7].value
    assert booked[8].value == 0


def test_stopped_by_a_lost_login_says_what_did_not_happen_and_offers_to_sign_in(
    office: World, open_window: Callable[[World], Hands]
) -> None:
    invoices = clean(office, "sales")[:3]
    hands = open_window(office)
    office.demo.exact.revoke()
    send(hands, *invoices)
    assert bookings(office) == []
    assert hands.text("result_count_left") == "3"
    hands.press("result_sign_in")
    assert hands.part(QWidget, "settings_tab")
