"""The program as a process of its own: interrupted in mid-send, and beside a second copy."""

import json
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from world import World

from e2e.looking import SALES, bookings, clean, differences, entry_ids, states


@pytest.mark.skipif(sys.platform == "win32", reason="a console's Ctrl+C cannot be sent to one process there")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_sending_ends_after_the_present_call_and_is_taken_up(office: World, number: int) -> None:
    before, invoices = entry_ids(office), clean(office, "sales")[:4]
    running: list[Any] = []

    def interrupt(record: Any) -> None:
        if record.was_post_that_books and len(bookings(office)) == 2:
            os.kill(running[0].pid, number)

    office.demo.exact.after.append(interrupt)
    running.append(office.start("send", *invoices, "--json"))
    out, err = running[0].communicate(timeout=60)
    taken = json.loads(out)
    assert running[0].returncode == 0, err
    assert states(taken) == dict.fromkeys(invoices[:2], "done")
    assert len(bookings(office)) == 2
    assert states(office.json("send", *invoices)) == dict.fromkeys(invoices, "done")
    assert len(bookings(office)) == len(invoices)
    assert differences(office, invoices, before) == []


@contextmanager
def held_up(office: World) -> Iterator[threading.Event]:
    """Exact keeps the first booking waiting until the block ends."""
    arrived, go_on = threading.Event(), threading.Event()

    def wait(record: Any) -> None:
        if record.method == "POST" and record.resource == SALES:
            arrived.set()
            go_on.wait(60)

    office.demo.exact.before.append(wait)
    try:
        yield arrived
    finally:
        go_on.set()


def test_a_second_copy_writes_nothing_and_may_look(office: World) -> None:
    before, (invoice, other) = entry_ids(office), clean(office, "sales")[:2]
    with held_up(office) as arrived:
        first = office.start("send", invoice, "--json")
        assert arrived.wait(60)
        writing = (["send", other], ["import"], ["match"], ["payments"], ["override", other], ["connect"])
        assert {tuple(command): office.run(*command).code for command in writing} == {
            tuple(command): 4 for command in writing
        }
        listed = {row["id"]: row["state"] for row in office.json("invoices", "--kind", "sales")}
        assert listed[invoice] == "sending"
        assert [row["id"] for row in office.json("check", other)] == [other]
        assert office.json("settings", "show")["environment"] == "Bouwwerken Peeters"
    out, err = first.communicate(timeout=60)
    assert (first.returncode, states(json.loads(out))) == (0, {invoice: "done"}), err
    assert differences(office, [invoice], before) == []
