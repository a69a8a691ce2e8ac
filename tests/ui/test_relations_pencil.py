"""The pencil on the demo's firm: suggestions, search, what is different, link, skip, unlink, undo."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from relations_room import (
    click_pencil,
    fetch,
    first_that,
    opened,
    part,
    press,
    said_below,
    settle,
    shown,
    tab,
)

from robexact_desktop.domain.relation import LinkRule
from robexact_desktop.domain.status import InvoiceState
from robexact_desktop.services.relation_list import Standing
from robexact_desktop.ui.dialogs.relation_pencil import RelationPencil
from robexact_desktop.ui.main_window import MainWindow

pytestmark = pytest.mark.screen
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(scope="module")
def fetched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fetch(tmp_path_factory.mktemp("demo"), matched=True)


@pytest.fixture
def window(qtbot: QtBot, fetched: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    with opened(qtbot, fetched, tmp_path / "demo", monkeypatch) as made:
        yield made


@pytest.fixture
def waited_for(window: MainWindow) -> RelationPencil:
    """On a relation without a link that an invoice waits for."""
    return click_pencil(window, first_that(window, Standing.CHOOSE, waits=True))


def link_button(dialog: RelationPencil) -> QPushButton:
    return part(dialog, QPushButton, "pencil_link")


def said_in(pencil: RelationPencil) -> list[str]:
    """Every sentence that is seen."""
    return [label.text() for label in pencil.findChildren(QLabel) if label.isVisible()]


def test_suggestions_stand_there_at_once_the_first_chosen(waited_for: RelationPencil) -> None:
    first = waited_for.found.present
    assert first is not None
    assert waited_for.found.table.rows.rowCount() > 1
    assert link_button(waited_for).text().startswith(f"Koppelen aan {first.account.code}")
    assert "Na het koppelen is 1 factuur klaar." in waited_for.consequence.text()


def test_linking_makes_the_waiting_invoice_ready_and_goes_on(
    qtbot: QtBot, window: MainWindow, waited_for: RelationPencil
) -> None:
    title, chosen = waited_for.title.text(), waited_for.found.present
    assert chosen is not None
    row = shown(window)[first_that(window, Standing.CHOOSE, waits=True)]
    (invoice,) = window.shell.reading.work.stores.relations.waiting_for([row.relation.id])
    QTest.keyClick(waited_for.found.field, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: waited_for.title.text() != title, timeout=30_000)
    stores = window.shell.reading.work.stores
    link = stores.links.all()[row.relation.id]
    assert (link.account_id, link.rule) == (chosen.account.id, LinkRule.HAND)
    number = stores.listed.number_of(invoice)
    assert number is not None
    assert stores.listed.rows([number])[number].state is InvoiceState.READY
    assert "1 factuur is opnieuw nagekeken." in said_below(window)


def test_ctrl_z_takes_the_link_back_and_says_so(qtbot: QtBot, window: MainWindow, waited_for: RelationPencil) -> None:
    relation = shown(window)[first_that(window, Standing.CHOOSE, waits=True)].relation
    QTest.keyClick(waited_for.found.field, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: relation.id in window.shell.reading.work.stores.links.all(), timeout=30_000)
    settle(qtbot, window)
    QTest.keyClick(waited_for.found.field, Qt.Key.Key_Escape)
    QTest.keyClick(tab(window).table, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: said_below(window).startswith("Ongedaan gemaakt"), timeout=30_000)
    settle(qtbot, window)
    assert relation.id not in window.shell.reading.work.stores.links.all()
    assert relation.id in window.shell.reading.work.stores.contested.all(), "would be created a second time"


def test_a_search_finds_by_the_number_as_it_is_typed(qtbot: QtBot, waited_for: RelationPencil) -> None:
    QTest.keyClicks(waited_for.found.field, "0999.012.601")
    qtbot.waitUntil(lambda: waited_for.found.table.rows.rowCount() == 1)
    found = waited_for.found.present
    assert found is not None
    assert found.account.vat_number.replace(".", "").endswith("0999012601")
    qtbot.waitUntil(lambda: link_button(waited_for).text().strip().startswith("Toch koppelen aan"))
    qtbot.waitUntil(lambda: "Het btw-nummer is anders" in said_in(waited_for))


def test_the_arrows_walk_the_list_from_the_search_field(
    waited_for: RelationPencil,
) -> None:
    first = waited_for.found.present
    QTest.keyClick(waited_for.found.field, Qt.Key.Key_Down)
    second = waited_for.found.present
    assert first is not None
    assert second is not None
    assert first.account.id != second.account.id
    assert link_button(waited_for).accessibleName().endswith(second.account.code)


def test_skipping_goes_to_the_next_and_links_nothing(window: MainWindow, waited_for: RelationPencil) -> None:
    before, title = window.shell.reading.work.stores.links.all(), waited_for.title.text()
    assert waited_for.consequence.text().startswith("Relatie 1 van ")
    QTest.keyClick(waited_for.found.field, Qt.Key.Key_S, ALT)
    assert waited_for.title.text() != title
    assert waited_for.consequence.text().startswith("Relatie 2 van ")
    assert window.shell.reading.work.stores.links.all() == before


def test_a_new_relation_is_only_announced(qtbot: QtBot, window: MainWindow, waited_for: RelationPencil) -> None:
    held = window.shell.reading.work.stores.accounts.count()
    QTest.keyClick(waited_for.found.field, Qt.Key.Key_N, ALT)
    qtbot.waitUntil(lambda: any("Hier wordt niets aangemaakt." in text for text in said_in(waited_for)))
    settle(qtbot, window)
    assert window.shell.reading.work.stores.accounts.count() == held


def test_unlinking_leaves_the_relation_to_be_asked_and_can_be_undone(qtbot: QtBot, window: MainWindow) -> None:
    place = first_that(window, Standing.LINKED, waits=True)
    relation = shown(window)[place].relation
    before = window.shell.reading.work.stores.links.all()[relation.id]
    dialog = click_pencil(window, place)
    press(dialog, "pencil_unlink")
    qtbot.waitUntil(lambda: relation.id not in window.shell.reading.work.stores.links.all(), timeout=30_000)
    settle(qtbot, window)
    assert relation.id in window.shell.reading.work.stores.contested.all()
    QTest.keyClick(dialog.found.field, Qt.Key.Key_Escape)
    press(window, "relations_undo")
    qtbot.waitUntil(lambda: relation.id in window.shell.reading.work.stores.links.all(), timeout=30_000)
    assert window.shell.reading.work.stores.links.all()[relation.id] == before
    settle(qtbot, window)
    assert "is weer gekoppeld aan" in said_below(window)


def test_one_after_another_keeps_its_number(qtbot: QtBot, window: MainWindow, waited_for: RelationPencil) -> None:
    """ "2 van 7" follows "1 van 7", also where the first was linked."""
    all_ = int(waited_for.consequence.text().partition(" van ")[2].partition(".")[0])
    assert waited_for.consequence.text().startswith(f"Relatie 1 van {all_}.")
    title = waited_for.title.text()
    QTest.keyClick(waited_for.found.field, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: waited_for.title.text() != title, timeout=30_000)
    settle(qtbot, window)
    assert waited_for.consequence.text().startswith(f"Relatie 2 van {all_}.")
    QTest.keyClick(waited_for.found.field, Qt.Key.Key_S, ALT)
    assert waited_for.consequence.text().startswith(f"Relatie 3 van {all_}.")


def test_how_each_is_reached_stands_beside_one_another(waited_for: RelationPencil) -> None:
    for field in ("address", "email", "phone"):
        assert part(waited_for, QLabel, f"pencil_ours_{field}").isVisible()
        assert part(waited_for, QLabel, f"pencil_theirs_{field}").isVisible()
    assert part(waited_for, QLabel, "pencil_likeness_phone").text() == "gelijk", "011... is +32 11..."
