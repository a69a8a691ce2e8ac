"""The window's watch over uncertain invoices: looked up in time, finished where they stand, posted by nobody."""

import pytest
from world import ENVIRONMENT, World

from e2e.looking import SALES, bookings, differences, entries_of, entry_ids, few, hang_up, once, states
from robexact_desktop.app import open_office
from robexact_desktop.domain.names import InvoiceId
from robexact_desktop.services.settle_unknown import settle_unknown


def settle(office: World) -> frozenset[InvoiceId]:
    with (
        pytest.MonkeyPatch.context() as patched,
        open_office(office.folder) as opened,
        opened.alone(),
    ):
        for name, value in office.variables.items():
            patched.setenv(name, value)
        with opened.workplace(ENVIRONMENT) as work:
            return settle_unknown(work)


def state_of(office: World, invoice: str) -> str:
    return states(office.json("invoices"))[invoice]


def test_what_stands_in_exact_is_finished_without_a_send(office: World) -> None:
    before, (invoice,) = entry_ids(office), few(office, count=1)
    office.demo.exact.after.append(once(SALES, hang_up))
    office.json("send", invoice, code=1)
    assert settle(office) == {invoice}
    assert state_of(office, invoice) == "done"
    assert len(bookings(office)) == 1
    assert differences(office, [invoice], before) == []


def test_what_does_not_stand_there_waits_for_a_person(office: World) -> None:
    (invoice,) = few(office, count=1)
    office.demo.exact.before.append(once(SALES, hang_up))
    office.json("send", invoice, code=1)
    assert [settle(office) for _ in range(3)] == [{invoice}, {invoice}, frozenset()]
    assert state_of(office, invoice) == "queued"
    assert len(bookings(office)) == 1
    assert entries_of(office, invoice) == []


def test_before_its_time_nothing_is_asked(office: World) -> None:
    office.settings_of({"exact": {"settle_seconds": 120}})
    (invoice,) = few(office, count=1)
    office.demo.exact.after.append(once(SALES, hang_up))
    office.json("send", invoice, code=1)
    called = len(office.demo.exact.log)
    assert settle(office) == frozenset()
    assert len(office.demo.exact.log) == called
