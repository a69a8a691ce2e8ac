"""Something else stands in an invoice's place in Exact: she decides where she sees it, and nothing is booked twice."""

from collections.abc import Callable
from pathlib import Path

import pytest
from e2e.looking import SALES, bookings, clean, entries_of, once
from e2e.test_read_back import total_off
from PySide6.QtWidgets import QLabel
from world import World

from e2e_window.hands import Hands
from e2e_window.test_outcomes import result, send, state_of

pytestmark = pytest.mark.screen


@pytest.fixture
def office(make_world: Callable[..., World], fetched: Path) -> World:
    return make_world(fetched)


def in_conflict(office: World, hands: Hands) -> str:
    (invoice,) = clean(office, "sales")[:1]
    office.demo.exact.after.append(once(SALES, lambda _: total_off(office, invoice)))
    send(hands, invoice)
    assert result(hands, invoice).startswith("Beslissen")
    hands.press("result_mend")
    assert hands.selected() == [invoice]
    return invoice


def test_what_she_links_is_booked_and_robaws_knows(office: World, open_window: Callable[[World], Hands]) -> None:
    hands = open_window(office)
    invoice = in_conflict(office, hands)
    hands.press("decide_adopt")
    hands.until(lambda: state_of(hands, invoice) == "done")
    hands.until_idle()
    assert office.robaws(invoice)["sentToAccountant"] is True
    assert len(bookings(office)) == 1


def test_what_still_stands_there_is_not_sent_again_and_says_so(
    office: World, open_window: Callable[[World], Hands]
) -> None:
    hands = open_window(office)
    invoice = in_conflict(office, hands)
    hands.press("decide_resend")
    hands.until(lambda: "staat nog in Exact" in hands.part(QLabel, "notice_title_0").text())
    hands.until_idle()
    assert state_of(hands, invoice) == "conflict"
    assert len(bookings(office)) == 1


def test_what_was_typed_into_exact_before_is_linked_by_one_button(
    office: World, open_window: Callable[[World], Hands]
) -> None:
    (invoice, *_) = [
        name
        for name, code in office.demo.firm.defects.items()
        if code == "already_in_exact" and name.startswith("sales")
    ]
    hands = open_window(office)
    hands.press_invoice(invoice)
    hands.press("decide_adopt")
    hands.until(lambda: state_of(hands, invoice) == "done")
    hands.until_idle()
    assert bookings(office) == []
    assert len(entries_of(office, invoice)) == 1
