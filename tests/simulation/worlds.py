"""One seed: a few days of sending among faults, crashes and people, then calm; and what must hold after it."""

import random
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from robexact_desktop.adapters.exact import payload as payloads
from robexact_desktop.domain.errors import NoConflictError, RobExactError
from robexact_desktop.domain.names import InvoiceId, kind_of
from robexact_desktop.domain.outbox import Kind as OperationKind
from robexact_desktop.domain.status import InvoiceState
from robexact_desktop.services.prepare_entries import Prepared, prepare_entries
from robexact_desktop.services.resolve_conflict import Decision, resolve_conflict
from robexact_desktop.services.send_entries import send_entries
from robexact_desktop.services.settle_unknown import settle_unknown
from robexact_desktop.services.workplace import Workplace
from simulation.office import SimOffice
from simulation.services import Crash, Fate

RUNS = (3, 9)
"""How often somebody sends before it is calm."""

CALM_ROUNDS = 8
"""Runs after the faults have ended in which every open end must have settled."""

ENDED = (InvoiceState.DONE, InvoiceState.CONFLICT)


@dataclass(frozen=True)
class Broken:
    """A protocol with one part taken out; the simulation must turn red on each."""

    intent: bool = False
    durable: bool = False
    settle: bool = False


SOUND = Broken()


@dataclass(frozen=True)
class Lived:
    """What a seed came to. `trace` is every event in order, `wrong` what must never be."""

    trace: tuple[str, ...]
    wrong: tuple[str, ...]


def live(seed: int, folder: Path, template: Path, broken: Broken = SOUND) -> Lived:
    """The world of this seed, from beginning to end."""
    rng = random.Random(seed)
    fate = Fate(rng, rng.choice((0.05, 0.15, 0.3, 0.5)), [])
    office = SimOffice(folder, template, fate, forgets=broken.durable)
    people = _People(office)
    for _ in range(rng.randint(*RUNS)):
        _one_run(office, people, broken)
        if broken.settle:
            office.forget_to_wait()
        office.time.passes(rng.choice((1, 5, 40, 130)))
    fate.rate = 0
    for _ in range(CALM_ROUNDS):
        office.time.passes(130)
        with office.work() as work:
            send_entries(work)
    return Lived(tuple(fate.trace), tuple(_what_is_wrong(office, people)))


def _one_run(office: SimOffice, people: "_People", broken: Broken) -> None:
    rng, trace = office.fate.rng, office.fate.trace
    act = rng.choices(("all", "named", "settle", "person"), weights=(5, 3, 2, 2))[0]
    trace.append(f"{office.time.now:%H:%M:%S} {act}")
    try:
        if act == "person":
            people.meddle()
            return
        with office.work() as work:
            _do(act, work, rng)
    except Crash:
        if broken.intent:
            office.unwrite_intents()
        if broken.durable:
            office.lose_power()
    except RobExactError as error:
        trace.append(f"stopped: {error.code}")


def _do(act: str, work: Workplace, rng: random.Random) -> None:
    if act == "settle":
        settle_unknown(work)
        return
    known = work.stores.invoices.all()
    named = None if act == "all" else rng.sample(known, rng.randint(1, len(known)))
    send_entries(work, named)


@dataclass
class _People:
    """What others do in Exact meanwhile; and she who decides a conflict."""

    office: SimOffice

    def __post_init__(self) -> None:
        self.touched: set[InvoiceId] = set()

    def meddle(self) -> None:
        rng, office = self.office.fate.rng, self.office
        with office.work() as work:
            invoice = rng.choice(work.stores.invoices.all())
            if rng.random() < 0.5:
                self._type_in(work, invoice.id)
            else:
                self._decide(work, invoice.id)

    def _type_in(self, work: Workplace, name: InvoiceId) -> None:
        """Another booking under the same reference, for another amount."""
        invoice = work.stores.invoices.get(name)
        assert invoice
        (row,) = prepare_entries(work, [invoice])
        if row.entry.account.value is None:
            return
        self.touched.add(name)
        body: dict[str, Any] = dict(payloads.entry_payload(row.entry))
        self.office.exact.type_in(kind_of(name), body, row.entry.total + Decimal("7.00"))

    def _decide(self, work: Workplace, name: InvoiceId) -> None:
        invoice = work.stores.invoices.get(name)
        assert invoice
        decision = self.office.fate.rng.choice(list(Decision))
        try:
            outcome = resolve_conflict(work, invoice, decision)
        except NoConflictError:
            return
        self.office.fate.trace.append(f"{name} {decision}: {outcome.state}")


def _what_is_wrong(office: SimOffice, people: _People) -> list[str]:
    exact = office.exact
    posted = Counter((exact.entries[key].side, exact.entries[key].reference) for key in exact.made_by_program)
    wrong = [f"double: {reference} {times} times" for (_, reference), times in posted.items() if times > 1]
    subjects = Counter(row["Subject"] for row in exact.papers.values() if "Subject" in row)
    wrong += [f"double document: {subject}" for subject, times in subjects.items() if times > 1]
    names = Counter(row.account.name for row in exact.accounts_held.values())
    wrong += [f"double relation: {name}" for name, times in names.items() if times > 1]
    with office.work() as work:
        rows = prepare_entries(work, work.stores.invoices.all())
        for row in rows:
            wrong += _wrong_with(row, office, touched=row.invoice.id in people.touched)
    return wrong


def _wrong_with(row: Prepared, office: SimOffice, *, touched: bool) -> list[str]:
    name, entry = row.invoice.id, row.operations.get(OperationKind.ENTRY)
    blocked_by_another = row.state is InvoiceState.BLOCKED and touched
    if row.state not in ENDED and not blocked_by_another and not (row.state is InvoiceState.QUEUED and touched):
        return [f"stuck: {name} is {row.state}"]
    if row.state is InvoiceState.CONFLICT and not touched:
        return [f"conflict without a cause: {name}"]
    if row.state is not InvoiceState.DONE:
        return []
    standing = office.exact.entries.get(entry.remote_id) if entry else None
    if standing is None or entry is None:
        return [f"lost: {name} is said to be booked"]
    sent = payloads.key_of(entry.payload, row.invoice.kind).amount
    wrong = [] if standing.typed or standing.total == sent else [f"silent difference: {name}"]
    if not office.robaws.held[name].sent_to_accountant:
        wrong.append(f"no mark: {name}")
    return wrong
