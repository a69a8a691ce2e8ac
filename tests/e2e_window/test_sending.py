"""A send that is broken off: by Stop, by Esc, by closing the window. Nothing twice, nothing lost."""

import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from e2e.looking import ENTRIES, bookings, differences, entry_ids
from world import World

from e2e_window.hands import Hands, Key, Mod

pytestmark = pytest.mark.screen
FIRST, LAST = "sales/1440", "sales/1493"
"""From the one to the other forty are ready."""


class Gate:
    """Exact lets so many bookings through, and holds the next until it is opened: the middle of a send."""

    def __init__(self, office: World, lets_through: int) -> None:
        self._left = lets_through
        self._open = threading.Event()
        self.reached = threading.Event()
        office.demo.exact.before.append(self._hook)

    def _hook(self, record: Any) -> None:
        if record.method == "POST" and record.resource in ENTRIES.values():
            self._left -= 1
            if self._left < 0 and not self._open.is_set():
                self.reached.set()
                self._open.wait(30)

    def open(self) -> None:
        self._open.set()

    def open_in(self, seconds: float) -> None:
        """While the window waits for the call that is under way."""
        threading.Timer(seconds, self.open).start()


@pytest.fixture
def office(make_world: Callable[..., World], fetched: Path) -> World:
    return make_world(fetched)


def send_from(hands: Hands, first: str) -> list[str]:
    """All to the last one selected, confirmed; those that go."""
    hands.press_invoice(first)
    hands.press_invoice(LAST, Mod.ShiftModifier)
    ready = [name for name in hands.selected() if hands.is_ready(name)]
    hands.key(Key.Key_Return, Mod.ControlModifier)
    hands.press("send_confirm_send")
    return ready


def references(office: World) -> list[str]:
    """Of the bookings that Exact took, each once for each time it was asked."""
    return [json.loads(record.body)["YourRef"] for record in bookings(office)]


@pytest.mark.parametrize("by", ["key", "mouse"])
def test_stop_ends_after_the_present_call_and_tells_what_stays(
    office: World, open_window: Callable[[World], Hands], by: str
) -> None:
    before, gate = entry_ids(office), Gate(office, 9)
    hands = open_window(office)
    ready = send_from(hands, FIRST)
    hands.until(gate.reached.is_set)
    if by == "key":
        hands.key(Key.Key_Escape)
    else:
        hands.press("sending_stop")
    hands.until(lambda: hands.text("sending_name") == "Stopt na de oproep die nu loopt")
    gate.open()
    booked = hands.text("result_count_booked")
    assert booked == "10"
    assert hands.text("result_count_left") == str(len(ready) - 10)
    assert "U hebt de reeks gestopt." in hands.words()
    assert f"{len(ready) - 10} facturen staan nog klaar; er is niets van geboekt." in hands.words()
    hands.until_idle()
    assert len(entry_ids(office) - before) == 10
    hands.key(Key.Key_Escape)
    assert [name for name in ready if hands.is_ready(name)] == ready[10:]
    assert differences(office, ready[:10], before) == []


def test_closed_in_the_middle_and_opened_again(office: World, open_window: Callable[[World], Hands]) -> None:
    before, gate = entry_ids(office), Gate(office, 15)
    hands = open_window(office)
    ready = send_from(hands, FIRST)
    assert len(ready) == 40
    hands.until(gate.reached.is_set)
    gate.open_in(0.3)
    hands.quit()
    assert len(entry_ids(office) - before) == 16

    again = open_window(office)
    rest = [name for name in ready if again.is_ready(name)]
    assert rest == ready[16:]
    assert send_from(again, rest[0]) == rest
    assert again.text("result_count_booked") == str(len(rest))
    again.until_idle()
    assert differences(office, ready, before) == []
    assert len(references(office)) == len(set(references(office))) == 40
    assert all(office.robaws(name)["sentToAccountant"] for name in ready)
