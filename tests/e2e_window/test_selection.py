"""What is selected stays selected by its id: through filter, sort and refresh, with Shift reaching from the anchor."""

from collections.abc import Callable
from pathlib import Path

import pytest
from world import World

from e2e_window.hands import Hands, Key, Mod

pytestmark = pytest.mark.screen
ANCHOR, FAR, OTHER = "sales/1455", "sales/1462", "sales/1482"


@pytest.fixture
def hands(make_world: Callable[..., World], fetched: Path, open_window: Callable[[World], Hands]) -> Hands:
    return open_window(make_world(fetched))


def between(hands: Hands, first: str, last: str) -> list[str]:
    """Of the list as it stands now."""
    listed = hands.listed()
    ends = sorted((listed.index(first), listed.index(last)))
    return listed[ends[0] : ends[1] + 1]


def test_through_sort_filter_and_refresh(hands: Hands) -> None:
    hands.press_invoice(ANCHOR)
    hands.press_invoice(FAR, Mod.ShiftModifier)
    hands.press_invoice(OTHER, Mod.ControlModifier)
    chosen = {*between(hands, ANCHOR, FAR), OTHER}
    assert set(hands.selected()) == chosen
    assert len(chosen) == 9

    hands.press_head(hands.invoices, "incl")
    assert set(hands.selected()) == chosen
    hands.press_head(hands.invoices, "relation_name")
    assert set(hands.selected()) == chosen

    hands.search("Brouwerij")
    seen = set(hands.listed())
    assert seen & chosen
    assert not chosen <= seen
    assert set(hands.selected()) == seen & chosen
    hands.search("")
    assert set(hands.selected()) == chosen

    hands.key(Key.Key_F5)
    hands.until_idle()
    assert set(hands.selected()) == chosen
    assert "9 facturen geselecteerd" in hands.words()


def test_shift_reaches_from_the_row_clicked_before_the_sort(hands: Hands) -> None:
    hands.press_invoice(ANCHOR)
    hands.press_head(hands.invoices, "incl")
    hands.press_invoice(OTHER, Mod.ShiftModifier)
    assert hands.selected() == between(hands, ANCHOR, OTHER)


def test_shift_reaches_across_a_filter_and_a_refresh(hands: Hands) -> None:
    hands.press_invoice(ANCHOR)
    hands.search("BV")
    assert ANCHOR not in hands.listed()
    hands.search("")
    hands.key(Key.Key_F5)
    hands.until_idle()
    hands.press_invoice(FAR, Mod.ShiftModifier)
    assert hands.selected() == between(hands, ANCHOR, FAR)


def test_the_scroll_place_and_the_row_one_is_at_stay_through_a_refresh(hands: Hands) -> None:
    hands.press_invoice("sales/1500")
    table = hands.invoices
    before = table.rowViewportPosition(table.currentIndex().row())
    hands.key(Key.Key_F5)
    hands.until_idle()
    assert hands.selected() == ["sales/1500"]
    assert table.rowViewportPosition(table.currentIndex().row()) == before
    hands.key(Key.Key_Down, Mod.ShiftModifier)
    hands.key(Key.Key_Down, Mod.ShiftModifier)
    listed = hands.listed()
    place = listed.index("sales/1500")
    assert hands.selected() == listed[place : place + 3]


def test_ctrl_a_takes_what_is_in_view(hands: Hands) -> None:
    hands.search("Brouwerij")
    hands.press_invoice(hands.listed()[0])
    hands.key(Key.Key_A, Mod.ControlModifier)
    assert hands.selected() == hands.listed()
    assert hands.invoices.selectionModel().selection().count() == 1
