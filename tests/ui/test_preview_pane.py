"""The pane in the window, on the demo's firm: chosen by hand with keys and mouse, kept, taken back, explained."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from robexact_desktop import window as window_room
from robexact_desktop.adapters.lock import InstanceLock
from robexact_desktop.app import open_office
from robexact_desktop.domain.booking.period import YearPeriod
from robexact_desktop.domain.changes import EVERYTHING
from robexact_desktop.domain.listing import Group, InvoiceView, ListedInvoice
from robexact_desktop.domain.names import InvoiceId, Kind
from robexact_desktop.domain.status import InvoiceState
from robexact_desktop.services.refresh import refresh
from robexact_desktop.services.send_entries import send_entries
from robexact_desktop.services.workplace import Workplace
from robexact_desktop.ui.main_window import MainWindow
from robexact_desktop.ui.preview.booking import Balance
from robexact_desktop.ui.preview.lines import BookingLines
from robexact_desktop.ui.preview.pane import PreviewPane
from robexact_desktop.ui.shell import Place, Tab

pytestmark = pytest.mark.screen
W = TypeVar("W", bound=QWidget)


@pytest.fixture(scope="module")
def fetched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's folder, everything fetched."""
    folder = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
        with open_office(folder, demo=True) as office:
            environment = office.environments()[0]
            with office.alone(), office.workplace(environment) as work:
                refresh(work)
    return folder


@pytest.fixture
def window(qtbot: QtBot, fetched: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
    folder = tmp_path / "demo"
    shutil.copytree(fetched, folder)
    window_room.application()
    with open_office(folder, demo=True) as office:
        made = window_room.main_window(office, office.environments()[0], demo=True)
        made.shell.forget_everything()
        made.show()
        qtbot.waitExposed(made)
        yield made
        made.close()


def part(root: QWidget, kind: type[W], name: str) -> W:
    found = root.findChild(kind, name)
    assert found is not None, name
    return found


def pane(window: MainWindow) -> PreviewPane:
    return part(window, PreviewPane, "preview")


def first(window: MainWindow, *, kind: Kind = Kind.SALES, state: str = "ready", problem: str = "") -> ListedInvoice:
    listed = window.shell.reading.work.stores.listed
    ids = listed.ids(InvoiceView(kind=kind, group=Group.ALL, descending=True))
    rows = listed.rows(ids).values()
    return next(row for row in rows if (row.state.value, row.problem) == (state, problem))


def show(qtbot: QtBot, window: MainWindow, row: ListedInvoice) -> PreviewPane:
    """Chosen in the table, as a person does."""
    window.tabs[Tab.INVOICES].go_to(Place(Tab.INVOICES, "", row.id))
    qtbot.waitUntil(lambda: pane(window).invoice_id == row.id)
    return pane(window)


def text(root: QWidget, name: str) -> str:
    return part(root, QLabel, name).text()


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(8, 8))


def choose(qtbot: QtBot, window: MainWindow, field: str, typed: str) -> None:
    """Open the list of a field by mouse, type, Enter."""
    click(part(window, QPushButton, f"choose_{field}"))
    search = window.focusWidget()
    assert search is not None
    assert search.objectName() == "choice_search"
    QTest.keyClicks(search, typed)
    QTest.keyClick(search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.shell.lane.is_busy)


def test_a_ready_invoice_shows_its_booking_in_balance(qtbot: QtBot, window: MainWindow) -> None:
    row = first(window)
    shown = show(qtbot, window, row)
    assert text(shown, "preview_title") == f"Verkoopfactuur {row.number}"
    total = part(shown, BookingLines, "booking_lines").rows.rows[-1]
    assert total.balance is Balance.EQUAL
    assert total.debit == total.credit
    assert text(shown, "preview_total").endswith("EUR")


def test_an_account_by_hand_is_kept_shown_beside_the_rule_and_taken_back(qtbot: QtBot, window: MainWindow) -> None:
    row = first(window)
    shown = show(qtbot, window, row)
    lines = part(shown, BookingLines, "booking_lines")
    before = lines.rows.rows[1].title
    QTest.keyClick(window.tabs[Tab.INVOICES], Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: window.focusWidget() is part(window, QPushButton, "choose_gl"))
    choose(qtbot, window, "gl", "701000")
    assert lines.rows.rows[1].title.startswith("701000 ")
    assert lines.rows.rows[1].whys[0].by_hand
    assert before.split()[0] in lines.rows.rows[1].whys[0].text
    assert "bewaard" in text(shown, "by_hand_who")
    stored = window.shell.reading.work.stores.overrides.of(row.id)
    assert [(o.line, o.field.value, o.value, o.rule_value) for o in stored] == [(0, "gl", "701000", before.split()[0])]

    QTest.keyClick(part(window, QPushButton, "choose_gl"), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: lines.rows.rows[1].title == before)
    assert window.shell.reading.work.stores.overrides.of(row.id) == ()


def test_an_unusable_choice_stays_listed_with_its_reason_and_cannot_be_chosen(qtbot: QtBot, window: MainWindow) -> None:
    row = first(window)
    show(qtbot, window, row)
    blocked = next(a for a in window.shell.reading.books().ledger.gl_accounts.values() if a.is_blocked)
    QTest.keyClick(window.tabs[Tab.INVOICES], Qt.Key.Key_F2)
    choose(qtbot, window, "gl", blocked.code)
    listed = part(window, QListWidget, "choice_list")
    assert listed.item(0).text().endswith("geblokkeerd in Exact")
    click(listed.viewport())
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Escape)
    assert window.shell.reading.work.stores.overrides.of(row.id) == ()


def test_a_closed_period_is_mended_here_by_hand(qtbot: QtBot, window: MainWindow) -> None:
    row = first(window, state="blocked", problem="period_closed")
    shown = show(qtbot, window, row)
    assert "afgesloten" in text(shown, "notice_title_0")
    click(part(shown, QPushButton, "by_hand_0"))
    qtbot.waitUntil(lambda: window.focusWidget() is part(window, QPushButton, "choose_period"))
    choose(qtbot, window, "period", "2026/11")
    prepared = window.shell.reading.prepared(row.id)
    assert prepared is not None
    assert prepared.state is InvoiceState.READY
    pane(window).show_invoice(row.id)
    assert text(shown, "fact_period") == "2026/11"


def test_enter_takes_nothing_where_the_present_choice_is_unusable_and_arrows_go_on_from_there(
    qtbot: QtBot, window: MainWindow
) -> None:
    row = first(window, state="blocked", problem="period_closed")
    shown = show(qtbot, window, row)
    present = text(shown, "fact_period")
    click(part(shown, QPushButton, "by_hand_0"))
    choose(qtbot, window, "period", "")
    assert window.shell.reading.work.stores.overrides.of(row.id) == ()
    search = window.focusWidget()
    assert search is not None
    QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.shell.reading.work.stores.overrides.of(row.id)))
    (chosen,) = window.shell.reading.work.stores.overrides.of(row.id)
    assert YearPeriod.parse(chosen.value) > YearPeriod.parse(present)
    assert YearPeriod.parse(chosen.value).year == YearPeriod.parse(present).year


def test_a_problem_opens_the_place_where_it_is_mended(qtbot: QtBot, window: MainWindow) -> None:
    shown = show(qtbot, window, first(window, state="blocked", problem="vat_unmapped"))
    window.shell.go_to.disconnect()  # the tab itself is another's
    with qtbot.waitSignal(window.shell.go_to) as told:
        click(part(shown, QPushButton, "mend_0"))
    assert told.args[0].tab is Tab.VAT
    assert told.args[0].page == "sales"


def test_w_hides_the_whys_and_shows_them_again(qtbot: QtBot, window: MainWindow) -> None:
    shown = show(qtbot, window, first(window))
    lines = part(shown, BookingLines, "booking_lines")
    high = lines.height()
    QTest.keyClick(window.tabs[Tab.INVOICES], Qt.Key.Key_W)
    assert lines.height() < high
    QTest.keyClick(window.tabs[Tab.INVOICES], Qt.Key.Key_W)
    assert lines.height() == high


def test_the_document_is_fetched_drawn_and_named(qtbot: QtBot, window: MainWindow) -> None:
    row = first(window)
    shown = show(qtbot, window, row)
    qtbot.waitUntil(lambda: text(shown, "document_count") == "1 / 1", timeout=15_000)
    assert text(shown, "document_name") == f"{row.number}.pdf"
    assert text(shown, "fact_document").startswith("pdf, ")
    page = part(shown, QWidget, "document_page")
    width = page.width()
    click(part(shown, QPushButton, "document_larger"))
    qtbot.waitUntil(lambda: page.width() > width)


def test_walking_on_fetches_only_the_last_document(qtbot: QtBot, window: MainWindow) -> None:
    listed = window.shell.reading.work.stores.listed
    ids = listed.ids(InvoiceView(kind=Kind.SALES, group=Group.TO_SEND))
    rows = [row for row in listed.rows(ids).values() if row.state is InvoiceState.READY][:8]
    asked: list[object] = []
    window.shell.lane.started.connect(asked.append)
    for row in rows:
        show(qtbot, window, row)
    shown = pane(window)
    qtbot.waitUntil(lambda: text(shown, "document_count") == "1 / 1", timeout=15_000)
    assert text(shown, "document_name") == f"{rows[-1].number}.pdf"
    assert len(asked) == 1


def test_a_value_that_could_not_be_kept_is_told(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    row = first(window)
    shown = show(qtbot, window, row)
    QTest.keyClick(window.tabs[Tab.INVOICES], Qt.Key.Key_F2)
    with InstanceLock(tmp_path / "demo" / "demo"):  # another copy is at work
        choose(qtbot, window, "gl", "701000")
    assert text(shown, "notice_title_0") == "Niet bewaard"
    assert window.shell.reading.work.stores.overrides.of(row.id) == ()
    choose(qtbot, window, "gl", "701000")
    assert [o.value for o in window.shell.reading.work.stores.overrides.of(row.id)] == ["701000"]
    assert not [label for label in shown.findChildren(QLabel) if label.isVisible() and label.text() == "Niet bewaard"]


def test_a_document_that_cannot_be_asked_for_is_told_and_asked_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    with InstanceLock(tmp_path / "demo" / "demo"):
        shown = show(qtbot, window, first(window))
        again = part(shown, QPushButton, "document_again")
        qtbot.waitUntil(again.isVisible)
        assert text(shown, "document_words")
    click(again)
    qtbot.waitUntil(lambda: text(shown, "document_count") == "1 / 1", timeout=15_000)


def test_a_purchase_without_a_document_says_so(window: MainWindow) -> None:
    row = first(window, kind=Kind.PURCHASE, problem="document_missing")
    pane(window).show_invoice(row.id)
    assert text(pane(window), "document_words") == "Geen document bij deze factuur."
    assert text(pane(window), "fact_document") == "geen"


def test_history_tells_who_set_what(qtbot: QtBot, window: MainWindow) -> None:
    shown = show(qtbot, window, first(window))
    QTest.keyClick(window.tabs[Tab.INVOICES], Qt.Key.Key_F2)
    choose(qtbot, window, "gl", "701000")
    click(part(shown, QPushButton, "preview_tab_history"))
    assert text(shown, "history_what_0") == "Met de hand gezet"


def test_the_next_invoice_of_the_list_is_one_click_away(qtbot: QtBot, window: MainWindow) -> None:
    shown = show(qtbot, window, first(window))
    qtbot.waitUntil(lambda: " van " in text(shown, "preview_place"))
    before, place = shown.invoice_id, text(shown, "preview_place")
    click(part(shown, QPushButton, "preview_previous"))
    qtbot.waitUntil(lambda: shown.invoice_id != before)
    click(part(shown, QPushButton, "preview_next"))
    qtbot.waitUntil(lambda: shown.invoice_id == before)
    qtbot.waitUntil(lambda: text(shown, "preview_place") == place)


def test_an_invoice_that_leaves_the_view_by_what_is_set_stays_in_the_pane(qtbot: QtBot, window: MainWindow) -> None:
    row = first(window, state="blocked", problem="period_closed")
    shown = show(qtbot, window, row)
    click(part(window, QPushButton, "group_blocked"))
    click(part(shown, QPushButton, "by_hand_0"))
    choose(qtbot, window, "period", "2026/11")
    assert shown.invoice_id == row.id
    assert text(shown, "fact_period") == "2026/11"
    assert part(shown, QWidget, "by_hand").isVisible()


def send(qtbot: QtBot, window: MainWindow, row: ListedInvoice) -> None:
    def run(work: Workplace) -> object:
        invoice = work.stores.invoices.get(row.id)
        assert invoice is not None
        return send_entries(work, [invoice])

    window.shell.do("send", run, changes=EVERYTHING)
    qtbot.waitUntil(lambda: not window.shell.lane.is_busy, timeout=20_000)


def test_a_booked_one_shows_what_was_sent_and_what_came_back(qtbot: QtBot, window: MainWindow) -> None:
    row = first(window)
    shown = show(qtbot, window, row)
    lines = part(shown, BookingLines, "booking_lines")
    before = [(line.title, line.debit, line.credit) for line in lines.rows.rows]
    send(qtbot, window, row)
    shown.show_invoice(row.id)
    assert [(line.title, line.debit, line.credit) for line in lines.rows.rows] == before
    assert lines.rows.rows[-1].whys[0].text == "zo verstuurd naar Exact"
    assert text(shown, "fact_number") == row.number
    assert not part(shown, QPushButton, "edit_line").isVisible()
    click(part(shown, QPushButton, "preview_tab_history"))
    assert f'"YourRef": "{row.number}"' in part(shown, QPlainTextEdit, "history_body").toPlainText()
    assert f"Boekstuk {row.number}" in text(shown, "history_answer")


def test_a_value_goes_to_the_other_lines_too(qtbot: QtBot, window: MainWindow) -> None:
    listed = window.shell.reading.work.stores.listed
    ready = listed.rows(listed.ids(InvoiceView(kind=Kind.SALES, group=Group.TO_SEND))).values()
    found = (window.shell.reading.prepared(row.id) for row in ready if row.state is InvoiceState.READY)
    several = next(one for one in found if one is not None and len(one.entry.lines) > 2)
    window.tabs[Tab.INVOICES].go_to(Place(Tab.INVOICES, "", several.invoice.id))
    qtbot.waitUntil(lambda: pane(window).invoice_id == several.invoice.id)
    QTest.keyClick(window.tabs[Tab.INVOICES], Qt.Key.Key_F2)
    choose(qtbot, window, "gl", "701000")
    click(part(window, QPushButton, "by_hand_all_lines"))
    lines = part(window, BookingLines, "booking_lines")

    def titles() -> list[str]:
        return [row.title for row in lines.rows.rows if row.line is not None]

    qtbot.waitUntil(lambda: len(titles()) == len(several.entry.lines) and {t[:6] for t in titles()} == {"701000"})


def test_a_done_one_that_is_not_ours_offers_nothing_to_change(window: MainWindow) -> None:
    row = first(window, state="done")
    pane(window).show_invoice(row.id)
    assert not part(pane(window), QPushButton, "edit_line").isVisible()
    assert text(pane(window), "notice_title_0") == "Staat in Robaws al op Naar boekhouder"


def test_nothing_chosen_says_what_the_pane_is_for(window: MainWindow) -> None:
    pane(window).show_invoice(InvoiceId("sales/none"))
    assert text(pane(window), "preview_empty").startswith("Kies een factuur")
    assert part(pane(window), QLabel, "preview_empty").isVisible()


def test_every_button_and_field_has_a_name(qtbot: QtBot, window: MainWindow) -> None:
    show(qtbot, window, first(window, state="blocked", problem="vat_unmapped"))
    unnamed = [
        made
        for made in pane(window).findChildren(QPushButton)
        if not made.objectName() or not (made.accessibleName() or made.text())
    ]
    assert unnamed == []
