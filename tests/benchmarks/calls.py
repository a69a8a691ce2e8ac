"""Calls to Exact, counted by its stand-in: every request that arrives there, tokens and empty pages included."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from world import ENVIRONMENT, TODAY, World

from robexact_desktop.adapters.secrets import platform_secrets
from robexact_desktop.demo.firm.numbers import ogm
from robexact_desktop.domain import outbox
from robexact_desktop.domain.names import Kind
from robexact_desktop.domain.outbox import Event, Operation
from robexact_desktop.domain.status import InvoiceState
from robexact_desktop.office import Office
from robexact_desktop.services.prepare_entries import prepare_entries

FIRST_NUMBER = 202_690_001
"""Behind all numbers of the firm, and within Int32 for as many as anybody measures."""


@dataclass
class Counted:
    """Resource -> requests, as "GET financial/Journals". Complete once its `counting` has ended."""

    calls: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        return self.calls.total()


@contextmanager
def counting(world: World) -> Iterator[Counted]:
    counted = Counted()
    before = len(world.demo.exact.log)
    yield counted
    arrived = world.demo.exact.log[before:]
    counted.calls.update(f"{record.method} {record.resource}" for record in arrived)


def leave_plain_sales(world: World, count: int) -> list[str]:
    """In place of all invoices in Robaws: `count` of sales without a fault, of relations that Exact knows.

    What was sent long since stands in Exact as before.
    """
    state = world.demo.robaws.state
    firm = world.demo.firm
    known = [name for name in firm.to_send if name.startswith("sales/") and name not in firm.to_create]
    patterns = [row for name in known if (row := world.robaws(name))["type"] == "INVOICE"]
    with state.transaction():
        for resource in ("sales-invoices", "purchase-invoices"):
            for row in state.all(resource):
                state.delete(resource, row["id"])
        return [_put(world, patterns[at % len(patterns)], FIRST_NUMBER + at) for at in range(count)]


def _put(world: World, pattern: dict[str, Any], number: int) -> str:
    day = TODAY - timedelta(days=number % 20)
    own = {"logicId": str(number), "date": day.isoformat(), "paymentInstruction": ogm(number), "documentId": None}
    kept = {name: value for name, value in pattern.items() if name not in ("id", "updatedAt", "createdAt")}
    row = world.demo.robaws.state.put("sales-invoices", id=str(number), **{**kept, **own})
    return f"sales/{row['id']}"


def pay(world: World, entries: list[str], on: date = TODAY) -> None:
    """The customers of these entries pay all of it."""
    amounts = {entry["EntryID"]: Decimal(entry["AmountFC"]) for entry in world.entries("sales")}
    world.demo.customers_pay({entry: amounts[entry] for entry in entries}, on)


def tokens_of(calls: int, per_minute: int = 60) -> int:
    """Token calls of a run of so many calls at the service's pace: one at its start, one for each ten minutes."""
    return 1 + calls * 60 // per_minute // 570


def ready_to_send(world: World, invoices: int, *, documents: bool) -> list[str]:
    """Signed in, imported and matched; these invoices wait, nothing else does."""
    names = leave_plain_sales(world, invoices)
    world.settings(booking={"attach_documents": documents})
    world.sign_in()
    world.json("import")
    world.json("match")
    return names


def calls_of_send(world: World, invoices: int, *, documents: bool) -> Counted:
    names = ready_to_send(world, invoices, documents=documents)
    with counting(world) as counted:
        sent = world.json("send", "--all-ready")
    assert sorted(row["id"] for row in sent if row["state"] == "done") == names
    return counted


def calls_of_import(world: World) -> tuple[Counted, Counted]:
    """The first import of a data folder, and any later one."""
    world.settings()
    world.sign_in()
    with counting(world) as first:
        world.json("import")
    with counting(world) as again:
        world.json("import")
    return first, again


def calls_of_payments(world: World, *, still_open: int, changed: int) -> Counted:
    """`payments` when so many sales entries are open, all read before, and so many of them were paid since."""
    ready_to_send(world, still_open, documents=False)
    entries = _book_directly(world)
    assert len(entries) == still_open
    world.json("import")
    world.json("payments")
    pay(world, entries[:changed])
    with counting(world) as counted:
        rows = world.json("payments")
    assert sum(row["payment"] == "paid" for row in rows) == changed
    return counted


def _book_directly(world: World) -> list[str]:
    """All that waits as after a send, without the wire: booked in Exact, and so recorded in the outbox."""
    state, entries = world.demo.exact.state, []
    with (
        Office(world.folder, platform_secrets).workplace(ENVIRONMENT, offline=True, writing=True) as work,
        state.transaction(),
    ):
        for row in prepare_entries(work, work.stores.invoices.all(Kind.SALES)):
            if row.state is not InvoiceState.READY:
                continue
            body = work.payloads.entry_payload(row.entry)
            booked = state.book(world.division, "salesentry/SalesEntries", body)
            wanted = Operation(0, row.invoice.id, outbox.Kind.ENTRY, work.division, work.payloads.encode(body))
            operation = work.stores.outbox.add(wanted, work.clock())
            work.stores.outbox.record(operation.id, Event.INTENT_WRITTEN, work.clock())
            facts = {"remote_id": booked["EntryID"], "remote_number": booked["EntryNumber"]}
            work.stores.outbox.record(operation.id, Event.ACCEPTED, work.clock(), **facts)
            entries.append(booked["EntryID"])
    return entries
